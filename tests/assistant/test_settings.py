"""What is set is read again as it was written; what is wrong is said with the file's name."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.cli import main
from assistant.cli.diagnostics import ExitStatus
from assistant.errors import AssistantError
from assistant.settings import FILE, RuleSetting, Settings, load, save

NAMES = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp", "Zs"]), min_size=1)


def test_nothing_has_to_be_set(tmp_path: Path) -> None:
    assert load(tmp_path / "nowhere") == Settings()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(delegation=NAMES, watch=st.lists(NAMES, unique=True))
def test_what_is_written_is_read(tmp_path: Path, delegation: str, watch: list[str]) -> None:
    wanted = Settings(delegation, tuple(watch))
    save(tmp_path, wanted)
    assert load(tmp_path) == wanted


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("delegation = Fiji", "is not TOML"),
        ("delegation = 3", "one State"),
        ('watch = "Fiji"', "list"),
        ("watch = [1]", "list"),
        ("rules = 3", "table"),
        ("[rules]\nstale-date = 3", "stale-date is 3"),
        ('country = "Fiji"', "country"),
    ],
)
def test_what_is_wrong_is_said(tmp_path: Path, words: str, said: str) -> None:
    (tmp_path / FILE).write_text(words, encoding="utf-8")
    with pytest.raises(AssistantError, match=said) as caught:
        load(tmp_path)
    assert str(tmp_path / FILE) in str(caught.value)


def test_the_command_sets_and_says(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    home = ["--home", str(tmp_path)]
    words = ["settings", "--delegation", "Fiji", "--watch", "Togo", "--watch", "Peru"]
    assert main([*words, *home]) == ExitStatus.DONE
    assert main(["settings", *home]) == ExitStatus.DONE
    assert capsys.readouterr().out.count("watch: Togo, Peru") == 2
    assert main(["settings", "--watch", "", *home]) == ExitStatus.DONE
    assert load(tmp_path) == Settings("Fiji")


def test_rules_are_set_and_comments_stay(tmp_path: Path) -> None:
    page = '# ours\ndelegation = "Fiji" # us\n\n[rules]\nstale-date = false # why\nst-any = "off"\n'
    (tmp_path / FILE).write_text(page, encoding="utf-8")
    now = load(tmp_path)
    assert now.rules == (RuleSetting("stale-date", "off"), RuleSetting("st-any", "off"))
    wanted = replace(now, rules=(*now.rules, RuleSetting("stale-date", "error", "SC")))
    save(tmp_path, wanted)
    assert load(tmp_path) == wanted
    written = (tmp_path / FILE).read_text(encoding="utf-8")
    assert all(comment in written for comment in ("# ours", "# us", "# why"))
    save(tmp_path, replace(now, rules=()))
    assert load(tmp_path) == Settings("Fiji")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.builds(
            RuleSetting, NAMES, st.sampled_from(["off", "on", "info"]), st.sampled_from(["", "SC", "GA"])
        ),
        unique_by=lambda s: (s.organ, s.rule),
    )
)
def test_rules_that_are_written_are_read(tmp_path: Path, rules: list[RuleSetting]) -> None:
    rules = [s for s in rules if s.rule not in ("SC", "GA")]
    save(tmp_path, Settings(rules=tuple(rules)))
    assert set(load(tmp_path).rules) == set(rules)


def test_what_cannot_be_read_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text("delegation = Fiji", encoding="utf-8")
    assert main(["settings", "--rule", "stale-date=off", "--home", str(tmp_path)]) == ExitStatus.UNREADABLE
    assert (tmp_path / FILE).read_text(encoding="utf-8") == "delegation = Fiji"


def test_the_command_sets_rules_and_takes_them_back(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home = ["--home", str(tmp_path)]
    assert (
        main(["settings", "--rule", "stale-date=off", "--rule", "SC:stale-date=info", *home])
        == ExitStatus.DONE
    )
    assert "rules: stale-date=off, SC:stale-date=info" in capsys.readouterr().out
    assert main(["explain", "stale-date", *home]) == ExitStatus.DONE
    assert "off; info in texts of the Security Council" in capsys.readouterr().out
    assert main(["settings", "--rule", "STALE-DATE=default", *home]) == ExitStatus.DONE
    assert load(tmp_path).rules == (RuleSetting("stale-date", "info", "SC"),)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("stale-dte=off", "did you mean stale-date?"),
        ("stale-date=loud", "off, on, info, warning, error"),
        ("XX:stale-date=off", "XX is no organ"),
    ],
)
def test_a_setting_that_cannot_be_meant_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], given: str, said: str
) -> None:
    assert main(["settings", "--rule", given, "--home", str(tmp_path)]) == ExitStatus.USAGE
    assert said in capsys.readouterr().err
    assert not (tmp_path / FILE).exists()

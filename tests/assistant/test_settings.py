"""What is set is read again as it was written; what is wrong is said with the file's name."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.cli import main
from assistant.cli.diagnostics import ExitStatus
from assistant.errors import AssistantError
from assistant.settings import FILE, Settings, load, save

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

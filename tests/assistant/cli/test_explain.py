"""`penholder explain`: every rule can be asked for."""

import pytest

from assistant.checks import RULES
from assistant.checks.firing import firing
from assistant.cli import main
from assistant.cli.diagnostics import ExitStatus


def test_without_a_rule_all_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain"]) == ExitStatus.DONE
    lines = capsys.readouterr().out.splitlines()
    assert sorted(line.split()[0] for line in lines if line.startswith("  ")) == sorted(RULES)
    assert [line for line in lines if not line.startswith("  ")][:2] == ["Updates", "Structure"]


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_tells_its_authority_and_how_often_it_speaks(
    rule: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["explain", rule]) == ExitStatus.DONE
    out = capsys.readouterr().out
    assert RULES[rule].authority in out
    assert RULES[rule].preferred in out
    assert f"severity   {RULES[rule].severity}" in out
    if rule in firing():
        assert str(firing()[rule]) in out


def test_of_a_rule_that_is_not_there_the_nearest_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "stale-sesion"]) == ExitStatus.USAGE
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "did you mean stale-session?" in captured.err

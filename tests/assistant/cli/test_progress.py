"""The progress bar is drawn for somebody who watches, and for nobody else."""

import pytest

from assistant.cli import diagnostics
from assistant.cli.progress import Progress


def test_draws_nothing_where_nobody_watches(capsys: pytest.CaptureFixture[str]) -> None:
    with Progress("adding", 2) as progress:
        assert list(progress.each("ab")) == ["a", "b"]
        progress.note("a.xml: added")
    assert capsys.readouterr() == ("", "a.xml: added\n")


def test_draws_on_a_terminal_and_leaves_no_trace(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(diagnostics, "on_terminal", lambda: True)
    monkeypatch.setattr(Progress, "INTERVAL", 0.0)
    with Progress("adding", 4) as progress:
        for _ in progress.each("ab"):
            pass
    out, err = capsys.readouterr()
    assert not out
    assert "[..........] 2 of 4" in err.replace("#", "")
    assert err.endswith("\r\x1b[K")


def test_counts_without_knowing_the_end(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(diagnostics, "on_terminal", lambda: True)
    monkeypatch.setattr(Progress, "INTERVAL", 0.0)
    with Progress("adding") as progress:
        progress.advance(3)
    assert "adding 3" in capsys.readouterr().err

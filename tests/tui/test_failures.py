"""What nobody foresaw: no traceback on the screen, nothing lost, the details in a file."""

from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.incidents import LOG
from assistant.tui.app import Interface
from assistant.tui.drafting import Drafting
from assistant.workbench import Workbench
from tests.tui.waiting import until


def fail(*_: object, **__: object) -> None:
    raise RuntimeError("lightning")


async def test_a_check_that_fails_leaves_the_draft_open(
    interface: Callable[..., Interface], draft_file: Path, stocked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Workbench, "report", fail)
    app = interface(draft_file)
    async with app.run_test() as pilot:
        await until(pilot, lambda: any("unexpected error" in note.message for note in app._notifications))
        assert isinstance(app.screen, Drafting)
    log = (stocked / LOG).read_text(encoding="utf-8")
    assert "RuntimeError" in log
    assert "in fail" in log


async def test_a_screen_that_fails_tells_its_caller(
    interface: Callable[..., Interface],
    draft_file: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(Drafting, "show", fail)
    app = interface(draft_file)
    with pytest.raises(RuntimeError, match="lightning"):
        async with app.run_test() as pilot:
            await until(pilot, lambda: app._exception)
    assert "Traceback" not in "".join(capsys.readouterr())

"""A file that never ends to be read: the screen goes on, Escape lets go of it, and the process that reads it ends."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.widgets import Input

from assistant.tui.app import Interface
from assistant.tui.comparing import Comparing
from assistant.tui.doorway import Doorway
from assistant.tui.drafting import Drafting
from assistant.tui.forms import Form
from assistant.tui.opening import Opening
from assistant.workbench import Workbench
from tests.apart_seen import gone, working
from tests.hostile_pdfs import colours
from tests.tui.conftest import Begin
from tests.tui.driving import choose
from tests.tui.waiting import reached, until

Make = Callable[..., Interface]


@pytest.fixture
def endless(tmp_path: Path) -> Path:
    file = tmp_path / "endless.pdf"
    file.write_bytes(colours())
    return file


async def at_work() -> list[int]:
    """The processes that read, once there are any."""
    await reached(working)
    return working()


@pytest.mark.parametrize("alone", [True, False])
async def test_escape_at_the_doorway(interface: Make, endless: Path, *, alone: bool) -> None:
    app = interface(endless if alone else None)
    async with app.run_test() as pilot:
        if not alone:
            await until(pilot, lambda: isinstance(app.screen, Opening))
            app.open_draft(endless)
        await until(pilot, lambda: isinstance(app.screen, Doorway))
        readers = await at_work()
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, Opening))
        await reached(lambda: gone(readers, 0))
        assert not endless.with_suffix(".md").exists()


async def test_escape_in_the_form_that_rolls_forward(interface: Make, endless: Path) -> None:
    app = interface()
    async with app.run_test() as pilot:
        await until(pilot, lambda: isinstance(app.screen, Opening))
        await pilot.press("r")
        await until(pilot, lambda: isinstance(app.screen, Form))
        app.screen.query_one("#field-source", Input).value = str(endless)
        await pilot.press("ctrl+s")
        readers = await at_work()
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, Opening))
        await reached(lambda: gone(readers, 0))


async def test_escape_where_two_texts_are_compared(interface: Make, endless: Path) -> None:
    app = interface()
    async with app.run_test() as pilot:
        await until(pilot, lambda: isinstance(app.screen, Opening))
        bench: Workbench = app.bench
        app.push_screen(Comparing(lambda: bench.collation(endless, endless)))
        await until(pilot, lambda: isinstance(app.screen, Comparing))
        readers = await at_work()
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, Opening))
        await reached(lambda: gone(readers, 0))


async def test_escape_while_an_export_reads_its_base(drafting: Begin, endless: Path, tmp_path: Path) -> None:
    async with drafting() as (pilot, screen):
        assert isinstance(screen, Drafting)
        target = tmp_path / "out.docx"
        screen._export(
            {"kind": "redline", "base": str(endless), "house": "", "author": "", "path": str(target)},
            force=True,
        )
        readers = await at_work()
        await choose(pilot, screen, "OP1")  # the screen goes on
        await pilot.press("escape")
        await reached(lambda: gone(readers, 0))
        assert not target.exists()


async def test_leaving_the_program_ends_the_reading(interface: Make, endless: Path) -> None:
    app = interface(endless)
    async with app.run_test() as pilot:
        await until(pilot, lambda: isinstance(app.screen, Doorway))
        readers = await at_work()
        await pilot.press("ctrl+q")
    assert gone(readers, 10)

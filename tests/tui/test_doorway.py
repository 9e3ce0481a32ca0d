"""The way into a draft: shown before it is read, changed by nothing, left by every way out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from textual.widget import Widget
from textual.widgets import Static

from assistant.storage import Desk
from assistant.tui.app import Interface
from assistant.tui.doorway import Doorway
from assistant.tui.drafting import Drafting
from assistant.tui.opening import Opening
from assistant.workbench import Workbench
from tests.tui.driving import choose
from tests.tui.waiting import until

Make = Callable[..., Interface]
MARKS = 4
"""Cells before a label, in which the outline has its marks."""


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Event:
    """Drafts are opened once this is set."""
    gate, opens = Event(), Workbench.open

    def wait(bench: Workbench, *arguments: Any, **options: Any) -> Desk:
        gate.wait(60)
        return opens(bench, *arguments, **options)

    monkeypatch.setattr(Workbench, "open", wait)
    return gate


def rows(widget: Widget) -> list[str]:
    """What is painted of a widget, line by line."""
    lines = [widget.render_line(y).text.rstrip() for y in range(widget.size.height)]
    return [line for line in lines if line]


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
async def test_the_first_look_is_the_draft_as_it_will_stand(
    interface: Make, draft_file: Path, gate: Event, size: tuple[int, int]
) -> None:
    app = interface(draft_file)
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: isinstance(app.screen, Doorway) and app.screen.is_mounted)
        await pilot.pause()
        places = {name: app.screen.query_one(name).region for name in ("#topline", "#outline", "#paragraph")}
        first = rows(app.screen.query_one("#outline"))
        title = str(app.screen.query_one("#topline", Static).visual)
        gate.set()
        await until(pilot, lambda: isinstance(app.screen, Drafting))
        screen = app.screen
        await until(pilot, lambda: screen.query("#keys"))
        assert {name: screen.query_one(name).region for name in places} == places
        assert [line[MARKS:] for line in first] == [
            line[MARKS:] for line in rows(screen.query_one("#outline"))
        ]
        assert len(first) > 10
        assert title.split(maxsplit=1)[0] in str(screen.query_one("#topline", Static).visual)


async def test_what_is_pressed_before_the_draft_is_there_reaches_it(
    interface: Make, draft_file: Path, gate: Event
) -> None:
    app = interface(draft_file)
    async with app.run_test() as pilot:
        await until(pilot, lambda: isinstance(app.screen, Doorway) and app.screen.is_mounted)
        await pilot.press("down", "down", "enter", "Z", "z")
        gate.set()
        await until(pilot, lambda: isinstance(app.screen, Drafting) and app.screen.editing)
        screen = app.screen
        assert isinstance(screen, Drafting)
        await until(pilot, lambda: "Zz" in screen.pane.editor.text)
        assert screen.sitting.place == 2


async def test_from_a_draft_that_was_asked_for_one_comes_to_what_else_there_is(
    interface: Make, draft_file: Path
) -> None:
    app = interface(draft_file)
    async with app.run_test() as pilot:
        await until(pilot, lambda: isinstance(app.screen, Drafting) and app.screen.sitting.checked)
        screen = app.screen
        assert isinstance(screen, Drafting)
        await choose(pilot, screen, "PP2")
        await pilot.press("ctrl+w")
        await until(pilot, lambda: isinstance(app.screen, Opening) and app.screen.query("#recent"))
        await pilot.press("tab", "enter")
        await until(pilot, lambda: isinstance(app.screen, Drafting))


async def test_one_leaves_before_the_draft_is_there(interface: Make, draft_file: Path, gate: Event) -> None:
    app = interface(draft_file)
    async with app.run_test() as pilot:
        await until(pilot, lambda: isinstance(app.screen, Doorway) and app.screen.is_mounted)
        await pilot.press("ctrl+q")
        await until(pilot, lambda: app._exit)
    gate.set()

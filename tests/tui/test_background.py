"""Work in a thread whose result comes when the screen that asked for it is going."""

import asyncio
import threading

import pytest
from textual.app import App, ComposeResult
from textual.containers import Vertical
from textual.css.query import NoMatches
from textual.screen import Screen
from textual.widgets import Static
from textual.worker import WorkerFailed

from assistant.tui.background import in_background
from tests.tui.waiting import reached, until


class Slow(Static):
    """A part that takes its time to go, so that the part beside it has gone before it."""

    def __init__(self, may_go: threading.Event) -> None:
        super().__init__()
        self.may_go = may_go

    async def on_unmount(self) -> None:
        await asyncio.to_thread(self.may_go.wait)


class Pane(Vertical):
    """Two parts, and one result for the first of them."""

    def __init__(self) -> None:
        super().__init__()
        self.ready, self.may_go = threading.Event(), threading.Event()
        self.told: list[str] = []

    def compose(self) -> ComposeResult:
        yield Static(id="quick")
        yield Slow(self.may_go)

    def on_mount(self) -> None:
        in_background(self, self.ready.wait, self.show, group="ready")

    def show(self, _: bool) -> None:
        try:
            self.query_one("#quick", Static).update("ready")
            self.told.append("shown")
        except NoMatches:
            self.told.append("gone")
            raise
        finally:
            self.may_go.set()


class Going(Screen[None]):
    """The screen that goes."""

    def compose(self) -> ComposeResult:
        yield Pane()


async def test_a_result_that_comes_while_the_screen_goes_is_let_go() -> None:
    app: App[None] = App()
    async with app.run_test():
        await app.push_screen(Going())
        pane = app.screen.query_one(Pane)
        try:
            app.pop_screen()
            await reached(lambda: not pane.query("#quick") and pane.query(Slow))
            pane.ready.set()
            await reached(lambda: pane.told)
        finally:
            pane.ready.set()
            pane.may_go.set()
    assert pane.told == ["gone"]


async def missing(app: App[None]) -> None:
    async with app.run_test() as pilot:
        await app.push_screen(Going())
        pane = app.screen.query_one(Pane)
        pane.may_go.set()
        await pane.query_one("#quick").remove()
        pane.ready.set()
        await until(pilot, lambda: pane.told)


async def test_a_part_that_is_missing_on_a_screen_that_stays_is_an_error_of_ours() -> None:
    with pytest.raises(WorkerFailed, match="#quick"):
        await missing(App())

"""What was done to the draft, to go back to any point of it."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Footer, Label, OptionList, Static
from textual.widgets.option_list import Option

from assistant.history import History, Step
from assistant.tui.drafting.prose import Piece


class Steps(ModalScreen[int | None]):
    """Lists the steps, the newest first, those taken back above them; gives after how many the draft is wanted."""

    CSS_PATH = "panels.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,z", "leave", "Back", key_display="esc")]

    def __init__(self, history: History, saved: int | None, today: dt.date, redo: str) -> None:
        super().__init__()
        self._redo = redo
        self._steps = (*history.past, *history.future)
        self._now, self._saved, self._today = len(history.past), saved, today

    def compose(self) -> ComposeResult:
        """What it is for, and the steps."""
        with Vertical(id="panel"):
            yield Label("What was done", id="panel-title")
            yield Static(
                Content.styled(
                    f"⏎ goes to the draft as it was after that step; {self._redo} goes forth again", "$quiet"
                )
            )
            yield OptionList(*map(Option, self.lines()), id="panel-list", compact=True)
        yield Footer()

    def on_mount(self) -> None:
        """The highlight stands at now."""
        listing = self.query_one(OptionList)
        listing.highlighted = len(self._steps) - self._now
        listing.scroll_to_highlight()

    def lines(self) -> list[Content]:
        """A line a step, and one for the beginning."""
        found = [self._line(count, step) for count, step in enumerate(self._steps, 1)]
        return [*reversed(found), self._line(0, None)]

    def _line(self, count: int, step: Step | None) -> Content:
        undone = count > self._now
        words = step.description if step else "as it was when its history begins"
        pieces: list[Piece] = [
            ("▸ " if count == self._now else "  ", "bold $text-accent"),
            (f"{_moment(step.at, self._today) if step else '':<13}", "$quiet"),
            (words, "strike $quiet" if undone else "bold" if count == self._now else ""),
        ]
        pieces += [("  now", "bold $text-accent")] if count == self._now else []
        pieces += [("  taken back", "$quiet")] if undone else []
        pieces += [("  saved", "$text-success")] if count == self._saved else []
        return Content.assemble(*pieces)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Go there."""
        event.stop()
        self.dismiss(len(self._steps) - event.option_index)

    def action_leave(self) -> None:
        """Stay where one is."""
        self.dismiss(None)


def _moment(at: str, today: dt.date) -> str:
    """When, as people say it; nothing where the step does not tell."""
    try:
        when = dt.datetime.fromisoformat(at).astimezone()
    except ValueError:
        return ""
    return f"{when:%H:%M}" if when.date() == today else f"{when.day} {when:%b} {when:%H:%M}"

"""A paragraph or a passage large and alone, for the wall: short lines, wide spaces, black and white."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Footer, Static

WIDEST = 64
"""Characters of a line: what can be read from the back of a room."""
SPACES = (1, 2, 3)
"""Rows from one line to the next."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What fills the screen: what it is, and its words."""

    head: str
    words: Content
    foot: str = ""


class Reading(ModalScreen[int]):
    """Shows one sheet of several; gives the place of the one that was shown last."""

    CSS_PATH = "panels.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,f5", "leave", "Back", key_display="esc"),
        Binding("right,pagedown,n", "turn(1)", "Next", key_display="→"),
        Binding("left,pageup,p", "turn(-1)", "Before", key_display="←"),
        Binding("plus,equals_sign", "space(1)", "Wider", key_display="+"),
        Binding("minus", "space(-1)", "Closer", key_display="-"),
        Binding("down,space", "scroll(3)", show=False),
        Binding("up", "scroll(-3)", show=False),
    ]

    def __init__(self, sheets: Sequence[Sheet], place: int) -> None:
        super().__init__()
        self._sheets, self.place, self._space = tuple(sheets), place, 2

    def compose(self) -> ComposeResult:
        """The words, and little else."""
        yield Static(id="reading-head", markup=False)
        with VerticalScroll(id="reading-sheet"):
            yield Static(id="reading-words")
        yield Footer()

    def on_mount(self) -> None:
        """Show the first."""
        self._show()

    def on_resize(self) -> None:
        """Lines are as long as the window bears."""
        self.call_after_refresh(self._show)

    def _show(self) -> None:
        sheet = self._sheets[self.place]
        self.query_one("#reading-head", Static).update(
            Content.assemble((sheet.head, "bold"), f"   {sheet.foot}")
        )
        room = min(WIDEST, self.size.width - 8)
        gap = "\n" * self._space
        lines = sheet.words.wrap(max(room, 10))
        self.query_one("#reading-words", Static).update(Content(gap).join(line.rstrip() for line in lines))
        box = self.query_one("#reading-sheet", VerticalScroll)
        box.scroll_home(animate=False)

    def action_turn(self, by: int) -> None:
        """The sheet after, or before."""
        self.place = max(0, min(len(self._sheets) - 1, self.place + by))
        self._show()

    def action_space(self, by: int) -> None:
        """Lines farther apart, or closer."""
        self._space = SPACES[max(0, min(len(SPACES) - 1, SPACES.index(self._space) + by))]
        self._show()

    def action_scroll(self, by: int) -> None:
        """Up and down a long paragraph."""
        self.query_one("#reading-sheet", VerticalScroll).scroll_relative(y=by, animate=False)

    def action_leave(self) -> None:
        """Back to the board."""
        self.dismiss(self.place)

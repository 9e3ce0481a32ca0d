"""The changes, scrolled: draws the lines that are in sight and no others, however long the texts are."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from textual.content import Content
from textual.events import Click
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

from assistant.tui.comparing.layout import Stretch

_MARK = "▌ "
_ABOVE = 2
"""Lines above a change that stay in sight when it is gone to."""


class Changes(ScrollView, can_focus=True):
    """Stretches of a comparison below each other, one change in hand."""

    class Chosen(Message):
        """A stretch was clicked on."""

        def __init__(self, place: int) -> None:
            super().__init__()
            self.place = place

    class Widened(Message):
        """There is another width to lay the texts out in."""

    def __init__(self) -> None:
        super().__init__(id="changes")
        self._stretches: tuple[Stretch, ...] = ()
        self._starts: list[int] = []
        self.in_hand: int | None = None
        """Place of the stretch in hand."""

    def lay(self, stretches: Sequence[Stretch]) -> None:
        """Show other stretches."""
        self._stretches = tuple(stretches)
        self._starts = list(accumulate((len(s.lines) for s in stretches), initial=0))
        self.virtual_size = Size(self.scrollable_content_region.width, self._starts[-1])
        self.refresh()

    def take(self, place: int | None) -> None:
        """Take a stretch in hand and bring it into sight."""
        self.in_hand = place
        if place is not None:
            self.scroll_to(y=max(self._starts[place] - _ABOVE, 0), animate=False)
        self.refresh()

    def place_at(self, line: int) -> int:
        """The stretch that has a line."""
        return min(bisect_right(self._starts, line) - 1, len(self._stretches) - 1)

    def render_line(self, y: int) -> Strip:
        """One line in sight."""
        line, width = y + int(self.scroll_offset.y), self.scrollable_content_region.width
        content = Content()
        if 0 <= line < self._starts[-1] if self._starts else False:
            place = self.place_at(line)
            here = place == self.in_hand
            text = self._stretches[place].lines[line - self._starts[place]]
            mark = (_MARK, "bold $text-accent") if here and text.plain else "  "
            content = Content.assemble(mark, text)
        strips = Visual.to_strips(self, content, width, 1, self.visual_style)
        return strips[0] if strips else Strip.blank(width)

    def on_resize(self) -> None:
        """Lay the texts out anew."""
        self.post_message(self.Widened())

    def on_click(self, event: Click) -> None:
        """Take what was clicked on."""
        line = event.y + int(self.scroll_offset.y)
        if self._stretches and line < self._starts[-1]:
            self.post_message(self.Chosen(self.place_at(line)))

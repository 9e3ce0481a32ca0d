"""The draft as it will about print, page by page, while it is written."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.content import Content
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.timer import Timer

from assistant.draft import Draft
from assistant.tui.background import in_background
from assistant.tui.drafting.prose import Piece, raised

if TYPE_CHECKING:
    from assistant.export.paging import Line, Page

PAUSE = 0.15
"""Seconds after a change before the pages are laid out anew."""
COLUMN = 100
"""Twentieths of a point that stand for one column of the screen."""
EDGE = 1100
"""Where the screen's page begins: left of it the paper is bare."""
BROAD = 88
"""Columns of a page."""


class PagesPane(ScrollView, can_focus=True):
    """Shows the pages; the paragraph in hand is set off and kept in sight."""

    COMPONENT_CLASSES = {"pages--paper", "pages--hand", "pages--edge"}  # noqa: RUF012 - as Textual has it

    def __init__(self) -> None:
        super().__init__(id="pages")
        self.pages: tuple[Page, ...] = ()
        self._lines: list[tuple[str, Content]] = []
        """(label, words) of every line from the first page to the last."""
        self._label = ""
        self._wanted: tuple[Draft, str | None] | None = None
        self._made: Callable[[], Draft] = Draft
        self._timer: Timer | None = None
        self.border_title = "Pages"

    def follow(self, draft: Draft, label: str, typed: str | None, made: Callable[[], Draft]) -> None:
        """Show this draft, and that paragraph of it; `made` makes it with the words that are being typed."""
        if label != self._label:
            self._label = label
            self._to_hand()
            self.refresh()
        if self._wanted is None or self._wanted[0] is not draft or self._wanted[1] != typed:
            self._wanted, self._made = (draft, typed), made
            if self._timer:
                self._timer.stop()
            self._timer = self.set_timer(PAUSE if self.pages else 0.01, self._lay_out)

    def _lay_out(self) -> None:
        made = self._made

        def work() -> tuple[Page, ...]:
            from assistant.export.layout import lay_out
            from assistant.export.paging import pages

            return pages(lay_out(made()))

        def done(found: tuple[Page, ...]) -> None:
            self.pages = found
            self._lines = [line for page in found for line in _printed(page, len(found))]
            self.virtual_size = Size(BROAD, len(self._lines))
            rest = " · → for the ends of the lines" if self.size.width < BROAD else ""
            self.border_subtitle = (
                f"{len(found)} page{'' if len(found) == 1 else 's'}, about as they print{rest}"
            )
            self.refresh()
            self.call_after_refresh(self._to_hand)

        in_background(self, work, done, group="pages")

    def _to_hand(self) -> None:
        place = next((i for i, (label, _) in enumerate(self._lines) if label == self._label), None)
        top, high = self.scroll_offset.y, self.size.height
        if place is not None and not top <= place < top + max(high - 4, 1):
            self.scroll_to(y=max(0, place - high // 4), animate=False)

    def render_line(self, y: int) -> Strip:
        """One line of a page."""
        left, top = self.scroll_offset
        paper = self.get_visual_style("pages--paper")
        at = y + top
        if at >= len(self._lines):
            return Strip([Segment(" " * self.size.width, self.rich_style)])
        label, words = self._lines[at]
        style = self.get_visual_style("pages--hand") if label and label == self._label else paper
        segments = words.render_segments(style)
        strip = Strip(segments).extend_cell_length(max(BROAD, self.size.width), style.rich_style)
        return strip.crop(left, left + self.size.width)


def _printed(page: Page, count: int) -> list[tuple[str, Content]]:
    """The lines of a page with its notes and its number at the foot."""
    found = [(line.label, _words(line)) for line in page.lines]
    if page.notes:
        found.append(("", Content(f"{' ' * 6}{'─' * 15}")))
        found += [(line.label, _words(line)) for line in page.notes]
    number = f"{page.number}/{count}"
    found.append(("", Content.styled(f"{'╌' * (BROAD - len(number) - 2)} {number} ", "$quiet")))
    return found


def _words(line: Line) -> Content:
    pieces: list[Piece] = []
    for part in (line, *line.beside):
        reached = sum(len(text) for text, _ in pieces)
        pieces.append((" " * max(int(reached > 0), round((part.left - EDGE) / COLUMN) - reached), ""))
        for piece in part.pieces:
            style = " ".join(name for name, on in (("italic", piece.italic), ("bold", piece.bold)) if on)
            text = raised(piece.text) if piece.raised else piece.text.replace("\t", "   ")
            pieces.append((text, style))
    return Content.assemble(*pieces)

"""The outline: every paragraph with its label, its opening, and marks; where paragraphs are picked out and dragged."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Click, Leave, MouseDown, MouseMove, MouseUp
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from assistant.departing import Departure
from assistant.draft import Entry, Status
from assistant.tui.drafting.folding import below
from assistant.tui.drafting.prose import DEGREES, Piece
from assistant.tui.drafting.sitting import Sitting
from precedent.resolution import Kind, Paragraph

STATUS = {Status.OPEN: (" ", ""), Status.AD_REF: ("½", "$text-accent"), Status.AGREED: ("✓", "$text-success")}
"""Mark and style of how far a paragraph has come."""
PICKED, TARGET = "bold on $primary 40%", "underline $text-accent"
WORDS = 80
"""Characters of a paragraph's words that a line may show."""


class Outline(OptionList):
    """All paragraphs in order; the highlighted one is in hand."""

    BINDINGS: ClassVar[list[BindingType]] = [
        # Enter on a list chooses; here what is highlighted is chosen already, so it edits.
        Binding("enter", "screen.edit", show=False),
        Binding("j", "cursor_down", show=False),
        Binding("k", "cursor_up", show=False),
        Binding("escape", "screen.let_go", show=False),
        *(Binding(digit, f"screen.jump('{digit}')", show=False) for digit in "123456789"),
    ]

    class Dropped(Message):
        """A paragraph was dragged onto another one."""

        def __init__(self, dragged: str, onto: str) -> None:
            super().__init__()
            self.dragged, self.onto = dragged, onto

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id, compact=True)
        self._drawn: dict[str, object] = {}
        self._shown: tuple[str | None, int | None] = (None, None)
        """The paragraph in hand, and the place of the highlight, as they were shown last."""
        self._held: str | None = None
        """The paragraph that the mouse button went down on."""
        self._onto: str | None = None
        """The paragraph that it is dragged over."""

    def show(self, sitting: Sitting) -> None:
        """Show the draft as it is; the highlight follows the paragraph in hand."""
        certain: dict[str | None, bool] = {}
        for marked in sitting.findings:
            certain[marked.entry] = certain.get(marked.entry, False) or marked.certain
        entries, paragraphs = sitting.draft.entries, sitting.resolution.paragraphs
        shown = sitting.shown
        lines: dict[str, tuple[object, ...]] = {}
        for place in shown:
            entry, paragraph = entries[place], paragraphs[place]
            away = len(below(entries, place)) if entry.id in sitting.folded else 0
            departure = sitting.departure(entry)
            lines[entry.id] = (
                entry, paragraph, certain.get(entry.id), departure, away,
                entry.id in sitting.selected, entry.id == self._onto,
            )  # fmt: skip
        before, here = self.highlighted, sitting.place
        # A key may have moved the highlight, and the message that tells of it be on its way still: it stays there then.
        moved = self._shown[0] == sitting.chosen and self._shown[1] != before
        with self.prevent(OptionList.OptionHighlighted):
            self._draw(lines)
            self.highlighted = before if moved else shown.index(here) if here in shown else None
        self._shown = (sitting.chosen, self._shown[1] if moved else self.highlighted)
        told = (
            f"{len(sitting.selected)} of {len(entries)} picked"
            if sitting.selected
            else f"Outline · {len(entries)}"
        )
        told = told if entries else "Outline"
        if self.border_title != told:  # a title that is set paints the whole place anew
            self.border_title = told

    def _draw(self, lines: dict[str, tuple[object, ...]]) -> None:
        """Draw what is not drawn yet; a line that stands is left alone."""
        if [option.id for option in self.options] != list(lines):
            self.set_options(Option(_line(*line), id=identity) for identity, line in lines.items())  # type: ignore[arg-type]
        else:
            for identity, line in lines.items():
                if self._drawn.get(identity) != line:
                    self.replace_option_prompt(identity, _line(*line))  # type: ignore[arg-type]
        self._drawn = dict(lines)

    # Dragging

    def on_mouse_down(self, event: MouseDown) -> None:
        """Take hold of a paragraph."""
        self._held, self._onto = self._under(event.style.meta.get("option")), None

    def on_mouse_move(self, event: MouseMove) -> None:
        """Drag it: where it would go is underlined."""
        if self._held is None or not event.button:
            return
        onto = self._under(event.style.meta.get("option"))
        self._mark(onto if onto != self._held else None)

    def on_mouse_up(self, event: MouseUp) -> None:
        """Let it go."""
        held, onto, self._held = self._held, self._onto, None
        self._mark(None)
        if held and onto:
            event.stop()
            self.post_message(self.Dropped(held, onto))

    def on_leave(self, _: Leave) -> None:
        """Dragged out of the outline, it stays where it is."""
        self._held = None
        self._mark(None)

    def on_click(self, event: Click) -> None:
        """The click that ends a drag chooses nothing."""
        if self._dragged:
            self._dragged = False
            event.prevent_default()

    _dragged = False

    def _under(self, place: int | None) -> str | None:
        return self.options[place].id if place is not None and place < self.option_count else None

    def _mark(self, onto: str | None) -> None:
        before, self._onto = self._onto, onto
        self._dragged = self._dragged or onto is not None
        for identity in {before, onto} - {None}:
            line = self._drawn.get(identity or "")
            if isinstance(line, tuple):
                self._drawn[identity or ""] = drawn = (*line[:-1], identity == onto)
                self.replace_option_prompt(identity or "", _line(*drawn))


def _line(  # noqa: PLR0913, PLR0917 - what a line shows, each thing once
    entry: Entry,
    paragraph: Paragraph,
    certain: bool | None,  # noqa: FBT001
    departure: Departure,
    away: int,
    picked: bool,  # noqa: FBT001
    target: bool,  # noqa: FBT001
) -> Content:
    pieces: list[Piece] = [
        (" ", "") if certain is None else ("●", "$text-error" if certain else "$text-warning"),
    ]
    folded: Piece = (f"▸{away} ", "$text-accent") if away else ("", "")
    mark = "*" if picked else " "
    if paragraph.kind is Kind.HEADING:
        pieces += [(f" {STATUS[entry.status][0]}{mark}", ""), folded, (paragraph.headline, "bold")]
    else:
        pieces += [
            (departure.mark, DEGREES[departure.degree]),
            STATUS[entry.status],
            (f"{mark}{paragraph.label:<6} ", "bold" if not paragraph.level else ""),
            folded,
        ]
        opening = paragraph.opening
        rest = paragraph.text[paragraph.text.find(opening) + len(opening) :] if opening else paragraph.text
        pieces += [(opening, "italic"), (rest[:WORDS], "$quiet")]
    line = Content.assemble(*pieces)
    return line.stylize(TARGET) if target else line.stylize(PICKED) if picked else line

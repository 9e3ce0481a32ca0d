"""The outline: every paragraph with its label, its opening, and marks."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from assistant.departing import Departure
from assistant.draft import Entry
from assistant.tui.drafting.prose import DEGREES, Piece
from assistant.tui.drafting.sitting import Sitting
from precedent.resolution import Kind, Paragraph


class Outline(OptionList):
    """All paragraphs in order; the highlighted one is in hand."""

    BINDINGS: ClassVar[list[BindingType]] = [
        # Enter on a list chooses; here what is highlighted is chosen already, so it edits.
        Binding("enter", "screen.edit", show=False),
        Binding("j", "cursor_down", show=False),
        Binding("k", "cursor_up", show=False),
    ]

    def show(self, sitting: Sitting) -> None:
        """Show the draft as it is; the highlight follows the paragraph in hand."""
        marks = {m.entry: False for m in sitting.findings} | {
            m.entry: True for m in sitting.findings if m.certain
        }
        lines = [
            (entry.id, _line(entry, paragraph, marks, sitting.departure(entry)))
            for entry, paragraph in sitting.paragraphs
        ]
        with self.prevent(OptionList.OptionHighlighted):
            if [option.id for option in self.options] == [identity for identity, _ in lines]:
                for place, (_, line) in enumerate(lines):
                    if self.options[place].prompt != line:
                        self.replace_option_prompt_at_index(place, line)
            else:
                self.set_options(Option(line, id=identity) for identity, line in lines)
            self.highlighted = sitting.place
        self.border_title = f"Outline · {len(lines)}" if lines else "Outline"


def _line(entry: Entry, paragraph: Paragraph, marks: dict[str | None, bool], departure: Departure) -> Content:
    certain = marks.get(entry.id)
    pieces: list[Piece] = [
        (" ", "") if certain is None else ("●", "$text-error" if certain else "$text-warning"),
    ]
    if paragraph.kind is Kind.HEADING:
        return Content.assemble(*pieces, (f"  {paragraph.text}", "bold"))
    pieces += [
        (departure.mark, DEGREES[departure.degree]),
        (f" {paragraph.label:<6} ", "bold" if not paragraph.level else ""),
    ]
    opening = paragraph.opening
    rest = paragraph.text[paragraph.text.find(opening) + len(opening) :] if opening else paragraph.text
    pieces += [(opening, "italic"), (rest[:80], "$quiet")]
    return Content.assemble(*pieces)

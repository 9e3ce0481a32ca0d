"""The recorded updates of the whole draft, to be looked at one by one: each stands, or its words are taken back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from assistant.draft import Change
from assistant.tui.drafting.prose import Piece
from assistant.tui.drafting.sitting import Sitting


@dataclass(frozen=True, slots=True)
class Update:
    """One recorded change and the paragraph that it was made to."""

    entry: str
    change: Change


class UpdatesPane(Widget):
    """Lists what was updated; what was not looked at yet comes first."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Back"),
        Binding("a", "answer('accept')", "Let it stand"),
        Binding("u", "answer('undo')", "Take it back"),
    ]

    class Shown(Message):
        """An update is looked at."""

        def __init__(self, update: Update) -> None:
            super().__init__()
            self.update = update

    class Answered(Message):
        """What becomes of it: `accept` or `undo`."""

        def __init__(self, update: Update, answer: str) -> None:
            super().__init__()
            self.update, self.answer = update, answer

    class Left(Message):
        """The drafter goes back to the outline."""

    def __init__(self) -> None:
        super().__init__()
        self._listed: list[Update] = []

    def compose(self) -> ComposeResult:
        """How many there are, and the list."""
        yield Static("", id="updates-said", markup=False)
        yield OptionList(id="updates-list", compact=True)

    @property
    def _list(self) -> OptionList:
        return self.query_one("#updates-list", OptionList)

    def show(self, sitting: Sitting) -> None:
        """Show the updates of a sitting."""
        found = [Update(e.id, change) for e in sitting.draft.entries for change in e.changes]
        found.sort(key=lambda update: bool(update.change.review))
        if found == self._listed and found:
            return
        labels, place = sitting.labels, self._list.highlighted or 0
        self._listed = found
        with self.prevent(OptionList.OptionHighlighted):
            self._list.set_options(Option(_words(update, labels[update.entry])) for update in found)
            self._list.highlighted = min(place, len(found) - 1) if found else None
            self._list.scroll_to_highlight()
        left = sum(not update.change.review for update in found)
        said = f"{left} to look at, {len(found) - left} let stand" if found else "no update is recorded"
        self.query_one("#updates-said", Static).update(Content.styled(said, "$quiet"), layout=False)

    def begin(self) -> None:
        """Let the drafter walk the list."""
        self.screen.set_focus(self._list)

    @property
    def highlighted(self) -> Update | None:
        """The update that the highlight is on."""
        place = self._list.highlighted
        return self._listed[place] if place is not None and place < len(self._listed) else None

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Its paragraph is shown beside it."""
        event.stop()
        if self.highlighted and self._list.has_focus:
            self.post_message(self.Shown(self.highlighted))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """The same, by Enter or a click."""
        event.stop()
        if self.highlighted:
            self.post_message(self.Shown(self.highlighted))

    def action_answer(self, answer: str) -> None:
        """Let the update under the highlight stand, or take it back."""
        if self.highlighted:
            self.post_message(self.Answered(self.highlighted, answer))

    def action_leave(self) -> None:
        """Back to the outline."""
        self.post_message(self.Left())


def _words(update: Update, label: str) -> Content:
    change = update.change
    looked = bool(change.review)
    pieces: list[Piece] = [
        ("✓ " if looked else "● ", "$text-success" if looked else "$text-warning"),
        (f"{label}  ", "bold"),
        (change.before or "(nothing)", "strike $quiet"),
        (" → ", ""),
        (change.after or "(nothing)", "$quiet" if looked else "bold $text-success"),
        (f"\n{change.reason}", "$quiet"),
        (f" · {change.rule} · {change.label}\n", "$quiet"),
    ]
    return Content.assemble(*pieces)

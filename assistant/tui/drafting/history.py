"""The history of the paragraph in hand: what it departs from now, and its editions with their changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from assistant.draft import Draft
from assistant.tui.background import in_background, patiently, said
from assistant.tui.drafting.prose import Piece
from assistant.tui.drafting.sitting import Sitting
from assistant.workbench import Workbench

if TYPE_CHECKING:
    from assistant.chronicle import Chronicle, Entry

NONE = "no paragraph is in hand"
PAUSE = 0.15
"""Seconds without a key press before the history of another paragraph is looked up."""


class HistoryPane(Widget):
    """Lists the editions of the paragraph in hand, the newest first; any two can be compared."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "Back")]

    class Left(Message):
        """The drafter goes back to the outline."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__()
        self._bench = bench
        self._wanted: tuple[Draft, str] | None = None
        self._asked: tuple[Draft, str] | None = None
        self._timer: Timer | None = None
        self.told: Chronicle | None = None
        self._entries: tuple[Entry, ...] = ()
        self._pinned: int | None = None
        """The edition that the others are compared with, in place of the one before each."""
        self._whole = 0

    def compose(self) -> ComposeResult:
        """In a sentence, and the editions."""
        yield Static(NONE, id="history-said", markup=False)
        yield OptionList(id="history-list", compact=True)

    def follow(self, sitting: Sitting) -> None:
        """Take the paragraph in hand; its history is looked up when it is shown."""
        self._wanted = (sitting.draft, sitting.label) if sitting.label else None
        self.look()

    def look(self) -> None:
        """Look the history up, if this is what is shown."""
        if not self.is_shown or self._wanted == self._asked:
            return
        if self._timer:
            self._timer.stop()
        self._timer = self.set_timer(PAUSE, self._look)

    @property
    def is_shown(self) -> bool:
        """Whether the panel is open on it."""
        return all(node.display for node in self.ancestors_with_self if isinstance(node, Widget))

    def begin(self) -> None:
        """Let the drafter walk through the editions."""
        self.screen.set_focus(self.query_one("#history-list"))
        self.look()

    def action_leave(self) -> None:
        """Let go of the pinned edition; without one back to the outline."""
        if self._pinned is None:
            self.post_message(self.Left())
        else:
            self._pinned = None
            self._draw()

    def _look(self) -> None:
        wanted = self._wanted
        if wanted is None:
            self.told, self._entries, self._asked = None, (), None
            self._draw(NONE)
            return
        if self.told is None:
            self.query_one("#history-said", Static).update("looking up its editions …")
        draft, label = wanted
        provenance = self._bench.provenance

        def work() -> Chronicle:
            from assistant.chronicle import chronicle

            lineage = patiently(lambda: provenance.lineage(draft))
            symbol = str(draft.masthead.symbol or "")
            return chronicle(lineage, patiently(lambda: provenance.line(lineage, symbol, label)))

        def done(told: Chronicle) -> None:
            self._asked = wanted
            self.told, self._entries, self._pinned, self._whole = told, told.entries[::-1], None, 0
            self._draw()

        def failed(error: Exception) -> None:
            self.told, self._entries = None, ()
            self._draw(said(error))

        in_background(self, work, done, group="history", failed=failed)

    def _draw(self, words: str = "") -> None:
        listing = self.query_one("#history-list", OptionList)
        listing.set_options(Option(self._words(place)) for place in range(len(self._entries)))
        listing.highlighted = min(self._whole, len(self._entries) - 1) if self._entries else None
        if self.told is not None:
            words = f"{self.told.summary[:1].upper()}{self.told.summary[1:]}"
        hint = (
            "⏎ compares the others with this edition"
            if self._pinned is None
            else "esc: each with the one before"
        )
        pieces: list[Piece] = [(words, ""), (f"\n{hint}", "$quiet")] if self._entries else [(words, "")]
        self.query_one("#history-said", Static).update(Content.assemble(*pieces))

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """The edition under the highlight is shown whole."""
        event.stop()
        before, self._whole = self._whole, event.option_index
        for place in {before, self._whole}:
            if place < min(len(self._entries), event.option_list.option_count):
                event.option_list.replace_option_prompt_at_index(place, self._words(place))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Compare the others with this edition, or no longer."""
        from assistant.chronicle import GONE

        event.stop()
        place = event.option_index
        if place < len(self._entries) and self._entries[place].event not in GONE:
            self._pinned = None if self._pinned == place else place
            self._whole = place
            self._draw()

    def _words(self, place: int) -> Content:
        from assistant.tui.drafting.editions import edition_words

        assert self.told is not None  # noqa: S101 - there are entries
        return edition_words(self.told, place, pinned=self._pinned, whole=place == self._whole)

"""Agreed language: the passages nearest to the paragraph in hand, or to what is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from assistant.tui.background import in_background, said
from assistant.tui.drafting.prose import passage_words
from assistant.workbench import Workbench

if TYPE_CHECKING:
    from assistant.tui.drafting.behind import Found
    from precedent.index import Beside, Card, Match, Query

PAUSE, FOLLOWING = 0.06, 0.25
"""Seconds without a key press before a search begins: for words typed in the line, and for the paragraph in hand."""
LANGUAGE = Content.styled(
    'words, "exact words", -without · organ:GA committee:2 session:75-78 year:2020-2023 part:op'
    ' opening:Urges vote:no series:"title" against:Fiji',
    "$quiet",
)
"""What may be typed, in a line or two."""
LIMIT = 12


class LanguagePane(Widget):
    """Searches as one types; follows the paragraph in hand while nothing is typed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "clear", "Back"),
        Binding("down", "step(1)", "Next passage", show=False),
        Binding("up", "step(-1)", "Passage before", show=False),
    ]

    class Chosen(Message):
        """A passage is to be put into the draft."""

        def __init__(self, match: Match) -> None:
            super().__init__()
            self.match = match

    class Left(Message):
        """The drafter goes back to the outline."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__()
        self._bench = bench
        self._own = ""
        self._asked: str | None = None
        self._timer: Timer | None = None
        self.matches: list[Match] = []
        self.searching = False
        self._cards: dict[str, Card | None] = {}
        self._beside: Beside | None = None
        self._settings = bench.settings
        self._shown = ("", "")
        """The words in hand and the words typed that the passages are shown for."""
        self._whole = 0

    def compose(self) -> ComposeResult:
        """A line to type in, what is shown, the passages."""
        yield Input(
            placeholder="search agreed language (empty: nearest)",
            compact=True,
            id="language-input",
        )
        yield Static("", id="language-said", markup=False)
        yield OptionList(id="language-list", compact=True)

    def follow(self, words: str, beside: Beside | None = None) -> None:
        """Take these words as the paragraph in hand, of this draft."""
        self._beside = beside
        if words != self._own:
            self._own = words
            self._soon(FOLLOWING)

    def begin(self) -> None:
        """Let the drafter type."""
        field = self.query_one("#language-input", Input)
        self.screen.set_focus(field)
        if not field.value:
            told = self.query_one("#language-said", Static)
            told.add_class("helping")
            told.update(LANGUAGE)

    def again(self) -> None:
        """Search anew: the index may hold more now."""
        self._asked = None
        self._soon()

    def highlighted(self) -> Match | None:
        """The passage that the highlight is on."""
        place = self.query_one("#language-list", OptionList).highlighted
        return self.matches[place] if place is not None and place < len(self.matches) else None

    @property
    def place(self) -> int:
        """Where among the passages the highlight is."""
        return self.query_one("#language-list", OptionList).highlighted or 0

    def matches_typed(self) -> bool:
        """Whether the passages are those of the words in the line, and not still those of other words."""
        return self.query_one("#language-input", Input).value.strip() == self._shown[1]

    def on_input_changed(self, event: Input.Changed) -> None:
        """Search as one types."""
        event.stop()
        self._soon()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter puts the highlighted passage in, as it does in the list."""
        event.stop()
        match = self.highlighted()
        if match and self.matches_typed():
            self.post_message(self.Chosen(match))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A passage was chosen."""
        event.stop()
        if event.option_index < len(self.matches):
            self.post_message(self.Chosen(self.matches[event.option_index]))

    def action_step(self, by: int) -> None:
        """Move the highlight through the passages without leaving the line."""
        passages = self.query_one("#language-list", OptionList)
        if passages.option_count and passages.highlighted is not None:
            passages.highlighted = max(0, min(passages.option_count - 1, passages.highlighted + by))

    def action_clear(self) -> None:
        """Empty the line; from an empty line back to the outline."""
        field = self.query_one("#language-input", Input)
        if field.value:
            field.value = ""
        else:
            self.post_message(self.Left())

    def _soon(self, pause: float = PAUSE) -> None:
        """Search when the keys rest; what is being searched for is not wanted any more."""
        if self._timer:
            self._timer.stop()
        if self.searching:
            self._bench.index.interrupt()
            self._asked = None
        self._timer = self.set_timer(pause, self._search)

    def _search(self) -> None:
        typed = self.query_one("#language-input", Input).value.strip()
        words = typed or self._own
        if words == self._asked:
            return
        self._asked = words
        own = self._own
        if not words:
            self._show(own, "", [], [])
            return
        from precedent.index import Query

        query = Query(words, limit=LIMIT, plain=not typed, grouped=True, beside=self._beside)
        self.searching = True
        in_background(
            self,
            lambda: self._found(query, own, typed),
            lambda found: self._show(own, typed, *found),
            group="find",
            failed=self._failed,
        )

    def _found(self, query: Query, own: str, typed: str) -> tuple[list[Found], list[Content], str]:
        """What was found, and how it is shown; where that is nothing, why."""
        from assistant.tui.drafting.behind import Found

        index = self._bench.index
        found = [Found(match, index.card(match.symbol)) for match in self._bench.find(query)]
        words = [self._told(one, own, typed, full=not place) for place, one in enumerate(found)]
        return found, words, "" if found else self._why_nothing(query, typed)

    def _why_nothing(self, query: Query, typed: str) -> str:
        index = self._bench.index
        if not index.count().documents:
            return "index empty: ctrl+p “Add precedents”"
        if unmet := index.unmet(query):
            return f"nothing in the index has {', '.join(unmet)}"
        return "no passage has these words; try fewer" if typed else "no passage is near this paragraph"

    def _words(self, place: int, *, full: bool) -> Content:
        from assistant.tui.drafting.behind import Found

        found = Found(self.matches[place], self._cards.get(self.matches[place].symbol))
        return self._told(found, *self._shown, full=full)

    def _told(self, found: Found, own: str, typed: str, *, full: bool) -> Content:
        from assistant.tui.drafting.behind import behind_words, position_words
        from precedent.index import Query
        from precedent.index.operators import understood

        said = position_words(found, self._settings)
        sought = understood(Query(typed)).text
        words = passage_words(found.match, own, sought, full=full, positions=said)
        return Content.assemble(words, behind_words(found)) if full else words

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """The passage under the highlight is shown whole."""
        event.stop()
        for place in {self._whole, event.option_index}:
            if place < min(len(self.matches), event.option_list.option_count):
                words = self._words(place, full=place == event.option_index)
                event.option_list.replace_option_prompt_at_index(place, words)
        self._whole = event.option_index

    def _failed(self, error: Exception) -> None:
        self.searching = False
        self.query_one("#language-said", Static).update(said(error), layout=False)

    def _show(self, own: str, typed: str, found: list[Found], words: list[Content], why: str = "") -> None:
        self.searching = False
        self.matches = [one.match for one in found]
        self._cards = {one.match.symbol: one.card for one in found}
        passages = self.query_one("#language-list", OptionList)
        self._shown, self._whole = (own, typed), 0
        passages.set_options(map(Option, words))
        passages.highlighted = 0 if found else None
        passages.scroll_home(animate=False)
        line = ("found for the words typed" if typed else "near the paragraph in hand") + " · ⏎ inserts"
        if not found:
            line = why if typed or self._own else ""
        told = self.query_one("#language-said", Static)
        told.remove_class("helping")
        told.update(Content.styled(line, "$quiet"), layout=False)

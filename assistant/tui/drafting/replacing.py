"""Find and replace: every place with its words around it, ticked or not, all replaced in one step."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Footer, Input, Label, OptionList, Static
from textual.widgets.option_list import Option

from assistant.draft import Draft
from assistant.replacing import Place, places, texts
from assistant.tui.drafting.prose import Piece

MOST = 500
"""Places that are listed; all that are ticked are replaced."""


class Replacing(ModalScreen[tuple[Place, ...] | None]):
    """Asks what is sought and what comes in its place; gives the places that are ticked."""

    CSS_PATH = "panels.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Leave"),
        Binding("ctrl+s,f10", "accept", "Replace", key_display="^s"),
        Binding("f3", "case", "Capitals"),
        Binding("f4", "all", "All or none"),
        Binding("tab", "app.focus_next", show=False, priority=True),
        Binding("shift+tab", "app.focus_previous", show=False, priority=True),
    ]

    def __init__(self, draft: Draft, sought: str = "") -> None:
        super().__init__()
        self._draft, self.sought, self.words = draft, sought, ""
        self._texts = dict(texts(draft))
        self._match_case = False
        self.found: tuple[Place, ...] = ()
        self.ticked: set[int] = set()

    def compose(self) -> ComposeResult:
        """Two lines to type in, what was found, the places."""
        with Vertical(id="panel"):
            yield Label("Find and replace", id="panel-title")
            yield Input(self.sought, placeholder="find", compact=True, id="replace-sought")
            yield Input(placeholder="replace with (empty: take it out)", compact=True, id="replace-words")
            yield Static("", id="replace-said")
            yield OptionList(id="panel-list", compact=True)
        yield Footer()

    def on_mount(self) -> None:
        """Begin to type."""
        self.query_one("#replace-sought").focus()
        self._search()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Search as one types; other words in their place leave the ticks alone."""
        event.stop()
        self._search(anew=event.input.id == "replace-sought")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter goes on to the next line, then to the places."""
        event.stop()
        self.focus_next("Input, OptionList")

    def _search(self, *, anew: bool = True) -> None:
        sought = self.query_one("#replace-sought", Input).value
        words = self.query_one("#replace-words", Input).value
        self.sought, self.words = sought, words
        self.found = places(self._draft, sought, words, match_case=self._match_case)
        if anew:
            self.ticked = {at for at, place in enumerate(self.found) if place.whole}
        self._show()

    def _show(self) -> None:
        listing = self.query_one("#panel-list", OptionList)
        place = listing.highlighted or 0
        listing.set_options(Option(self._words(at)) for at in range(min(len(self.found), MOST)))
        listing.highlighted = min(place, listing.option_count - 1) if self.found else None
        self._say()

    def _say(self) -> None:
        inside = sum(not place.whole for place in self.found)
        said = f"{len(self.ticked)} of {len(self.found)} places ticked"
        said += f" · {inside} inside a longer unit, not ticked unasked" if inside else ""
        said += " · capitals matter" if self._match_case else " · capitals do not matter"
        self.query_one("#replace-said", Static).update(Content.styled(said, "$quiet"))

    def _words(self, at: int) -> Content:
        place = self.found[at]
        room = max((min(self.size.width, 130) - 30 - len(place.found) - len(place.words)) // 2, 8)
        before, after = place.around(self._texts[place.label], room)
        pieces: list[Piece] = [
            ("[x] " if at in self.ticked else "[ ] ", "bold $text-accent" if at in self.ticked else "$quiet"),
            (f"{place.label:<9} ", "bold"),
            (before, "$quiet"),
            (place.found, "strike $text-error" if at in self.ticked else "underline"),
            (place.words if at in self.ticked else "", "bold $text-success"),
            (after, "$quiet"),
            ("" if place.whole else "  (inside a unit)", "$text-warning"),
        ]
        return Content.assemble(*pieces)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Tick a place, or untick it."""
        event.stop()
        self.ticked ^= {event.option_index}
        event.option_list.replace_option_prompt_at_index(event.option_index, self._words(event.option_index))
        self._say()

    def action_case(self) -> None:
        """Whether capitals matter."""
        self._match_case = not self._match_case
        self._search()

    def action_all(self) -> None:
        """Tick every place, or none."""
        whole = set(range(len(self.found)))
        self.ticked = set() if self.ticked == whole else whole
        self._show()

    def action_accept(self) -> None:
        """Give what is ticked."""
        if self.ticked:
            self.dismiss(tuple(self.found[at] for at in sorted(self.ticked)))
        else:
            self.query_one("#replace-said", Static).update(
                Content.styled("nothing is ticked: there is nothing to replace", "$text-warning")
            )

    def action_leave(self) -> None:
        """Leave without replacing anything."""
        self.dismiss(None)

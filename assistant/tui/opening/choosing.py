"""An earlier text chosen by its title: the last edition of each, those of one committee where that is wanted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Footer, Input, Label, OptionList, Static
from textual.widgets.option_list import Option

from assistant.tui.background import in_background, said
from precedent.catalogue import sorted_under
from precedent.index import Card
from precedent.session import Organ
from precedent.wording import day_words, fold

_MOST = 300
"""Lines that are shown; who looks for another one types a word of its title."""


class Choosing(ModalScreen[str | None]):
    """Gives the symbol of the text that was chosen; "" for another text, to be named; None where it was left."""

    CSS_PATH = "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Back"),
        Binding("down", "go(1)", show=False, priority=True),
        Binding("up", "go(-1)", show=False, priority=True),
        Binding("pagedown", "go(10)", show=False, priority=True),
        Binding("pageup", "go(-10)", show=False, priority=True),
        Binding("ctrl+o", "other", "Another text"),
    ]

    def __init__(self, title: str, cards: Callable[[], Sequence[Card]]) -> None:
        super().__init__()
        self._heading, self._cards = title, cards
        self.known: tuple[Card, ...] = ()

    def compose(self) -> ComposeResult:
        """A line to type in, and what it leaves."""
        with Vertical(id="choosing"):
            yield Label(self._heading, id="choosing-title", markup=False)
            yield Input(placeholder="words of its title, or its symbol", id="choosing-typed", compact=True)
            yield OptionList(id="choosing-list", compact=True)
            yield Static("looking up what the index holds …", id="choosing-said")
        yield Footer()

    def on_mount(self) -> None:
        """Look up what there is."""
        self.query_one("#choosing-typed").focus()
        in_background(self, lambda: newest(self._cards()), self._show, group="cards", failed=self._failed)

    def _failed(self, error: Exception) -> None:
        self.query_one("#choosing-said", Static).update(Content.styled(said(error), "$text-error"))

    def _show(self, known: tuple[Card, ...]) -> None:
        self.known = known
        self._filter("")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Follow the typing."""
        self._filter(event.value)

    def _filter(self, typed: str) -> None:
        words = fold(typed).split()
        found = [
            card for card in self.known if all(word in fold(f"{card.symbol} {card.called}") for word in words)
        ]
        listing = self.query_one("#choosing-list", OptionList)
        listing.set_options(Option(_line(card), id=card.symbol) for card in found[:_MOST])
        listing.highlighted = 0 if found else None
        more = f", {_MOST} shown" if len(found) > _MOST else ""
        told = f"{len(found)} of {len(self.known)} texts, the last edition of each{more}; ^o: another one"
        none = "The index holds no text of this body yet: esc, then a adds some; ^o names a file"
        self.query_one("#choosing-said", Static).update(
            Content.styled(told if self.known else none, "$quiet")
        )

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter takes the line that is highlighted."""
        event.stop()
        option = self.query_one("#choosing-list", OptionList).highlighted_option
        if option and option.id:
            self.dismiss(option.id)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """So does a click."""
        event.stop()
        self.dismiss(event.option.id)

    def action_go(self, lines: int) -> None:
        """Up and down, while one types."""
        listing = self.query_one("#choosing-list", OptionList)
        if listing.option_count:
            listing.highlighted = min(max((listing.highlighted or 0) + lines, 0), listing.option_count - 1)

    def action_other(self) -> None:
        """Another text, to be named."""
        self.dismiss("")

    def action_leave(self) -> None:
        """None."""
        self.dismiss(None)


def newest(cards: Sequence[Card]) -> tuple[Card, ...]:
    """Of each title, or subject, the last edition, by title."""
    last: dict[tuple[Organ | None, str], Card] = {}
    for card in cards:  # oldest first
        last[card.organ, sorted_under(card)] = card
    return tuple(sorted(last.values(), key=lambda card: fold(card.called or card.symbol)))


def _line(card: Card) -> Content:
    day = day_words(card.adopted) if card.adopted else ""
    return Content.assemble(
        (card.called or card.symbol, ""),
        "\n",
        (f"   {' · '.join(filter(None, (card.symbol, day)))}", "$quiet"),
    )

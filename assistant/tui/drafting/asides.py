"""What was put aside in a draft, with the reasons, to be brought back."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Footer, Label, OptionList, Static
from textual.widgets.option_list import Option

from assistant.checks import Aside
from assistant.draft import Draft
from assistant.tui.background import in_background, patiently, said
from assistant.tui.drafting.prose import Piece

Told = tuple[Aside, ...]


class Asides(ModalScreen[Told | None]):
    """Lists every dismissal with its reason; gives those that are to be taken back."""

    CSS_PATH = "panels.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "bring", "Bring back", key_display="space"),
        Binding("p", "prune", "Take out what is not needed"),
        Binding("escape,q", "leave", "Back", key_display="esc"),
    ]

    def __init__(self, draft: Draft, find: Callable[[], Told], key: str) -> None:
        super().__init__()
        self._labels, self._find, self._key = draft.labels, find, key
        self.found: Told = ()

    def compose(self) -> ComposeResult:
        """What it is for, and the list."""
        with Vertical(id="panel"):
            yield Label("What was put aside", id="panel-title")
            yield Static(Content.styled("looking …", "$quiet"), id="asides-said")
            yield OptionList(id="panel-list", compact=True)
        yield Footer()

    def on_mount(self) -> None:
        """Look which findings they put aside now."""
        self.query_one("#panel-list").focus()
        in_background(self, lambda: patiently(self._find), self._show, group="asides", failed=self._failed)

    def _show(self, found: Told) -> None:
        self.found = found
        listing = self.query_one("#panel-list", OptionList)
        listing.set_options(Option(self._words(aside)) for aside in found)
        listing.highlighted = 0 if found else None
        unused = sum(aside.is_unused for aside in found)
        told = f"⏎ brings one back as a finding; {unused} of {len(found)} not needed any more (p)"
        self._say(told if found else f"Nothing is put aside: {self._key} on a finding does it, with a reason")

    def _failed(self, error: Exception) -> None:
        self._say(said(error))

    def _say(self, words: str) -> None:
        self.query_one("#asides-said", Static).update(Content.styled(words, "$quiet"))

    def _words(self, aside: Aside) -> Content:
        dismissal, finding = aside.dismissal, aside.finding
        place = finding.label if finding else self._labels[aside.entry] if aside.entry else "masthead"
        pieces: list[Piece] = [
            (f"{place:<9} ", "bold"),
            (f"{dismissal.before} ".lstrip(), "$quiet"),
            (dismissal.words, "underline"),
            (f" {dismissal.after}".rstrip(), "$quiet"),
            (f"\n{dismissal.reason}", ""),
            (f"\n{' · '.join(filter(None, (dismissal.rule, dismissal.on, aside.told)))}\n", "$quiet"),
        ]
        return Content.assemble(*pieces)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Bring it back."""
        event.stop()
        self.dismiss((self.found[event.option_index],))

    def action_bring(self) -> None:
        """Bring the highlighted one back."""
        self.query_one("#panel-list", OptionList).action_select()

    def action_prune(self) -> None:
        """Take out what no finding needs any more."""
        unused = tuple(aside for aside in self.found if aside.is_unused)
        if unused:
            self.dismiss(unused)
        elif self.found:
            self._say("each of them is needed; ⏎ brings one back as a finding")

    def action_leave(self) -> None:
        """Leave them as they are."""
        self.dismiss(None)

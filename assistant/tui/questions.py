"""A question with a few answers, each with its key."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.events import Key
from textual.screen import ModalScreen
from textual.widgets import Footer, Label, OptionList, Static
from textual.widgets.option_list import Option


class Question(ModalScreen[str | None]):
    """Asks for one of some answers, (key, words) each; gives its key, or None where it was left."""

    CSS_PATH = "forms.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "Back")]

    def __init__(self, title: str, answers: Sequence[tuple[str, str]], *, detail: str = "") -> None:
        super().__init__()
        self._heading, self._answers, self._detail = title, tuple(answers), detail

    def compose(self) -> ComposeResult:
        """The question, what there is to know, the answers."""
        with Vertical(id="question"):
            yield Label(self._heading, id="question-title", markup=False)
            if self._detail:
                with VerticalScroll(id="question-detail", can_focus=False):
                    yield Static(self._detail, markup=False)
            yield OptionList(
                *(
                    Option(Content.assemble((f" {key} ", "bold $accent"), f" {words}"), id=key)
                    for key, words in self._answers
                ),
                id="question-list",
                compact=True,
            )
        yield Footer()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """The answer was chosen in the list."""
        event.stop()
        self.dismiss(event.option.id)

    def on_key(self, event: Key) -> None:
        """The answer's own key."""
        if event.character in {key for key, _ in self._answers}:
            event.stop()
            self.dismiss(event.character)

    def action_leave(self) -> None:
        """No answer."""
        self.dismiss(None)

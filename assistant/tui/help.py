"""Help: what the places of a screen are for, and every key, from the one register of actions."""

from __future__ import annotations

from itertools import groupby
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Footer, Label, Static

from assistant.tui.actions import ABROAD, Action, printed_keys
from assistant.tui.keymap import own_keys


class Help(ModalScreen[None]):
    """The help of one screen."""

    CSS_PATH = "forms.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f1,q,question_mark", "leave", "Back", key_display="esc")
    ]

    def __init__(self, places: tuple[tuple[str, str], ...], actions: tuple[Action, ...]) -> None:
        super().__init__()
        self._places, self._actions = places, (*actions, *ABROAD)

    def compose(self) -> ComposeResult:
        """The places first, then the keys under their headings."""
        with Vertical(id="help"):
            yield Label("Help", id="help-title")
            with VerticalScroll():
                yield Static(self._text())
        yield Footer()

    def _text(self) -> Content:
        parts: list[Content | str] = []
        for name, words in self._places:
            parts += [Content.styled(name, "bold"), f"\n{words}\n\n"]
        for group, actions in groupby(self._actions, key=lambda a: a.group):
            parts += [Content.styled(group, "bold $primary"), "\n"]
            for action in actions:
                keys = printed_keys(action, own_keys(self.app)) or "^p"
                parts += [
                    Content.styled(f"  {keys:<12}", "$text-accent"),
                    action.title,
                    Content.styled(f" – {action.help}" if action.help else "", "$quiet"),
                    "\n",
                ]
            parts.append("\n")
        return Content.assemble(*parts)

    def action_leave(self) -> None:
        """Back to the work."""
        self.dismiss(None)

"""Which key does what, and one's own keys in place of those that the program comes with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import Key
from textual.screen import ModalScreen
from textual.widgets import Footer, Label, OptionList, Static
from textual.widgets.option_list import Option

from assistant.keys import KeySetting
from assistant.settings import FILE, load
from assistant.tui.actions import Action, printed_key, printed_keys
from assistant.tui.background import Foreseen, said
from assistant.tui.keymap import meant, own_keys, screens
from assistant.workbench import Workbench


class Press(ModalScreen[str | None]):
    """Gives the next key that is pressed."""

    CSS_PATH = "forms.tcss"

    def __init__(self, title: str) -> None:
        super().__init__()
        self._heading = title

    def compose(self) -> ComposeResult:
        """What the key will be for."""
        with Vertical(id="question"):
            yield Label(f"Press the key for “{self._heading}”", id="question-title", markup=False)
            yield Static("esc leaves it as it is")

    def on_key(self, event: Key) -> None:
        """Whatever it is."""
        event.stop()
        self.dismiss(None if event.key == "escape" else event.key)


class Keyboard(ModalScreen[None]):
    """Lists what can be done with its keys; takes the next key that is pressed for the one in hand."""

    CSS_PATH = "forms.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space,enter", "take", "Set the key", key_display="space"),
        Binding("delete,backspace", "as_it_comes", "As it comes", key_display="del"),
        Binding("escape,q", "leave", "Back", key_display="esc"),
    ]

    def __init__(self, bench: Workbench, changed: Callable[[], None]) -> None:
        super().__init__()
        self._bench, self._changed = bench, changed
        self._listed: list[Action | None] = []

    def compose(self) -> ComposeResult:
        """What it is for, and the list."""
        with Vertical(id="rules"):
            yield Label("Keys", id="rules-title")
            yield OptionList(id="rules-list", compact=True)
            yield Static("", id="rules-said")
        yield Footer()

    def on_mount(self) -> None:
        """Show what holds."""
        listing = self.query_one("#rules-list", OptionList)
        for screen, actions in screens().items():
            self._listed += [None, *actions]
            listing.add_option(Option(Content.styled(screen, "bold $primary"), disabled=True))
            listing.add_options(Option(self._line(action)) for action in actions)
        listing.highlighted = 1
        listing.focus()
        self._say()

    def _line(self, action: Action) -> Content:
        keys = printed_keys(action, own_keys(self.app)) or "^p"
        is_own = action.name in own_keys(self.app)
        return Content.assemble(
            (f"  {keys:<14}", "bold $text-accent" if is_own else "$text-accent"),
            f"{action.title:<36}",
            (f"{action.name}{'  your own' if is_own else ''}", "$quiet"),
        )

    @property
    def _action(self) -> Action | None:
        place = self.query_one("#rules-list", OptionList).highlighted
        return None if place is None else self._listed[place]

    def _say(self, words: str = "", style: str = "$quiet") -> None:
        standard = f"Yours are kept in {self._bench.home / FILE} under [keys]: find = “ctrl+k, f6”."
        self.query_one("#rules-said", Static).update(Content.styled(words or standard, style))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter and a click."""
        event.stop()
        self.action_take()

    def action_take(self) -> None:
        """Wait for the key."""
        if self._action is not None:
            self.app.push_screen(Press(self._action.title), self._pressed)

    def _pressed(self, key: str | None) -> None:
        if key is None:
            self._say()
        else:
            self._set(key)

    def action_as_it_comes(self) -> None:
        """The keys that it comes with."""
        self._set("")

    def _set(self, key: str) -> None:
        action = self._action
        if action is None:
            return
        try:
            now = load(self._bench.home)
            others = tuple(setting for setting in now.keys if setting.action != action.name)
            own = (*others, KeySetting(action.name, key)) if key else others
            held = meant(self._bench.home, own)
            wrong = [words for words in held.problems if f"[keys] {action.name}:" in words]
            if wrong and key:
                self._say(f"Not set: {wrong[0].partition(f'[keys] {action.name}: ')[2]}", "$text-error")
                return
            self._bench.set_up(replace(now, keys=own))
        except Foreseen as error:
            self._say(said(error), "$text-error")
            return
        self._changed()
        listing = self.query_one("#rules-list", OptionList)
        for place, one in enumerate(self._listed):
            if one is not None:
                listing.replace_option_prompt_at_index(place, self._line(one))
        given = f"{printed_key(key)} is now “{action.title}”" if key else f"“{action.title}” is as it comes"
        left = [words for words in held.problems if words not in wrong]
        self._say("\n".join([given, *left]), "$text-success" if not left else "$text-warning")

    def action_leave(self) -> None:
        """Back."""
        self.dismiss(None)

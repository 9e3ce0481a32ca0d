"""The one register of what can be done on a screen: its key, its name, its place in footer, palette and help."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from textual.binding import Binding, BindingType


@dataclass(frozen=True, slots=True)
class Action:
    """One thing that a drafter can do."""

    name: str
    """Of the screen's method `action_NAME`."""
    keys: str
    """As Textual names them, separated by commas; the first is shown. Empty: only in the palette."""
    title: str
    """In the palette and in help."""
    help: str = ""
    footer: str = ""
    """Its word in the footer; empty where it is not shown there."""
    group: str = ""
    """Heading that it stands under in help."""
    shown: str = ""
    """The key as it is printed, where Textual's own way is hard to read."""


def bindings(actions: Iterable[Action], *, settable: bool = False) -> list[BindingType]:
    """The key bindings of these actions; `settable` where the drafter may give them other keys."""
    return [
        Binding(
            action.keys,
            action.name,
            action.footer or action.title,
            show=bool(action.footer),
            key_display=action.shown or None,
            id=action.name if settable else None,
        )
        for action in actions
        if action.keys
    ]


KEY_NAMES = {
    "slash": "/",
    "backslash": "\\",
    "question_mark": "?",
    "equals_sign": "=",
    "less_than_sign": "<",
    "greater_than_sign": ">",
    "escape": "esc",
    "enter": "⏎",
    "delete": "del",
    "shift+up": "⇧↑",
    "shift+down": "⇧↓",
    "tab": "tab",
}


def printed_keys(action: Action, own: Mapping[str, str]) -> str:
    """The keys of an action as help prints them; `own` are those that the drafter set."""
    names = (key.strip() for key in own.get(action.name, action.keys).split(",") if key.strip())
    return "  ".join(map(printed_key, names))


def printed_key(key: str) -> str:
    """A key as it is printed: ^f, ⇧↑, /."""
    return KEY_NAMES.get(key, key.replace("ctrl+", "^"))


ABROAD = (
    Action("help", "f1,question_mark", "Help", "What this screen is for, and its keys", "Help", "Everywhere"),
    Action("switch_theme", "f2", "Dark, light or high contrast", "for this sitting", "", "Everywhere"),
    Action("settings", "f3", "Settings", "delegation, votes to watch, theme, export, log", "", "Everywhere"),
    Action("keys", "", "Keys", "which key does what, and your own", "", "Everywhere"),
    Action("rules", "", "Which rules speak", "each one off, on, or louder; in all texts", "", "Everywhere"),
    Action("log", "", "The log", "where it lies, to be sent when something went wrong", "", "Everywhere"),
    Action(
        "quit",
        "ctrl+q",
        "Leave Penholder",
        "Nothing is lost: what is not saved is kept and offered again",
        "",
        "Everywhere",
    ),
)
"""What can be done on every screen."""

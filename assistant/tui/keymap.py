"""The keys that the drafter set, over those that the screens come with."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from textual.app import App

from assistant.keys import Keymap, KeySetting, keymap
from assistant.settings import FILE
from assistant.tui.actions import ABROAD, Action


def screens() -> dict[str, tuple[Action, ...]]:
    """Whatever can have a key of one's own, by the screen that it is done on."""
    from assistant.tui.comparing.screen import ACTIONS as COMPARING
    from assistant.tui.drafting.register import ACTIONS as DRAFTING
    from assistant.tui.opening.screen import ACTIONS as OPENING

    comparing = tuple(action for action in COMPARING if action.name != "leave")
    return {"The draft": DRAFTING, "The first screen": OPENING, "Two texts": comparing, "Everywhere": ABROAD}


def meant(home: Path, told: tuple[KeySetting, ...]) -> Keymap:
    """The keys that hold of what is set, and what cannot be meant."""
    if not told:
        return Keymap({})
    known = [
        {action.name: (action.keys, action.title) for action in (*actions, *ABROAD)}
        for actions in screens().values()
    ]
    return keymap(told, known, str(home / FILE))


def own_keys(app: App[object]) -> Mapping[str, str]:
    """The keys that were set in an interface, by action."""
    held: Keymap = getattr(app, "keymap", Keymap({}))
    return held.keys


def first_key(app: App[object], action: Action) -> str:
    """The first key of an action as it holds now; empty where it has none."""
    return own_keys(app).get(action.name, action.keys).partition(",")[0].strip()

"""Text onto the clipboard of the machine that the drafter sits at, over ssh as well (OSC 52)."""

from __future__ import annotations

import os
from typing import Any

from textual.app import App

_SHOWN = 60
"""Characters of what was copied that are told."""


def copy(app: App[Any], text: str, name: str) -> None:
    """Copy a text and say so.

    The terminal is asked with the sequence OSC 52, which passes through ssh. A terminal does not answer whether it did
    it, so the first time it is told where that may fail.
    """
    first = not app.clipboard
    app.copy_to_clipboard(text)
    words = " ".join(text.split())
    shown = words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"
    told = f"{shown}{hint()}" if first else shown
    app.notify(told, title=f"Copied: {name}", timeout=8 if first and hint() else 4, markup=False)


def with_reference(text: str, *reference: str) -> str:
    """Words as they are quoted in a mail: with where they stand in parentheses."""
    named = " ".join(filter(None, reference))
    return f"{text.strip()} ({named})" if named else text.strip()


def hint() -> str:
    """What has to be set where the terminal is one that does not pass a copied text on as it comes."""
    if os.environ.get("TMUX"):
        return "\n(in tmux: set -g set-clipboard on)"
    if os.environ.get("STY"):
        return "\n(screen passes nothing on: use tmux, or the terminal itself)"
    if os.environ.get("TERM_PROGRAM") == "Apple_Terminal":
        return "\n(Terminal of macOS takes no text from programs: select it with the mouse)"
    return ""

"""A text that is not in a file: what was pasted, or what another program hands on, on standard input."""

import sys
from pathlib import Path

from assistant.cli import diagnostics

STANDARD_INPUT = Path("-")
"""What stands on the command line in place of a file."""
NAME = "standard input"
"""In messages."""


def piped() -> bytes:
    """All of standard input, up to the size at which a text is refused anyway."""
    from precedent.reading import LARGEST

    if sys.stdin is None:
        return b""
    if sys.stdin.isatty():
        ending = "Ctrl-Z and Enter" if sys.platform == "win32" else "Ctrl-D"
        diagnostics.note(f"paste the text, then end it with {ending} on a line of its own")
    return sys.stdin.buffer.read(LARGEST + 1)

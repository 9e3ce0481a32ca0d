"""The only place that writes to standard error: narration and problems. And the exit statuses.

Nobody's work may stop because nobody listens: what cannot be written here is dropped.
"""

import io
import sys
from enum import IntEnum


class ExitStatus(IntEnum):
    """What a command tells the one who called it."""

    DONE = 0
    """Done, and nothing found that wants attention."""

    FINDINGS = 1
    """Done, and there are findings."""

    USAGE = 2
    """Called wrongly; nothing was done."""

    UNREADABLE = 3
    """Something could not be read or written; the rest was done."""


INTERRUPTED = 130
"""Ended by Ctrl-C, as a shell counts it."""

CLOSED_PIPE = 141
"""Ended because the next program of a pipe wanted no more, as a shell counts it."""


def prepare() -> None:
    """Make standard error UTF-8; call it once, before anything is written."""
    if isinstance(sys.stderr, io.TextIOWrapper):
        sys.stderr.reconfigure(encoding="utf-8", errors="backslashreplace")


def note(message: str) -> None:
    """One line on what is being done."""
    write(printable(message) + "\n")


def problem(message: str) -> None:
    """One line on what went wrong, whatever line breaks the message holds."""
    write(f"penholder: {printable(message)}\n")


def write(text: str) -> None:
    """Write `text` as it stands, now; what nobody can read is dropped."""
    if sys.stderr is None:
        return
    try:
        sys.stderr.write(text)
        sys.stderr.flush()
    except (OSError, ValueError):
        return


def on_terminal() -> bool:
    """Whether somebody watches standard error as it is written."""
    return sys.stderr is not None and sys.stderr.isatty()


def printable(text: str) -> str:
    """`text` in one line and without characters that would move a terminal's cursor."""
    words = " ".join(text.split())
    return "".join(mark if mark.isprintable() else "\N{REPLACEMENT CHARACTER}" for mark in words)

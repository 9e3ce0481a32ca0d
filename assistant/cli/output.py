"""The only place that writes to standard output, which is data for a reader or for the next program.

Always UTF-8, whatever the locale, so that a text does not depend on where it was printed. A file name
that is no valid Unicode comes out escaped, in JSON as an escape that gives the same name back.
"""

import io
import os
import sys
from collections.abc import Callable

from assistant.errors import AssistantError


class OutputError(AssistantError):
    """Standard output takes no more: a full disk, a lost terminal."""


def prepare() -> None:
    """Make standard output UTF-8; call it once, before anything is written."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")


def write(text: str) -> None:
    """Write `text` as it stands."""
    if sys.stdout is not None:
        _guarded(lambda: sys.stdout.write(text))


def line(text: str = "") -> None:
    """Write one line."""
    write(text + "\n")


def on_terminal() -> bool:
    """Whether somebody reads standard output as it is written."""
    return sys.stdout is not None and sys.stdout.isatty()


def styled(text: str, code: str) -> str:
    """`text` with a terminal's style (1 bold, 2 faint), where a terminal shows it and NO_COLOR does not forbid it."""
    if not on_terminal() or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return text
    return f"\x1b[{code}m{text}\x1b[0m"


def json_line(value: object) -> None:
    """Write `value` as one line of JSON."""
    import json

    line(json.dumps(value, ensure_ascii=False))


def json_text(value: object) -> None:
    """Write `value` as indented JSON."""
    import json

    line(json.dumps(value, ensure_ascii=False, indent=2))


def flush() -> None:
    """Hand everything on; the last moment at which a write can be seen to fail."""
    if sys.stdout is not None:
        _guarded(sys.stdout.flush)


def discard() -> None:
    """Let the rest of the output go nowhere, so that leaving does not fail once more."""
    if sys.stdout is None:
        return
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
    except (OSError, ValueError):
        return


def _guarded(act: Callable[[], object]) -> None:
    try:
        act()
    except BrokenPipeError:
        raise
    except OSError as problem:
        raise OutputError(f"standard output cannot be written: {problem.strerror}") from problem

"""Days, sessions and paths as people type them into a form."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from assistant.errors import AssistantError
from precedent.symbol import Symbol

_LAST = 3000


class MistypedError(AssistantError):
    """What was typed is no day, no session, no file; its text says how it is written."""


def day_of(text: str) -> dt.date | None:
    """A day as it is typed, 2026-12-15; None where nothing is.

    Raises:
        MistypedError: where it is no day.
    """
    try:
        return dt.date.fromisoformat(text.strip()) if text.strip() else None
    except ValueError:
        raise MistypedError(f"“{text.strip()}” is no day; write it as 2026-12-15") from None


def number_of(text: str) -> int | None:
    """The number of a session as it is typed; None where nothing is.

    Raises:
        MistypedError: where it is no number.
    """
    if not text.strip():
        return None
    if not text.strip().isdecimal() or not 0 < int(text) < _LAST:
        raise MistypedError(
            f"“{text.strip()}” is no session; write its number (81), or for the Council its year (2026)"
        )
    return int(text)


def symbol_of(text: str) -> Symbol | None:
    """A document symbol as it is typed; None where nothing is.

    Raises:
        MistypedError: where it is no symbol.
    """
    try:
        return Symbol.parse(text.strip()) if text.strip() else None
    except ValueError:
        raise MistypedError(
            f"“{text.strip()}” is no symbol; write it as A/C.2/81/L.17 or A/C.2/81/L.17/Rev.1"
        ) from None


def path_of(text: str) -> Path:
    """A path as it is typed, with ~ for the drafter's own folder.

    Raises:
        MistypedError: where nothing is typed.
    """
    if not text.strip():
        raise MistypedError("name a file")
    return Path(text.strip()).expanduser()

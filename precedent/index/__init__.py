"""The index of earlier texts: what was agreed, to be searched and read.

>>> from pathlib import Path
>>> with open_index(Path("/nowhere")) as index:
...     index.count()
Counts(documents=0, passages=0)
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from precedent.index.protocol import (
    Added,
    Beside,
    Card,
    Counts,
    Failure,
    Match,
    Outline,
    Part,
    Place,
    Postponed,
    PrecedentIndex,
    Progress,
    Query,
    Rebuilt,
    Source,
    State,
    Variant,
    Vote,
)

if TYPE_CHECKING:
    from precedent.index.embedded import EmbeddedIndex

__all__ = [
    "MANY_BEHIND",
    "Added",
    "Beside",
    "Card",
    "Counts",
    "Failure",
    "Match",
    "Outline",
    "Part",
    "Place",
    "Postponed",
    "PrecedentIndex",
    "Progress",
    "Query",
    "Rebuilt",
    "Source",
    "State",
    "Variant",
    "Vote",
    "open_index",
    "rebuild",
    "set_aside",
]

MANY_BEHIND = 5_000
"""Wordings beyond the concordance from which a search is felt to be slow."""


def open_index(home: Path, *, writable: bool = False) -> EmbeddedIndex:
    """The index in a folder; where nothing was added yet it is empty.

    Args:
        home: Folder of the index; made when it is missing and `writable`.
        writable: Whether `add` will be called.

    Raises:
        IndexUnavailableError: writable, and the index cannot be written, is damaged or of another version. Where it is
            not writable the same is raised by the first question.
    """
    from precedent.index.embedded import EmbeddedIndex

    return EmbeddedIndex(home, writable=writable)


def set_aside(home: Path, now: dt.datetime) -> Path | None:
    """Rename the index of a folder, so that a new one can be started; its new name, or None where there is none.

    Raises:
        IndexUnavailableError: the file cannot be renamed.
    """
    from precedent.index import schema

    return schema.set_aside(home, now)


def rebuild(home: Path, now: dt.datetime, progress: Callable[[int, int], None] | None = None) -> Rebuilt:
    """Make the index of a folder anew from the texts that it keeps: no source is needed.

    Raises:
        IndexUnavailableError: nothing can be read from it, another process is adding, the disk is full.
    """
    from precedent.index import rebuilding

    return rebuilding.rebuild(home, now, progress)

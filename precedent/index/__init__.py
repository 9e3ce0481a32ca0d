"""The index of earlier texts: what was agreed, to be searched and read.

>>> from pathlib import Path
>>> with open_index(Path("/nowhere")) as index:
...     index.count()
Counts(documents=0, passages=0)
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

from precedent.index.protocol import (
    Added,
    Card,
    Counts,
    Failure,
    Match,
    Outline,
    Place,
    Postponed,
    PrecedentIndex,
    Progress,
    Query,
    Source,
)

if TYPE_CHECKING:
    from precedent.index.embedded import EmbeddedIndex

__all__ = [
    "Added",
    "Card",
    "Counts",
    "Failure",
    "Match",
    "Outline",
    "Place",
    "Postponed",
    "PrecedentIndex",
    "Progress",
    "Query",
    "Source",
    "open_index",
    "set_aside",
]


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

"""Timestamped copies of a draft, kept beside it before anything that replaces much of it at once."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from pathlib import Path

from assistant.storage.files import write_atomically

_STAMP = "%Y%m%dT%H%M%S.%fZ"
_LONGEST = 100
_NAME = re.compile(r"(?P<stamp>\d{8}T\d{6}\.\d{6}Z) (?P<reason>.*)\.md")


@dataclass(frozen=True, slots=True, order=True)
class Snapshot:
    """A copy of a draft: an ordinary draft file, named after the moment and the reason."""

    at: dt.datetime
    reason: str
    path: Path


def listed(folder: Path) -> tuple[Snapshot, ...]:
    """The snapshots in a folder, oldest first."""
    found = []
    for path in folder.glob("*.md"):
        name = _NAME.fullmatch(path.name)
        if name:
            at = dt.datetime.strptime(name["stamp"], _STAMP).replace(tzinfo=dt.UTC)
            found.append(Snapshot(at, name["reason"], path))
    return tuple(sorted(found))


def keep(folder: Path, data: bytes, reason: str, at: dt.datetime) -> Path:
    """Write a snapshot; two of one moment stand apart by a millionth of a second.

    Raises:
        OSError: where it cannot be written.
    """
    folder.mkdir(exist_ok=True)
    # What a file name cannot hold on some system becomes a hyphen.
    plain = re.sub(r'[\x00-\x1f/\\:*?"<>|]+', "-", reason).strip(" .")[:_LONGEST]
    moment = at.astimezone(dt.UTC)
    while any(folder.glob(f"{moment.strftime(_STAMP)} *")):
        moment += dt.timedelta(microseconds=1)
    path = folder / f"{moment.strftime(_STAMP)} {plain or 'snapshot'}.md"
    write_atomically(path, data, folder)
    return path

"""An append-only file of JSON lines, each with a checksum that also covers the line before it.

A line is on the disk when `append` returns. What a crash left half written at the end is told apart from what
was acknowledged; so is a line that was changed or lost in between.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from assistant.storage.files import BINARY, write_all, write_atomically
from precedent.record import Record

_LINE = re.compile(rb'\{"sum":"([0-9a-f]{16})","line":(.*)\}\n')


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a journal that can be trusted."""

    record: Record
    checksum: str
    end: int
    """Bytes up to its end."""


def trusted(data: bytes) -> Iterator[Line]:
    """The lines of a journal up to the first that is torn or does not match its checksum."""
    last, end = b"", 0
    for text in data.splitlines(keepends=True):
        found = _LINE.fullmatch(text)
        if not found or found[1] != _checksum(last, found[2]):
            return
        try:
            record = json.loads(found[2])
        except (ValueError, RecursionError):
            return
        if not isinstance(record, dict):
            return
        last, end = found[1], end + len(text)
        yield Line(record, last.decode(), end)


def _checksum(last: bytes, text: bytes) -> bytes:
    return hashlib.sha256(last + text).hexdigest()[:16].encode()


def _line(record: Record, last: bytes) -> tuple[bytes, bytes]:
    text = json.dumps(record, separators=(",", ":")).encode()
    checksum = _checksum(last, text)
    return b'{"sum":"%b","line":%b}\n' % (checksum, text), checksum


class Journal:
    """The journal of one draft: begun with one line, then only appended to."""

    def __init__(self, path: Path, first: Line | None = None, last: Line | None = None) -> None:
        self.path = path
        self._last = last.checksum.encode() if last else b""
        self._size = last.end if last else 0
        self._first = first.end if first else 0
        self._file: int | None = None

    @property
    def grown(self) -> int:
        """Bytes since its first line."""
        return self._size - self._first

    @property
    def there(self) -> bool:
        """Whether it was begun and is still where it was: what is appended elsewhere is written nowhere."""
        try:
            there = self.path.stat()
            return self._size > 0 and (self._file is None or os.path.samestat(os.fstat(self._file), there))
        except OSError:
            return False

    def begin(self, record: Record) -> None:
        """Begin it, or begin it anew, with one line, in one move.

        Raises:
            OSError: where it cannot be written; it is then as it was.
        """
        data, last = _line(record, b"")
        write_atomically(self.path, data, self.path.parent)
        self.close()
        self._last, self._size, self._first = last, len(data), len(data)

    def append(self, record: Record) -> None:
        """Write one line and wait until the disk has it.

        Raises:
            OSError: where it cannot be written; the journal is then as it was.
        """
        data, last = _line(record, self._last)
        if self._file is None:
            self._file = os.open(self.path, os.O_WRONLY | os.O_APPEND | BINARY)
        # Half a line, left by a crash or by an append that failed, must not stand before the next one.
        os.ftruncate(self._file, self._size)
        try:
            write_all(self._file, data)
            os.fsync(self._file)
        except OSError:
            os.ftruncate(self._file, self._size)
            raise
        self._last, self._size = last, self._size + len(data)

    def close(self) -> None:
        """Let go of the file."""
        if self._file is not None:
            os.close(self._file)
            self._file = None

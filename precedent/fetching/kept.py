"""What was fetched, kept for good: an issued document does not change, and nobody should have to ask for it twice.

The files lie in one folder under names that say what they are, so that they can be opened, copied to a colleague and
added from there. Beside them, in `.provenance`, stands for each where it came from and when, and the digest by which it
is known again: a file that somebody changed, or that a crash cut off, is not taken for what was fetched.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO

from precedent.fetching.wanted import FetchError

_RECORDS = ".provenance"
_PART = ".part"
_OLD = 86_400
"""Seconds after which what an interrupted transfer left behind is swept away."""


class Kept:
    """A folder of fetched files with their provenance."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._records = folder, folder / _RECORDS

    def find(self, key: str) -> tuple[Path, dict[str, str]] | None:
        """The file that was kept under a key and its provenance; None where there is none, or not as it was fetched."""
        try:
            record = json.loads((self._records / f"{key}.json").read_bytes())
            path = self._folder / str(record["file"])
            with path.open("rb") as file:
                same = hashlib.file_digest(file, "sha256").hexdigest() == record["sha256"]
        except (OSError, ValueError, KeyError, TypeError):
            return None
        if not same or path.parent != self._folder:
            return None
        return path, {str(name): str(value) for name, value in record.items()}

    @contextmanager
    def part(self) -> Iterator[IO[bytes]]:
        """A file to write into while a transfer runs; gone afterwards unless it was kept.

        Raises:
            FetchError: where the folder takes no file.
        """
        name = None
        try:
            self._records.mkdir(parents=True, exist_ok=True)
            self._sweep()
            with NamedTemporaryFile(suffix=_PART, dir=self._records, delete=False) as file:
                name = file.name
                yield file
        except OSError as error:
            raise FetchError(f"cannot be kept in {self._folder} ({error.strerror or error})") from error
        finally:
            if name:
                with suppress(OSError):
                    Path(name).unlink()

    def keep(self, key: str, name: str, part: IO[bytes], record: Mapping[str, str]) -> Path:
        """Put a whole transfer in its place: the file first, and the record that vouches for it last."""
        path = self._folder / name
        _finish(part, path)
        with NamedTemporaryFile(suffix=_PART, dir=self._records, delete=False) as file:
            file.write(json.dumps({"file": name, **record}, ensure_ascii=False, indent=1).encode())
            _finish(file, self._records / f"{key}.json")
        return path

    def _sweep(self) -> None:
        for left in self._records.glob(f"*{_PART}"):
            with suppress(OSError):
                if time.time() - left.stat().st_mtime > _OLD:
                    left.unlink()


def _finish(file: IO[bytes], path: Path) -> None:
    """Close a written file and move it into place, once the disk has it."""
    file.flush()
    os.fsync(file.fileno())
    file.close()
    Path(file.name).replace(path)


def file_name(text: str) -> str:
    """A name for a file that every system takes: A_RES_80_118."""
    return re.sub(r"[^\w.()-]+", "_", text).strip("._") or "document"

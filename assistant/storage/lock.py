"""The lock of a draft: one process at a time may edit it. The system frees it when that process ends."""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import os
from pathlib import Path

from filelock import FileLock, Timeout

from assistant.errors import DraftInUseError


class Hold:
    """The lock of one draft, and whose it is."""

    def __init__(self, folder: Path, path: Path) -> None:
        self._path = path
        self._file = folder / "lock"
        self._lock = FileLock(self._file, timeout=0, thread_local=False)
        self._owner = folder / "owner.json"

    def take(self, owner: str, since: dt.datetime) -> None:
        """Take the lock and write down whose it is.

        Raises:
            DraftInUseError: where another process has it.
            OSError: where the folder cannot be written.
        """
        try:
            self._lock.acquire()
        except Timeout:
            raise self._in_use() from None
        told = {"owner": owner, "pid": os.getpid(), "since": since.isoformat(timespec="seconds")}
        try:
            self._owner.write_text(json.dumps(told), encoding="utf-8")
        except OSError:
            self._lock.release()
            raise

    def release(self) -> None:
        """Give the lock back; a folder that holds nothing else goes with it."""
        folder = self._file.parent
        with contextlib.suppress(OSError):
            self._owner.unlink()
        with contextlib.suppress(OSError):
            if [path.name for path in folder.iterdir()] == [self._file.name]:
                self._file.unlink()
        self._lock.release()
        with contextlib.suppress(OSError):
            folder.rmdir()

    def _in_use(self) -> DraftInUseError:
        advice = "close it there, or open it for reading only"
        try:
            told = json.loads(self._owner.read_text(encoding="utf-8"))
            owner, pid, since = str(told["owner"]), int(told["pid"]), str(told["since"])
        except (OSError, ValueError, KeyError, TypeError):
            return DraftInUseError(f"{self._path} is open elsewhere; {advice}")
        who = ", ".join(dict.fromkeys((owner, f"process {pid}", f"since {_moment(since)}")))
        message = f"{self._path} is open elsewhere ({who}); {advice}"
        return DraftInUseError(message, owner=owner, pid=pid, since=since)


def _moment(since: str) -> str:
    """A time as people say it here; what is none stands as it is."""
    try:
        at = dt.datetime.fromisoformat(since).astimezone()
    except ValueError:
        return since
    return f"{at:%H:%M} on {at.day} {at:%B %Y}"

"""The hidden folder beside a draft file: its lock, its journal, its snapshots, and what was set aside."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from assistant.storage import snapshots
from assistant.storage.files import TEMPORARY, write_atomically
from assistant.storage.lock import Hold
from assistant.storage.snapshots import Snapshot

_TRIES = 5


@dataclass(frozen=True, slots=True)
class Folder:
    """The folder `.NAME.penholder` beside a draft file; made when something is kept in it."""

    draft: Path

    @property
    def path(self) -> Path:
        """The folder itself."""
        return self.draft.with_name(f".{self.draft.name}.penholder")

    @property
    def journal(self) -> Path:
        """The journal in it."""
        return self.path / "journal.jsonl"

    @property
    def unfinished(self) -> Path:
        """What was being written, in it."""
        return self.path / "unfinished.json"

    def make(self) -> None:
        """Make it, for the eyes of those who may read the draft.

        Raises:
            OSError: where it cannot be made.
        """
        if self.path.is_dir():
            return
        self.path.mkdir(exist_ok=True)
        if self.draft.exists():
            mode = self.draft.stat().st_mode
            # Who may read the file may search the folder.
            self.path.chmod(0o700 | (mode & 0o066) | (mode & 0o044) >> 2)

    def lock(self, owner: str, now: Callable[[], dt.datetime]) -> Hold:
        """Take the draft's lock.

        Raises:
            DraftInUseError: where another process has it.
            OSError: where nothing can be kept in the folder.
        """
        for again in reversed(range(_TRIES)):
            hold = Hold(self.path, self.draft)
            try:
                self.make()
                hold.take(owner, now())
                return hold
            except FileNotFoundError:
                # Another process let go of the draft in between and took the empty folder away.
                if not again:
                    raise
        raise AssertionError

    def sweep(self) -> None:
        """Remove what a crash left half written."""
        for left in self.path.rglob(f"*{TEMPORARY}"):
            left.unlink()

    def keep(self, data: bytes, reason: str, at: dt.datetime) -> Path:
        """Keep a snapshot.

        Raises:
            OSError: where it cannot be written.
        """
        self.make()
        return snapshots.keep(self.path / "snapshots", data, reason, at)

    def kept(self) -> tuple[Snapshot, ...]:
        """The snapshots, oldest first."""
        return snapshots.listed(self.path / "snapshots")

    def set_journal_aside(self, at: dt.datetime, *, whole: bool) -> None:
        """Move the journal away, or keep a copy of it where its beginning goes on to be used.

        Raises:
            OSError: where that cannot be done; the journal is then as it was.
        """
        aside = self.path / "aside"
        aside.mkdir(exist_ok=True)
        kept = aside / f"journal {at.astimezone(dt.UTC):%Y%m%dT%H%M%S.%fZ}.jsonl"
        if whole:
            self.journal.replace(kept)
        else:
            write_atomically(kept, self.journal.read_bytes(), aside)

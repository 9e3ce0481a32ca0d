"""An open draft: every command is on the disk before it shows, the file is written whole or not at all.

How the file, its journal and its snapshots work together is told in docs/draft-file.md.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Self

from assistant.draft import Draft, Entry, bare
from assistant.errors import (
    DraftChangedError,
    DraftReadOnlyError,
    DraftUnreadableError,
)
from assistant.history import History, Step, step
from assistant.storage.files import digest_of, write_atomically, writing
from assistant.storage.folder import Folder
from assistant.storage.journal import Journal
from assistant.storage.ledger import Ledger
from assistant.storage.lock import Hold
from assistant.storage.opening import Found, find, read_file
from assistant.storage.snapshots import Snapshot
from assistant.storage.text import draft_bytes, parse_draft, read_draft_file
from assistant.storage.writing import Unfinished, keep, kept
from precedent.reading.decoding import decode
from precedent.record import Record
from precedent.resolution import Remark

Clock = Callable[[], dt.datetime]

JOURNAL_SIZE = 2_000_000
"""Bytes that a journal grows by before it is begun anew with the last steps."""


def utc_now() -> dt.datetime:
    """The clock of a desk that was given no other."""
    return dt.datetime.now(dt.UTC)


class Desk:
    """A draft file that is open, with its history; made by `Desk.open` and `create`."""

    def __init__(self, path: Path, found: Found, hold: Hold | None, now: Clock, journal_size: int) -> None:
        self.path = path
        """The file itself, where it was opened through a link."""
        self.remarks: tuple[Remark, ...] = found.remarks
        """What was doubtful in the file and in its journal when they were read."""
        self.recovered: tuple[Step, ...] = found.ledger.unsaved
        """Steps that the file did not have when it was opened: the journal had kept them."""
        self._folder = Folder(path)
        self._hold = hold
        self._now = now
        self._ledger = found.ledger
        self._journal = Journal(self._folder.journal, found.first, found.last)
        self._journal_size = journal_size
        self._owed: Record | None = None
        """A line that the journal could not take when the file was saved."""
        self._by_hand = not found.opened.as_written

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        owner: str,
        read_only: bool = False,
        now: Clock = utc_now,
        journal_size: int = JOURNAL_SIZE,
    ) -> Desk:
        """Open a draft file, with everything that was done to it and not yet saved.

        `owner` is shown to who tries to open it meanwhile.

        Raises:
            DraftUnreadableError: where the file is missing or cannot be read.
            DraftInUseError: where another process has it open for editing; reading only is always possible.
            DraftUnwritableError: where nothing can be kept beside it.
        """
        path = path.resolve()
        folder = Folder(path)
        data = read_file(path)
        if read_only:
            return cls(path, find(data, folder.journal, path.name, read_only=True), None, now, journal_size)
        with writing(path, "nothing can be kept beside it, so open it for reading only"):
            hold = folder.lock(owner, now)
            try:
                folder.sweep()
                found = find(read_file(path), folder.journal, path.name)
                _set_aside(folder, found, now())
            except BaseException:
                hold.release()
                raise
        return cls(path, found, hold, now, journal_size)

    @property
    def draft(self) -> Draft:
        """The draft as it is now."""
        return self._ledger.history.draft

    @property
    def history(self) -> History:
        """What was done and undone."""
        return self._ledger.history

    @property
    def dirty(self) -> bool:
        """Whether the draft differs from its file."""
        return self._ledger.dirty

    @property
    def read_only(self) -> bool:
        """Whether it was opened for reading only."""
        return self._hold is None

    def do(self, draft: Draft, description: str) -> Step | None:
        """Make that the draft; the step is on the disk before it shows. None where nothing changed.

        Raises:
            DraftUnwritableError: where the journal cannot be written; the draft is then as it was.
            DraftReadOnlyError: where it was opened for reading only.
        """
        new = replace(draft, entries=tuple(_bare(entry) for entry in draft.entries))
        if new == self.draft:
            return None
        done = step(self.draft, new, description, self._now().isoformat(timespec="seconds"))
        self._write({"did": done.as_record()}, self._ledger.did(done, new))
        return done

    def undo(self) -> Step | None:
        """Take the last step back, also one made before the last save; None at the beginning.

        Raises:
            DraftUnwritableError, DraftReadOnlyError: as for `do`.
        """
        past = self.history.past
        if past:
            self._write({"move": "undo"}, self._ledger.undone())
        return past[-1] if past else None

    def redo(self) -> Step | None:
        """Do the last undone step again; None where there is none.

        Raises:
            DraftUnwritableError, DraftReadOnlyError: as for `do`.
        """
        future = self.history.future
        if future:
            self._write({"move": "redo"}, self._ledger.redone())
        return future[0] if future else None

    def move_to(self, steps: int) -> None:
        """Go back or forth in the history until so many steps are done, in one go.

        Raises:
            DraftUnwritableError, DraftReadOnlyError: as for `do`.
        """
        there = self._ledger.moved_to(steps)
        if len(there.history.past) != len(self.history.past):
            self._write({"move": "to", "steps": len(there.history.past)}, there)

    @property
    def saved_steps(self) -> int | None:
        """After how many steps the file was saved; None where that state was left on another branch."""
        return self._ledger.saved

    def keep_unfinished(self, unfinished: Unfinished | None) -> None:
        """Keep what is being written, though it is no step yet; None once it is one, or was given up.

        Raises:
            DraftUnwritableError, DraftReadOnlyError: as for `do`.
        """
        self._may_edit()
        with writing(self.path, "what is being written is only on the screen"):
            if unfinished is None:
                self._folder.unfinished.unlink(missing_ok=True)
            else:
                keep(self._folder.unfinished, unfinished)

    def unfinished(self) -> Unfinished | None:
        """What was being written when the program that had the draft open ended."""
        return kept(self._folder.unfinished)

    def changed_outside(self) -> bool:
        """Whether another program wrote the file since it was opened or saved here."""
        try:
            return digest_of(read_file(self.path)) not in self._ledger.files
        except DraftUnreadableError:
            return self.path.exists()

    def save(self, *, overwrite: bool = False) -> None:
        """Write the draft to its file, in one move, with the permissions that it has.

        With `overwrite` also over what another program wrote there meanwhile; that is kept as a snapshot.

        Raises:
            DraftChangedError: where another program wrote the file since; nothing was written.
            DraftUnwritableError: where it cannot be written; the file is then as it was.
            DraftReadOnlyError: where it was opened for reading only.
        """
        self._may_edit()
        data = draft_bytes(self.draft)
        digest = digest_of(data)
        with writing(self.path, "the file is as it was, and no change is lost"):
            if self.path.exists() and not os.access(self.path, os.W_OK):
                raise PermissionError(None, "it is write-protected")
            self._keep_what_is_there(overwrite=overwrite)
            self._pay()
            self._append({"saving": digest}, self._ledger.saving(digest))
            write_atomically(self.path, data, self._folder.path)
        self._ledger, self._owed, self._by_hand = self._ledger.saved_as(digest), {"saved": digest}, False
        # The file is written: the journal may be told later, or finds out by itself when the draft is opened.
        with contextlib.suppress(OSError):
            self._pay()

    def _keep_what_is_there(self, *, overwrite: bool) -> None:
        if not self.path.exists():
            return
        changed = self.changed_outside()
        if changed and not overwrite:
            raise DraftChangedError(
                f"{self.path} was written by another program since it was opened here, so nothing was saved. "
                "Take that text up, or save over it; it is then kept as a snapshot"
            )
        if changed or self._by_hand:
            reason = "as another program left it" if changed else "as it was before the first save"
            self._folder.keep(self.path.read_bytes(), reason, self._now())

    def reload(self) -> Step | None:
        """Take up what another program wrote to the file, as a step that can be undone.

        Raises:
            DraftUnreadableError, UnreadableFileError: where the file is missing or cannot be read.
            DraftUnwritableError, DraftReadOnlyError: as for `do`.
        """
        self._may_edit()
        data = read_file(self.path)
        opened = read_draft_file(data, self.path.name)
        done = self.do(opened.draft, "Take up the text of the file")
        self._write({"saved": digest_of(data)}, self._ledger.saved_as(digest_of(data)))
        self._by_hand = not opened.as_written
        return done

    def snapshot(self, reason: str) -> Path:
        """Keep a copy of the draft beside it, before something that replaces much of it.

        Raises:
            DraftUnwritableError: where it cannot be written.
            DraftReadOnlyError: where it was opened for reading only.
        """
        self._may_edit()
        with writing(self.path, "no snapshot was kept and nothing was changed"):
            return self._folder.keep(draft_bytes(self.draft), reason, self._now())

    def snapshots(self) -> tuple[Snapshot, ...]:
        """The copies that were kept, oldest first."""
        return self._folder.kept()

    def restore(self, snapshot: Snapshot) -> Step | None:
        """Make a snapshot the draft again, as a step that can be undone.

        Raises:
            DraftUnreadableError: where the snapshot is gone.
            DraftUnwritableError, DraftReadOnlyError: as for `do`.
        """
        draft = parse_draft(decode(read_file(snapshot.path))[0])
        return self.do(draft, f"Restore the snapshot of {snapshot.at:%d %B %Y, %H:%M} ({snapshot.reason})")

    def close(self) -> None:
        """Let go of the draft; what was not saved stays in the journal."""
        self._journal.close()
        if self._hold:
            self._hold.release()
            self._hold = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _may_edit(self) -> None:
        if self._hold is None:
            raise DraftReadOnlyError(
                f"{self.path} is open for reading only; open it for editing to change it"
            )

    def _write(self, line: Record, ledger: Ledger) -> None:
        """Write a line of the journal, then let the draft be what it leads to."""
        self._may_edit()
        with writing(self._journal.path, "the last change was not made, and everything before it is kept"):
            self._pay()
            self._append(line, ledger)
        if self._journal.grown > self._journal_size:
            trimmed = ledger.trimmed(self._journal_size // 2)
            # A journal that cannot be begun anew now goes on growing.
            with contextlib.suppress(OSError):
                self._journal.begin(trimmed.as_record())
                self._ledger = trimmed

    def _append(self, line: Record, ledger: Ledger) -> None:
        if not self._journal.there:
            self._folder.make()
            self._journal.begin(self._ledger.as_record())
        self._journal.append(line)
        self._ledger = ledger

    def _pay(self) -> None:
        if self._owed:
            self._append(self._owed, self._ledger)
            self._owed = None


def _bare(entry: Entry) -> Entry:
    content = bare(entry.content)
    return entry if content is entry.content else replace(entry, content=content)


def _set_aside(folder: Folder, found: Found, at: dt.datetime) -> None:
    """Keep what the journal holds and the draft does not, before the journal goes on."""
    if found.foreign and found.foreign.dirty:
        folder.keep(
            draft_bytes(found.foreign.history.draft), "unsaved changes to an earlier text of the file", at
        )
    if found.aside:
        folder.set_journal_aside(at, whole=found.last is None)

"""A new draft file."""

from __future__ import annotations

from pathlib import Path

from assistant.draft import Draft
from assistant.errors import DraftExistsError
from assistant.storage.desk import Clock, Desk, utc_now
from assistant.storage.files import write_atomically, writing
from assistant.storage.folder import Folder
from assistant.storage.text import draft_bytes


def create(path: Path, draft: Draft, *, owner: str, replace: bool = False, now: Clock = utc_now) -> Desk:
    """Write a new draft file and open it.

    With `replace` also over a file that is there; that is kept as a snapshot.

    Raises:
        DraftExistsError: where there is such a file already.
        DraftInUseError: where another process has that file open.
        DraftUnwritableError: where it cannot be written.
    """
    path = path.resolve()
    folder = Folder(path)
    with writing(path, "no draft was made"):
        hold = folder.lock(owner, now)
        try:
            if path.exists() and not replace:
                raise DraftExistsError(
                    f"{path} is already there; choose another name, or replace it with --force"
                )
            if path.exists():
                folder.keep(path.read_bytes(), "replaced by a new draft", now())
            if folder.journal.exists():
                folder.set_journal_aside(now(), whole=True)
            write_atomically(path, draft_bytes(draft), folder.path)
        finally:
            hold.release()
    return Desk.open(path, owner=owner, now=now)

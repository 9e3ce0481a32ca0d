"""What stands beside a draft file, told without opening the draft."""

from __future__ import annotations

from pathlib import Path

from assistant.history import Step
from assistant.storage.folder import Folder
from assistant.storage.opening import find, read_file
from precedent.reading.markdown.comments import OWNER


def is_worked_on(path: Path) -> bool:
    """Whether a file is a draft that keeps more than its words: ids, origins, what was put aside, a journal."""
    if not path.is_file():
        return False
    path = path.resolve()
    return Folder(path).path.exists() or f"<!-- {OWNER} ".encode() in path.read_bytes()


def unsaved(path: Path) -> tuple[Step, ...]:
    """The steps that the journal has and the file has not.

    Raises:
        DraftUnreadableError: where the file is missing or cannot be read.
    """
    path = path.resolve()
    journal = Folder(path).journal
    return (
        find(read_file(path), journal, path.name, read_only=True).ledger.unsaved if journal.exists() else ()
    )

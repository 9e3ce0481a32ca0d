"""What stands beside a draft file, told without opening the draft."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from assistant.history import Step
from assistant.storage import writing
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


@dataclass(frozen=True, slots=True)
class Left:
    """What was left unsaved in a draft, and is brought back when it is opened."""

    path: Path
    steps: tuple[str, ...]
    """What was done, in the words of the history, the first thing first."""
    writing: str
    """Words that stood in an open editor."""
    cut_off: bool
    """Whether the program ended without leaving the draft: killed, a lost connection, an empty battery."""

    @property
    def told(self) -> str:
        """In a few words: "3 changes, and words being written"."""
        count = len(self.steps)
        changes = f"{count} change{'' if count == 1 else 's'}" if count else ""
        return ", and ".join(filter(None, (changes, "words being written" if self.writing else "")))


def left(path: Path) -> Left | None:
    """What was left unsaved; None where nothing was, or where another process has the draft open now.

    Raises:
        DraftUnreadableError: where the file is missing or cannot be read.
    """
    path = path.resolve()
    folder = Folder(path)
    if not folder.path.exists() or _is_open(folder.path / "lock"):
        return None
    unfinished = writing.kept(folder.unfinished)
    steps = tuple(step.description for step in unsaved(path))
    if not steps and unfinished is None:
        return None
    return Left(path, steps, unfinished.text if unfinished else "", (folder.path / "owner.json").exists())


def _is_open(lock: Path) -> bool:
    """Whether a process holds the lock; the system frees it when that process ends, however it ends."""
    if not lock.exists():
        return False
    held = FileLock(lock, timeout=0)
    try:
        held.acquire()
    except Timeout:
        return True
    held.release()
    return False

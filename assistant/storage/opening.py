"""What is found when a draft is opened: the file, its journal, and whether the two belong together."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from assistant.errors import DraftUnreadableError
from assistant.history import History
from assistant.storage.files import digest_of
from assistant.storage.journal import Line, trusted
from assistant.storage.ledger import Ledger
from assistant.storage.text import Opened, draft_bytes, read_draft_file
from precedent.resolution import Remark

LARGEST = 50_000_000
"""Bytes; a draft is a few dozen pages."""


@dataclass(frozen=True, slots=True)
class Found:
    """A draft file with its journal."""

    opened: Opened
    ledger: Ledger
    remarks: tuple[Remark, ...]
    first: Line | None = None
    last: Line | None = None
    """The lines of the journal that were used; none where it could not be used at all."""
    aside: bool = False
    """Whether the journal holds what was not used and must be kept aside."""
    foreign: Ledger | None = None
    """What the journal holds, where it belongs to another text than the file's."""


def read_file(path: Path) -> bytes:
    """The bytes of a draft file.

    Raises:
        DraftUnreadableError: where there is no such file, or it cannot be read.
    """
    try:
        size = path.stat().st_size
        if size > LARGEST:
            raise DraftUnreadableError(f"{path} is too large for a draft ({size:,} bytes)")
        return path.read_bytes()
    except FileNotFoundError:
        raise DraftUnreadableError(f"there is no file {path}") from None
    except OSError as error:
        raise DraftUnreadableError(f"{path} cannot be read: {error.strerror}") from error


def find(data: bytes, journal: Path, name: str, *, read_only: bool = False) -> Found:
    """Read a draft file and its journal, and decide what the journal is worth.

    The journal is used only where it says itself that it was begun on this text or saved it.

    Raises:
        DraftUnreadableError: where there is a journal that cannot be read, and the draft is to be edited.
        UnreadableFileError: the file is no draft, but made to hang whoever reads it.
    """
    opened, digest = read_draft_file(data, name), digest_of(data)
    remarks = opened.remarks
    alone = Found(opened, Ledger(History(opened.draft), files=(digest,)), remarks)
    try:
        kept = journal.read_bytes()
    except FileNotFoundError:
        return alone
    except OSError as error:
        if not read_only:
            raise DraftUnreadableError(f"{journal} cannot be read: {error.strerror}") from error
        said = f"The journal of {name} cannot be read ({error.strerror}); what was not saved does not show"
        return Found(opened, alone.ledger, (*remarks, Remark("", said)))
    used, ledger = _replayed(kept)
    if ledger is None:
        said = f"The journal of {name} is damaged from its first line on and was set aside unused"
        return Found(opened, alone.ledger, (*remarks, Remark("", said)), aside=True)
    left = len(kept) - used[-1].end
    if left:
        said = f"The last {left} bytes of the journal of {name} are damaged; all before them was used"
        remarks = (*remarks, Remark("", said))
    if digest not in ledger.files and digest != digest_of(draft_bytes(ledger.history.draft)):
        said = _foreign(name, ledger)
        return Found(opened, alone.ledger, (*remarks, Remark("", said)), aside=True, foreign=ledger)
    if ledger.files[:1] != (digest,):
        # The file was written, and the process ended before the journal said so.
        ledger = ledger.saved_as(digest)
    return Found(opened, ledger, remarks, used[0], used[-1], aside=bool(left))


def _replayed(data: bytes) -> tuple[list[Line], Ledger | None]:
    """The lines that can be trusted and followed, and what they lead to."""
    used: list[Line] = []
    ledger: Ledger | None = None
    for line in trusted(data):
        try:
            ledger = ledger.after(line.record) if ledger else Ledger.from_record(line.record)
        except (KeyError, TypeError, ValueError, IndexError, AttributeError):
            break
        used.append(line)
    return used, ledger


def _foreign(name: str, ledger: Ledger) -> str:
    said = f"{name} was written by another program since it was last open here; its journal was set aside"
    count = len(ledger.unsaved)
    return (
        f"{said}, and the draft with its {count} unsaved changes is kept as a snapshot"
        if ledger.dirty
        else said
    )

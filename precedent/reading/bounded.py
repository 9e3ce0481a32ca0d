"""Reads where it can be ended what may hang its reader or eat the memory, and says what then helps."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, ParamSpec, TypeVar

from precedent import apart
from precedent.apart import EndedError
from precedent.errors import UnreadableFileError

P = ParamSpec("P")
R = TypeVar("R")

_HELP: Final = (
    (b"%PDF-", "take the Word file or the XML of the same document, or print it to a new PDF and read that"),
    (b"PK\x03\x04", "open it in Word, save it as a new file and read that, or take the PDF or the XML"),
    (b"\xd0\xcf\x11\xe0", "save it as .docx in Word and read that"),
    (b"{\\rtf", "save it as .docx in Word and read that"),
)
"""What to do with a file that was given up, by how it begins."""
_OTHERWISE: Final = "fetch it again, or take the part that matters into a file of its own"


def bounded(reader: Callable[..., R], data: bytes, name: str, *more: object) -> R:
    """What a reader makes of a file, in a process of its own.

    Args:
        reader: a function of some module; it is given all that follows.
        data: the file's content.
        name: the file's, for the message.
        more: what else the reader is given.

    Raises:
        UnreadableFileError: it took too long or too much memory, or broke its process; what the reader itself raises.
    """
    try:
        return apart.run(reader, data, name, *more)
    except EndedError as ended:
        raise UnreadableFileError(f"{name}: {given_up(ended, data)}") from ended


def given_up(ended: EndedError, data: bytes) -> str:
    """Why a file was given up, and what to do."""
    head = data[:1024].lstrip()
    helps = next((words for mark, words in _HELP if head.startswith(mark)), None)
    return f"{ended}: {helps or (_HELP[0][1] if b'%PDF-' in head else _OTHERWISE)}"

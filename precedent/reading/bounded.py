"""Reads where it can be ended what may hang its reader or eat the memory, and says what then helps."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final, TypeVar

from precedent.errors import UnreadableFileError

if TYPE_CHECKING:
    from precedent.apart import EndedError

R = TypeVar("R")

SMALL: Final = 200_000
"""Bytes up to which a text is read here: its reader takes no more than its size promises, and to start a process would
take longer. Made to harm, so many bytes take some three seconds."""
_HELP: Final = (
    (b"%PDF-", "take the Word file or the XML of the same document, or print it to a new PDF and read that"),
    (b"PK\x03\x04", "open it in Word, save it as a new file and read that, or take the PDF or the XML"),
)
"""What to do with a file that was given up, by what stands in its beginning."""
_OTHERWISE: Final = "fetch it again, or put the part that matters into a file of its own"


def bounded(reader: Callable[..., R], data: bytes, name: str, *more: Any, apart: bool = False) -> R:  # noqa: ANN401 - whatever the reader takes
    """What a reader makes of a file: of a large one, or of one that may be hostile, in a process of its own.

    Args:
        reader: a function of some module; it is given all that follows.
        data: the file's content.
        name: the file's, for the message.
        more: what else the reader is given.
        apart: whether a small file, too, is read in a process of its own: PDFium in C may hang on it, or crash.

    Raises:
        UnreadableFileError: it took too long or too much memory, or broke its process; what the reader itself raises.
    """
    if not apart and len(data) <= SMALL:
        return reader(data, name, *more)
    from precedent.apart import EndedError, run

    try:
        return run(reader, data, name, *more)
    except EndedError as ended:
        raise UnreadableFileError(f"{name}: {given_up(ended, data)}") from ended


def given_up(ended: EndedError, data: bytes) -> str:
    """Why a file was given up, and what to do."""
    head = data[:1024]
    return f"{ended}: {next((words for mark, words in _HELP if mark in head), _OTHERWISE)}"

"""Reads a Word file: as issued, as our own export writes it, as a delegation returns it.

The words come from the XML itself, every one of them; numbers are counted as Word counts them; notes find their calls.
Tracked changes are read in one of two versions, and the words that only the other has are told with their authors, as
are comments. Macros, links to files and embedded files are never opened.
"""

from __future__ import annotations

from precedent.errors import UnreadableFileError
from precedent.reading.word.document import Document
from precedent.reading.word.package import Package
from precedent.resolution import Resolution
from precedent.review import Version

__all__ = ["read"]


def read(data: bytes, name: str = "", version: Version = "accepted") -> Resolution:
    """The resolution in a Word file.

    Args:
        data: the file.
        name: told in messages.
        version: which of the two texts of a file with tracked changes.

    Raises:
        UnreadableFileError: damaged, locked, without words, far too large; one line says what would help.
    """
    document = Document(Package(data, name), original=version == "original")
    if not document.lines and not document.notes:
        raise UnreadableFileError(f"{name}: is a Word file without words")
    return document.resolution()

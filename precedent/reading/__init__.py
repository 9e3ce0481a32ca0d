"""Reads a file as a resolution, whatever its format and its name.

Readers are total on text: they never refuse one, conserve every word and tell what they doubt in remarks. What is no
text at all is refused with one line that says what it is and what to do instead.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from precedent.errors import UnreadableFileError
from precedent.reading.bounded import bounded
from precedent.reading.recognition import Format, choose
from precedent.resolution import Resolution
from precedent.review import Version

__all__ = ["LARGEST", "Format", "Version", "choose", "content", "read", "read_bytes"]

LARGEST: Final = 50_000_000
"""Bytes; the longest resolutions take a fiftieth of it."""


def read(path: Path, version: Version = "accepted") -> Resolution:
    """The resolution in a file.

    Args:
        path: the file.
        version: which of its two texts, where a word processor tracked changes in it.

    Raises:
        UnreadableFileError: one line with the file's name: missing, forbidden, empty, too large, no text.
    """
    return read_bytes(content(path), str(path), version)


def content(path: Path) -> bytes:
    """The bytes of a file, one more than `LARGEST` at most.

    Raises:
        UnreadableFileError: missing, forbidden, a folder.
    """
    try:
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except OSError as problem:
        raise UnreadableFileError(f"{path}: {_reason(problem)}") from problem
    except ValueError as problem:  # a name with a zero character in it
        raise UnreadableFileError(f"{path}: cannot be opened ({problem})") from problem


def read_bytes(data: bytes, name: str, version: Version = "accepted") -> Resolution:
    """The resolution in the content of a file; `name` is told in messages, `version` is as for `read`.

    What may hang its reader or eat the memory is read where it can be ended (`bounded`).

    Raises:
        UnreadableFileError: as `read`; and where reading takes longer, or more memory, than any text needs.
    """
    if len(data) > LARGEST:
        raise UnreadableFileError(
            f"{name}: is larger than {LARGEST // 1_000_000} MB, so it is no single resolution"
        )
    found = choose(data, name)
    if found in (Format.OLD_WORD, Format.RICH_TEXT, Format.OPEN_DOCUMENT):
        from precedent.reading import converted

        return converted.read(data, name, found, version)
    return bounded(understood, data, name, found, version, apart=found is Format.PDF)


def understood(data: bytes, name: str, found: Format, version: Version) -> Resolution:
    """What the reader of a format makes of a file, however long it takes."""
    # Each reader is imported when it is needed: lxml and markdown-it cost more than the start of the program.
    if found is Format.AKN:
        from precedent.reading import akn

        return akn.read(data, name)
    if found is Format.MARKDOWN:
        from precedent.reading import markdown

        return markdown.read(data, name)
    if found is Format.PDF:
        from precedent.reading import pdf

        return pdf.read(data, name)
    if found is Format.WORD:
        from precedent.reading import word

        return word.read(data, name, version)
    from precedent.reading import plain

    return plain.read(data, name)


def _reason(problem: OSError) -> str:
    if isinstance(problem, FileNotFoundError):
        return "there is no such file"
    if isinstance(problem, PermissionError):
        return "may not be read; check who may read it"
    if isinstance(problem, IsADirectoryError):
        return "is a folder; name the files in it"
    return f"cannot be read ({problem.strerror or problem})"

"""Reads what LibreOffice opens, where it is installed: old Word files, rich text and OpenDocument, by way of .docx.

Comments, tracked changes, numbers and notes come through as LibreOffice understands them; a remark says so.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from precedent import office
from precedent.errors import OfficeError, UnreadableFileError
from precedent.reading.recognition import Format
from precedent.resolution import Remark, Resolution
from precedent.review import Version

SUFFIXES: Final = {Format.OLD_WORD: "doc", Format.RICH_TEXT: "rtf", Format.OPEN_DOCUMENT: "odt"}
_SECONDS: Final = 60.0
"""The longest texts take ten, on a slow machine with a LibreOffice that was never started."""


def read(data: bytes, name: str, form: Format, version: Version = "accepted") -> Resolution:
    """The resolution in a file of one of `SUFFIXES`.

    Raises:
        UnreadableFileError: LibreOffice is not installed, cannot open the file, or takes too long; one line says which
            and what would help.
    """
    from precedent.reading import read_bytes

    suffix = SUFFIXES[form]
    if office.program() is None:
        raise UnreadableFileError(
            f"{name}: is {form.value}, which is read through LibreOffice, and that is not installed here: "
            "install it, or save the file as .docx and read that"
        )
    try:
        made = office.converted(data, suffix, "docx", seconds=_SECONDS)
    except OfficeError as problem:
        raise UnreadableFileError(
            f"{name}: is {form.value}, but {problem}; save it as .docx in Word and read that"
        ) from problem
    found = read_bytes(made, name, version)
    told = Remark("", f"The file is {form.value}; it was read through LibreOffice.")
    return replace(found, remarks=(told, *found.remarks))

"""PDF through LibreOffice, where that is installed: the Word file, printed."""

from __future__ import annotations

from assistant.export.errors import ExportError
from precedent import office
from precedent.errors import OfficeError


def printed(word: bytes) -> bytes:
    """A Word file as PDF.

    Raises:
        ExportError: where LibreOffice is not installed, or fails.
    """
    if office.program() is None:
        raise ExportError(
            "a PDF is made with LibreOffice, which is not installed here; "
            "install it, or write a .docx and print that from Word"
        )
    try:
        return office.converted(word, "docx", "pdf")
    except OfficeError as problem:
        raise ExportError(f"the PDF could not be made: {problem}; write a .docx instead") from problem

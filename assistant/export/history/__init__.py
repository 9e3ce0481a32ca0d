"""The history of a paragraph, or of a whole text: a page (HTML), a picture (SVG), a document (Word, PDF)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from assistant.chronicle import Chart, Chronicle
from assistant.export import replace_file
from assistant.export.errors import ExportError

SUFFIXES = (".html", ".svg", ".docx", ".pdf")


def write_history(told: Chronicle | Chart, path: Path, *, details: Sequence[Chronicle] = ()) -> Path:
    """Write a history to a file in the form that its name ends with; an older file is replaced at once or not at all.

    Args:
        told: the history of a paragraph, or of a whole text.
        path: where to; `.html`, `.svg`, `.docx` or `.pdf`.
        details: of a whole text, the paragraphs that the page tells one by one.

    Raises:
        ExportError: where the form is unknown or the file cannot be written.
    """
    data = history_file(told, path.suffix, details=details)
    try:
        replace_file(path, data)
    except OSError as error:
        raise ExportError(
            f"{path} could not be written ({error.strerror}); choose a folder that exists and may be written to"
        ) from error
    return path


def history_file(told: Chronicle | Chart, suffix: str, *, details: Sequence[Chronicle] = ()) -> bytes:
    """The bytes of the file that `write_history` writes.

    Raises:
        ExportError: where the form is unknown or cannot be made here.
    """
    from assistant.export.history import page, picture

    if suffix.lower() in (".docx", ".pdf"):
        return _document(told, suffix.lower(), details)

    match suffix.lower(), told:
        case ".html", Chronicle():
            return page.paragraph_page(told).encode()
        case ".html", Chart():
            return page.text_page(told, details).encode()
        case ".svg", Chronicle():
            return picture.paragraph_picture(told).encode()
        case ".svg", Chart():
            return picture.text_picture(told).encode()
        case _:
            raise ExportError(
                f"no such form: {suffix or 'a name without an ending'}; use one of {', '.join(SUFFIXES)}"
            )


def _document(told: Chronicle | Chart, suffix: str, details: Sequence[Chronicle]) -> bytes:
    from assistant.export.history.word import paragraph_word, text_word

    data = paragraph_word(told) if isinstance(told, Chronicle) else text_word(told, details)
    if suffix == ".docx":
        return data
    from assistant.export.pdf import printed

    return printed(data)

"""The ledger as a file: Word, PDF, HTML, or CSV for a spreadsheet."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from assistant.chronicle import plain_runs
from assistant.export import replace_file
from assistant.export.errors import ExportError
from assistant.ledger import Ledger

SUFFIXES = (".docx", ".pdf", ".html", ".csv")
COLUMNS = ("Paragraph", "Source", "Adopted", "Vote", "Difference", "Words")

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""With what a cell begins that a spreadsheet would compute."""


def write_ledger(table: Ledger, path: Path) -> Path:
    """Write the ledger to a file in the form that its name ends with; an older file is replaced at once or not at all.

    Raises:
        ExportError: where the form is unknown or the file cannot be written.
    """
    data = ledger_file(table, path.suffix)
    try:
        replace_file(path, data)
    except OSError as error:
        raise ExportError(
            f"{path} could not be written ({error.strerror}); choose a folder that exists and may be written to"
        ) from error
    return path


def ledger_file(table: Ledger, suffix: str) -> bytes:
    """The bytes of the file that `write_ledger` writes.

    Raises:
        ExportError: where the form is unknown.
    """
    match suffix.lower():
        case ".docx":
            from assistant.export.ledger.word import ledger_word

            return ledger_word(table)
        case ".pdf":
            from assistant.export.ledger.word import ledger_word
            from assistant.export.pdf import printed

            return printed(ledger_word(table))
        case ".html":
            from assistant.export.ledger.page import ledger_page

            return ledger_page(table).encode()
        case ".csv":
            return _csv(table).encode("utf-8-sig")  # with the mark by which spreadsheets know the encoding
    raise ExportError(
        f"no such form: {suffix or 'a name without an ending'}; use one of {', '.join(SUFFIXES)}"
    )


def _csv(table: Ledger) -> str:
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in table.rows:
        day = row.adopted.isoformat() if row.adopted else ""
        cells = (row.label, row.source, day, row.vote or "", row.difference, plain_runs(row.runs))
        writer.writerow([f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in cells])
    return stream.getvalue()

"""The ledger as a Word document: one table whose head stands on every page, in the styles of the drafts."""

from __future__ import annotations

from collections.abc import Iterator

from docx.oxml.xmlchemy import BaseOxmlElement

from assistant.export.ledger import COLUMNS
from assistant.export.word.tables import SMALL, looks, marked, paper, table
from assistant.export.word.text import paragraph, plain
from assistant.export.word.xml import element
from assistant.ledger import Ledger, Row

_WIDTHS = (1100, 2000, 1500, 1250, 1250, 6300)
"""Columns in twentieths of a point; together the width between the edges of a Letter page on its side."""


def ledger_word(ledger: Ledger) -> bytes:
    """The file; the same ledger always gives the same bytes."""
    name = f"Sources of {ledger.symbol or 'the draft'}: {ledger.title}"
    return paper(name, _blocks(ledger, name))


def _blocks(ledger: Ledger, name: str) -> Iterator[BaseOxmlElement]:
    yield paragraph("H1", plain(name))
    if ledger.about:
        yield paragraph("Normal", plain(ledger.about))
    yield paragraph(
        "Normal",
        plain(f"{ledger.summary}. Words that are new are "),
        plain("underlined", *looks("insert")),
        plain(", those that are gone "),
        plain("struck out", *looks("delete")),
        plain("."),
        properties=(element("w:spacing", {"w:after": 160}),),
    )
    yield table(_WIDTHS, COLUMNS, (list(_cells(row)) for row in ledger.rows))
    yield paragraph("Normal")


def _cells(row: Row) -> Iterator[list[BaseOxmlElement]]:
    yield [plain(row.label, element("w:b"), SMALL)]
    for words in (row.source or "–", row.day or "–", row.vote or "–", row.difference):
        yield [plain(words, SMALL)]
    yield list(marked(row.runs))

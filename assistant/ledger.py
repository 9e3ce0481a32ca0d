"""The ledger of a draft: paragraph by paragraph the agreed wording behind it, and what differs.

It is the table that a delegation brings to the room: who asks where a paragraph comes from is shown its row.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from assistant.chronicle import Run, changes
from assistant.departing import Degree, Departure
from assistant.draft import Draft
from precedent.resolution import Kind
from precedent.wording import day_words


@dataclass(frozen=True, slots=True)
class Row:
    """One paragraph."""

    label: str
    degree: Degree
    source: str
    """Symbol and label of the agreed wording; empty where none is near."""
    adopted: dt.date | None
    vote: str | None
    runs: tuple[Run, ...]
    """Its words: those that are new and those that are gone marked, against the source. All new where it is new."""

    @property
    def day(self) -> str:
        """The day of adoption in words; empty where it is not known."""
        return day_words(self.adopted) if self.adopted else ""

    @property
    def identical(self) -> bool:
        """Whether every word was agreed."""
        return self.degree is Degree.IDENTICAL

    @property
    def difference(self) -> str:
        """How far it departs, in a word or two."""
        names = {
            Degree.IDENTICAL: "none",
            Degree.LIGHTLY: "lightly edited",
            Degree.REWRITTEN: "rewritten",
            Degree.NEW: "new",
        }
        return names[self.degree]


@dataclass(frozen=True, slots=True)
class Ledger:
    """The whole table."""

    symbol: str
    title: str
    about: str
    """Session and committee."""
    rows: tuple[Row, ...]

    @property
    def summary(self) -> str:
        """How many paragraphs depart how far."""
        counts = {degree: sum(row.degree is degree for row in self.rows) for degree in Degree}
        names = ("in agreed words", "lightly edited", "rewritten", "new")
        told = ", ".join(f"{counts[degree]} {name}" for degree, name in zip(Degree, names, strict=True))
        return f"{len(self.rows)} paragraphs: {told}"


def ledger(draft: Draft, departures: Mapping[str, Departure]) -> Ledger:
    """The ledger of a draft, from how far each of its paragraphs departs, by its id."""
    labels, head = draft.labels, draft.masthead
    rows = [
        _row(labels[entry.id], entry.content.text, departures[entry.id])
        for entry in draft.entries
        if entry.content.kind is not Kind.HEADING and entry.id in departures
    ]
    about = " · ".join(filter(None, (head.session, head.committee)))
    return Ledger(str(head.symbol or ""), draft.title, about, tuple(rows))


def _row(label: str, text: str, departure: Departure) -> Row:
    source = departure.source
    if source is None or departure.degree is Degree.NEW:
        return Row(label, Degree.NEW, "", None, None, (Run("insert", text),))
    # Words that fold alike are the same words, whatever the kind of hyphen.
    runs = (Run("equal", text),) if departure.degree is Degree.IDENTICAL else changes(source.text, text)
    return Row(label, departure.degree, source.name, source.adopted, source.vote, runs)


def ledger_record(table: Ledger) -> dict[str, Any]:
    """The ledger as plain data."""
    return {
        "symbol": table.symbol or None,
        "title": table.title,
        "paragraphs": [
            {
                "label": row.label,
                "difference": row.difference,
                "source": row.source or None,
                "adopted": row.adopted.isoformat() if row.adopted else None,
                "vote": row.vote,
                "words": [[run.kind, run.text] for run in row.runs],
            }
            for row in table.rows
        ],
    }

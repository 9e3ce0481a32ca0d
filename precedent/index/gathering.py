"""From ranked wordings to matches: the same words in many texts told once, with their variants and places."""

# ruff: noqa: S608 - what is put together are conditions and marks of our own; values are always bound

from __future__ import annotations

import datetime as dt
import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence

from precedent.index.filtering import Filter
from precedent.index.protocol import Match, Place, Variant
from precedent.index.ranking import Candidate, Ranked
from precedent.session import Organ

VARIANTS = 40
"""So many of the newest variants of a match are told."""

_PLACES = (
    "SELECT p.wording, w.pattern, p.label, p.opening, w.text, d.symbol, d.organ, d.adopted,"
    " coalesce(nullif(d.title, ''), a.about, '') AS title, coalesce(a.vote, d.vote) AS vote"
    " FROM wording w JOIN passage p ON p.wording = w.id JOIN document d ON d.id = p.document"
    " LEFT JOIN adoption a ON a.key = d.key"
)


def matches(
    connection: sqlite3.Connection, ranked: Sequence[Ranked], only: Filter, limit: int, *, grouped: bool
) -> list[Match]:
    """The best wordings with their places and variants; of a paragraph and its own parts the better one.

    Where they are grouped, of each pattern only the best wording: the others are told as its variants.
    """
    best = ranked[: (6 if grouped else 2) * limit]
    patterns = dict(
        connection.execute(
            "SELECT id, pattern FROM wording WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps([one.candidate.wording for one in best]),),
        ).fetchall()
    )
    heads: dict[int, Ranked] = {}
    for one in best:
        heads.setdefault(patterns[one.candidate.wording] if grouped else one.candidate.wording, one)
    chosen = [(patterns[one.candidate.wording], one) for one in list(heads.values())[: 2 * limit]]
    places = _places(connection, "w.pattern", list({pattern for pattern, _ in chosen}), only)
    by_pattern: dict[int, dict[int, list[sqlite3.Row]]] = defaultdict(dict)
    for row in places:
        by_pattern[row["pattern"]].setdefault(row["wording"], []).append(row)
    found = [
        _match(one, by_pattern[pattern])
        for pattern, one in chosen
        if one.candidate.wording in by_pattern[pattern]
    ]
    return _one_of_each_family(found)[:limit]


def mentions(
    connection: sqlite3.Connection, found: Sequence[Candidate], only: Filter, limit: int
) -> list[Match]:
    """Every place of some wordings as a match of its own, newest first."""
    rows = _places(connection, "w.id", [one.wording for one in found], only)
    return [_told(row, 1.0) for row in rows[:limit]]


def _places(
    connection: sqlite3.Connection, column: str, values: Sequence[int], only: Filter
) -> list[sqlite3.Row]:
    """Every place of some wordings that the filters let through, newest first."""
    cursor = connection.cursor()
    cursor.row_factory = sqlite3.Row
    return cursor.execute(
        f"{_PLACES} WHERE {column} IN (SELECT value FROM json_each(?)){only.sql} ORDER BY p.id DESC",
        (json.dumps(list(values)), *only.values),
    ).fetchall()


def _match(one: Ranked, wordings: dict[int, list[sqlite3.Row]]) -> Match:
    """A match at the newest place of its wording; the other wordings of its pattern are its variants."""
    own = wordings[one.candidate.wording]
    variants = tuple(
        Variant(
            symbol=rows[0]["symbol"],
            label=rows[0]["label"],
            adopted=_day(rows[0]["adopted"]),
            text=rows[0]["text"],
            also=_also(rows[1:]),
        )
        for wording, rows in wordings.items()
        if wording != one.candidate.wording
    )
    return _told(own[0], one.likeness / 100, _also(own[1:]), variants[:VARIANTS], one)


def _told(
    row: sqlite3.Row,
    score: float,
    also: tuple[Place, ...] = (),
    variants: tuple[Variant, ...] = (),
    ranked: Ranked | None = None,
) -> Match:
    return Match(
        symbol=row["symbol"],
        label=row["label"],
        title=row["title"],
        adopted=_day(row["adopted"]),
        vote=row["vote"],
        text=row["text"],
        score=score,
        also=also,
        variants=variants,
        parts=ranked.parts if ranked else (),
        opening=row["opening"],
        organ=Organ(row["organ"]) if row["organ"] else None,
    )


def _also(rows: Iterable[sqlite3.Row]) -> tuple[Place, ...]:
    return tuple(Place(row["symbol"], row["label"]) for row in rows)


def _day(written: str | None) -> dt.date | None:
    return dt.date.fromisoformat(written) if written else None


def _one_of_each_family(found: Iterable[Match]) -> list[Match]:
    """Of a paragraph and its own sub-paragraphs only the better one."""
    kept: list[Match] = []
    for match in found:
        if not any(
            one.symbol == match.symbol
            and (_within(one.label, match.label) or _within(match.label, one.label))
            for one in kept
        ):
            kept.append(match)
    return kept


def _within(inner: str, outer: str) -> bool:
    return inner.startswith(outer + " ")

"""Find passages: a shortlist by the rarest words of the query, put in order by likeness.

A full-text index ranks nothing cheaply when every word of a paragraph is asked for: each common word alone stands in
a tenth of all passages. The rarest words are taken until they name `POSTINGS` passages together; the passages that have
most of them, in different wordings, are the shortlist, and only the shortlist is compared letter by letter. Weighing
the words here takes a little more than half the time of the engine's own ranking and finds as much.
"""

# ruff: noqa: S608 - what is put together are conditions and marks of our own; values are always bound

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate
from math import log

from precedent.index import ranking
from precedent.index.asking import Asked, ask, quoted
from precedent.index.filtering import Filter, marks, named
from precedent.index.protocol import Match, Place, Query
from precedent.index.schema import DAY
from precedent.session import Organ

POSTINGS = 20_000
SHORTLIST = 200
"""Different wordings that are compared."""
FEW = 5
"""A query of so few words is first looked for with all of them."""
NEWEST = 2_000
"""Of the passages that have all of a few words, so many of the newest are ranked."""

_MANY = 1_000_000
"""Passages against which a word's rarity is weighed; only the order of magnitude counts."""

Check = Callable[[], None]
"""Called between steps; raises when the search was cancelled."""


class Searcher:
    """Searches over one connection that `schema.open_to_read` made; one at a time."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._stems: dict[str, str] = {}

    def search(self, query: Query, check: Check) -> list[Match]:
        """Best matches first."""
        asked, only = ask(query.text, plain=query.plain), Filter.of(query)
        shortlist = self._shortlist(asked, only, query, check)
        check()
        texts = self._texts(shortlist)
        rows = [(row, wording, texts[row]) for row, wording in shortlist if row in texts]
        if not rows:
            return []
        newest = max(row >> DAY for row, _, _ in rows)
        ages = [(newest - (row >> DAY)) / 365.25 for row, _, _ in rows]
        order = (
            ranking.order(asked.text, [words for _, _, words in rows], ages)
            if asked.text
            else _newest_first(rows)
        )
        limit = max(query.limit, 0)
        best = [(rows[i][1], score) for i, score in order[: 2 * limit]]
        check()
        return _one_of_each_family(self._matches(best, only))[:limit]

    def mentions(self, phrase: str, organ: Organ | None, limit: int) -> list[Match]:
        """Passages with these running words, newest first, each place its own match."""
        words = ranking.bare(phrase)
        if not words:
            return []
        only = Filter.of(Query(organs=(organ,) if organ else ()))
        found: list[tuple[int, str]] = []
        only.also("true")  # texts and documents are joined whatever the filter
        rows = self._connection.execute(
            f"{named('f.rowid, p.text', only)} ORDER BY f.rowid DESC", (quoted(words), *only.values)
        )
        for row, text in rows:
            if f" {words} " in f" {ranking.bare(text)} ":  # the engine also finds other endings of the words
                found.append((row, text))
                if len(found) >= limit:
                    break
        places = self._places([row for row, _ in found])
        return [_match(places[row], 1.0, ()) for row, _ in found]

    def _shortlist(self, asked: Asked, only: Filter, query: Query, check: Check) -> list[tuple[int, int]]:
        """Row and fingerprint of different wordings, the newest row of each."""
        if query.symbol or not (asked.words or asked.phrases):
            return self._all(asked, only, query)
        must = [quoted(phrase) for phrase in asked.phrases]
        unwanted = "".join(f" NOT {quoted(words)}" for words in asked.without)
        found: dict[int, int] = {}
        if must or len(asked.words) <= FEW:
            everything = " AND ".join(must or map(quoted, asked.words))
            self._look(f"({everything}){unwanted}", only, found)
            if must:
                found = self._having(found, asked.phrases)
            check()
        if not must and len(found) < SHORTLIST:
            self._gather(asked, only, unwanted, found, check)
        return [(row, wording) for wording, row in found.items()]

    def _all(self, asked: Asked, only: Filter, query: Query) -> list[tuple[int, int]]:
        """Everything the filters let through, for want of words; of one document every passage."""
        limit = -1 if query.symbol else max(query.limit, 0) * 8
        rows = self._connection.execute(
            "SELECT p.id, p.wording FROM passage p JOIN document d ON d.id = p.document WHERE true"
            f"{only.sql} ORDER BY p.id DESC LIMIT ?",
            (*only.values, limit),
        ).fetchall()
        newest: dict[int, int] = {}
        for row, wording in rows:
            newest.setdefault(wording, row)
        return [(row, wording) for wording, row in self._having(newest, asked.phrases).items()]

    def _look(self, match: str, only: Filter, found: dict[int, int]) -> None:
        """Add the best of the newest passages for an expression to those found."""
        newest = f"{named('f.rowid, f.rank AS rank', only)} ORDER BY f.rowid DESC LIMIT {NEWEST:d}"
        rows = self._connection.execute(
            f"SELECT rowid FROM ({newest}) ORDER BY rank LIMIT {4 * SHORTLIST:d}", (match, *only.values)
        )
        self._add([row for (row,) in rows], found)

    def _gather(self, asked: Asked, only: Filter, unwanted: str, found: dict[int, int], check: Check) -> None:
        """Add the passages that have most of the rarest words, a rare word counting for more."""
        statement = f"{named('f.rowid', only)} ORDER BY f.rowid DESC"
        weights: dict[int, float] = {}
        for word, count in self._rarest(asked.words):
            check()
            weight = log(1 + _MANY / count)
            for (row,) in self._connection.execute(statement, (quoted(word) + unwanted, *only.values)):
                weights[row] = weights.get(row, 0.0) + weight
        heaviest = sorted(
            weights, key=weights.__getitem__, reverse=True
        )  # of equals the newest first, as they came
        self._add(heaviest[: 4 * SHORTLIST], found)

    def _add(self, rows: Sequence[int], found: dict[int, int]) -> None:
        """Add the wordings of rows to those found, until the shortlist is full; the newest row of each is kept."""
        wordings = dict(
            self._connection.execute(f"SELECT id, wording FROM passage WHERE id IN ({marks(rows)})", rows)
        )
        for row in rows:
            wording = wordings[row]
            if wording in found:
                found[wording] = max(found[wording], row)
            elif len(found) < SHORTLIST:
                found[wording] = row

    def _having(self, found: dict[int, int], phrases: Iterable[str]) -> dict[int, int]:
        """Those that have the phrases word for word."""
        if not phrases:
            return found
        texts = {
            row: f" {ranking.bare(text)} "
            for row, text in self._texts([(row, 0) for row in found.values()]).items()
        }
        return {w: row for w, row in found.items() if all(f" {phrase} " in texts[row] for phrase in phrases)}

    def _rarest(self, words: Sequence[str]) -> list[tuple[str, int]]:
        """The words to look for, and in how many passages each stands: the rarest, as long as the sum is affordable."""
        stems = self._stemmed(words)
        counts: dict[str, int] = dict(
            self._connection.execute(
                f"SELECT word, passages FROM term WHERE passages > 0 AND word IN ({marks(words)})",
                [stems[word] for word in words],
            )
        )
        known = sorted((counts[stems[word]], word) for word in words if stems[word] in counts)
        sums = accumulate(count for count, _ in known)
        return [
            (word, count)
            for n, ((count, word), total) in enumerate(zip(known, sums, strict=True))
            if not n or total <= POSTINGS
        ]

    def _stemmed(self, words: Sequence[str]) -> dict[str, str]:
        """Each word as the index spells it; the engine does it, so that both always agree."""
        new = [word for word in words if word not in self._stems]
        if new:
            self._connection.execute("INSERT INTO temp.asked (asked) VALUES ('delete-all')")
            self._connection.executemany("INSERT INTO temp.asked (rowid, word) VALUES (?, ?)", enumerate(new))
            self._stems.update(dict.fromkeys(new, ""))
            for number, term in self._connection.execute("SELECT doc, term FROM temp.asked_terms"):
                self._stems[new[number]] = term
        return self._stems

    def _texts(self, rows: Sequence[tuple[int, int]]) -> dict[int, str]:
        return dict(
            self._connection.execute(
                f"SELECT id, text FROM passage WHERE id IN ({marks(rows)})", [row for row, _ in rows]
            )
        )

    def _matches(self, best: Sequence[tuple[int, float]], only: Filter) -> list[Match]:
        """One match for each wording, at its newest place that the filters let through."""
        rows: dict[int, list[int]] = {wording: [] for wording, _ in best}
        found = self._connection.execute(
            "SELECT p.wording, p.id FROM passage p JOIN document d ON d.id = p.document"
            f" WHERE p.wording IN ({marks(best)}){only.sql} ORDER BY p.id DESC",
            [*rows, *only.values],
        )
        for wording, row in found:
            rows[wording].append(row)
        places = self._places([row for several in rows.values() for row in several])
        return [
            _match(
                places[rows[wording][0]],
                score / 100,
                tuple(Place(places[row]["symbol"], places[row]["label"]) for row in rows[wording][1:]),
            )
            for wording, score in best
        ]

    def _places(self, rows: Sequence[int]) -> dict[int, sqlite3.Row]:
        cursor = self._connection.cursor()
        cursor.row_factory = sqlite3.Row
        found = cursor.execute(
            "SELECT p.id, p.label, p.opening, p.text, d.symbol, d.organ, d.title, d.adopted,"
            " coalesce(a.vote, d.vote) AS vote FROM passage p JOIN document d ON d.id = p.document"
            f" LEFT JOIN adoption a ON a.key = d.key WHERE p.id IN ({marks(rows)})",
            rows,
        )
        return {row["id"]: row for row in found}


def _newest_first(rows: Sequence[tuple[int, int, str]]) -> list[tuple[int, float]]:
    """In order of their days, the last first, and of one day as the texts have them."""
    return [(i, 100.0) for i in sorted(range(len(rows)), key=lambda i: (-(rows[i][0] >> DAY), rows[i][0]))]


def _one_of_each_family(matches: Iterable[Match]) -> list[Match]:
    """Of a paragraph and its own sub-paragraphs only the better one."""
    kept: list[Match] = []
    for match in matches:
        if not any(
            one.symbol == match.symbol
            and (_within(one.label, match.label) or _within(match.label, one.label))
            for one in kept
        ):
            kept.append(match)
    return kept


def _within(inner: str, outer: str) -> bool:
    return inner.startswith(outer + " ")


def _match(row: sqlite3.Row, score: float, also: tuple[Place, ...]) -> Match:
    return Match(
        symbol=row["symbol"],
        label=row["label"],
        title=row["title"],
        adopted=dt.date.fromisoformat(row["adopted"]) if row["adopted"] else None,
        vote=row["vote"],
        text=row["text"],
        score=score,
        also=also,
        opening=row["opening"],
        organ=Organ(row["organ"]) if row["organ"] else None,
    )

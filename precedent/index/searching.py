"""Find passages: the wordings that the concordance names, put in order by likeness and by what stands behind them.

The concordance (`precedent.index.concordance`) says in a few milliseconds which wordings have the words of a query.
What the store holds beyond it is compared one by one, everything if it is missing: slower, and the same answers.
"""

# ruff: noqa: S608 - what is put together are conditions and marks of our own; values are always bound

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from precedent.index import gathering, ranking
from precedent.index.asking import Asked, ask
from precedent.index.concordance import Concordance, ConcordanceError
from precedent.index.filtering import Filter, hints
from precedent.index.naming import ENOUGH, beginnings
from precedent.index.operators import each_filter, understood
from precedent.index.protocol import Beside, Match, Query
from precedent.index.ranking import Candidate, Ranked
from precedent.index.schema import DAY
from precedent.index.spelling import terms
from precedent.session import Organ
from precedent.wording import fold_title

SHORTLIST = 200
"""Different wordings that are compared."""
MOST = 6400
"""Where filters let hardly anything through, so many wordings are asked for in the end."""
_STRIDE = 500
"""Wordings that are compared between two looks at whether the search was cancelled."""

Check = Callable[[], None]
"""Called between steps; raises when the search was cancelled."""

_CANDIDATE = (
    "SELECT w.id, p.id, w.text, p.opening, d.organ, d.folded_title,"
    " coalesce((SELECT a.vote FROM adoption a WHERE a.key = d.key), d.vote),"
    " (SELECT 1 FROM passage q CROSS JOIN document e ON e.id = q.document WHERE q.wording = w.id AND NOT e.superseded"
    " ORDER BY q.id DESC LIMIT 1)"
)
_PLACE = " JOIN passage p ON p.id = {newest} JOIN document d ON d.id = p.document"
_ANY = "SELECT 1 FROM passage p JOIN document d ON d.id = p.document WHERE true"
_NEWEST = "(SELECT max(id) FROM passage WHERE wording = w.id)"
_NEWEST_OF = (
    "(SELECT max(p.id) FROM passage p JOIN document d ON d.id = p.document WHERE p.wording = w.id{only})"
)


class Searcher:
    """Searches over one connection that `schema.open_to_read` made; one at a time."""

    def __init__(self, connection: sqlite3.Connection, concordance: Concordance) -> None:
        self._connection = connection
        self._concordance = concordance

    def search(self, query: Query, check: Check) -> list[Match]:
        """Best matches first."""
        query = understood(query)
        limit = max(query.limit, 0)
        asked, only = ask(query.text, plain=query.plain), Filter.of(query)
        if query.symbol or asked.nothing:
            found = self._all(asked, only, query, check)
        else:
            found = self._worth_a_look(asked, only, query, check)
        check()
        if not found or not limit:
            return []
        (newest,) = self._connection.execute("SELECT max(id) >> ? FROM passage", (DAY,)).fetchone()
        ages = [(newest - (one.row >> DAY)) / 365.25 for one in found]
        if asked.text:
            ranked = ranking.order(asked.text, found, ages, _folded(query.beside), 6 * limit)
        else:
            ranked = [Ranked(one, 100.0, ()) for one in _newest_first(found)]
        check()
        return gathering.matches(self._connection, ranked, only, limit, grouped=query.grouped)

    def unmet(self, query: Query) -> tuple[str, ...]:
        """The filters that nothing meets, each for itself."""
        filters = [(words, Filter.of(alone)) for words, alone in each_filter(understood(query))]
        return tuple(
            words
            for words, only in filters
            if not self._connection.execute(f"{_ANY}{only.sql} LIMIT 1", only.values).fetchone()
        )

    def mentions(self, phrase: str, organ: Organ | None, limit: int) -> list[Match]:
        """Passages with these running words, newest first, each place its own match."""
        words = ranking.bare(phrase)
        asked = ask(f'"{phrase.replace(chr(34), " ")}"', plain=False)
        if not words or asked.nothing:
            return []
        query = Query(organs=(organ,) if organ else ())
        only, most = Filter.of(query), SHORTLIST
        while True:
            found = self._worth_a_look(asked, only, query, lambda: None, most=most)
            kept = [one for one in found if f" {words} " in f" {ranking.bare(one.text)} "]
            if len(kept) >= limit or len(found) < most or most >= MOST:
                break
            most *= 4
        return gathering.mentions(self._connection, kept, only, limit)

    def _worth_a_look(
        self, asked: Asked, only: Filter, query: Query, check: Check, most: int = SHORTLIST
    ) -> list[Candidate]:
        """Wordings that the concordance names, and those beyond it."""
        covered = self._concordance.covers(self._connection)
        named, complete = list[Candidate](), True
        if covered:
            try:
                named, complete = self._named(asked, only, query, check, most)
            except ConcordanceError:
                covered = 0
        fresh, fresh_complete = self._fresh(asked, only, covered, check)
        if asked.few and not asked.phrases:
            having_all = [*(named if complete else ()), *fresh_complete]
            if len(having_all) >= ENOUGH:
                named, fresh = having_all, []
        return list({one.wording: one for one in (*named, *fresh)}.values())

    def _named(
        self, asked: Asked, only: Filter, query: Query, check: Check, most: int
    ) -> tuple[list[Candidate], bool]:
        """Of the wordings that the concordance names those that the filters let through; more, where hardly any do."""
        opening = beginnings(query.opening or "")
        known = hints(query, opening[-1] if opening else "", self._documents(only))
        while True:
            named = self._concordance.named(asked, known, most)
            check()
            found = [one for one in self._candidates(named.wordings, only) if asked.phrased(one.text)]
            exhausted = len(named.wordings) < most or most >= MOST
            if exhausted or len(found) >= SHORTLIST // 4:
                return found, named.complete
            most *= 4

    def _fresh(
        self, asked: Asked, only: Filter, covered: int, check: Check
    ) -> tuple[list[Candidate], list[Candidate]]:
        """Wordings changed since the concordance was made that may be meant, and those of them with all the words."""
        rows = self._connection.execute(f"{_select(only)} WHERE w.changed > ?", (*only.values, covered))
        some, all_ = list[Candidate](), list[Candidate]()
        for number, row in enumerate(rows):
            if not number % _STRIDE:
                check()
            candidate = Candidate(*row)
            if not asked.phrased(candidate.text):
                continue
            if asked.few or asked.without or asked.phrases:
                words = terms(candidate.text)
                if asked.refused(words) or (asked.few and asked.terms and not asked.any(words)):
                    continue
                if asked.complete(words):
                    all_.append(candidate)
            some.append(candidate)
        return some, all_

    def _candidates(self, wordings: Sequence[int], only: Filter) -> list[Candidate]:
        """Those wordings that stand somewhere that the filters let through, in the order given."""
        rows = self._connection.execute(
            f"{_select(only)} WHERE w.id IN (SELECT value FROM json_each(?))",
            (*only.values, json.dumps(list(wordings))),
        )
        found = {row[0]: Candidate(*row) for row in rows}
        return [found[wording] for wording in wordings if wording in found]

    def _documents(self, only: Filter) -> list[int] | None:
        """Numbers of the documents that the filters let through; None where no filter asks."""
        if not only.documents:
            return None
        conditions = "".join(f" AND {condition}" for condition, _ in only.documents)
        values = [value for _, several in only.documents for value in several]
        rows = self._connection.execute(f"SELECT d.id FROM document d WHERE true{conditions}", values)
        return [number for (number,) in rows]

    def _all(self, asked: Asked, only: Filter, query: Query, check: Check) -> list[Candidate]:
        """Everything the filters let through, for want of words; of one document every passage."""
        limit = -1 if query.symbol else max(query.limit, 0) * 8
        rows = self._connection.execute(
            f"{_CANDIDATE} FROM passage p JOIN document d ON d.id = p.document JOIN wording w ON w.id = p.wording"
            f" WHERE true{only.sql} ORDER BY p.id DESC LIMIT ?",
            (*only.values, limit),
        )
        newest: dict[int, Candidate] = {}
        for row in rows:
            check()
            newest.setdefault(row[0], Candidate(*row))
        return [
            one
            for one in newest.values()
            if asked.phrased(one.text) and not (asked.without and asked.refused(terms(one.text)))
        ]


def _select(only: Filter) -> str:
    """Of wordings w, with the newest place that the filters let through; bind the filters' values first."""
    newest = _NEWEST_OF.format(only=only.sql) if only.conditions else _NEWEST
    return f"{_CANDIDATE} FROM wording w{_PLACE.format(newest=newest)}"


def _folded(beside: Beside | None) -> Beside | None:
    return replace(beside, title=fold_title(beside.title)) if beside else None


def _newest_first(found: Iterable[Candidate]) -> list[Candidate]:
    """In order of their days, the last first, and of one day as the texts have them."""
    return sorted(found, key=lambda one: (-(one.row >> DAY), one.row))

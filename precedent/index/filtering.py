"""The filters of a query: as conditions in the store's language, and as hints to the concordance. Pure."""

# ruff: noqa: S608 - what is put together are conditions and marks of our own; values are always bound

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from precedent.index.asking import sound
from precedent.index.preparing import key
from precedent.index.protocol import Query, Vote
from precedent.index.schema import DAY
from precedent.session import ONES
from precedent.wording import fold_title

_MOST_SESSIONS = 300
_VOTE = "coalesce((SELECT a.vote FROM adoption a WHERE a.key = d.key), d.vote)"
_COMMITTEES = ONES[:6]


@dataclass(frozen=True, slots=True)
class Hints:
    """What the concordance is told of the filters; it may let through more, never less."""

    terms: Mapping[str, Sequence[str | int]] = field(default_factory=dict)
    since: int | None = None
    """Ordinal of a day."""
    until: int | None = None


@dataclass(slots=True)
class Filter:
    """Conditions on a passage p and its document d."""

    conditions: list[str] = field(default_factory=list)
    values: list[object] = field(default_factory=list)
    documents: list[tuple[str, tuple[object, ...]]] = field(default_factory=list)
    """Those on the document that the concordance does not know."""

    @classmethod
    def of(cls, query: Query) -> Filter:
        """What a query's filters demand."""
        found = cls()
        if query.organs:
            found.also(f"d.organ IN ({marks(query.organs)})", *(organ.value for organ in query.organs))
        if query.since:
            found.also("p.id >= ?", query.since.toordinal() << DAY)
        if query.until:
            found.also("p.id < ?", (query.until.toordinal() + 1) << DAY)
        if query.part:
            found.also("p.kind = ?", query.part.value)
        if query.opening and (opening := sound(query.opening).strip(" ,")):
            escaped = _escaped(opening)
            found.also(
                "(p.opening LIKE ? ESCAPE '\\' OR p.opening LIKE ? ESCAPE '\\')", escaped, escaped + " %"
            )
        found._of_documents(query)
        return found

    def also(self, condition: str, *values: object) -> None:
        """Demand one thing more."""
        self.conditions.append(condition)
        self.values += values

    def of_document(self, condition: str, *values: object) -> None:
        """Demand one thing more of the document."""
        self.also(condition, *values)
        self.documents.append((condition, values))

    @property
    def sql(self) -> str:
        """To follow a WHERE with at least one condition."""
        return "".join(f" AND {condition}" for condition in self.conditions)

    def _of_documents(self, query: Query) -> None:
        """What they demand of the document, and the concordance does not know."""
        if query.symbol:
            self.of_document("d.key = ?", key(query.symbol))
        if query.sessions:
            named = _sessions(query.sessions)
            self.of_document(f"d.session IN ({marks(named)})", *named)
        if query.committee:
            self._committee(sound(query.committee))
        if query.series and (title := fold_title(sound(query.series))):
            self.of_document(
                "(d.folded_title LIKE ? ESCAPE '\\'"
                " OR d.folded_title IN (SELECT folded_title FROM document WHERE key = ?))",
                f"%{_escaped(title)}%",
                key(query.series),
            )
        if query.vote:
            condition = {Vote.WITHOUT: f"{_VOTE} = 'without a vote'", Vote.RECORDED: f"{_VOTE} GLOB '[0-9]*'"}
            self.of_document(condition[query.vote])
        for column, name in (("against", query.against), ("abstaining", query.abstaining)):
            if name:
                self.of_document(
                    f"EXISTS (SELECT 1 FROM adoption a WHERE a.key = d.key AND a.{column} LIKE ? ESCAPE '\\')",
                    f"%{_escaped(sound(name))}%",
                )
        if query.sponsor:
            self.of_document(
                "coalesce((SELECT nullif(a.sponsors, '[]') FROM adoption a WHERE a.key = d.key), d.sponsors)"
                " LIKE ? ESCAPE '\\'",
                f"%{_escaped(sound(query.sponsor))}%",
            )

    def _committee(self, said: str) -> None:
        """A committee by number ("2", "C.2"), ordinal or any part of its name; "plenary": none."""
        word = said.strip().lower()
        if word in ("plenary", "none"):
            self.of_document("d.committee IS NULL")
            return
        number = re.fullmatch(r"(?:c\.?)?\s*([1-6])(?:st|nd|rd|th)?", word)
        name = _COMMITTEES[int(number[1]) - 1] if number else word
        self.of_document("d.committee LIKE ? ESCAPE '\\'", f"%{_escaped(name)}%")


def hints(query: Query, beginning: str, documents: Sequence[int] | None) -> Hints:
    """What the concordance can be told of a query's filters.

    Args:
        query: the query.
        beginning: its opening, as the concordance keeps them; empty for none.
        documents: numbers of the documents that its other filters let through; None for all.
    """
    known: dict[str, Sequence[str | int]] = {}
    if query.organs:
        known["organ"] = [organ.value for organ in query.organs]
    if query.part:
        known["kind"] = [query.part.value]
    if beginning:
        known["opening"] = [beginning]
    if documents is not None:
        known["document"] = documents
    return Hints(
        known,
        query.since.toordinal() if query.since else None,
        query.until.toordinal() if query.until else None,
    )


def _sessions(ranges: Sequence[tuple[str, str]]) -> list[str]:
    """Every session of the ranges, as symbols have them."""
    named: list[str] = []
    for first, last in ranges:
        if first.isdecimal() and last.isdecimal() and 0 <= int(last) - int(first) < _MOST_SESSIONS:
            named += [str(number) for number in range(int(first), int(last) + 1)]
        else:
            named += [first.upper(), last.upper()]
    return named


def _escaped(words: str) -> str:
    return words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def marks(values: Sequence[object]) -> str:
    """A question mark for each value."""
    return ", ".join("?" * len(values))

"""Files of facts looked through: what is wrong in them, what is overdue, what contradicts what."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from assistant.facts.kinds import Adopted, Count, Fact, Meeting, Programme, Renamed, Report
from assistant.facts.loading import FactsFile
from assistant.facts.register import Register
from precedent.session import Session
from precedent.wording import day_words


@dataclass(frozen=True, slots=True)
class Trouble:
    """One thing that somebody should look at."""

    kind: str
    """ "error" (an entry that is left out), "contradiction", "overdue"."""
    at: str
    """File and line; for an error they are in the message."""
    message: str

    def __str__(self) -> str:
        return f"{self.at}: {self.message}" if self.at else self.message


def scrutinized(files: Iterable[FactsFile], as_of: dt.date) -> tuple[Trouble, ...]:
    """What is to be looked at in files of facts, in their order; a later file's entries hold."""
    found: list[Trouble] = []
    register = Register()
    for file in files:
        found += (Trouble("error", "", problem) for problem in file.register.problems)
        register = register.extended_by(file.register)
    found += _overruled(register)
    found += _sessions(register)
    for meetings in _series(register):
        found += _counted(meetings, register)
    found += _followed(register)
    found += _overdue(register, as_of)
    return tuple(found)


def newest(facts: Iterable[Fact], register: Register) -> list[Fact]:
    """The entries that hold of each report and statistic, and every other; these are to be refreshed."""
    last: dict[tuple[str, object], Fact] = {}
    for fact in facts:
        name = fact.key[0] if isinstance(fact.key, tuple) and fact.kind != "meeting" else fact.key
        before = last.get((fact.kind, name))
        if before is None or _order(before, register) <= _order(fact, register):
            last[fact.kind, name] = fact
    return list(last.values())


def _order(fact: Fact, register: Register) -> tuple[dt.date, int]:
    year = getattr(fact, "year", 0) or 0
    return (
        (dt.date(year, 1, 1), 0) if isinstance(fact, Report) else (register.since(fact) or dt.date.min, year)
    )


def _overruled(register: Register) -> Iterator[Trouble]:
    for fact in register.overruled:
        holds = register.facts[fact.kind, fact.key]
        if holds.about != fact.about:
            yield Trouble(
                "contradiction", holds.at, f"{holds.about}; but {fact.at}: {fact.about}; the former holds"
            )


def _sessions(register: Register) -> Iterator[Trouble]:
    """A resolution has the session in its number in which it was adopted."""
    for fact in register.of_kind(Adopted):
        organ = fact.symbol.organ
        if organ is None or not fact.symbol.session.isdigit():
            continue
        session = Session.on(fact.adopted, organ)
        # Of a Council's session some texts are adopted in the year before.
        if abs(session.number - int(fact.symbol.session)) > (1 if session.by_year else 0):
            yield Trouble(
                "contradiction", fact.at,
                f"{fact.symbol} is dated {day_words(fact.adopted)}, which is in the {session}",
            )  # fmt: skip
    for slug in {fact.series for fact in register.of_kind(Adopted) if fact.series}:
        editions = sorted((a for a in register.of_kind(Adopted) if a.series == slug), key=lambda a: a.symbol)
        for one, other in itertools.pairwise(editions):
            if one.adopted >= other.adopted:
                yield Trouble(
                    "contradiction", other.at, f"{other.about}, but {one.about} was to come before it"
                )


def _series(register: Register) -> Iterator[Sequence[Meeting]]:
    names = dict.fromkeys(meeting.series for meeting in register.of_kind(Meeting))
    for name in names:
        yield sorted(
            (m for m in register.of_kind(Meeting) if m.series == name and m.ordinal),
            key=lambda m: m.ordinal or 0,
        )


def _counted(meetings: Sequence[Meeting], register: Register) -> Iterator[Trouble]:
    """Ordinals rise with the years, and are what the formula of the series says."""
    counts = {count.series: count for count in register.of_kind(Count)}
    for meeting in meetings:
        count = counts.get(meeting.series)
        ordinal = count.ordinal(meeting.year) if count else None
        if ordinal is not None and ordinal != meeting.ordinal:
            yield Trouble(
                "contradiction",
                meeting.at,
                f"{meeting.about}; by the count of the series that year had {ordinal}",
            )
    for one, other in itertools.pairwise(meetings):
        if (one.first or dt.date(one.year, 1, 1)) >= (other.first or dt.date(other.year, 12, 31)):
            yield Trouble("contradiction", other.at, f"{other.about}; but {one.about} was to come before it")


def _followed(register: Register) -> Iterator[Trouble]:
    programmes = {p.name for p in register.of_kind(Programme)}
    for fact in register.of_kind(Programme):
        if fact.followed_by and fact.followed_by not in programmes:
            yield Trouble("contradiction", fact.at, f"{fact.name}: no programme is called {fact.followed_by}")
    old = {fact.old.casefold() for fact in register.of_kind(Renamed)}
    for renamed in register.of_kind(Renamed):
        if renamed.new.casefold() in old:
            yield Trouble(
                "contradiction", renamed.at, f"{renamed.about}; but {renamed.new} has another name, too"
            )


def _overdue(register: Register, as_of: dt.date) -> Iterator[Trouble]:
    for fact in newest(register.facts.values(), register):
        if fact.refresh is not None and fact.due(as_of):
            yield Trouble("overdue", fact.at, f"{fact.about}; to be refreshed by {day_words(fact.refresh)}")

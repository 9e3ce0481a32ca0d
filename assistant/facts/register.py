"""The register: all facts of one or more files, and what may be told on a day.

Whoever asks says by which day: what was not known then is not told, so that a check as of an earlier day finds
what it would have found on that day.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from assistant.facts.kinds import Adopted, Count, Fact, Meeting, Programme, Report, Statistic
from precedent.session import Organ
from precedent.symbol import Symbol

AnyFact = TypeVar("AnyFact", bound=Fact)


@dataclass(frozen=True)
class Register:
    """The facts of one or more files; where two tell of the same thing, the later one holds."""

    facts: Mapping[tuple[str, Hashable], Fact] = field(default_factory=dict)
    """By kind and key."""
    problems: tuple[str, ...] = ()
    """One line for each entry or file that was left out: which file and line, which key, what is wrong."""

    overruled: tuple[Fact, ...] = ()
    """Entries in whose place a later one stands."""

    @classmethod
    def of(cls, facts: Iterable[Fact] = (), problems: Iterable[str] = ()) -> Register:
        """A register of these entries."""
        held: dict[tuple[str, Hashable], Fact] = {}
        overruled = []
        for fact in facts:
            if (fact.kind, fact.key) in held:
                overruled.append(held[fact.kind, fact.key])
            held[fact.kind, fact.key] = fact
        return cls(held, tuple(problems), tuple(overruled))

    def extended_by(self, later: Register) -> Register:
        """This register and another one, whose entries hold where both have one."""
        replaced = tuple(fact for key, fact in self.facts.items() if key in later.facts)
        return Register(
            {**self.facts, **later.facts},
            self.problems + later.problems,
            self.overruled + later.overruled + replaced,
        )

    def of_kind(self, kind: type[AnyFact]) -> tuple[AnyFact, ...]:
        """Every entry of one kind."""
        return self._by_kind.get(kind, ())  # type: ignore[return-value]

    @cached_property
    def _by_kind(self) -> dict[type[Fact], tuple[Fact, ...]]:
        found: dict[type[Fact], list[Fact]] = {}
        for fact in self.facts.values():
            found.setdefault(type(fact), []).append(fact)
        return {kind: tuple(facts) for kind, facts in found.items()}

    @cached_property
    def adopted(self) -> dict[str, Adopted]:
        """Adopted resolutions by symbol."""
        return {fact.key: fact for fact in self.of_kind(Adopted)}

    @cached_property
    def meetings(self) -> dict[tuple[str, int], Meeting]:
        """Meetings by series and ordinal (year, where they have none)."""
        return {fact.key: fact for fact in self.of_kind(Meeting)}

    # What was known on a day

    def known(self, kind: type[AnyFact], as_of: dt.date) -> tuple[AnyFact, ...]:
        """The entries of one kind that could be known by then."""
        return tuple(fact for fact in self.of_kind(kind) if self.told(fact, as_of))

    def told(self, fact: Fact, as_of: dt.date) -> bool:
        """Whether an entry could be known by then."""
        if isinstance(fact, Adopted):
            return fact.adopted <= as_of
        if isinstance(fact, Count):
            return True
        if isinstance(fact, Meeting) and fact.over <= as_of:
            return True
        since = self.since(fact)
        return since is not None and since <= as_of

    def since(self, fact: Fact) -> dt.date | None:
        """Since when an entry may be told; None where its source tells no day."""
        if fact.known is not None:
            return fact.known
        if fact.source not in self._adoptions:
            self._adoptions[fact.source] = self.adoption(fact.source)
        return self._adoptions[fact.source]

    @cached_property
    def _adoptions(self) -> dict[str, dt.date | None]:
        """The days of sources, as far as somebody asked: every check does."""
        return {}

    def adoption(self, source: str) -> dt.date | None:
        """When a source was adopted; the end of its session where only that is known, None for no resolution."""
        symbol = source_symbol(source)
        if symbol is None:
            return None
        entry = self.adopted.get(str(symbol))
        if entry is not None:
            return entry.adopted
        if symbol.kind != "resolution" or symbol.year is None:
            return None
        ahead = symbol.organ is Organ.GENERAL_ASSEMBLY
        return dt.date(symbol.year + 1, 9, 30) if ahead else dt.date(symbol.year, 12, 31)

    # Questions

    def resolution(self, symbol: Symbol, as_of: dt.date) -> Adopted | None:
        """An adopted resolution, if it was adopted by then."""
        found = self.adopted.get(str(symbol))
        return found if found is not None and found.adopted <= as_of else None

    def editions(self, symbol: Symbol, as_of: dt.date) -> tuple[Adopted, ...]:
        """The series that a resolution is of, as far as it was adopted by then, oldest first; () for none."""
        own = self.resolution(symbol, as_of)
        if own is None or not own.series:
            return ()
        found = [a for a in self.adopted.values() if a.series == own.series and a.adopted <= as_of]
        return tuple(sorted(found, key=lambda a: (a.adopted, a.symbol)))

    def meetings_known(self, unit: str, as_of: dt.date) -> tuple[Meeting, ...]:
        """The meetings counted in that unit that had been held, or announced by their source, by then."""
        return tuple(
            m
            for m in self.of_kind(Meeting)
            if m.unit == unit and m.ordinal is not None and self.told(m, as_of)
        )

    def reports(self, as_of: dt.date) -> dict[str, tuple[Report, ...]]:
        """The editions of each series of reports known by then, oldest first."""
        found: dict[str, list[Report]] = {}
        for report in self.known(Report, as_of):
            found.setdefault(report.series, []).append(report)
        return {name: tuple(sorted(each, key=lambda r: r.year)) for name, each in found.items()}

    def statistics(self, as_of: dt.date) -> dict[str, tuple[Statistic, ...]]:
        """The values of each statistic known by then, the one that holds last."""
        found: dict[str, list[Statistic]] = {}
        for value in self.known(Statistic, as_of):
            found.setdefault(value.measures, []).append(value)

        def order(value: Statistic) -> tuple[int, dt.date]:
            """By the year told of; a value of no stated year is of the one before its source."""
            since = self.since(value) or dt.date.min
            return value.year or since.year - 1, since

        return {name: tuple(sorted(each, key=order)) for name, each in found.items()}

    def programme(self, name: str, as_of: dt.date) -> Programme | None:
        """A programme of action by its name, if it could be known by then."""
        return next((p for p in self.known(Programme, as_of) if p.name == name), None)


_LABEL = re.compile(r"(?: [A-Z])? (?:PP|OP|FN|Annex).*$")
"""The paragraph of a source: " PP2", " OP61 (e)"."""


def source_symbol(source: str) -> Symbol | None:
    """The document that a source names first; None for one without a symbol."""
    try:
        return Symbol.parse(_LABEL.sub("", source))
    except ValueError:
        return None

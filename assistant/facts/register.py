"""The register: which resolutions were adopted when, which meetings were held when.

Whoever asks says by which day: what was not known then is not told, so that a check as of an earlier day finds
what it would have found on that day.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass

from precedent.index.protocol import Card
from precedent.session import Organ
from precedent.symbol import Symbol


@dataclass(frozen=True, slots=True, kw_only=True)
class Adopted:
    """One adopted resolution."""

    symbol: Symbol
    adopted: dt.date
    source: str
    """Where the day can be read: "A/RES/80/118 PP2"; the text's own symbol where its adoption note says so."""
    series: str = ""
    """The series that it is an edition of; empty for a text that stands alone."""
    title: str = ""
    """In short."""

    @property
    def card(self) -> Card:
        """What an index would tell of it."""
        return Card(
            symbol=str(self.symbol),
            organ=self.symbol.organ,
            session=self.symbol.session,
            number=self.symbol.number,
            title=self.title,
            adopted=self.adopted,
            vote=None,
            draft_symbol=None,
            agenda_item=None,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """One of the recurring meetings of a body, or one edition of an event."""

    series: str
    """Full name of the body or event."""
    names: tuple[str, ...]
    """How texts call it."""
    unit: str
    """What they count: "session", "meeting", "symposium"."""
    year: int
    source: str
    ordinal: int | None = None
    first: dt.date | None = None
    """First day; like the last one, None where no official text was read that gives it."""
    last: dt.date | None = None
    place: str = ""
    known: dt.date | None = None
    """Since when it may be relied on before it is over; None: since the source was adopted."""

    @property
    def over(self) -> dt.date:
        """The day by which it has been held."""
        return self.last or dt.date(self.year, 12, 31)

    @property
    def key(self) -> tuple[str, int]:
        """What tells it from the others of its series."""
        return self.series, self.year if self.ordinal is None else self.ordinal


@dataclass(frozen=True, slots=True)
class Register:
    """The facts of one or more files; where two tell of the same thing, the later one holds."""

    adopted: dict[str, Adopted]
    """By symbol."""
    meetings: dict[tuple[str, int], Meeting]
    problems: tuple[str, ...] = ()
    """One line for each file that was left out: which file, which key, what is wrong."""

    @classmethod
    def of(
        cls, adopted: Iterable[Adopted] = (), meetings: Iterable[Meeting] = (), problems: tuple[str, ...] = ()
    ) -> Register:
        """A register of these entries."""
        return cls({str(a.symbol): a for a in adopted}, {m.key: m for m in meetings}, problems)

    def extended_by(self, later: Register) -> Register:
        """This register and another one, whose entries hold where both have one."""
        return Register(
            self.adopted | later.adopted, self.meetings | later.meetings, self.problems + later.problems
        )

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
            for m in self.meetings.values()
            if m.unit == unit and m.ordinal is not None and self._known(m, as_of)
        )

    def _known(self, meeting: Meeting, as_of: dt.date) -> bool:
        """Whether a meeting had been held by then, or its source was out."""
        if meeting.over <= as_of:
            return True
        since = meeting.known or self._adoption(meeting.source)
        return since is not None and since <= as_of

    def _adoption(self, source: str) -> dt.date | None:
        """When a source was adopted; the end of its session where only that is known, None for no resolution."""
        try:
            symbol = Symbol.parse(_LABEL.sub("", source))
        except ValueError:
            return None
        entry = self.adopted.get(str(symbol))
        if entry is not None:
            return entry.adopted
        if symbol.kind != "resolution" or symbol.year is None:
            return None
        ahead = symbol.organ is Organ.GENERAL_ASSEMBLY
        return dt.date(symbol.year + 1, 9, 30) if ahead else dt.date(symbol.year, 12, 31)


_LABEL = re.compile(r"(?: [A-Z])? (?:PP|OP|FN|Annex).*$")
"""The paragraph of a source: " PP2", " OP61 (e)"."""

"""The kinds of facts that a register holds. Each entry says where it can be read and since when it may be told."""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import ClassVar

from precedent.index.protocol import Card
from precedent.symbol import Symbol
from precedent.wording import day_words


class Trust(StrEnum):
    """How well an entry is founded."""

    OFFICIAL = "official"
    """It was read in an official text, or follows from one by arithmetic."""
    ONE_PAGE = "one page"
    """It was read on one page only: good enough to look, not to be put in place unlooked at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """What every entry has."""

    kind: ClassVar[str]
    """As `penholder facts` calls it, and as files of facts head its tables."""

    source: str
    """Where it can be read: "A/RES/80/118 PP2"; the text's own symbol where its adoption note says so."""
    known: dt.date | None = None
    """Since when it may be relied on; None: since the source was adopted."""
    trust: Trust = Trust.OFFICIAL
    refresh: dt.date | None = None
    """By when somebody should look for something newer."""
    at: str = field(default="", compare=False)
    """File and line of the entry, for whoever has to mend it."""

    @property
    def key(self) -> Hashable:
        """What tells it from the others of its kind; a later entry of the same key holds."""
        raise NotImplementedError

    @property
    def about(self) -> str:
        """The entry in a line."""
        raise NotImplementedError

    def due(self, as_of: dt.date) -> bool:
        """Whether somebody should have looked for something newer."""
        return self.refresh is not None and self.refresh < as_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Adopted(Fact):
    """One adopted resolution."""

    kind: ClassVar[str] = "resolution"

    symbol: Symbol
    adopted: dt.date
    series: str = ""
    """The series that it is an edition of; empty for a text that stands alone."""
    title: str = ""
    """In short."""

    @property
    def key(self) -> str:
        """Its symbol."""
        return str(self.symbol)

    @property
    def about(self) -> str:
        """Symbol, day, title."""
        return ", ".join(filter(None, (f"{self.symbol} of {day_words(self.adopted)}", self.title)))

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
class Plan:
    """Days or a place that were announced for a meeting before it was put off or moved."""

    source: str
    first: dt.date | None = None
    last: dt.date | None = None
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting(Fact):
    """One of the recurring meetings of a body, or one edition of an event.

    Its `known` is needed only where it is told before it is over by a source that is no resolution.
    """

    kind: ClassVar[str] = "meeting"

    series: str
    """Full name of the body or event."""
    names: tuple[str, ...]
    """How texts call it."""
    unit: str
    """What they count: "session", "meeting", "symposium"."""
    year: int
    ordinal: int | None = None
    first: dt.date | None = None
    """First day; like the last one, None where no official text was read that gives it."""
    last: dt.date | None = None
    place: str = ""
    plans: tuple[Plan, ...] = ()
    """What was announced before it was put off or moved, in that order."""

    @property
    def over(self) -> dt.date:
        """The day by which it has been held."""
        return self.last or dt.date(self.year, 12, 31)

    @property
    def key(self) -> tuple[str, int]:
        """Series, and ordinal or year."""
        return self.series, self.year if self.ordinal is None else self.ordinal

    @property
    def about(self) -> str:
        """Series, which one, days, place."""
        which = f"{self.unit} {self.ordinal}, {self.year}" if self.ordinal else str(self.year)
        days = f"{self.first} to {self.last}" if self.first else ""
        return f"{self.series}: {', '.join(filter(None, (which, days, self.place)))}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Count(Fact):
    """How the meetings of a series are counted: the ordinal is the year less a number, in these years."""

    kind: ClassVar[str] = "count"

    series: str
    names: tuple[str, ...]
    unit: str
    less: int
    first: int
    """First year of which it holds."""
    last: int

    @property
    def key(self) -> str:
        """The series."""
        return self.series

    @property
    def about(self) -> str:
        """The formula."""
        return f"{self.series}: {self.unit} number = year − {self.less}, {self.first}–{self.last}"

    def ordinal(self, year: int) -> int | None:
        """Which one a year had; None outside of the years of which that is known."""
        return year - self.less if self.first <= year <= self.last else None

    def year(self, ordinal: int) -> int | None:
        """In which year one was held."""
        return ordinal + self.less if self.first <= ordinal + self.less <= self.last else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report(Fact):
    """One edition of a recurring report that has its year in its name."""

    kind: ClassVar[str] = "report"

    series: str
    names: tuple[str, ...]
    """What stands before the year: "State of Broadband", "State of Broadband Report"."""
    year: int
    title: str = ""
    """What stands after the year and a colon or dash; empty where the editions have no title of their own."""

    @property
    def key(self) -> tuple[str, int]:
        """Series and year."""
        return self.series, self.year

    @property
    def about(self) -> str:
        """Series, year, title."""
        return f"{self.series} {self.year}" + (f": {self.title}" if self.title else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Statistic(Fact):
    """One value of a figure that texts carry from edition to edition."""

    kind: ClassVar[str] = "statistic"

    measures: str
    """What it measures, the same words for all its values: "women who use the Internet, world"."""
    wordings: tuple[str, ...]
    """How texts put it: `{}` stands for the figure, `…` for words within the sentence."""
    beside: tuple[str, ...]
    """Words that the paragraph must have too."""
    unit: str
    """ "per cent", "billion people"."""
    value: Decimal
    about_word: str = ""
    """ "almost", "more than": goes before the value."""
    year: int | None = None
    """Year that it is told of."""
    edition: str = ""
    """Of the publication that has it: "Facts and Figures 2025"; old years are told anew in later ones."""
    instead: str = ""
    """What is measured instead, once the register has a value of that."""

    @property
    def words(self) -> str:
        """The value with its unit."""
        return f"{self.value:f} {self.unit}"

    @property
    def key(self) -> tuple[str, str, int | None, str, str]:
        """What is measured, of which year, in which edition or text."""
        return self.measures, self.unit, self.year, self.edition, "" if self.edition else self.source

    @property
    def about(self) -> str:
        """What is measured, value, year, edition."""
        told = ", ".join(filter(None, (str(self.year) if self.year else "", self.edition)))
        value = " ".join(filter(None, (self.about_word, self.words)))
        return f"{self.measures}: {value}" + (f" ({told})" if told else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme(Fact):
    """A programme of action, with its years, and the one that follows it."""

    kind: ClassVar[str] = "programme"

    name: str
    names: tuple[str, ...]
    symbol: Symbol | None = None
    """The resolution that adopted or endorsed it."""
    first: int | None = None
    last: int | None = None
    followed_by: str = ""

    @property
    def key(self) -> str:
        """Its name."""
        return self.name

    @property
    def about(self) -> str:
        """Name, years, resolution."""
        years = f"{self.first}–{self.last}" if self.first and self.last else ""
        return ", ".join(filter(None, (self.name, years, str(self.symbol or ""))))


@dataclass(frozen=True, slots=True, kw_only=True)
class Renamed(Fact):
    """A thing that has another name now; what it was called at the time stands where an older date goes with it."""

    kind: ClassVar[str] = "renamed"

    old: str
    new: str
    since: dt.date

    @property
    def key(self) -> str:
        """The old name."""
        return self.old.casefold()

    @property
    def about(self) -> str:
        """Old name, new name, since when."""
        return f"{self.old} → {self.new}, since {day_words(self.since)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mandate(Fact):
    """A mandate, or a decision, that a later one took the place of."""

    kind: ClassVar[str] = "mandate"

    name: str
    wordings: tuple[str, ...]
    """Words that are out of date; `…` stands for words within the sentence."""
    doubtful: tuple[str, ...] = ()
    """Words that may be: they recall what was decided before."""
    by: Symbol
    """What took its place."""
    now: str
    """What holds now, in a line."""

    @property
    def key(self) -> str:
        """Its name."""
        return self.name

    @property
    def about(self) -> str:
        """Name and what holds now."""
        return f"{self.name}: {self.now} ({self.by})"


KINDS: dict[str, type[Fact]] = {
    each.kind: each for each in (Adopted, Meeting, Count, Report, Statistic, Programme, Renamed, Mandate)
}

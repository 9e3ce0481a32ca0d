"""The kinds of reference that a text can make, each a span and what its words mean.

A reference never copies words: `text(source)` reads them from the text it was found in.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TypeAlias

from precedent.resolution import Span
from precedent.session import Organ
from precedent.symbol import Symbol


@dataclass(frozen=True, slots=True)
class _Found:
    """What all kinds share."""

    span: Span
    quoted: bool = field(default=False, kw_only=True)
    """Whether it stands between quotation marks, as part of a title."""

    def text(self, source: str) -> str:
        """Its words in the text where it was found."""
        return self.span.of(source)


@dataclass(frozen=True, slots=True)
class _Citation(_Found):
    """A number and, where the words give it, a date.

    The span covers the number, and the date where it follows at once: "70/1 of 25 September 2015". In a list
    that shares one date only the last number's span reaches to it; the others know it by `date_span`.
    """

    symbol: Symbol
    number: str
    """As cited: "77/256 A", "217 A (III)", "2223 (2015)"."""
    date: dt.date | None
    date_span: Span | None
    number_span: Span
    own: bool
    """Whether the organ that speaks adopted it (where that is unknown: whether the words say "its")."""
    body: str
    """Who adopted it in the text's words: "General Assembly", "Council"; empty where they name none."""

    @property
    def dated(self) -> bool:
        """Whether the words give its date, alone or shared with others of a list."""
        return self.date is not None


@dataclass(frozen=True, slots=True)
class ResolutionCitation(_Citation):
    """One resolution of one of the four organs, cited by its number."""


@dataclass(frozen=True, slots=True)
class DecisionCitation(_Citation):
    """One decision of one of the organs, cited by its number."""


@dataclass(frozen=True, slots=True)
class OtherCitation(_Found):
    """A resolution or decision of a body that is none of the four organs, or of one the words do not tell."""

    kind: str
    """ "resolution" or "decision"."""
    body: str
    number: str
    date: dt.date | None
    date_span: Span | None
    number_span: Span


@dataclass(frozen=True, slots=True)
class DocumentReference(_Found):
    """A document by its whole symbol: A/77/440."""

    symbol: Symbol


@dataclass(frozen=True, slots=True)
class DateReference(_Found):
    """One day; where the words leave the year to a later date of the same list, it is that one's."""

    date: dt.date


@dataclass(frozen=True, slots=True)
class DayRange(_Found):
    """Days from the first to the last: "from 7 to 11 April 2025", "16 and 17 December 2025"."""

    start: dt.date
    end: dt.date


@dataclass(frozen=True, slots=True)
class DayMonth(_Found):
    """A day, or days, of no stated year: "8 March", "24–31 October"."""

    day: int
    month: int
    last_day: int
    last_month: int


@dataclass(frozen=True, slots=True)
class MonthReference(_Found):
    """One month of one year: "June 2025"."""

    year: int
    month: int


@dataclass(frozen=True, slots=True)
class YearReference(_Found):
    """One year."""

    year: int
    in_name: bool = False
    """Whether it belongs to a name: "2030 Agenda", "Agenda 2063"."""


@dataclass(frozen=True, slots=True)
class PeriodReference(_Found):
    """Years from the first to the last: "2018–2027", "2003 to 2005", "2024/25", "1990s"."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class SessionReference(_Found):
    """An ordinal, or a year, with what it counts: "seventy-eighth session", "2026 session", "first report".

    In a list ("tenth and eleventh sessions") each ordinal is a reference; the last one's span reaches to the
    noun.
    """

    number: int
    words: str
    """The number as the text has it, in lower case: "seventy-eighth", "2026", "28th"."""
    body: str | None
    """Whose session it is, or what event: "General Assembly", "World Water Forum"; None where unknown."""
    organ: Organ | None
    unit: str
    """What is counted, in lower case and singular: "session", "meeting", "anniversary", "forum" …"""


@dataclass(frozen=True, slots=True)
class Figure(_Found):
    """A quantity: "57 per cent", "2.6 billion people", "two thirds", "11,000"."""

    value: Decimal
    """With million and billion worked in; of "two thirds" the exact fraction rounded to 28 digits."""
    unit: str
    """ "per cent", "people", "United States dollars"; empty where the text names none."""
    approximate: str
    """The word before it: "nearly", "more than", "an estimated"; empty where there is none."""


@dataclass(frozen=True, slots=True)
class ParagraphReference(_Found):
    """Paragraphs of this text or of another: "paragraph 7 (a) above", "paragraphs 15 to 17"."""

    numbers: tuple[str, ...]
    """Each paragraph, ranges spelled out: "7 (a)", "15", "16", "17"."""
    where: str
    """ "above", "below", "present" (of the present resolution), "of resolution" (of one cited) or ""."""


Reference: TypeAlias = (
    ResolutionCitation
    | DecisionCitation
    | OtherCitation
    | DocumentReference
    | DateReference
    | DayRange
    | DayMonth
    | MonthReference
    | YearReference
    | PeriodReference
    | SessionReference
    | Figure
    | ParagraphReference
)

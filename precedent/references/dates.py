"""Days, ranges of days, months, years and periods."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import TypeAlias

from precedent.references.kinds import (
    DateReference,
    DayMonth,
    DayRange,
    MonthReference,
    PeriodReference,
    YearReference,
)
from precedent.references.patterns import DAY, MONTH, MONTHS, YEAR, pattern
from precedent.resolution import Span

Days: TypeAlias = DateReference | DayRange | DayMonth

SINGLE = rf"{DAY} {MONTH},? {YEAR}\b"
"""One whole date, as a citation carries it."""

_JOIN = r"(?: to | until | through | and |, | ?[–-] ?)"
_SECOND = rf"(?P<day>{DAY})(?:st|nd|rd|th)? (?P<month>{MONTH})\b(?:,? (?P<year>{YEAR})\b)?"
_FIRST = rf"(?P<first>{DAY})(?:, {DAY}){{0,9}}(?: (?P<first_month>{MONTH})(?:,? (?P<first_year>{YEAR}))?)?"
_DAYS = pattern(rf"(?<![\dA-Z_/.])(?<!\d,)(?:{_FIRST}(?P<join>{_JOIN}))?{_SECOND}")
_AMERICAN = pattern(rf"\b(?P<month>{MONTH}) (?P<day>{DAY})(?:st|nd|rd|th)?, (?P<year>{YEAR})\b")
_MONTHS = pattern(
    rf"\b(?:(?P<first>{MONTH})(?: (?P<first_year>{YEAR}))?(?P<join>{_JOIN}))?"
    rf"(?P<month>{MONTH}) (?P<year>{YEAR})\b"
)
_YEARS = pattern(
    rf"(?<![\w/.,])(?<!\d[–-])(?P<first>{YEAR})(?:(?P<decade>s)\b"
    rf"|(?P<join> ?[–/-] ?)(?P<short>{YEAR}|\d\d)\b(?![/–-]\d|[.,]\d)"
    rf"|(?P<spoken> to | until | through | and )(?P<last>{YEAR})\b(?![/–-]\d|[.,]\d))?"
    rf"(?!\w|[/–-]\d|[.,]\d)"
)
_NOT_YEAR_BEFORE = re.compile(
    r"(?:\b(?:vols?|nos?|pp?|paras?|arts?|chaps?|sects?|iso|numbers?)\.? +"
    r"(?:\d+(?:[–-]| and |, ))?|[$€£#] ?)$",
    re.IGNORECASE,
)
_NOT_YEAR_AFTER = pattern(r" (?:dollars|euros|people|persons|kilomet|square|nautical|per cent)")
_LINK = pattern(r"(?:,? (?:and|or) |, )(?:(?:from|on) )?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?")
_NEAR = dt.timedelta(days=3)


def find_days(text: str) -> Iterator[Days | MonthReference]:
    """Days and months in a text made even; those without a year take it from the next of their list."""
    days = _with_years(text, [found for match in _DAYS.finditer(text) for found in _days(text, match)])
    yield from days
    for match in _AMERICAN.finditer(text):
        if date := _date(match["day"], match["month"], match["year"]):
            yield DateReference(Span(*match.span()), date)
    for match in _MONTHS.finditer(text):
        if match["first"] and (match["first_year"] or match["join"].strip() != ","):
            year = int(match["first_year"] or match["year"])
            end = match.start("join")
            yield MonthReference(Span(match.start(), end), year, MONTHS.index(match["first"]) + 1)
        yield MonthReference(
            Span(match.start("month"), match.end()), int(match["year"]), MONTHS.index(match["month"]) + 1
        )


def find_years(text: str) -> Iterator[YearReference | PeriodReference]:
    """Years and periods of years in a text made even."""
    for match in _YEARS.finditer(text):
        if _NOT_YEAR_BEFORE.search(text, max(0, match.start() - 16), match.start()) or _NOT_YEAR_AFTER.match(
            text, match.end()
        ):
            continue
        first = int(match["first"])
        if match["decade"]:
            yield PeriodReference(Span(*match.span()), first, first + 9)
        elif match["join"] or match["spoken"]:
            yield from _period(text, match, first)
        else:
            yield _year(text, match.start("first"), first)


def _period(text: str, match: re.Match[str], first: int) -> Iterator[YearReference | PeriodReference]:
    words = match["short"] or match["last"]
    last = int(words) if len(words) == 4 else first - first % 100 + int(words)
    between = (match["spoken"] or "").strip() != "and" or text[: match.start()].rstrip().endswith("between")
    if between and last > first:
        yield PeriodReference(Span(*match.span()), first, last)
        return
    yield _year(text, match.start("first"), first)
    if len(words) == 4:
        yield _year(text, match.end() - 4, last)


def _year(text: str, start: int, year: int) -> YearReference:
    end = start + 4
    after, before = text[end : end + 2], text[:start].rstrip()
    named = after[:1] == " " and after[1:].isupper()
    if not named and before != text[:start]:
        word = before[before.rfind(" ") + 1 :]
        named = word[:1].isupper() and word.isalpha() and len(before) > len(word) and word not in MONTHS
    return YearReference(Span(start, end), year, named)


def _days(text: str, match: re.Match[str]) -> Iterator[Days]:
    """One match is one day, a range, or two days joined by "and"."""
    last = Span(match.start("day"), match.end())
    one = _day(last, match["day"], match["month"], match["year"])
    if match["first"] is None:
        yield from one
        return
    joined = match["join"].strip() in ("and", ",")
    first_span = Span(match.start(), match.start("join"))
    if match["first_year"] and joined and not text[: match.start()].endswith("between "):
        yield from _day(first_span, match["first"], match["first_month"], match["first_year"])
        yield from one
    elif match["join"].strip() == "," and not match["first_month"]:
        yield from one  # "12, 14 May": the first number belongs to something else
    elif found := _range(match, joined=joined):
        yield found
    else:
        if match["first_month"]:
            yield from _day(
                first_span, match["first"], match["first_month"], match["first_year"] or match["year"]
            )
        yield from one


def _range(match: re.Match[str], *, joined: bool) -> DayRange | DayMonth | None:
    span, month = Span(*match.span()), match["first_month"] or match["month"]
    if match["year"] is None:
        start, end = _date(match["first"], month, "2000"), _date(match["day"], match["month"], "2000")
        if (
            start is None
            or end is None
            or start >= end
            or (joined and end - start > _NEAR and match["first_month"])
        ):
            return None
        return DayMonth(span, start.day, start.month, end.day, end.month)
    end = _date(match["day"], match["month"], match["year"])
    start = _date(match["first"], month, match["first_year"] or match["year"])
    if start and end and start > end and match["first_month"] and not match["first_year"] and not joined:
        start = _date(match["first"], month, str(end.year - 1))
    if start is None or end is None or start >= end:
        return None
    if joined and match["first_month"] and not match["first_year"] and end - start > _NEAR:
        return None
    return DayRange(span, start, end)


def _day(span: Span, day: str, month: str, year: str | None) -> Iterator[DateReference | DayMonth]:
    if date := _date(day, month, year or "2000"):
        yield (
            DateReference(span, date) if year else DayMonth(span, date.day, date.month, date.day, date.month)
        )


def _date(day: str, month: str, year: str) -> dt.date | None:
    try:
        return dt.date(int(year), MONTHS.index(month) + 1, int(day))
    except ValueError:
        return None


def read_date(text: str) -> dt.date | None:
    """A whole date as `SINGLE` finds it; None where the calendar has no such day."""
    day, month, year = text.replace(",", " ").split()
    return _date(day, month, year)


def _with_years(text: str, days: list[Days]) -> list[Days]:
    """Give days without a year that of the date they lead to: "4 and 5 May and 2 June 2025"."""
    for index in range(len(days) - 2, -1, -1):
        day, after = days[index], days[index + 1]
        if isinstance(day, DayMonth) and not isinstance(after, DayMonth):
            if not _LINK.fullmatch(text, day.span.end, after.span.start):
                continue
            days[index] = _dated(day, after.start if isinstance(after, DayRange) else after.date)
    return days


def _dated(day: DayMonth, before: dt.date) -> Days:
    """The day in the year of the date that follows it, unless it would come after that date."""
    try:
        start = dt.date(before.year, day.month, day.day)
        end = dt.date(before.year, day.last_month, day.last_day)
    except ValueError:  # 29 February of an ordinary year
        return day
    if not start <= end < before:
        return day
    return DateReference(day.span, start) if start == end else DayRange(day.span, start, end)

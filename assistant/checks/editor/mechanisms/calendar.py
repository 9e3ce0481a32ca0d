"""Days that the calendar does not have, weekdays that do not fit, dates all in digits."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from assistant.checks.editor.place import Hit, Place, guarded
from precedent.references.patterns import MONTH, MONTHS

_DAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WRITTEN: Final = re.compile(
    rf"\b(?:(?P<weekday>{'|'.join(_DAYS)}),? )?(?P<day>\d{{1,2}}) (?P<month>{MONTH}) (?P<year>[12]\d{{3}})\b"
)
_DIGITS: Final = re.compile(r"(?<![\w./-])(\d{1,2})([./-])(\d{1,2})\2((?:19|20)\d\d)(?![\w/-])")
_ISO: Final = re.compile(r"(?<![\w./-])((?:19|20)\d\d)-(\d\d)-(\d\d)(?![\w/-])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """Dates whose weekday is another, and days that no month has."""

    def meets(self, place: Place) -> Iterator[Hit]:
        """Each such date: the weekday, or where there is no such day the date."""
        for match in _WRITTEN.finditer(place.text):
            if _quoted(match, place):
                continue
            day = _day(match["day"], str(MONTHS.index(match["month"]) + 1), match["year"])
            if day is None:
                said = f"{match['month']} {match['year']} has no day {match['day']}"
                yield Hit(match.start("day"), match.end(), None, said)
            elif match["weekday"] and _DAYS[day.weekday()] != match["weekday"]:
                right = _DAYS[day.weekday()]
                said = f"{written(day)} is a {right}: either the day or the weekday is wrong"
                yield Hit(*match.span("weekday"), None, said)


@dataclass(frozen=True, slots=True, kw_only=True)
class Digits:
    """Dates all in digits; the words are offered where only one day can be meant."""

    def meets(self, place: Place) -> Iterator[Hit]:
        """Each such date."""
        for match in _DIGITS.finditer(place.text):
            first, second, year = match[1], match[3], match[4]
            days = {_day(first, second, year), _day(second, first, year)} - {None}
            if days and not _quoted(match, place):
                yield _offered(match, days)
        for match in _ISO.finditer(place.text):
            day = _day(match[3], match[2], match[1])
            if day is not None and not _quoted(match, place):
                yield _offered(match, {day})


def _offered(match: re.Match[str], days: set[dt.date | None]) -> Hit:
    meant = sorted(written(day) for day in days if day is not None)
    if len(meant) == 1:
        return Hit(*match.span(), meant[0])
    return Hit(*match.span(), None, f"a date is written out: {' or '.join(meant)}")


def written(day: dt.date) -> str:
    """A date as texts have it: 14 December 2022."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _day(day: str, month: str, year: str) -> dt.date | None:
    try:
        return dt.date(int(year), int(month), int(day))
    except ValueError:
        return None


def _quoted(match: re.Match[str], place: Place) -> bool:
    return any(each.start <= match.start() and match.end() <= each.end for each in guarded(place))

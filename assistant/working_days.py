"""Working days at United Nations Headquarters: until when a draft is to be handed in before it is acted upon.

A draft is handed in at least four full business days before action: it is circulated the day before (rule 78 of the
rules of procedure of the General Assembly) and takes time to process. Older notices said three. Source: guidelines of
the General Assembly for the submission of draft proposals (2019).
"""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files
from typing import Any

from assistant.errors import FactsUnreadableError

FULL_DAYS = 4
"""Full business days between the day on which a draft is handed in and the meeting that acts on it."""

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True)
class YearlyHoliday:
    """A holiday whose day is known by rule."""

    name: str
    month: int = 0
    day: int = 0
    weekday: int = 0
    """0 for Monday, with `nth`."""
    nth: int = 0
    """Which such day of the month, -1 for the last; 0 where `day` or `easter` settles it."""
    easter: int | None = None
    """Days from Easter Sunday of the Western churches; -2 for Good Friday."""

    def in_year(self, year: int) -> dt.date:
        """The day on which it is observed."""
        if self.easter is not None:
            return easter_sunday(year) + dt.timedelta(self.easter)
        if not self.nth:
            day = dt.date(year, self.month, self.day)
            return day + dt.timedelta({5: -1, 6: 1}.get(day.weekday(), 0))
        first = dt.date(year, self.month, 1)
        days = [
            day
            for step in range(31)
            if (day := first + dt.timedelta(step)).month == self.month and day.weekday() == self.weekday
        ]
        return days[self.nth if self.nth < 0 else self.nth - 1]


@dataclass(frozen=True, slots=True)
class Holidays:
    """The register of holidays."""

    every_year: tuple[YearlyHoliday, ...] = ()
    of_the_year: tuple[tuple[str, tuple[dt.date, ...]], ...] = ()
    """Holidays whose days are set anew each year, with the days that are known."""

    def on(self, day: dt.date) -> str:
        """The holiday of a day; empty for none."""
        named = (
            h.name for h in self.every_year for year in (day.year, day.year + 1) if h.in_year(year) == day
        )
        dated = (name for name, days in self.of_the_year if day in days)
        return next(iter((*named, *dated)), "")

    def unknown_in(self, year: int) -> tuple[str, ...]:
        """Holidays of a year whose days are not in the register."""
        return tuple(name for name, days in self.of_the_year if all(day.year != year for day in days))

    def extended_by(self, other: Holidays) -> Holidays:
        """This register and another one."""
        merged = dict(self.of_the_year)
        for name, days in other.of_the_year:
            merged[name] = tuple(sorted({*merged.get(name, ()), *days}))
        return replace(
            self, every_year=(*self.every_year, *other.every_year), of_the_year=tuple(merged.items())
        )


@dataclass(frozen=True, slots=True)
class Deadline:
    """Until when a draft is to be handed in."""

    day: dt.date
    meeting: dt.date
    skipped: tuple[tuple[dt.date, str], ...] = ()
    """Holidays in between, with their names."""
    unknown: tuple[str, ...] = ()
    """Holidays of the year whose days are not known, so that the day may be earlier."""


def deadline(meeting: dt.date, holidays: Holidays, *, full_days: int = FULL_DAYS) -> Deadline:
    """The last day on which a draft may be handed in for action at a meeting.

    Between that day and the meeting there are `full_days` working days.
    """
    day, left = meeting, full_days + 1
    skipped = []
    while left:
        day -= dt.timedelta(1)
        if name := holidays.on(day):
            skipped.append((day, name))
        elif day.weekday() < 5:
            left -= 1
    return Deadline(day, meeting, tuple(reversed(skipped)), holidays.unknown_in(meeting.year))


def easter_sunday(year: int) -> dt.date:
    """Easter of the Western churches (the Gregorian reckoning of Meeus, Jones and Butcher)."""
    golden, century = year % 19, year // 100
    corrected = (century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15) % 30
    moon = corrected - (corrected // 28) * (1 - (29 // (corrected + 1)) * ((21 - golden) // 11))
    weekday = (year + year // 4 + moon + 2 - century + century // 4) % 7
    offset = moon - weekday
    month = 3 + (offset + 40) // 44
    return dt.date(year, month, offset + 28 - 31 * (month // 4))


@lru_cache(maxsize=1)
def shipped_holidays() -> Holidays:
    """The register that comes with the program."""
    text = files("assistant").joinpath("holidays.toml").read_text(encoding="utf-8")
    return parse_holidays(text, "holidays.toml")


def parse_holidays(text: str, name: str) -> Holidays:
    """The register in the text of a file.

    Raises:
        FactsUnreadableError: names the file and what is wrong.
    """
    try:
        page = tomllib.loads(text)
        return Holidays(
            tuple(_yearly(entry) for entry in page.get("every_year", ())),
            tuple(_dated(page.get("of_the_year", ()))),
        )
    except (tomllib.TOMLDecodeError, KeyError, TypeError, ValueError, IndexError) as error:
        raise FactsUnreadableError(f"{name}: this register of holidays cannot be used ({error!r})") from error


def _yearly(entry: Mapping[str, Any]) -> YearlyHoliday:
    holiday = YearlyHoliday(
        name=entry["name"],
        month=entry.get("month", 0),
        day=entry.get("day", 0),
        weekday=_WEEKDAYS.index(entry["weekday"]) if "weekday" in entry else 0,
        nth=entry.get("nth", 0),
        easter=entry.get("easter"),
    )
    holiday.in_year(2024)  # what is no day is told at once
    return holiday


def _dated(entries: list[Mapping[str, Any]]) -> Iterator[tuple[str, tuple[dt.date, ...]]]:
    for entry in entries:
        days = tuple(entry["days"])
        if not all(isinstance(day, dt.date) for day in days):
            message = f"the days of {entry['name']} are to be dates like 2026-05-27"
            raise ValueError(message)
        yield entry["name"], days

"""Dates that chance must work out: in digits, and with a weekday that does not fit."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from precedent.references.patterns import MONTHS
from precedent.resolution import Resolution
from slip_kinds.planting import Slip, SlipKind, swapped

_DAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_DATE: Final = swapped("", rf"\b\d{{1,2}} (?:{'|'.join(MONTHS)}) \d{{4}}\b", r"\g<0>")


def _dates(text: Resolution) -> Iterator[tuple[Slip, dt.date]]:
    for slip in _DATE.find(text):
        day, month, year = slip.words.split()
        try:
            yield slip, dt.date(int(year), MONTHS.index(month) + 1, int(day))
        except ValueError:
            continue


def _in_digits(text: Resolution) -> Iterator[Slip]:
    for slip, day in _dates(text):
        yield replace(slip, words=day.strftime("%d/%m/%Y"))


def _with_points(text: Resolution) -> Iterator[Slip]:
    for slip, day in _dates(text):
        yield replace(slip, words=day.strftime("%d.%m.%Y"))


def _wrong_weekday(text: Resolution) -> Iterator[Slip]:
    for slip, day in _dates(text):
        yield replace(slip, words=f"{_DAYS[(day.weekday() + 2) % 7]}, {slip.words}")


DATES: Final = (
    SlipKind("a date in digits", _in_digits),
    SlipKind("a date with points", _with_points),
    SlipKind("a weekday that does not fit", _wrong_weekday),
)

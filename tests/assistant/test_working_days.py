"""Until when a draft is handed in: working days, and the holidays of Headquarters."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.errors import FactsUnreadableError
from assistant.working_days import Holidays, deadline, easter_sunday, parse_holidays, shipped_holidays

NAMED = {
    2017: ["2 January", "14 April", "29 May", "26 June", "4 July", "1 September", "4 September", "23 November",
           "25 December"],
    2020: ["1 January", "10 April", "25 May", "26 May", "3 July", "31 July", "7 September", "26 November",
           "25 December"],
    2024: ["1 January", "29 March", "10 April", "27 May", "17 June", "4 July", "2 September", "28 November",
           "25 December"],
}  # fmt: skip
"""The holidays that the Secretariat announced for each year."""


@pytest.mark.parametrize(("year", "announced"), NAMED.items())
def test_the_register_gives_what_was_announced(year: int, announced: list[str]) -> None:
    first = dt.date(year, 1, 1)
    days = [first + dt.timedelta(step) for step in range(366)]
    found = [day for day in days if day.year == year and shipped_holidays().on(day)]
    assert [f"{day.day} {day:%B}" for day in found] == announced
    assert shipped_holidays().unknown_in(year) == ()


def test_what_is_not_known_is_told() -> None:
    assert shipped_holidays().unknown_in(2031) == ("Eid al-Fitr", "Eid al-Adha")


@pytest.mark.parametrize(
    ("meeting", "until"),
    [
        ("2025-11-14", "2025-11-07"),  # Friday: Monday to Thursday are full
        ("2025-11-10", "2025-11-03"),
        ("2026-12-01", "2026-11-23"),  # Thanksgiving on 26 November
        ("2024-04-12", "2024-04-04"),  # Eid al-Fitr on 10 April
    ],
)
def test_four_full_working_days_lie_between(meeting: str, until: str) -> None:
    assert deadline(dt.date.fromisoformat(meeting), shipped_holidays()).day == dt.date.fromisoformat(until)


@given(meeting=st.dates(dt.date(1990, 1, 1), dt.date(2090, 1, 1)), full=st.integers(0, 10))
def test_days_between_are_counted_one_by_one(meeting: dt.date, full: int) -> None:
    holidays = shipped_holidays()
    until = deadline(meeting, holidays, full_days=full)
    between = [until.day + dt.timedelta(n) for n in range(1, (meeting - until.day).days)]
    working = [day for day in between if day.weekday() < 5 and not holidays.on(day)]
    assert len(working) == full
    assert until.day.weekday() < 5
    assert not holidays.on(until.day)
    assert [day for day, _ in until.skipped] == [day for day in between if holidays.on(day)]


def test_easter() -> None:
    assert [easter_sunday(year) for year in (1961, 2008, 2011, 2038)] == [
        dt.date(1961, 4, 2),
        dt.date(2008, 3, 23),
        dt.date(2011, 4, 24),
        dt.date(2038, 4, 25),
    ]


def test_a_register_of_the_house_adds_days() -> None:
    own = parse_holidays('[[of_the_year]]\nname = "Eid al-Adha"\ndays = [2031-04-02]\n', "own.toml")
    known = shipped_holidays().extended_by(own)
    assert known.on(dt.date(2031, 4, 2)) == "Eid al-Adha"
    assert known.on(dt.date(2024, 6, 17)) == "Eid al-Adha"
    assert known.unknown_in(2031) == ("Eid al-Fitr",)


@pytest.mark.parametrize(
    "text",
    [
        "days =",
        '[[every_year]]\nname = "X"\nmonth = 13\nday = 1',
        '[[every_year]]\nname = "X"\nweekday = "Someday"\nmonth = 1\nnth = 1',
        '[[of_the_year]]\nname = "X"\ndays = ["soon"]',
        "[[of_the_year]]\ndays = []",
        '[[every_year]]\nname = "X"\nmonth = 2\nday = 30',
    ],
)
def test_a_register_that_is_wrong_names_its_file(text: str) -> None:
    with pytest.raises(FactsUnreadableError, match=r"own\.toml"):
        parse_holidays(text, "own.toml")


def test_no_holidays_at_all() -> None:
    assert deadline(dt.date(2026, 1, 5), Holidays()).day == dt.date(2025, 12, 29)

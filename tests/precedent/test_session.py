"""Sessions and the days on which their texts are adopted."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from precedent.session import Organ, Session

GA, ECOSOC, HRC = Organ.GENERAL_ASSEMBLY, Organ.ECONOMIC_AND_SOCIAL_COUNCIL, Organ.HUMAN_RIGHTS_COUNCIL


@pytest.mark.parametrize(
    ("day", "organ", "number"),
    [
        (dt.date(2025, 12, 15), GA, 80),
        (dt.date(2026, 6, 30), GA, 80),
        (dt.date(2020, 9, 14), ECOSOC, 2021),
        (dt.date(2022, 12, 8), ECOSOC, 2023),
        (dt.date(2024, 7, 23), ECOSOC, 2024),
        (dt.date(2012, 12, 20), ECOSOC, 2012),
        (dt.date(2026, 11, 27), ECOSOC, 2027),
        (dt.date(2023, 10, 11), HRC, 54),
        (dt.date(2026, 11, 27), Organ.SECURITY_COUNCIL, 2026),
    ],
)
def test_the_session_of_a_day(day: dt.date, organ: Organ, number: int) -> None:
    assert Session.on(day, organ).number == number


@given(day=st.dates(dt.date(2006, 6, 1), dt.date(2060, 1, 1)), organ=st.sampled_from(list(Organ)))
def test_a_session_has_the_days_that_are_counted_to_it(day: dt.date, organ: Organ) -> None:
    first, last = Session.on(day, organ).days
    assert first <= day <= last

"""What is cited, with which date and title, and what of it is not so."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from precedent.citations import Cited, citations_of, quoted_title, same_title, slips
from precedent.resolution import Remark, Resolution, Span
from precedent.session import Organ
from tests.shelf import Shelf, adopted_text

GA = Organ.GENERAL_ASSEMBLY


def cited(text: str) -> list[tuple[str, str | None, str | None]]:
    return [
        (c.symbol, c.date.isoformat() if c.date else None, c.title) for c in citations_of("PP1", text, GA)
    ]


def test_a_list_shares_its_date_and_what_follows_a_comma_does_not() -> None:
    assert cited("its resolutions 61/276 and 61/279 of 29 June 2007") == [
        ("A/RES/61/276", "2007-06-29", None), ("A/RES/61/279", "2007-06-29", None),
    ]  # fmt: skip
    assert cited("its resolutions 70/1, and 70/299 of 29 July 2016") == [
        ("A/RES/70/1", None, None), ("A/RES/70/299", "2016-07-29", None),
    ]  # fmt: skip


def test_a_resolution_of_a_commission_is_not_the_assembly_s() -> None:
    words = "the adoption, by the Commission of Pilots at its seventy-ninth session, of resolution 79/8 of 19 May 2023"
    assert cited(words) == []


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("resolution 70/1 of 25 September 2015, entitled “Lamps: the plan”, in which", "Lamps: the plan"),
        ("resolution 70/1, entitled “The “Lamps” of the sea”,", "The “Lamps” of the sea"),
        ("resolution 70/1, annex, entitled “Lamps”", "Lamps"),
        ("resolution 70/1 on lamps, entitled “Lamps”", None),
        ("resolution 70/1 of 25 September 2015 on “Lamps”", None),
    ],
)
def test_a_title_is_what_is_quoted_after_entitled(words: str, title: str | None) -> None:
    span = quoted_title(words, words.index("70/1") + 4)
    assert (span.of(words) if span else None) == title


@pytest.mark.parametrize(
    ("said", "title", "same"),
    [
        ("the lamps of the sea", "The Lamps of the Sea", True),
        ("Lamps of the sea", "The lamps of the sea", True),
        ("Confidencebuilding lamps", "Confidence-building lamps", True),
        ("Boats", "“Boats” under the name “Ships”", True),
        ("Lamps for the sea", "Lamps of the sea", False),
    ],
)
def test_titles_are_compared_by_their_words(said: str, title: str, same: bool) -> None:
    assert same_title(said, title) is same


def a_shelf(*remarks: Remark) -> Shelf:
    text = Resolution(title="Lamps", remarks=remarks)
    return Shelf(adopted_text("A/RES/74/45", dt.date(2019, 12, 12), text))


def told(shelf: Shelf, place: Cited) -> list[tuple[str, str, str]]:
    return [(slip.what, slip.said, slip.right) for slip in slips(shelf, place)]


def test_slips_say_what_is_right() -> None:
    place = Cited("PP1", "A/RES/74/45", Span(0, 5), date=dt.date(2019, 12, 19), title="Oars")
    assert told(a_shelf(), place) == [("date", "2019-12-19", "2019-12-12"), ("title", "Oars", "Lamps")]
    assert not told(a_shelf(), replace(place, date=dt.date(2019, 12, 12), title="lamps"))
    assert not told(a_shelf(), replace(place, symbol="A/RES/74/46"))


def test_a_day_that_the_reader_was_unsure_of_is_held_against_nobody() -> None:
    place = Cited("PP1", "A/RES/74/45", Span(0, 5), date=dt.date(2019, 12, 10))
    doubt = Remark("", "The file gives 2019-12-12 as the day of adoption, its text 2019-12-10.")
    assert told(a_shelf(), place)
    assert not told(a_shelf(doubt), place)

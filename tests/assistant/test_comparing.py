"""Which line of one text became which of another, and what kind of change it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.comparing import MANY, Line, Nature, Row, compared, nature

LAMPS = "Recalling its resolution 80/41 of 9 December 2025 on lamps,"
TIDES = "Noting that tides rise and fall in every harbour,"
BUOYS = "Welcoming the buoys that were laid in the strait,"


def lines(*texts: str) -> list[Line]:
    return [Line(f"{MANY}preamble", text) for text in texts]


def test_a_line_reworked_is_one_line() -> None:
    later = LAMPS.replace("80/41 of 9 December 2025", "81/12 of 7 December 2026")
    assert compared(lines(LAMPS, TIDES), lines(later, TIDES)) == (Row(0, 0), Row(1, 1))


def test_what_went_stands_before_what_came() -> None:
    assert compared(lines(LAMPS, TIDES), lines(LAMPS, BUOYS)) == (Row(0, 0), Row(1, None), Row(None, 1))


def test_a_line_that_moved_has_a_row_at_both_places() -> None:
    found = compared(lines(LAMPS, TIDES, BUOYS), lines(TIDES, BUOYS, LAMPS))
    assert found == (
        Row(0, None, moved=True, twin=2),
        Row(1, 0),
        Row(2, 1),
        Row(None, 2, moved=True, twin=0),
    )


def test_a_line_a_little_like_one_far_away_did_not_move() -> None:
    cut = "Recalling the lamps of its resolution of December on sails and rowing boats,"
    found = compared(lines(LAMPS, TIDES, BUOYS), lines(TIDES, BUOYS, cut))
    assert not any(row.moved for row in found)


def test_of_a_title_there_is_one_however_it_changed() -> None:
    assert compared([Line("title", "Lamps")], [Line("title", "Of boats and sails")]) == (Row(0, 0),)


def test_lines_of_two_parts_are_never_one() -> None:
    found = compared([Line(f"{MANY}preamble", TIDES)], [Line(f"{MANY}operative", TIDES)])
    assert found == (Row(0, None), Row(None, 0))


texts = st.lists(st.sampled_from([LAMPS, TIDES, BUOYS, "", "Noting", LAMPS + " and on tides,"]), max_size=8)


@given(texts, texts)
def test_every_line_of_both_is_there_once_and_in_order(before: list[str], after: list[str]) -> None:
    rows = compared(lines(*before), lines(*after))
    assert [r.before for r in rows if r.before is not None] == list(range(len(before)))
    assert [r.after for r in rows if r.after is not None] == list(range(len(after)))
    for row in rows:
        assert row.moved == (row.twin is not None)


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ("its eightieth session;", "its eighty-first session;", Nature.TECHNICAL),
        (
            "resolution 79/194 of 19 December 2024,",
            "resolution 80/118 of 15 December 2025,",
            Nature.TECHNICAL,
        ),
        ("65 per cent of women,", "71 per cent of women,", Nature.TECHNICAL),
        ("Notes the lamps,", "Also notes the lamps;", Nature.EDITORIAL),
        ("multi-stakeholder", "multistakeholder", Nature.EDITORIAL),
        ("Notes the lamps;", "Welcomes the lamps;", Nature.SUBSTANTIVE),
        ("in its resolution 79/194 of 19 December 2024", "in its report", Nature.SUBSTANTIVE),
        ("", "Welcomes the lamps;", Nature.SUBSTANTIVE),
    ],
)
def test_kinds_of_change(before: str, after: str, kind: Nature) -> None:
    assert nature(before, after) is kind

"""Paragraphs through their editions: first, unchanged, edited, dropped, restored, split, merged, moved."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.resources import sample_folder
from precedent.catalogue import catalogue
from precedent.index import open_index
from precedent.lineage import (
    Bond,
    Event,
    Line,
    Lineage,
    Stage,
    slot_lines,
    stages,
    trace,
    with_moves,
    with_same_words,
)
from precedent.session import Organ
from precedent.wording import fold
from tests.sample_facts import CHANGES

LAMPS = "Urges all harbours to light their lamps at night;"
LAMPS_NOW = "Urges all harbours to light all their lamps at night;"
BUOYS = "Notes with concern the buoys that drift in the ice of the northern bays;"


def stage(number: int, texts: Mapping[str, str]) -> Stage:
    return Stage(
        symbol=f"A/RES/{number}/1",
        organ=Organ.GENERAL_ASSEMBLY,
        texts=texts,
        adopted=dt.date(1945 + number, 12, 1),
    )


def traced(*texts: Mapping[str, str]) -> Lineage:
    return trace([stage(70 + place, one) for place, one in enumerate(texts)])


def events(lineage: Lineage, line: Line) -> list[tuple[int, Event]]:
    return list(line.events(len(lineage.stages)))


def line_of(lineage: Lineage, place: int, label: str) -> Line:
    line = lineage.line(place, label)
    assert line is not None
    return line


def test_a_paragraph_stands_is_edited_and_stands() -> None:
    lineage = traced({"OP1": LAMPS}, {"OP1": LAMPS}, {"OP2": LAMPS_NOW, "OP1": BUOYS}, {"OP2": LAMPS_NOW})
    line = line_of(lineage, 3, "OP2")
    assert [event for _, event in events(lineage, line)] == [
        Event.FIRST, Event.UNCHANGED, Event.EDITED, Event.UNCHANGED,
    ]  # fmt: skip
    assert (line.first.label, line.unchanged_since.stage) == ("OP1", 2)


def test_a_paragraph_is_dropped_and_restored() -> None:
    lineage = traced(
        {"OP1": LAMPS, "OP2": BUOYS}, {"OP1": BUOYS}, {"OP1": BUOYS}, {"OP1": BUOYS, "OP2": LAMPS}
    )
    line = line_of(lineage, 3, "OP2")
    assert [event for _, event in events(lineage, line)] == [
        Event.FIRST, Event.DROPPED, Event.ABSENT, Event.RESTORED,
    ]  # fmt: skip
    assert len(lineage.lines) == 2


def test_what_is_only_a_little_like_a_dropped_one_is_new() -> None:
    lineage = traced(
        {"OP1": LAMPS}, {"OP1": BUOYS}, {"OP1": BUOYS, "OP2": "Urges harbours to sleep at noon;"}
    )
    assert line_of(lineage, 2, "OP2").first.event is Event.NEW


def test_a_paragraph_that_is_cut_in_two_says_so() -> None:
    main = (
        "Urges all harbours of the northern and the southern coasts to light their lamps at night and in fog"
    )
    part = "Calls upon the pilots to tell each other where the buoys drift;"
    whole = f"{main}, and calls upon the pilots to tell each other where the buoys drift;"
    split = line_of(traced({"OP1": whole}, {"OP1": f"{main};", "OP2": part}), 1, "OP2")
    assert split.came is not None
    assert (split.came.bond, split.came.label) == (Bond.SPLIT, "OP1")
    merged = line_of(traced({"OP1": f"{main};", "OP2": part}, {"OP1": whole}), 0, "OP2")
    assert merged.went is not None
    assert (merged.went.bond, merged.went.symbol) == (Bond.MERGED, "A/RES/71/1")


def test_preamble_and_operative_part_are_apart() -> None:
    lineage = traced({"PP1": LAMPS}, {"OP1": LAMPS})
    assert line_of(lineage, 1, "OP1").first.event is Event.NEW


def test_slots_are_followed_through_a_gap() -> None:
    words = "Looks forward to the {} session of the Board of Pilots, in {};"
    lineage = traced(
        {"OP1": words.format("tenth", "May 2020")},
        {"OP1": BUOYS},
        {"OP1": words.format("eleventh", "May 2021"), "OP2": BUOYS},
    )
    slots = slot_lines(line_of(lineage, 2, "OP1"), lineage.stages)
    assert [(slot.kind, slot.steps) for slot in slots] == [
        ("session", ((0, "tenth session"), (2, "eleventh session"))),
        ("month", ((0, "May 2020"), (2, "May 2021"))),
    ]


_texts = st.dictionaries(
    st.builds(lambda part, number: f"{part}{number}", st.sampled_from(["PP", "OP", "FN"]), st.integers(1, 4)),
    st.lists(st.sampled_from(["lamp", "lamps", "buoy", "harbour", "of", "the", "Notes"]), max_size=6).map(
        " ".join
    ),
    max_size=6,
)


@given(st.lists(_texts, min_size=1, max_size=5))
def test_every_paragraph_of_every_edition_is_on_one_line(editions: list[dict[str, str]]) -> None:
    lineage = traced(*editions)
    for place, texts in enumerate(editions):
        stops = [stop for line in lineage.lines if (stop := line.at(place))]
        assert sorted(stop.label for stop in stops) == sorted(texts)
        assert all(texts[stop.label] == stop.text for stop in stops)
    for line in lineage.lines:
        assert [stop.stage for stop in line.stops] == sorted({stop.stage for stop in line.stops})
        for stop in line.stops:
            before = line.at(stop.stage - 1)
            assert (stop.event is Event.UNCHANGED) == (
                before is not None and fold(before.text) == fold(stop.text)
            )


@given(st.lists(_texts, min_size=2, max_size=5))
def test_one_edition_more_leaves_the_earlier_ones_as_they_were(editions: list[dict[str, str]]) -> None:
    whole, before = traced(*editions), traced(*editions[:-1])
    for line in before.lines:
        grown = line_of(whole, line.first.stage, line.first.label)
        assert grown.stops[: len(line.stops)] == line.stops


# The sample in a real index


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("lineage")
    with open_index(folder, writable=True) as index:
        index.add([sample_folder()])
    return folder


def test_the_sample_s_paragraphs_are_followed(home: Path) -> None:
    with open_index(home) as index:
        series = catalogue(index).of("A/RES/114/35")
        assert series is not None
        lineage = trace(stages(index, series.editions))
    symbols = [one.symbol for one in lineage.stages]
    assert symbols == ["A/RES/112/31", "A/RES/113/28", "A/RES/114/35"]
    for (earlier, later), changes in CHANGES.items():
        if earlier[0] != "A":
            continue
        place = symbols.index(later)
        for change in changes:
            if change.before and change.after:
                line = line_of(lineage, place, change.after)
                stop = line.at(symbols.index(earlier))
                assert stop is not None
                assert stop.label == change.before


def test_what_another_series_had_before_is_said(home: Path) -> None:
    with open_index(home) as index:
        found = catalogue(index)
        council = index.document("E/RES/2060/9")
        assert council is not None
        words = next(p.text for p in council.operative if len(p.text) > 60)
        lineage = trace([stage(114, {"OP1": LAMPS}), stage(116, {"OP1": LAMPS, "OP2": words})])
        searched = with_moves(lineage, line_of(lineage, 1, "OP2"), index, found)
        same = line_of(with_same_words(lineage, index, found), 1, "OP2")
    for line in (searched, same):
        assert line.came is not None
        assert (line.came.bond, fold(line.came.text)) == (Bond.TAKEN, fold(words))
        assert line.came.symbol.startswith("E/RES/")


def test_what_another_series_has_since_it_was_dropped_is_said(home: Path) -> None:
    with open_index(home) as index:
        found = catalogue(index)
        council = index.document("E/RES/2060/9")
        assert council is not None
        first = index.document("E/RES/2059/7")
        assert first is not None
        earlier = {fold(p.text) for p in first.operative}
        kept = next(p.text for p in council.operative if fold(p.text) in earlier and len(p.text) > 60)
        lineage = trace([stage(112, {"OP1": LAMPS, "OP2": kept}), stage(117, {"OP1": LAMPS})])
        moved = line_of(with_same_words(lineage, index, found), 0, "OP2")
        lineage = trace([stage(116, {"OP1": LAMPS, "OP2": kept}), stage(117, {"OP1": LAMPS})])
        gone = line_of(with_same_words(lineage, index, found), 0, "OP2")
    assert moved.went is not None
    assert moved.went.bond is Bond.MOVED
    assert gone.went is None

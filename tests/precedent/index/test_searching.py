"""Agreed language is found by whole paragraphs, by scraps and by a few words, and told once."""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from precedent.errors import IndexUnavailableError
from precedent.index import Beside, Place, Query
from precedent.index.embedded import EmbeddedIndex
from precedent.index.variants import pattern
from precedent.resolution import Kind
from precedent.session import Organ
from tests.precedent.index.lighthouses import Write

SAME = "Encourages keepers to exchange letters about the weather;"
LIST = "Invites the keepers of every island:"


@pytest.fixture
def filled(index: EmbeddedIndex, write: Write) -> EmbeddedIndex:
    """Three editions of one text, and a council's."""
    for session, extra in ((80, "oil"), (81, "gas"), (82, "wax")):
        write(
            f"{session}.md",
            f"A/RES/{session}/7",
            f"{1945 + session}-12-01",
            f"Recalling that the lamps of the coast burn {extra} through the long nights of winter,",
            SAME,
            LIST,
            "(a) To paint the gallery white before the spring tide;",
            f"(b) To report to the Assembly at session {session + 1};",
            "Urges follow-up on the keepers’ e-commerce of whale-oil;",
        )
    last = write("c.md", "E/RES/2026/3", "2026-07-01", SAME.upper(), "Decides to close;", title="Weather")
    index.add([last.parent])
    return index


def places(index: EmbeddedIndex, query: Query) -> list[str]:
    return [f"{match.symbol} {match.label}" for match in index.search(query)]


def test_identical_wording_is_one_match_at_its_newest_place(filled: EmbeddedIndex) -> None:
    first = filled.search(Query(SAME))[0]
    assert (first.symbol, first.label, first.score) == ("A/RES/82/7", "OP1", 1.0)
    assert first.also == (
        Place("A/RES/81/7", "OP1"),
        Place("E/RES/2026/3", "OP1"),
        Place("A/RES/80/7", "OP1"),
    )
    assert (first.title, first.adopted, first.opening) == (
        "Keeping of lighthouses",
        dt.date(2027, 12, 1),
        "Encourages",
    )
    assert first.organ is Organ.GENERAL_ASSEMBLY


def test_of_near_wordings_the_latest_comes_first_and_an_exact_one_before_all(filled: EmbeddedIndex) -> None:
    near = "Recalling that the lamps of the coast burn coal through the long nights of winter,"
    assert places(filled, Query(near, limit=3)) == ["A/RES/82/7 PP1", "A/RES/81/7 PP1", "A/RES/80/7 PP1"]
    exact = near.replace("coal", "oil")
    assert places(filled, Query(exact, limit=1)) == ["A/RES/80/7 PP1"]


def test_a_paragraph_is_found_with_its_sub_paragraphs_and_each_of_them_alone(filled: EmbeddedIndex) -> None:
    whole = (
        f"{LIST} To paint the gallery white before the spring tide; To report to the Assembly at session 83;"
    )
    assert places(filled, Query(whole))[0] == "A/RES/82/7 OP2"
    assert (
        places(filled, Query("To paint the gallery white before the spring tide;"))[0] == "A/RES/82/7 OP2 (a)"
    )
    found = places(filled, Query("paint the gallery white", limit=20))
    assert not {"A/RES/82/7 OP2", "A/RES/82/7 OP2 (a)"} <= set(found)


@pytest.mark.parametrize(
    "scrap",
    [
        "lamps coast burn wax",
        "long nights winter",
        "the lampes of the coast burn waxx",
        "BURN, lamp; coast",
    ],
)
def test_scraps(filled: EmbeddedIndex, scrap: str) -> None:
    assert "PP1" in places(filled, Query(scrap))[0]


@pytest.mark.parametrize(
    ("query", "labels"),
    [
        (Query(SAME, organs=(Organ.ECONOMIC_AND_SOCIAL_COUNCIL,), limit=1), ["E/RES/2026/3 OP1"]),
        (Query(SAME, until=dt.date(2026, 6, 30), limit=1), ["A/RES/80/7 OP1"]),
        (Query(SAME, since=dt.date(2026, 7, 1), until=dt.date(2026, 7, 1), limit=1), ["E/RES/2026/3 OP1"]),
        (Query("letters winter nights", part=Kind.PREAMBULAR, limit=1), ["A/RES/82/7 PP1"]),
        (Query("weather winter nights", opening="encourages", limit=1), ["A/RES/82/7 OP1"]),
        (Query("weather winter nights", opening="Encour", limit=1), []),
        (Query(SAME, symbol="a/res/81/7", limit=1), ["A/RES/81/7 OP1"]),
        (Query(symbol="E/RES/2026/3"), ["E/RES/2026/3 OP1", "E/RES/2026/3 OP2"]),
        (Query(opening="Decides"), ["E/RES/2026/3 OP2"]),
        (Query(SAME, symbol="A/RES/99/9"), []),
        (Query(SAME, limit=0), []),
    ],
)
def test_filters(filled: EmbeddedIndex, query: Query, labels: list[str]) -> None:
    assert places(filled, query) == labels


def test_a_filter_that_nothing_meets_is_named_as_it_is_written(filled: EmbeddedIndex) -> None:
    query = Query("lamps organ:GA committee:Tenth session:9-8", sponsor="Nowhere Land")
    assert filled.unmet(query) == ("session:8-9", "committee:Tenth", 'sponsor:"Nowhere Land"')


def test_other_places_are_those_that_the_filters_let_through(filled: EmbeddedIndex) -> None:
    match = filled.search(Query(SAME, until=dt.date(2026, 12, 1), limit=1))[0]
    assert (match.symbol, match.also) == (
        "A/RES/81/7",
        (Place("E/RES/2026/3", "OP1"), Place("A/RES/80/7", "OP1")),
    )


def test_words_in_quotation_marks_stand_as_they_are(filled: EmbeddedIndex) -> None:
    assert places(filled, Query('"burn gas"')) == ["A/RES/81/7 PP1"]
    assert places(filled, Query("“burn gas” nights")) == ["A/RES/81/7 PP1"]
    assert places(filled, Query('"burns gas"')) == []
    assert places(filled, Query('"burns gas"', plain=True))[0] == "A/RES/81/7 PP1"


def test_unwanted_words_do_not_occur(filled: EmbeddedIndex) -> None:
    found = places(filled, Query("lamps burn -oil -gas"))
    assert found[0] == "A/RES/82/7 PP1"
    assert not {"A/RES/80/7 PP1", "A/RES/81/7 PP1"} & set(found)
    assert "A/RES/80/7 PP1" in places(filled, Query("lamps burn -oil", plain=True))
    assert "OP3" in places(filled, Query("whale-oil e-commerce"))[0]


def test_mentions_are_word_for_word_and_newest_first(filled: EmbeddedIndex) -> None:
    found = filled.mentions("exchange letters")
    assert [match.symbol for match in found] == ["A/RES/82/7", "A/RES/81/7", "E/RES/2026/3", "A/RES/80/7"]
    assert filled.mentions("exchanging letters") == filled.mentions("") == []
    assert [m.symbol for m in filled.mentions("Exchange Letters", Organ.ECONOMIC_AND_SOCIAL_COUNCIL)] == [
        "E/RES/2026/3"
    ]
    assert len(filled.mentions("exchange letters", limit=2)) == 2


def test_cards_and_documents(filled: EmbeddedIndex) -> None:
    assert [card.symbol for card in filled.cards()] == [
        "A/RES/80/7",
        "E/RES/2026/3",
        "A/RES/81/7",
        "A/RES/82/7",
    ]
    assert [card.symbol for card in filled.cards(title="KEEPING of lighthouses.")] == [
        f"A/RES/{n}/7" for n in (80, 81, 82)
    ]
    assert [card.symbol for card in filled.cards(Organ.ECONOMIC_AND_SOCIAL_COUNCIL)] == ["E/RES/2026/3"]
    found = filled.document("A/RES/80/7")
    assert found is not None
    assert [paragraph.label for paragraph in found.paragraphs] == [
        "PP1",
        "OP1",
        "OP2",
        "OP2 (a)",
        "OP2 (b)",
        "OP3",
    ]
    assert filled.document("A/RES/80/8") is None
    assert filled.card("nonsense") is None


HOSTILE = [
    "79/194", "e-commerce", "(draft", "AND", "NOT", "NEAR(a b)", '"', '""', '"unclosed', "women's", "a:b", "text:x",
    "*", "lamp*", "^lamps", "-", "--", "- x", "-x", "{a b}:c", "a AND", "' OR 1=1 --", "\x00", "a\x00b", "_",
    "İstanbul", "ß", "ﬁ", "e\u0301", "\ud800", "日本語", "a" * 10_000, "a " * 3_000, "“”", '"-"', "\u2011",
    "+", "OR OR", "😀",
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("plain", [True, False])
def test_every_text_is_a_query(filled: EmbeddedIndex, text: str, plain: bool) -> None:
    for asked in (text, f"lamps {text}", f'"{text}"', f"-{text} coast"):
        filled.search(Query(asked, plain=plain))
        filled.search(Query(asked, plain=plain, symbol="A/RES/80/7", opening=text, part=Kind.OPERATIVE))
    filled.mentions(text)
    filled.document(text)
    filled.citing(text)
    filled.cards(title=text)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(text=st.text(), plain=st.booleans())
@example(text="%", plain=False)
def test_any_text_at_all_is_a_query(filled: EmbeddedIndex, text: str, plain: bool) -> None:
    found = filled.search(Query(text, plain=plain, opening=text[:3] or None))
    assert all(0 <= match.score <= 1 for match in found)


def test_an_index_that_is_not_there_is_empty(tmp_path: Path) -> None:
    with EmbeddedIndex(tmp_path / "nowhere") as empty:
        assert empty.search(Query("lamps")) == []
        assert empty.cards() == []
        assert empty.citing("A/RES/1/1") == []
        assert empty.document("A/RES/1/1") is None
        with pytest.raises(IndexUnavailableError, match="reading only"):
            empty.add([])
    assert not (tmp_path / "nowhere").exists()


def test_variants_are_told_and_grouped_where_asked_for(filled: EmbeddedIndex) -> None:
    asked = "To report to the Assembly at session 84;"
    alone = filled.search(Query(asked))
    assert [match.label[:3] for match in alone[:3]] == ["OP2"] * 3
    grouped = filled.search(Query(asked, grouped=True))
    assert [match.label for match in grouped[:2]].count("OP2 (b)") == 1
    first = grouped[0]
    assert (first.symbol, first.label) == ("A/RES/82/7", "OP2 (b)")
    assert [(one.symbol, one.label) for one in first.variants] == [
        ("A/RES/81/7", "OP2 (b)"),
        ("A/RES/80/7", "OP2 (b)"),
    ]
    assert first.variants == alone[0].variants


def test_patterns_are_equal_where_only_dates_and_sessions_differ() -> None:
    one = (
        "Requests the keepers to report to it at its seventy-ninth session on resolution 77/1 of 3 May 2022;"
    )
    other = (
        "Requests the keepers to report to it at its eightieth session on resolutions 78/1 of 1 June 2023;"
    )
    assert pattern(one) == pattern(other) != pattern(one.replace("report", "speak"))
    assert pattern("Recalling its resolution 77/1,") != pattern("Recalling its resolution 78/1,")


@pytest.mark.parametrize(
    ("query", "symbols"),
    [
        ("letters session:81", {"A/RES/81/7"}),
        ("letters session:80-81", {"A/RES/80/7", "A/RES/81/7"}),
        ("letters organ:ECOSOC", {"E/RES/2026/3"}),
        ("letters year:2026", {"A/RES/81/7", "E/RES/2026/3"}),
        ("letters series:lighthouses session:82", {"A/RES/82/7"}),
        ("letters series:E/RES/2026/3", {"E/RES/2026/3"}),
        ("letters vote:yes", {"A/RES/82/7"}),
        ("letters vote:no", {"A/RES/81/7"}),
        ("letters against:Atlantis", {"A/RES/82/7"}),
        ("letters sponsor:ruritania", {"A/RES/81/7"}),
        ("letters committee:2", {"A/RES/81/7"}),
        ("letters committee:plenary session:81-82", {"A/RES/82/7"}),
        ("letters part:pp", set()),
    ],
)
def test_filters_in_the_words(filled: EmbeddedIndex, tmp_path: Path, query: str, symbols: set[str]) -> None:
    voted = {
        "symbol": "A/RES/82/7",
        "adoption_type": "By a vote",
        "MS_in_favour_count": "9",
        "MS_against": ["ATLANTIS"],
    }
    agreed = {"symbol": "A/RES/81/7", "adoption_type": "Without a vote", "sponsors": ["RURITANIA"]}
    (tmp_path / "votes.json").write_text(json.dumps([voted, agreed]), encoding="utf-8")
    filled.add([tmp_path / "votes.json"])
    connection = sqlite3.connect(filled._path)
    connection.execute("UPDATE document SET committee = 'Second Committee' WHERE symbol = 'A/RES/81/7'")
    connection.commit()
    connection.close()
    found = filled.search(Query(query))
    same = [match for match in found if match.text.lower() == SAME.lower()]
    found_at = {match.symbol for match in same} | {place.symbol for match in same for place in match.also}
    assert found_at == symbols


@pytest.mark.parametrize("query", ["ecommerce", "e commerce", "keepers' e‑commerce", "whale oil", "followup"])
def test_other_spellings_meet(filled: EmbeddedIndex, query: str) -> None:
    assert places(filled, Query(query))[0] == "A/RES/82/7 OP3"


def test_its_own_series_and_organ_come_first_among_equals(filled: EmbeddedIndex) -> None:
    query = Query("letters about weather", organs=(Organ.GENERAL_ASSEMBLY,))
    plain = filled.search(query)[0]
    beside = filled.search(replace(query, beside=Beside("Keeping of lighthouses", Organ.GENERAL_ASSEMBLY)))[0]
    assert {part.name for part in beside.parts} - {part.name for part in plain.parts} == {"series", "organ"}


def test_wording_that_a_later_edition_left_behind_ranks_lower(filled: EmbeddedIndex) -> None:
    near = "Recalling that the lamps of the coast burn tar through the long nights of winter,"
    found = filled.search(Query(near, limit=3))
    superseded = [any(part.name == "superseded" for part in match.parts) for match in found]
    assert superseded == [False, True, True]

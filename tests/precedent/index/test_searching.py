"""Agreed language is found by whole paragraphs, by scraps and by a few words, and told once."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from precedent.errors import IndexUnavailableError
from precedent.index import Place, Query
from precedent.index.embedded import EmbeddedIndex
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

"""Which texts are one series: by title, by number, by what they recall and keep; its rhythm and what is due."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from precedent.catalogue import Catalogue, Series, Tie, catalogue
from precedent.catalogue.joining import outline_of, sorted_into_series
from precedent.index import Card, Outline, open_index
from precedent.reading import markdown
from precedent.resolution import Masthead, Resolution
from precedent.session import Organ
from precedent.symbol import Symbol
from tests.shelf import Shelf, adopted_text

GA = Organ.GENERAL_ASSEMBLY


def card(symbol: str, title: str, organ: Organ = GA, about: str = "") -> Card:
    parsed = Symbol.parse(symbol)
    year = int(parsed.session) + (1945 if organ is GA else 0)
    return Card(
        symbol=symbol, organ=organ, session=parsed.session, number=parsed.number, title=title,
        adopted=dt.date(year, 12, 1) + dt.timedelta(days=int(parsed.number)), vote=None, draft_symbol=None,
        agenda_item=None, about=about,
    )  # fmt: skip


def kept(symbol: str, wordings: Iterable[int], *recalls: str) -> Outline:
    return Outline(symbol, frozenset(wordings), frozenset(recalls))


def sorted_symbols(cards: list[Card], *outlines: Outline) -> list[list[str]]:
    found = sorted_into_series(cards, {outline.symbol: outline for outline in outlines})
    return sorted([edition.symbol for edition in series.editions] for series in found)


def test_texts_of_one_title_are_one_series_however_it_is_spelled() -> None:
    cards = [
        card("A/RES/75/1", "Harbour-lights"),
        card("A/RES/76/9", "Harbour lights"),
        card("A/RES/77/3", "Buoys"),
    ]
    assert sorted_symbols(cards) == [["A/RES/75/1", "A/RES/76/9"], ["A/RES/77/3"]]


def test_titles_that_differ_by_a_number_are_one_series() -> None:
    cards = [
        card("A/RES/75/1", "Report of the Board of Pilots on its fifty-second session"),
        card("A/RES/76/9", "Report of the Board of Pilots on its fifty-third session"),
        card("A/RES/77/3", "Lamps for 2022"),
        card("A/RES/78/3", "Lamps for 2023"),
    ]
    assert sorted_symbols(cards) == [["A/RES/75/1", "A/RES/76/9"], ["A/RES/77/3", "A/RES/78/3"]]


def test_a_renamed_text_goes_on_where_it_recalls_the_one_before_and_kept_its_paragraphs() -> None:
    cards = [card("A/RES/75/1", "Harbour lights"), card("A/RES/77/3", "Safety at night")]
    before = kept("A/RES/75/1", range(20))
    assert sorted_symbols(cards, before, kept("A/RES/77/3", range(12, 32), "A/RES/75/1")) == [
        ["A/RES/75/1", "A/RES/77/3"]
    ]
    for other in (
        kept("A/RES/77/3", range(12, 32)),  # recalls nothing, and kept too little to do without
        kept("A/RES/77/3", range(18, 38), "A/RES/75/1"),  # kept two paragraphs
    ):
        assert len(sorted_symbols(cards, before, other)) == 2


def test_most_of_the_paragraphs_speak_for_themselves() -> None:
    cards = [card("A/RES/75/1", "Harbour lights"), card("A/RES/77/3", "Safety at night")]
    assert len(sorted_symbols(cards, kept("A/RES/75/1", range(20)), kept("A/RES/77/3", range(8, 24)))) == 1


def test_texts_of_one_session_are_sisters_and_no_series() -> None:
    cards = [
        card("A/RES/75/1", "Cooperation with the North"),
        card("A/RES/75/2", "Cooperation with the South"),
    ]
    assert (
        len(sorted_symbols(cards, kept("A/RES/75/1", range(9)), kept("A/RES/75/2", range(9), "A/RES/75/1")))
        == 2
    )


def test_a_title_comes_back() -> None:
    """Renamed for one session, under the old name again at the next."""
    cards = [
        card("A/RES/75/1", "Lights"),
        card("A/RES/76/1", "Lamps of the sea"),
        card("A/RES/77/1", "Lights"),
    ]
    outlines = (
        kept("A/RES/75/1", range(20)),
        kept("A/RES/76/1", range(20), "A/RES/75/1"),
        kept("A/RES/77/1", range(20), "A/RES/76/1"),
    )
    (series,) = sorted_into_series(cards, {o.symbol: o for o in outlines})
    assert [edition.symbol for edition in series.editions] == ["A/RES/75/1", "A/RES/76/1", "A/RES/77/1"]
    assert series.ties == (Tie.TITLE, Tie.RECALLED, Tie.TITLE)
    assert series.titles == ("Lights", "Lamps of the sea")


def test_texts_without_a_title_follow_one_another() -> None:
    sc = Organ.SECURITY_COUNCIL
    cards = [card(f"S/RES/{2500 + n} ({2020 + n})", "", sc) for n in range(3)]
    outlines = [kept(c.symbol, range(n, n + 9)) for n, c in enumerate(cards)]
    assert sorted_symbols(cards, *outlines) == [[c.symbol for c in cards]]


def test_texts_without_a_title_are_one_series_by_their_subject_however_long_it_is_extended() -> None:
    council = Organ.SECURITY_COUNCIL
    cards = [
        card(f"S/RES/{2500 + n} ({2020 + n})", "", council, f"Extension of the mandate of the {about}")
        for n, about in enumerate(
            (
                "Pilots' Mission (PIMI) until 31 Jan. 2021",
                "Pilots' Mission (PIMI) until 30 June 2022 and of the Panel on Buoys until 2 May 2022",
                "Pilots' Mission (PIMI) for a further period of six months",
                "Pilots’ Mission (PIMI) until 31 July 2024",
            )
        )
    ]
    found = sorted(sorted_into_series(cards, {}), key=lambda one: len(one.editions))
    assert [[c.number for c in one.editions] for one in found] == [["2501"], ["2500", "2502", "2503"]]
    assert found[1].ties == (Tie.SUBJECT,) * 3
    assert found[1].title == cards[3].about
    assert Catalogue(found, {}).titled("pilots mission panel") == (found[0],)


@given(st.permutations(range(6)))
def test_the_order_of_texts_of_a_day_makes_no_difference(order: list[int]) -> None:
    titles = ["Lights", "Lights", "Buoys", "Buoys in 2030", "Buoys in 2031", "Ferries"]
    cards = [card(f"A/RES/{75 + n}/1", titles[n]) for n in range(6)]
    again = sorted_symbols([cards[n] for n in order])
    assert again == sorted_symbols(cards)
    assert sorted(symbol for series in again for symbol in series) == sorted(c.symbol for c in cards)


@pytest.mark.parametrize(
    ("sessions", "rhythm", "due"),
    [
        ([75, 76, 77], 1, 78),
        ([74, 76, 78], 2, 80),
        ([70, 73, 76, 79], 3, 82),
        ([70, 71, 72, 74, 76], 2, 78),  # changed, and kept twice since
        ([70, 71, 74], None, None),
        ([75], None, None),
    ],
)
def test_the_rhythm_tells_what_is_due(sessions: list[int], rhythm: int | None, due: int | None) -> None:
    series = Series(tuple(card(f"A/RES/{session}/7", "Lights") for session in sessions))
    assert (series.rhythm, series.due) == (rhythm, due)


# A text that is not in the index


TEXT = """
*Recalling* its resolution 113/28 of 2 December 2058,

*Noting* the lamps of the north,

*Noting also* the lamps of the south,

1. *Decides* to go on crossing;

2. *Urges* all harbours to light their lamps;

3. *Thanks* the keepers;

4. *Requests* a report on lamps;

5. *Decides* to come back to the matter.
"""


def a_text(title: str, text: str = TEXT) -> Resolution:
    read = markdown.read(text.encode(), "draft.md")
    return replace(read, title=title, masthead=Masthead(organ=GA))


@pytest.fixture
def shelf() -> Shelf:
    return Shelf(
        adopted_text("A/RES/112/31", dt.date(2057, 12, 3), a_text("Lamps")),
        adopted_text("A/RES/113/28", dt.date(2058, 12, 2), a_text("Lamps")),
        adopted_text("A/RES/113/30", dt.date(2058, 12, 2), a_text("Work for 2059", "1. *Decides* to work.")),
    )


def placed(shelf: Shelf, text: Resolution) -> str | None:
    series = catalogue(shelf).of_text(text)
    return series.last.symbol if series else None


def test_a_draft_finds_its_series(shelf: Shelf) -> None:
    assert placed(shelf, a_text("LAMPS")) == "A/RES/113/28"
    assert placed(shelf, a_text("Work for 2060", "1. *Decides* to rest.")) == "A/RES/113/30"
    assert placed(shelf, a_text("Safety at night")) == "A/RES/113/28"
    assert placed(shelf, a_text("Rafts", "1. *Decides* to float.")) is None


def test_a_circulated_draft_is_no_edition() -> None:
    draft = replace(
        a_text("Lamps"), masthead=Masthead(organ=GA, symbol=Symbol.parse("A/C.2/114/L.7"), adopted=None)
    )
    found = catalogue(Shelf(adopted_text("A/RES/113/28", dt.date(2058, 12, 2), a_text("Lamps")), draft))
    assert [[card.symbol for card in one.editions] for one in found.series] == [["A/RES/113/28"]]
    series = found.of_text(draft)
    assert series
    assert series.last.symbol == "A/RES/113/28"


def test_words_of_a_title_find_the_series(shelf: Shelf) -> None:
    found = catalogue(shelf)
    assert [one.last.symbol for one in found.titled("work")] == ["A/RES/113/30"]
    assert found.titled("no such words") == ()


# The real texts


@pytest.fixture(scope="module")
def real(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    home = tmp_path_factory.mktemp("series")
    with open_index(home, writable=True) as index:
        index.add([shared / "corpus" / f"ecosoc-{year}.tar.xz" for year in (2021, 2022, 2023, 2024)])
        return catalogue(index)


def test_the_council_s_yearly_texts_are_series(real: Catalogue) -> None:
    series = real.of("E/RES/2024/13")
    assert series is not None
    assert [c.symbol for c in series.editions] == [
        "E/RES/2021/28",
        "E/RES/2022/15",
        "E/RES/2023/3",
        "E/RES/2024/13",
    ]
    assert (series.rhythm, series.due) == (1, 2025)
    yearly = [one for one in real.series if {2021, 2022, 2023, 2024} <= set(one.sessions)]
    assert len(yearly) >= 9


def test_the_security_council_s_mandates_are_series(shared: Path, home: Path) -> None:
    corpus = shared / "corpus"
    with open_index(home, writable=True) as index:
        index.add([*(corpus / f"sc-{year}.tar.xz" for year in range(2020, 2025)), corpus / "metadata.tar.xz"])
        found = catalogue(index)
    (cyprus,) = found.titled("UNFICYP")
    assert [c.number for c in cyprus.editions] == [
        "2506",
        "2537",
        "2561",
        "2587",
        "2618",
        "2646",
        "2674",
        "2723",
    ]
    several = [one for one in found.series if len(one.editions) > 1]
    assert len(several) >= 35
    assert not [one for one in several if len({c.adopted for c in one.editions}) < len(one.editions)]


def test_the_outline_of_a_text_is_the_index_s(shelf: Shelf) -> None:
    by_symbol = {outline.symbol: outline for outline in shelf.outlines()}
    for symbol, text in shelf.texts.items():
        assert outline_of(text).wordings == by_symbol[symbol].wordings

"""Which paragraph came from which, what happened at each slot, and which texts are of one series."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from rapidfuzz import fuzz

from assistant.resources import sample_folder
from precedent.reading import markdown
from precedent.references import SessionReference
from precedent.resolution import Kind, Masthead, Paragraph, Resolution, labelled
from precedent.series import (
    SAME_PARAGRAPH,
    Edition,
    Fate,
    Step,
    align,
    editions,
    histories,
    references_in,
)
from precedent.session import Organ
from precedent.wording import fold
from tests.sample_facts import CHANGES, FIRST, SECOND, THIRD
from tests.shelf import Shelf, adopted_text

GA = Organ.GENERAL_ASSEMBLY


def sample(symbol: str) -> Resolution:
    return markdown.read((sample_folder() / f"{symbol.replace('/', '_')}.md").read_bytes(), symbol)


# Paragraphs


def test_identical_wording_goes_before_the_likest() -> None:
    earlier = {"PP1": "Noting the lamps of the north,", "PP2": "Noting the lamps of the south,"}
    later = {"PP1": "Noting the lamps of the south,", "PP2": "Noting the lamps of the north now,"}
    assert align(later, earlier) == {"PP1": "PP2", "PP2": "PP1"}


def test_case_quotation_marks_and_spaces_do_not_make_wording_differ() -> None:
    later, earlier = {"OP1": "Calls it  “light”;"}, {"OP4": 'calls it "Light";', "OP5": "Calls it “lights”;"}
    assert align(later, earlier) == {"OP1": "OP4"}


def test_repeated_wording_is_paired_in_order() -> None:
    texts = {"OP1": "Notes the tide;", "OP2": "Notes the tide;"}
    assert align(texts, texts) == {"OP1": "OP1", "OP2": "OP2"}


@pytest.mark.parametrize(
    ("later", "earlier"), [("PP1", "OP1"), ("OP1", "FN1"), ("FN1", "PP1"), ("OP1", "T1"), ("H1", "PP2")]
)
def test_parts_are_paired_among_themselves(later: str, earlier: str) -> None:
    assert align({later: "Lamps of the harbour"}, {earlier: "Lamps of the harbour"}) == {}


def test_of_two_that_want_one_paragraph_the_likest_gets_it() -> None:
    earlier = {"OP1": "Urges harbours to light their lamps every night;"}
    later = {
        "OP1": "Urges harbours to light their lamps in winter;",
        "OP2": "Urges harbours to light their lamps every single night;",
    }
    assert align(later, earlier) == {"OP2": "OP1"}


def test_what_is_not_like_enough_is_new() -> None:
    assert align({"OP1": "Thanks the keepers;"}, {"OP1": "Decides on a fund for buoys in ice;"}) == {}


@pytest.mark.parametrize("pair", [pair for pair in CHANGES if pair[0][0] == "A"], ids=" ".join)
def test_the_sample_s_paragraphs_find_their_ancestors(pair: tuple[str, str]) -> None:
    earlier, later = (dict(sample(symbol).places()) for symbol in pair)
    links = align(later, earlier)
    changes = CHANGES[pair]
    dropped = {c.before for c in changes if c.kind == "dropped"}
    added = {c.after for c in changes if c.kind == "added"}
    assert set(links) == set(later) - added
    assert set(links.values()) == set(earlier) - dropped
    assert {c.after: c.before for c in changes if c.before and c.after}.items() <= links.items()


_words = st.sampled_from(["lamp", "lamps", "buoy", "harbour", "tide", "of", "the", "Notes"])
_texts = st.lists(_words, max_size=7).map(" ".join)
_labels = st.builds(
    lambda part, number: f"{part}{number}", st.sampled_from(["PP", "OP", "FN", "H"]), st.integers(1, 4)
)
_editions = st.dictionaries(_labels, _texts, max_size=7)


def slow_pairs(later: Mapping[str, str], earlier: Mapping[str, str]) -> dict[str, str]:
    """The same by the definition: one pair at a time, the best of all that are left."""
    paired: dict[str, str] = {}
    for part in ("PP", "OP", "FN", "H"):
        left = {label: fold(text) for label, text in later.items() if label.startswith(part)}
        free = {label: fold(text) for label, text in earlier.items() if label.startswith(part)}
        for label in list(left):
            same = [other for other in free if free[other] == left[label]]
            if same:
                paired[label] = same[0]
                del left[label], free[same[0]]
        rows, columns = list(left), list(free)
        while left and free:
            score, _, row, column = min(
                (
                    -fuzz.ratio(left[a], free[b]),
                    abs(rows.index(a) - columns.index(b)),
                    rows.index(a),
                    columns.index(b),
                )
                for a in left
                for b in free
            )
            if -score < SAME_PARAGRAPH:
                break
            paired[rows[row]] = columns[column]
            del left[rows[row]], free[columns[column]]
    return paired


@settings(max_examples=300)
@given(_editions, _editions)
def test_is_what_one_pair_at_a_time_gives(later: dict[str, str], earlier: dict[str, str]) -> None:
    assert align(later, earlier) == slow_pairs(later, earlier)


@given(_editions)
def test_a_text_is_its_own_ancestor(texts: dict[str, str]) -> None:
    links = align(texts, texts)
    assert set(links) == set(links.values()) == set(texts)
    assert all(fold(texts[a]) == fold(texts[b]) for a, b in links.items())


# Slots


def line(*texts: str, label: str = "PP1", organ: Organ | None = GA) -> list[Edition]:
    """Editions of one paragraph, the latest first."""
    return [
        Edition(f"A/RES/{100 - back}/1", organ, {label: text} if text else {})
        for back, text in enumerate(texts)
    ]


def told(*texts: str, words: str, label: str = "PP1") -> list[tuple[Fate, str]]:
    """What happened at the slot that has these words in the first text."""
    now, *earlier = line(*texts, label=label)
    reference = next(r for r in references_in(texts[0], GA) if r.text(texts[0]) == words)
    return [(step.fate, step.words) for step in histories(now, earlier).of_slot(label, reference)]


def test_a_slot_that_stood() -> None:
    text = "Recalling its resolution 70/1 of 25 September 2015,"
    assert (
        told(text, text, text, words="70/1 of 25 September 2015")
        == [(Fate.STOOD, "70/1 of 25 September 2015")] * 2
    )


def test_a_slot_that_stood_while_the_words_around_it_moved() -> None:
    assert told(
        "Recalling also with thanks its resolution 70/1 on lamps,",
        "Recalling its resolution 70/1 on lamps,",
        words="70/1",
    ) == [(Fate.STOOD, "70/1")]


def test_a_slot_that_was_replaced_is_followed_through_its_ancestors() -> None:
    assert told(
        "Noting the ninth session of the Board, held from 4 to 7 May 2025,",
        "Noting the eighth session of the Board, held from 3 to 6 May 2024,",
        "Noting the seventh session of the Board, held from 2 to 5 May 2023,",
        words="ninth session",
    ) == [(Fate.REPLACED, "eighth session"), (Fate.REPLACED, "seventh session")]


def test_each_slot_of_a_paragraph_has_a_history_of_its_own() -> None:
    texts = (
        "Noting the Board, founded on 1 May 1990, and its session from 4 to 7 May 2025,",
        "Noting the Board, founded on 1 May 1990, and its session from 3 to 6 May 2024,",
    )
    assert told(*texts, words="1 May 1990") == [(Fate.STOOD, "1 May 1990")]
    assert told(*texts, words="4 to 7 May 2025") == [(Fate.REPLACED, "3 to 6 May 2024")]


def test_a_slot_that_was_added_ends_there() -> None:
    assert told(
        "Taking note of the report of the Board for 2025,",
        "Taking note of the report of the Board,",
        "Taking note of the report of the Board,",
        words="2025",
    ) == [(Fate.ADDED, "")]


def test_another_kind_in_its_place_is_no_ancestor() -> None:
    assert told(
        "Requests the Board to report in 2025 on lamps in use;",
        "Requests the Board to report quickly on lamps in use;",
        words="2025",
        label="OP1",
    ) == [(Fate.ADDED, "")]


def test_the_last_of_a_list_that_grew_replaced_nothing() -> None:
    texts = (
        "Resolutions 72/4, 73/5, 74/6 and 75/7.",
        "Resolutions 72/4, 73/5 and 74/6.",
        "Resolutions 72/4 and 73/5.",
    )
    assert told(*texts, words="75/7", label="FN1") == [(Fate.ADDED, "")]
    assert told(*texts, words="74/6", label="FN1") == [(Fate.STOOD, "74/6"), (Fate.ADDED, "")]
    assert told(*texts, words="72/4", label="FN1") == [(Fate.STOOD, "72/4")] * 2


def test_a_session_that_is_also_named_before_may_move_on() -> None:
    """Only citations stand in lists: the session looked forward to becomes the one that was held."""
    assert told(
        "Noting the ninth session of the Board and looking forward to the tenth session,",
        "Noting the eighth session of the Board and looking forward to the ninth session,",
        words="tenth session",
    ) == [(Fate.REPLACED, "ninth session")]


def test_what_was_looked_forward_to_is_what_was_held_in_the_next_edition() -> None:
    texts = (
        "Welcomes the tenth Forum in Bergen on 5 May 2025, and looks forward to the next one in Galle on 4 May 2026;",
        "Welcomes the ninth Forum in Cork on 6 May 2024, and looks forward to the next one in Bergen on 5 May 2025;",
    )
    assert told(*texts, words="5 May 2025", label="OP1") == [(Fate.REPLACED, "6 May 2024")]
    assert told(*texts, words="4 May 2026", label="OP1") == [(Fate.REPLACED, "5 May 2025")]


def test_a_slot_of_a_new_paragraph() -> None:
    now, *earlier = line("Thanks the keepers for 2025;", "Decides on a fund for buoys in ice;", label="OP1")
    (reference,) = references_in("Thanks the keepers for 2025;", GA)
    assert histories(now, earlier).of_slot("OP1", reference) == (
        Step(Fate.NEW_PARAGRAPH, "A/RES/99/1", "", ""),
    )


def test_a_slot_of_a_first_edition_has_no_history() -> None:
    (now,) = line("Thanks the keepers for 2025;", label="OP1")
    (reference,) = references_in("Thanks the keepers for 2025;", GA)
    assert histories(now, []).of_slot("OP1", reference) == ()


def test_the_history_says_where() -> None:
    now = Edition("A/RES/100/1", GA, {"PP3": "Noting the ninth session of the Board of Lamps,"})
    before = Edition("A/RES/99/1", GA, {"PP7": "Noting the eighth session of the Board of Lamps,"})
    reference = references_in(now.texts["PP3"], GA)[0]
    history = histories(now, [before])
    (step,) = history.of_slot("PP3", reference)
    assert (step.edition, step.label, step.words) == ("A/RES/99/1", "PP7", "eighth session")
    assert isinstance(step.reference, SessionReference)
    assert step.reference.number == 8


@pytest.mark.parametrize("pair", [pair for pair in CHANGES if pair[0][0] == "A"], ids=" ".join)
def test_the_sample_s_slots_moved_where_the_facts_say(pair: tuple[str, str]) -> None:
    """A slot that lies outside every change stood; one that a change covers did not."""
    earlier, later = (sample(symbol) for symbol in pair)
    history = histories(Edition.of(later), [Edition.of(earlier)])
    for label, text in later.places():
        changed = [c.new for c in CHANGES[pair] if c.after == label and c.new]
        for reference in references_in(text, GA):
            words = reference.text(text)
            (step,) = history.of_slot(label, reference)
            if not changed and step.label:
                assert step.fate is Fate.STOOD, (label, words)
            elif any(words == new or words in new.split(" of ") for new in changed):
                assert step.fate in (Fate.REPLACED, Fate.ADDED), (label, words)


_slots = st.sampled_from(
    [
        "2024",
        "2025",
        "ninth session",
        "4 to 7 May 2025",
        "70/1",
        "71/2 of 3 June 2016",
        "57 per cent",
        "A/77/4",
        "lamps",
        "and",
        ",",
        "“",
        "é",
    ]
)
_paragraphs = st.lists(_slots, max_size=8).map(" ".join)
_free = st.text(alphabet="ab 0123456789/.,;–-“”()AéIVX\n\u00a0\u00ad", max_size=40)


@settings(max_examples=200)
@given(st.lists(_paragraphs | _free, min_size=1, max_size=4))
@example(["2025", ""])
def test_a_history_can_be_told_of_any_texts(texts: list[str]) -> None:
    """Never an exception; a slot that stood has the same words up to spaces; the history ends where it begins."""
    now, *earlier = line(*texts)
    history = histories(now, earlier)
    for reference in references_in(texts[0], GA) if texts[0] else ():
        steps = history.of_slot("PP1", reference)
        assert len(steps) <= len(earlier)
        assert all(step.fate in (Fate.STOOD, Fate.REPLACED) for step in steps[:-1])
        for step in steps:
            assert (step.label == "") is (step.fate is Fate.NEW_PARAGRAPH)
            if step.fate is Fate.STOOD:
                assert step.words
            if step.reference is not None:
                assert type(step.reference) is type(reference)
                assert (
                    step.reference.text(
                        dict(zip([e.symbol for e in earlier], texts[1:], strict=True))[step.edition]
                    )
                    == step.words
                )


@given(_paragraphs | _free)
def test_against_itself_every_slot_stood(text: str) -> None:
    now, *earlier = line(text, text, text) if text else line("lamps", "lamps", "lamps")
    for reference in references_in(now.texts["PP1"], GA):
        steps = histories(now, earlier).of_slot("PP1", reference)
        assert [(s.fate, s.words) for s in steps] == [(Fate.STOOD, reference.text(now.texts["PP1"]))] * 2


# Series


def text(symbol: str, day: dt.date, title: str, *words: str) -> Resolution:
    paragraphs = labelled(Paragraph(kind=Kind.PREAMBULAR, text=one) for one in words)
    return adopted_text(symbol, day, Resolution(title=title, paragraphs=paragraphs))


LAMPS = (
    text(
        "A/RES/80/1",
        dt.date(2025, 12, 1),
        "Harbour lamps",
        "Recalling its resolution 79/1 on lamps,",
        "a,",
        "b,",
    ),
    text(
        "A/RES/81/2",
        dt.date(2026, 12, 1),
        "Harbour lamps",
        "Recalling its resolution 80/1 on lamps,",
        "a,",
        "b,",
    ),
    text(
        "A/RES/82/3",
        dt.date(2027, 12, 1),
        "HARBOUR  lamps",
        "Recalling its resolution 81/2 on lamps,",
        "a,",
        "b,",
    ),
)
BUOYS = text(
    "A/RES/81/9", dt.date(2026, 12, 2), "Buoys", "Recalling its resolution 80/1 on lamps,", "c,", "d,", "e,"
)
COUNCIL = text("E/RES/2026/5", dt.date(2026, 7, 20), "Harbour lamps", "Noting lamps,")


def symbols(shelf: Shelf, resolution: Resolution) -> list[str]:
    return [card.symbol for card in editions(shelf, resolution)]


def test_a_series_is_found_by_its_title_oldest_first() -> None:
    shelf = Shelf(LAMPS[2], BUOYS, LAMPS[0], COUNCIL, LAMPS[1])
    for resolution in LAMPS:
        assert symbols(shelf, resolution) == ["A/RES/80/1", "A/RES/81/2", "A/RES/82/3"]


def test_a_series_is_of_one_organ() -> None:
    assert symbols(Shelf(*LAMPS, COUNCIL), COUNCIL) == ["E/RES/2026/5"]


def test_a_draft_has_the_editions_of_its_title() -> None:
    draft = Resolution(masthead=Masthead(organ=GA), title="Harbour lamps.")
    assert symbols(Shelf(*LAMPS), draft) == ["A/RES/80/1", "A/RES/81/2", "A/RES/82/3"]


def test_a_series_goes_on_under_another_title() -> None:
    renamed = text(
        "A/RES/83/4", dt.date(2028, 12, 1), "Lights", "Recalling its resolution 82/3 on lamps,", "a,", "b,"
    )
    assert symbols(Shelf(*LAMPS, BUOYS), renamed) == ["A/RES/80/1", "A/RES/81/2", "A/RES/82/3"]


def test_a_text_that_only_recalls_another_is_not_of_its_series() -> None:
    assert symbols(Shelf(*LAMPS), BUOYS) == []
    assert symbols(Shelf(*LAMPS, BUOYS), BUOYS) == ["A/RES/81/9"]


def test_nothing_is_known_of_an_empty_text() -> None:
    assert editions(Shelf(*LAMPS), Resolution()) == ()
    assert editions(Shelf(), LAMPS[0]) == ()


def test_the_sample_s_series() -> None:
    shelf = Shelf(*map(sample, (THIRD, FIRST, SECOND)))
    assert symbols(shelf, sample(FIRST)) == [FIRST, SECOND, THIRD]
    assert symbols(shelf, replace(sample(THIRD), title="Another title")) == [FIRST, SECOND, THIRD]

"""Find and replace over a whole text, in whole units, with notes and italics kept."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.draft import Draft, draft_of
from assistant.errors import EditingError
from assistant.replacing import places, replaced, texts
from precedent.resolution import Footnote, Kind, NoteCall, Paragraph, Resolution, Span
from tests.properties.drafts import WORDS, drafts


def draft_with(*words: str, title: str = "Harbours", note: str = "See resolution 79/194.") -> Draft:
    paragraphs = tuple(
        Paragraph(
            kind=Kind.OPERATIVE,
            number="1.",
            text=text,
            italics=(Span(0, len(text.split()[0])),),
            notes=(NoteCall(len(text) - 1, "1"),),
        )
        for text in words
    )
    return draft_of(
        Resolution(title=title, paragraphs=paragraphs, footnotes=(Footnote(marker="1", text=note),))
    )


def test_every_place_is_found_in_the_order_of_the_text() -> None:
    draft = draft_with("Requests lights in harbours;", "Welcomes harbours;", note="See harbours.")
    assert [place.label for place in places(draft, "harbours", "ports")] == ["title", "OP1", "OP2", "FN1"]


@pytest.mark.parametrize(
    ("text", "sought", "whole"),
    [
        ("Recalls resolution 79/194;", "79/1", False),
        ("Recalls resolution 79/194;", "79/194", True),
        ("Recalls resolution 79/194;", "resolution", True),
        ("Requests the report;", "port", False),
        ("Meets on 14 December 2022;", "December", True),
        ("Meets on 14 December 2022;", "14 December 2022", True),
        ("Meets on 14 December 2022;", "4 December 2022", False),
        ("Takes 65 per cent;", "5 per cent", False),
        ("Notes the twenty-first session;", "first session", False),
        ("Notes A/RES/79/194;", "79/194", False),
    ],
)
def test_a_place_inside_a_unit_is_told_apart(text: str, sought: str, whole: bool) -> None:
    (place,) = [p for p in places(draft_with(text, note="x"), sought, "…") if p.label == "OP1"]
    assert place.whole is whole


@pytest.mark.parametrize(
    ("found", "instead"),
    [
        ("information society", "digital economy"),
        ("Information society", "Digital economy"),
        ("Information Society", "Digital Economy"),
    ],
)
def test_capitals_of_names_are_kept(found: str, instead: str) -> None:
    (place,) = places(draft_with(f"Notes the {found};", note="x"), "information society", "digital economy")
    assert place.words == instead


def test_where_capitals_matter_only_the_same_are_found() -> None:
    draft = draft_with("Notes the State of states;", note="x")
    assert [p.found for p in places(draft, "state", "nation")] == ["State", "state"]
    assert [(p.found, p.words) for p in places(draft, "State", "nation", match_case=True)] == [
        ("State", "nation")
    ]


def test_calls_and_italics_stay_at_their_words() -> None:
    draft = draft_with("Requests lights in the harbours;")
    now = replaced(draft, places(draft, "lights in the", "new lamps for"))
    content = now.entries[0].content
    assert content.text == "Requests new lamps for harbours;"
    assert content.opening == "Requests"
    assert content.text[: content.notes[0].offset] == "Requests new lamps for harbours"


def test_words_that_changed_meanwhile_are_left_alone() -> None:
    draft = draft_with("Requests lights;")
    found = places(draft, "lights", "lamps")
    other = replaced(draft, found)
    with pytest.raises(EditingError, match="search again"):
        replaced(other, found)


@given(drafts, st.sampled_from(WORDS), st.sampled_from(["", "x", "two words", "2025/9,"]))
def test_replacing_touches_the_words_sought_and_nothing_else(draft: Draft, sought: str, words: str) -> None:
    found = places(draft, sought, words, match_case=True)
    now = replaced(draft, found)
    assert len(found) == sum(text.count(sought) for _, text in texts(draft))
    for (_, before), (_, after) in zip(texts(draft), texts(now), strict=False):
        assert after == before.replace(sought, words)
    assert [e.id for e in now.entries] == [e.id for e in draft.entries]
    called = [[{c.marker for c in e.content.notes} for e in one.entries] for one in (draft, now)]
    assert called[0] == called[1]


@given(drafts, st.sampled_from(WORDS))
def test_replaced_and_replaced_back_is_the_same_text(draft: Draft, sought: str) -> None:
    there = replaced(draft, places(draft, sought, "⁂", match_case=True))
    back = replaced(there, places(there, "⁂", sought, match_case=True))
    assert list(texts(back)) == list(texts(draft))
    assert back.footnotes == draft.footnotes

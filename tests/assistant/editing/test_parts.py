"""A paragraph made one of the other part."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant import editing
from assistant.draft import Draft, draft_of
from assistant.editing.parts import opening_in
from assistant.errors import EditingError
from precedent.reading.openings import VERBS, participle, third_person
from precedent.resolution import Footnote, Kind, NoteCall, Paragraph, Resolution, Span

PAIRS = [
    ("Recalling", "Recalls"),
    ("Recalling also", "Also recalls"),
    ("Noting with concern further", "Further notes with concern"),
    ("Taking note also of", "Also takes note of"),
    ("Noting with great concern", "Notes with great concern"),
    ("Recognizing and welcoming", "Recognizes and welcomes"),
    ("Strongly condemning", "Strongly condemns"),
    ("Taking note with appreciation", "Takes note with appreciation"),
    ("Expressing its appreciation", "Expresses its appreciation"),
    ("Stressing", "Stresses"),
    ("Referring", "Refers"),
    ("Calling upon", "Calls upon"),
    ("Bearing in mind", "Bears in mind"),
    ("Reiterating its request", "Reiterates its request"),
]


@pytest.mark.parametrize(("preambular", "operative"), PAIRS)
def test_an_opening_has_a_form_in_each_part(preambular: str, operative: str) -> None:
    assert opening_in(preambular, Kind.OPERATIVE) == operative
    assert opening_in(operative, Kind.PREAMBULAR) == preambular


@pytest.mark.parametrize(
    ("preambular", "operative"),
    [("Deeply concerned", "Expresses deep concern"), ("Convinced", "Expresses its conviction")],
)
def test_a_feeling_is_expressed(preambular: str, operative: str) -> None:
    assert opening_in(preambular, Kind.OPERATIVE) == operative


@pytest.mark.parametrize("opening", ["Mindful", "Having considered", "Guided", ""])
def test_what_has_no_other_form_stays(opening: str) -> None:
    assert opening_in(opening, Kind.OPERATIVE) == opening


@given(st.sampled_from(VERBS))
def test_every_counted_verb_goes_there_and_back(verb: str) -> None:
    there = opening_in(participle(verb).capitalize(), Kind.OPERATIVE)
    assert there == third_person(verb).capitalize()
    assert opening_in(there, Kind.PREAMBULAR) == participle(verb).capitalize()


def paragraph(kind: Kind, text: str, level: int = 0, notes: tuple[NoteCall, ...] = ()) -> Paragraph:
    opening = (Span(0, len(text.split(maxsplit=1)[0])),) if not level else ()
    return Paragraph(kind=kind, text=text, level=level, italics=opening, notes=notes)


@pytest.fixture
def draft() -> Draft:
    return draft_of(
        Resolution(
            paragraphs=(
                paragraph(Kind.PREAMBULAR, "Recalling its lanterns,", notes=(NoteCall(23, "1"),)),
                paragraph(Kind.PREAMBULAR, "Noting the tides,"),
                paragraph(Kind.OPERATIVE, "Requests lamps:"),
                paragraph(Kind.OPERATIVE, "for ferries;", 1),
                paragraph(Kind.OPERATIVE, "Decides to go on."),
            ),
            footnotes=(Footnote(marker="1", text="See there."),),
        )
    )


def texts(draft: Draft) -> list[tuple[str, str]]:
    return [(p.label, p.text) for p in draft.resolution.paragraphs]


def test_a_preambular_paragraph_begins_the_operative_part(draft: Draft) -> None:
    now = editing.change_part(draft, draft.entries[0].id)
    assert texts(now)[:3] == [
        ("PP1", "Noting the tides,"),
        ("OP1", "Recalls its lanterns;"),
        ("OP2", "Requests lamps:"),
    ]
    content = now.entries[1].content
    assert content.opening == "Recalls"
    assert content.notes == (NoteCall(21, "1"),)
    assert now.entries[1].id == draft.entries[0].id


def test_an_operative_paragraph_ends_the_preamble_with_its_parts(draft: Draft) -> None:
    now = editing.change_part(draft, draft.entries[2].id)
    assert texts(now)[2:4] == [("PP3", "Requesting lamps:"), ("PP3 (a)", "for ferries,")]
    assert [e.content.kind for e in now.entries[2:4]] == [Kind.PREAMBULAR] * 2


def test_the_last_paragraph_loses_its_full_stop(draft: Draft) -> None:
    now = editing.change_part(draft, draft.entries[4].id)
    assert ("PP3", "Deciding to go on,") in texts(now)


def test_there_and_back_is_the_same_text(draft: Draft) -> None:
    identity = draft.entries[1].id
    back = editing.change_part(editing.change_part(draft, identity), identity)
    assert back == draft


def test_a_sub_paragraph_has_no_part_of_its_own(draft: Draft) -> None:
    with pytest.raises(EditingError, match="whole"):
        editing.change_part(draft, draft.entries[3].id)

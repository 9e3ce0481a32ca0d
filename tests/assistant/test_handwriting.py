"""A paragraph written by hand: its Markdown form and back, several at once, notes that are never dropped."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.draft import Draft, draft_of
from assistant.handwriting import add_written, read_written, rewritten, written
from precedent.reading.markdown import parse
from precedent.resolution import Kind

TEXT = """---
kind: draft resolution
organ: General Assembly
title: Lamps
---

*Recalling* the first lamp[^1] and the second,[^2]

*Noting* the third lamp,[^2]

1. *Decides* to light it.

[^1]: The lamp at the pier.

[^2]: The lamp at the mole.
"""


@pytest.fixture
def draft() -> Draft:
    return draft_of(parse(TEXT).resolution)


def texts(draft: Draft) -> list[str]:
    return [e.content.text for e in draft.entries]


def notes(draft: Draft) -> list[tuple[str, str]]:
    return [(n.marker, n.text) for n in draft.footnotes]


def test_shows_the_words_with_their_notes_below(draft: Draft) -> None:
    first = draft.entries[0].id
    assert written(draft, first) == (
        "*Recalling* the first lamp[^1] and the second,[^2]\n\n"
        "[^1]: The lamp at the pier.\n[^2]: The lamp at the mole."
    )


def test_what_was_not_changed_changes_nothing(draft: Draft) -> None:
    for entry in draft.entries:
        assert rewritten(draft, entry.id, written(draft, entry.id)) is draft


def test_words_italics_and_notes_are_taken(draft: Draft) -> None:
    first = draft.entries[0].id
    new = rewritten(
        draft, first, "*Recalling also* the lamp,[^1]\n\n[^1]: The lamp at *the* pier head.\n[^2]: Another."
    )
    assert new.entries[0].content.opening == "Recalling also"
    assert notes(new) == [("1", "The lamp at the pier head."), ("2", "Another.")]
    assert new.footnotes[0].italics


def test_a_call_taken_out_takes_its_note_along_unless_another_calls_it(draft: Draft) -> None:
    first = draft.entries[0].id
    new = rewritten(
        draft, first, "*Recalling* nothing,\n\n[^1]: The lamp at the pier.\n[^2]: The lamp at the mole."
    )
    assert notes(new) == [("1", "The lamp at the mole.")]


def test_a_new_note_is_numbered_in_its_place(draft: Draft) -> None:
    first = draft.entries[0].id
    source = "*Recalling* a lamp[^new] and the first[^1] and the second,[^2]\n\n[^new]: Quite new."
    new = rewritten(draft, first, source)
    assert notes(new) == [("1", "Quite new."), ("2", "The lamp at the pier."), ("3", "The lamp at the mole.")]
    assert [c.marker for c in new.entries[1].content.notes] == ["3"]


def test_a_note_called_nowhere_is_called_at_the_end_and_a_call_without_note_gets_one(draft: Draft) -> None:
    last = draft.entries[2].id
    new = rewritten(draft, last, "*Decides* to[^7] wait.\n\n[^8]: Until spring.")
    called = new.entries[2].content.notes
    assert [(c.offset, c.marker) for c in called] == [(10, "3"), (16, "4")]
    assert notes(new)[2:] == [("3", ""), ("4", "Until spring.")]


def test_an_empty_line_makes_two_paragraphs(draft: Draft) -> None:
    first = draft.entries[0].id
    source = "*Recalling* the first lamp,[^1]\n\n*Recalling also* the second,[^2]"
    new = rewritten(draft, first, source)
    assert texts(new) == [
        "Recalling the first lamp,",
        "Recalling also the second,",
        "Noting the third lamp,",
        "Decides to light it.",
    ]
    assert new.entries[1].content.kind is Kind.PREAMBULAR
    assert notes(new) == [("1", "The lamp at the pier."), ("2", "The lamp at the mole.")]


def test_nothing_written_takes_the_paragraph_out(draft: Draft) -> None:
    new = rewritten(draft, draft.entries[0].id, " \n\n")
    assert texts(new) == ["Noting the third lamp,", "Decides to light it."]


def test_lines_are_joined_and_other_spaces_kept(draft: Draft) -> None:
    new = rewritten(draft, draft.entries[2].id, "*Decides* to\n  wait 3\u00a0years.")
    assert new.entries[2].content.text == "Decides to wait 3\u00a0years."


def test_new_paragraphs_go_after_another(draft: Draft) -> None:
    new, first = add_written(
        draft, "*Aware* of it,\n\n*Mindful* of it,[^1]", kind=Kind.PREAMBULAR, after=draft.entries[0].id
    )
    assert texts(new)[1:3] == ["Aware of it,", "Mindful of it,"]
    assert new.entries[1].id == first
    assert notes(new) == notes(draft)


def test_nothing_written_adds_nothing(draft: Draft) -> None:
    assert add_written(draft, "\n", kind=Kind.OPERATIVE, after=None) == (draft, None)


@given(st.text(alphabet=st.sampled_from("ab *_[]^:1\n\\\u00a0<&"), max_size=60))
def test_takes_whatever_is_written_and_drops_no_word(source: str) -> None:
    draft = draft_of(parse(TEXT).resolution)
    new = rewritten(draft, draft.entries[0].id, source)
    taken = read_written(source)
    there = " ".join([*texts(new), *(n.text for n in new.footnotes)])
    for inline in taken.paragraphs:
        assert inline.text in there


@pytest.mark.parametrize(
    ("source", "rows"),
    [
        ("Oil | 12\nWicks | 40", ["Oil | 12", "Wicks | 40"]),
        ("Oil\t12\n\nWicks\t\t40", ["Oil | 12", "Wicks | | 40"]),
        ("| Lamp | Casks |\n| --- | ---: |\n| Red | 12 |\n| | 40 |", ["Lamp | Casks", "Red | 12", "| 40"]),
        ("Lamp |\n----|----\nRed | 12", ["Lamp |", "Red | 12"]),
    ],
)
def test_each_line_of_a_table_is_a_row(source: str, rows: list[str]) -> None:
    draft, _ = add_written(Draft(), source, kind=Kind.TABLE, after=None)
    assert [entry.content.text for entry in draft.entries] == rows
    first = draft.entries[0].content
    assert bool(first.italics) == ("---" in source)
    again = rewritten(draft, draft.entries[-1].id, "Sails | 3\nMasts | 2[^1]\n\n[^1]: Of oak.")
    assert [entry.content.text for entry in again.entries] == [*rows[:-1], "Sails | 3", "Masts | 2"]
    assert [note.text for note in again.footnotes] == ["Of oak."]

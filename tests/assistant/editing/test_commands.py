"""Each command on a small draft."""

from __future__ import annotations

import datetime as dt

import pytest

from assistant import editing
from assistant.draft import Change, Dismissal, Draft, Filling, Origin, draft_of
from assistant.errors import EditingError
from precedent.resolution import (
    DocumentKind,
    Footnote,
    Kind,
    Masthead,
    NoteCall,
    Paragraph,
    Resolution,
    Span,
)


def paragraph(text: str, kind: Kind = Kind.OPERATIVE, level: int = 0, **more: object) -> Paragraph:
    """Its first word is italic; ^1 in the text calls note 1."""
    notes = []
    while "^" in text:
        place = text.index("^")
        notes.append(NoteCall(place, text[place + 1]))
        text = text[:place] + text[place + 2 :]
    italics = () if kind is Kind.HEADING else (Span(0, len(text.split()[0])),)
    return Paragraph(kind=kind, text=text, level=level, notes=tuple(notes), italics=italics, **more)  # type: ignore[arg-type]


@pytest.fixture
def draft() -> Draft:
    paragraphs = (
        paragraph("Recalling lanterns,^1", Kind.PREAMBULAR),
        paragraph("Noting tides,^2", Kind.PREAMBULAR),
        paragraph("Harbours", Kind.HEADING),
        paragraph("Requests a report^3 on:"),
        paragraph("Ferries;^1", level=1),
        paragraph("Boats:", level=1),
        paragraph("Small ones;", level=2),
        paragraph("as soon as possible;", closing=True),
        paragraph("Decides to go on.^4"),
    )
    notes = tuple(Footnote(marker=str(n), text=f"Note {n}.") for n in range(1, 5))
    head = Masthead(kind=DocumentKind.DRAFT, sponsor_line="Iraq: draft resolution")
    return editing.tidy(draft_of(Resolution(masthead=head, paragraphs=paragraphs, footnotes=notes)))


def identity(draft: Draft, label: str) -> str:
    entry = draft.at(label)
    assert entry, label
    return entry.id


def outline(draft: Draft) -> list[str]:
    return [f"{p.label} {p.text}" for p in draft.resolution.paragraphs]


def called(draft: Draft, label: str) -> list[str]:
    """Texts of the notes that a paragraph calls."""
    entry = draft.at(label)
    assert entry
    texts = {n.marker: n.text for n in draft.footnotes}
    return [texts[call.marker] for call in entry.content.notes]


def test_a_paragraph_goes_behind_the_sub_paragraphs_of_the_one_before(draft: Draft) -> None:
    new, _ = editing.insert(draft, paragraph("Invites all."), after=identity(draft, "OP1"))
    assert outline(new)[7:9] == ["OP1 closing as soon as possible;", "OP2 Invites all."]


def test_a_sub_paragraph_goes_directly_below(draft: Draft) -> None:
    new, _ = editing.insert(draft, paragraph("Rafts;", level=1), after=identity(draft, "OP1"))
    assert outline(new)[4:6] == ["OP1 (a) Rafts;", "OP1 (b) Ferries;"]


def test_a_paragraph_brings_its_own_notes(draft: Draft) -> None:
    brought = (Footnote(marker="1", text="Brought."), Footnote(marker="2", text="Not called."))
    new, made = editing.insert(
        draft,
        paragraph("Affirming orchards,^1", Kind.PREAMBULAR),
        after=identity(draft, "PP1"),
        footnotes=brought,
        origin=Origin.of("A/RES/79/1", "PP2", "x"),
        filling=Filling("affirm"),
    )
    assert identity(new, "PP2") == made
    assert [n.text for n in new.footnotes] == ["Note 1.", "Brought.", "Note 2.", "Note 3.", "Note 4."]
    assert new.entry(made).origin == Origin.of("A/RES/79/1", "PP2", "x")
    assert new.entry(made).filling == Filling("affirm")


def test_a_paragraph_without_its_note_is_refused(draft: Draft) -> None:
    with pytest.raises(EditingError, match="footnote 1"):
        editing.insert(draft, paragraph("Affirming,^1"), after=None)


def test_a_note_of_the_drafts_own_is_shared(draft: Draft) -> None:
    new, made = editing.insert(
        draft, paragraph("Recalling,^2", Kind.PREAMBULAR), after=None, footnotes=draft.footnotes
    )
    assert [n.text for n in new.footnotes] == ["Note 2.", "Note 1.", "Note 3.", "Note 4."]
    assert new.entry(made).content.notes == (NoteCall(10, "1"),)


def test_an_asterisk_stays_one_until_there_are_two(draft: Draft) -> None:
    stars = [(Footnote(marker="*", text=text),) for text in ("Star.", "Other star.")]
    once, _ = editing.insert(draft, paragraph("One^*"), after=None, footnotes=stars[0])
    twice, _ = editing.insert(once, paragraph("Two^*"), after=None, footnotes=stars[1])
    assert [n.marker for n in once.footnotes] == ["*", "1", "2", "3", "4"]
    assert [n.marker for n in twice.footnotes] == ["*", "1", "2", "3", "4", "5"]
    assert [n.text for n in twice.footnotes][:2] == ["Star.", "Other star."]


def test_a_paragraph_stands_in_the_section_of_its_neighbour() -> None:
    start = draft_of(Resolution(paragraphs=(paragraph("One"), paragraph("Two", section="Annex"))))
    new, made = editing.insert(start, paragraph("Three"), after=start.entries[1].id)
    assert new.entry(made).content.section == "Annex"
    moved = editing.move(new, [made], after=start.entries[0].id)
    assert moved.entry(made).content.section == ""


def test_deleting_takes_sub_paragraphs_and_their_notes_along(draft: Draft) -> None:
    new = editing.delete(draft, [identity(draft, "OP1")])
    assert outline(new) == [
        "PP1 Recalling lanterns,",
        "PP2 Noting tides,",
        "H1 Harbours",
        "OP1 Decides to go on.",
    ]
    assert [n.text for n in new.footnotes] == ["Note 1.", "Note 2.", "Note 4."]


def test_a_note_that_another_paragraph_calls_stays(draft: Draft) -> None:
    new = editing.delete(draft, [identity(draft, "PP1")])
    assert [n.text for n in new.footnotes] == ["Note 2.", "Note 3.", "Note 1.", "Note 4."]
    assert called(new, "OP1 (a)") == ["Note 1."]


def test_moving_takes_sub_paragraphs_along_and_counts_notes_anew(draft: Draft) -> None:
    new = editing.move(draft, [identity(draft, "OP1")], after=identity(draft, "OP2"))
    assert outline(new)[3:] == [
        "OP1 Decides to go on.",
        "OP2 Requests a report on:",
        "OP2 (a) Ferries;",
        "OP2 (b) Boats:",
        "OP2 (b) (i) Small ones;",
        "OP2 closing as soon as possible;",
    ]
    assert [n.text for n in new.footnotes] == ["Note 1.", "Note 2.", "Note 4.", "Note 3."]


def test_a_sub_paragraph_moved_is_of_its_new_parents_kind(draft: Draft) -> None:
    new = editing.move(draft, [identity(draft, "OP1 (b)")], after=identity(draft, "PP2"))
    assert outline(new)[1:4] == ["PP2 Noting tides,", "PP2 (a) Boats:", "PP2 (a) (i) Small ones;"]
    assert {e.content.kind for e in new.entries[:4]} == {Kind.PREAMBULAR}


def test_nothing_moves_behind_itself(draft: Draft) -> None:
    with pytest.raises(EditingError, match="behind itself"):
        editing.move(draft, [identity(draft, "OP1")], after=identity(draft, "OP1 (a)"))


def test_moving_to_the_start(draft: Draft) -> None:
    new = editing.move(draft, [identity(draft, "PP2")], after=None)
    assert outline(new)[:2] == ["PP1 Noting tides,", "PP2 Recalling lanterns,"]
    assert [n.text for n in new.footnotes][:2] == ["Note 2.", "Note 1."]


def test_splitting_keeps_notes_italics_and_decisions_with_their_words(draft: Draft) -> None:
    one = identity(draft, "OP1")
    decided = editing.dismiss(draft, one, Dismissal("style", "Requests", "as agreed"))
    decided = editing.dismiss(decided, one, Dismissal("stale", "Report", "the yearly one"))
    decided = editing.record(decided, one, Change("roll", "memo", "report", "new name"))
    new, second = editing.split(decided, one, len("Requests"))
    first, other = new.entry(one), new.entry(second)
    assert (first.content.text, other.content.text) == ("Requests", "a report on:")
    assert (first.content.italics, other.content.italics) == ((Span(0, 8),), ())
    assert (len(first.content.notes), len(other.content.notes)) == (0, 1)
    assert [d.rule for d in first.dismissals] == ["style"]
    assert [d.rule for d in other.dismissals] == ["stale"]
    assert (len(first.changes), len(other.changes)) == (0, 1)
    assert outline(new)[4:6] == ["OP2 a report on:", "OP2 (a) Ferries;"]


@pytest.mark.parametrize("offset", [-1, 0, 200])
def test_a_paragraph_is_split_within_its_words(draft: Draft, offset: int) -> None:
    with pytest.raises(EditingError, match="one side"):
        editing.split(draft, identity(draft, "PP1"), offset)


def test_merging_joins_with_a_space(draft: Draft) -> None:
    new = editing.merge(draft, identity(draft, "PP1"))
    content = new.entries[0].content
    assert content.text == "Recalling lanterns, Noting tides,"
    assert [s.of(content.text) for s in content.italics] == ["Recalling", "Noting"]
    assert [(c.offset, c.marker) for c in content.notes] == [(19, "1"), (33, "2")]


def test_what_cannot_be_merged(draft: Draft) -> None:
    with pytest.raises(EditingError, match="heading"):
        editing.merge(draft, identity(draft, "PP2"))
    with pytest.raises(EditingError, match="last"):
        editing.merge(draft, identity(draft, "OP2"))


def test_levels_move_what_belongs_along(draft: Draft) -> None:
    new = editing.set_level(draft, identity(draft, "OP1 (b)"), 0)
    assert outline(new)[5:8] == ["OP2 Boats:", "OP2 (a) Small ones;", "OP2 closing as soon as possible;"]
    back = editing.set_level(new, identity(new, "OP2"), 1)
    assert outline(back) == outline(draft)
    with pytest.raises(EditingError, match="below level 3"):
        editing.set_level(draft, identity(draft, "OP1 (b)"), 3)


def test_closing_words_made_a_sub_paragraph_close_no_more(draft: Draft) -> None:
    new = editing.set_level(draft, identity(draft, "OP1 closing"), 1)
    assert outline(new)[7] == "OP1 (c) as soon as possible;"


def test_a_kind_goes_over_to_the_sub_paragraphs(draft: Draft) -> None:
    new = editing.set_kind(draft, identity(draft, "OP1"), Kind.PREAMBULAR)
    assert [e.content.kind for e in new.entries[3:8]] == [Kind.PREAMBULAR] * 5
    heading = editing.set_kind(draft, identity(draft, "OP1 (b)"), Kind.HEADING)
    assert heading.entries[5].content.level == 0


def test_rewriting_takes_new_notes_and_lets_the_old_go(draft: Draft) -> None:
    new = editing.rewrite(
        draft,
        identity(draft, "PP2"),
        "Noting boats and tides,",
        [Span(0, 6)],
        [NoteCall(12, "new"), NoteCall(23, "1")],
        footnotes=[Footnote(marker="new", text="Boats.")],
    )
    assert called(new, "PP2") == ["Boats.", "Note 1."]
    assert [n.text for n in new.footnotes if n.marker.isdigit()] == [
        "Note 1.",
        "Boats.",
        "Note 3.",
        "Note 4.",
    ]


def test_a_numbered_note_brought_by_rewriting_is_counted(draft: Draft) -> None:
    new = editing.rewrite(
        draft,
        identity(draft, "PP2"),
        "Noting,",
        (),
        [NoteCall(7, "2")],
        footnotes=[Footnote(marker="2", text="New.")],
    )
    assert [n.text for n in new.footnotes] == ["Note 1.", "New.", "Note 3.", "Note 4."]


def test_rewriting_refuses_a_note_that_does_not_exist(draft: Draft) -> None:
    with pytest.raises(EditingError, match="footnote 9"):
        editing.rewrite(draft, identity(draft, "PP2"), "Noting,", (), [NoteCall(7, "9")])


@pytest.mark.parametrize(
    ("label", "old", "new", "expected", "italic"),
    [
        ("PP2", "Noting", "Noting also", "Noting also tides,", "Noting also"),
        ("PP2", "Noting", "Welcoming", "Welcoming tides,", "Welcoming"),
        ("PP2", "ing", "es", "Notes tides,", "Notes"),
        ("PP2", "tides", "the tides", "Noting the tides,", "Noting"),
        ("PP2", "Noting tides", "Noting high tides", "Noting high tides,", "Noting"),
        ("PP2", "", "Further ", "Further Noting tides,", "Further Noting"),
        ("PP2", "Noting ", "", "tides,", ""),
        ("OP1 (b) (i)", "Small", "Very small", "Very small ones;", "Very small"),
    ],
)
def test_words_replaced_keep_italics_at_theirs(
    draft: Draft, label: str, old: str, new: str, expected: str, italic: str
) -> None:
    entry = draft.at(label)
    assert entry
    start = entry.content.text.index(old)
    found = editing.replace_words(draft, label, start, start + len(old), new).entry(entry.id).content
    assert found.text == expected
    assert "".join(s.of(found.text) for s in found.italics) == italic
    assert len(found.notes) == len(entry.content.notes)
    if found.notes:
        assert found.notes[0].offset == len(found.text)


def test_words_of_a_note_are_replaced_by_its_label(draft: Draft) -> None:
    new = editing.replace_words(draft, "FN3", 0, 4, "Remark")
    assert new.footnotes[2].text == "Remark 3."


def test_words_that_are_gone_are_not_replaced(draft: Draft) -> None:
    with pytest.raises(EditingError, match="no OP9"):
        editing.replace_words(draft, "OP9", 0, 1, "x")
    with pytest.raises(EditingError, match="characters"):
        editing.replace_words(draft, "PP1", 5, 999, "x")


def test_notes_are_added_changed_and_removed(draft: Draft) -> None:
    new = editing.add_note(draft, identity(draft, "PP1"), 9, "First.")
    assert [n.text for n in new.footnotes] == ["First.", "Note 1.", "Note 2.", "Note 3.", "Note 4."]
    assert called(new, "PP1") == ["First.", "Note 1."]
    changed = editing.set_note(new, "1", "Other words.", (Span(0, 5),))
    assert changed.footnotes[0] == Footnote(marker="1", text="Other words.", italics=(Span(0, 5),))
    removed = editing.remove_note(changed, "2")
    assert called(removed, "PP1") == ["Other words."]
    assert called(removed, "OP1 (a)") == []
    with pytest.raises(EditingError, match="no footnote 9"):
        editing.remove_note(draft, "9")
    with pytest.raises(EditingError, match="ends before"):
        editing.add_note(draft, identity(draft, "PP1"), 99, "x")


def test_a_dismissal_can_be_taken_back(draft: Draft) -> None:
    one = identity(draft, "PP1")
    meant = Dismissal("stale", "lanterns", "really meant so")
    for identity_or_head in (one, None):
        first = editing.dismiss(draft, identity_or_head, Dismissal("stale", "Lanterns ", "meant so"))
        again = editing.dismiss(first, identity_or_head, meant)
        assert editing.dismissals_at(again, identity_or_head) == (meant,)
        assert editing.restore(again, identity_or_head, meant) == draft


def test_title_masthead_and_the_rest(draft: Draft) -> None:
    starred = editing.set_masthead(draft, sponsor_notes=(NoteCall(22, "*"),), committee="Second Committee")
    assert starred.masthead.committee == "Second Committee"
    assert editing.set_masthead(starred, sponsor_line="Iraq:").masthead.sponsor_notes == (NoteCall(5, "*"),)
    assert editing.set_title(draft, "Lanterns").title == "Lanterns"
    assert editing.set_enacting(draft, "The Council,").enacting == "The Council,"
    day = dt.date(2026, 12, 15)
    assert editing.set_expected_adoption(draft, day).expected_adoption == day


def test_an_id_that_is_gone_is_said(draft: Draft) -> None:
    with pytest.raises(EditingError, match="any more"):
        editing.delete(draft, ["p0"])
    with pytest.raises(EditingError, match="put it after"):
        editing.insert(draft, paragraph("x"), after="p0")


def test_parts_that_count_their_notes_apart_are_counted_as_one() -> None:
    start = draft_of(
        Resolution(
            paragraphs=(paragraph("One^1", section="A"), paragraph("Two^1", section="B")),
            footnotes=(
                Footnote(marker="1", text="Of B.", section="B"),
                Footnote(marker="1", text="Of A.", section="A"),
            ),
        )
    )
    tidied = editing.tidy(start)
    assert [(n.marker, n.text, n.section) for n in tidied.footnotes] == [
        ("1", "Of A.", ""),
        ("2", "Of B.", ""),
    ]
    assert [e.content.notes[0].marker for e in tidied.entries] == ["1", "2"]

"""Formal instructions in the grammar of published amendment documents."""

from dataclasses import replace

import pytest

from assistant.amending import NoAmendmentError, amendment
from precedent.numbering import numbered
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
from precedent.session import Organ
from precedent.symbol import Symbol


def text(*paragraphs: Paragraph, title: str = "Lamps", notes: tuple[Footnote, ...] = ()) -> Resolution:
    return Resolution(
        masthead=Masthead(
            kind=DocumentKind.DRAFT,
            organ=Organ.GENERAL_ASSEMBLY,
            symbol=Symbol.parse("A/80/L.18"),
            agenda_item="75",
            sponsor_line="Ruritania:draft resolution",
            sponsor_notes=(NoteCall(10, "*"),),
        ),
        title=title,
        paragraphs=numbered(paragraphs),
        footnotes=notes,
    )


def pp(words: str) -> Paragraph:
    return Paragraph(kind=Kind.PREAMBULAR, text=words)


def op(words: str, level: int = 0) -> Paragraph:
    return Paragraph(kind=Kind.OPERATIVE, text=words, level=level, italics=(Span(0, words.index(" ")),))


BASE = (
    pp("Noting that lamps burn in harbours and on ships,"),
    pp("Recalling that tides rise and fall in every strait,"),
    op("Welcomes the lamps of the northern harbours;"),
    op("Invites the keepers to write a report on oil;"),
    op("Calls upon ships to slow down near lighthouses, in particular:", 0),
    op("By night and in fog;", 1),
    op("Decides to come back to the matter at its eighty-first session."),
)


def told(*wanted: Paragraph, base: tuple[Paragraph, ...] = BASE) -> list[str]:
    document = amendment(text(*base), text(*wanted))
    return [f"{p.number or ''} {p.text}".strip() for p in document.paragraphs]


def test_a_single_instruction_has_no_number() -> None:
    wanted = list(BASE)
    wanted[0] = pp("Noting that lamps burn in harbours,")
    assert told(*wanted) == ["In the first preambular paragraph, delete “and on ships”."]


def test_words_are_quoted_until_the_place_is_plain() -> None:
    base = (op("Invites keepers of lamps and keepers of buoys and keepers of bells;"), op("Decides so."))
    wanted = (op("Invites keepers of lamps and keepers of buoys and owners of bells;"), op("Decides so."))
    assert told(*wanted, base=base) == [
        "In operative paragraph 1, replace “buoys and keepers” with “buoys and owners”."
    ]


def test_several_instructions_are_numbered_and_deletions_told_together() -> None:
    wanted: tuple[Paragraph, ...] = (BASE[0], *BASE[4:])
    assert told(*wanted) == ["Delete the second preambular paragraph and operative paragraphs 1 and 2."]
    wanted = (
        BASE[0],
        BASE[1],
        BASE[3],
        *BASE[4:6],
        op("Decides to come back to the matter at its eighty-second session."),
    )
    assert told(*wanted) == [
        "1. Delete operative paragraph 1.",
        "2. In operative paragraph 4, replace “eighty-first” with “eighty-second”.",
    ]


def test_a_paragraph_that_is_brought_follows_its_instruction() -> None:
    thanks = op("Thanks the keepers for their patience;")
    document = amendment(text(*BASE), text(*BASE[:3], thanks, *BASE[3:]))
    assert [p.text for p in document.paragraphs] == [
        "After operative paragraph 1, insert the following operative paragraph:",
        thanks.text,
    ]
    assert document.paragraphs[1].italics == thanks.italics


def test_a_paragraph_that_is_written_anew_is_replaced() -> None:
    wanted = list(BASE)
    wanted[3] = op(
        "Invites everybody to send oil, wicks and glass to the northern islands before the winter;"
    )
    found = told(*wanted)
    assert found[0] in (
        "Replace operative paragraph 2 with the following text:",
        "1. Delete operative paragraph 2.",
    )


def test_sub_paragraphs_and_titles_have_names() -> None:
    wanted = list(BASE)
    wanted[5] = op("By night and in snow;", 1)
    document = amendment(text(*BASE), text(*wanted, title="Lamps and bells"))
    assert [p.text for p in document.paragraphs] == [
        "In the title, after “Lamps”, insert “and bells”.",
        "In operative paragraph 3 (a), replace “fog” with “snow”.",
    ]


def test_a_paragraph_that_becomes_a_sub_paragraph_goes_and_comes() -> None:
    wanted = list(BASE)
    wanted[3] = replace(wanted[3], level=1)
    assert told(*wanted) == [
        "1. At the end of operative paragraph 1, add the following subparagraph:",
        "Invites the keepers to write a report on oil;",
        "2. Delete operative paragraph 2.",
    ]


def test_notes_come_along_under_asterisks_of_their_own() -> None:
    note = Footnote(marker="4", text="A/80/15.")
    brought = replace(op("Thanks the keepers for their report;"), notes=(NoteCall(36, "4"),))
    document = amendment(text(*BASE), text(*BASE[:3], brought, *BASE[3:], notes=(note,)))
    assert document.paragraphs[1].notes == (NoteCall(36, "**"),)  # the sponsors' line has one
    assert document.footnotes == (replace(note, marker="**"),)


def test_the_masthead_is_the_drafts_and_the_line_says_what_it_is() -> None:
    head = amendment(text(*BASE), text(*BASE[1:])).masthead
    assert (head.kind, head.symbol, head.agenda_item) == (DocumentKind.AMENDMENT, None, "75")
    assert head.sponsor_line == "Ruritania: amendment to draft resolution A/80/L.18"
    assert head.sponsor_notes == (NoteCall(10, "*"),)


def test_a_text_that_was_adopted_is_not_amended() -> None:
    base = text(*BASE)
    adopted = replace(base, masthead=replace(base.masthead, kind=DocumentKind.RESOLUTION))
    with pytest.raises(NoAmendmentError, match="was adopted"):
        amendment(adopted, base)


def test_two_texts_that_are_the_same() -> None:
    with pytest.raises(NoAmendmentError, match="nothing to amend"):
        amendment(text(*BASE), text(*BASE))


def test_preambular_paragraphs_that_go_are_named_together() -> None:
    assert told(*BASE[2:]) == ["Delete the first and second preambular paragraphs."]


NOTES = (Footnote(marker="1", text="A/80/15."), Footnote(marker="2", text="Resolution 79/1."))


def noted(wanted: Paragraph, notes: tuple[Footnote, ...], *, old: Paragraph) -> Resolution:
    return amendment(text(old, *BASE[1:], notes=NOTES), text(wanted, *BASE[1:], notes=notes))


def test_a_note_that_comes_with_words_is_called_in_them() -> None:
    old = replace(BASE[0], notes=(NoteCall(18, "1"), NoteCall(47, "2")))
    words = "Noting that lamps of brass burn in harbours and on ships,"
    wanted = replace(pp(words), notes=(NoteCall(17, "1"), NoteCall(26, "2"), NoteCall(57, "3")))
    brass = Footnote(marker="2", text="Handbook of keepers, chapter 7.")
    document = noted(wanted, (NOTES[0], brass, replace(NOTES[1], marker="3")), old=old)
    (told,) = document.paragraphs
    assert told.text == "In the first preambular paragraph, after “lamps”, insert “of brass”."
    assert told.text[: told.notes[0].offset].endswith("of brass")
    assert document.footnotes == (replace(brass, marker="**"),)


def test_a_note_that_comes_or_goes_alone() -> None:
    alone, called = replace(BASE[0], notes=()), replace(BASE[0], notes=(NoteCall(17, "1"),))
    document = amendment(text(alone, *BASE[1:]), text(called, *BASE[1:], notes=NOTES[:1]))
    assert document.paragraphs[0].text == ("In the first preambular paragraph, replace “lamps” with “lamps”.")
    assert [call.marker for call in document.paragraphs[0].notes] == ["**"]
    document = amendment(text(called, *BASE[1:], notes=NOTES[:1]), text(alone, *BASE[1:]))
    assert [p.text for p in document.paragraphs] == ["In the first preambular paragraph, delete footnote 1."]


def test_many_notes_are_counted() -> None:
    notes = tuple(
        Footnote(marker=str(n), text=f"A/8{n}/1{n}7, on {['oil', 'wicks', 'brass', 'glass'][n - 1]}.")
        for n in range(1, 5)
    )
    brought = replace(
        op("Thanks the keepers for reports on everything;"),
        notes=tuple(NoteCall(6 + n, str(n)) for n in range(1, 5)),
    )
    document = amendment(text(*BASE), text(*BASE[:3], brought, *BASE[3:], notes=notes))
    assert [note.marker for note in document.footnotes] == ["1", "2", "3", "4"]


def test_a_list_is_named_piece_by_piece() -> None:
    base = (
        op("Requests keepers:"),
        op("To trim wicks;", 1),
        op("To fill oil:", 1),
        op("In the morning;", 2),
        op("Welcomes ships."),
    )
    wanted = (
        op("Requests keepers:"),
        op("To trim wicks;", 1),
        op("To fill oil:", 1),
        op("In the morning;", 2),
        op("After every storm;", 2),
        op("To ring bells;", 1),
        op("Welcomes ships."),
    )
    assert told(*wanted, base=base) == [
        "1. After operative paragraph 1 (b) (i), insert the following subparagraph:",
        "After every storm;",
        "2. After operative paragraph 1 (b), insert the following subparagraph:",
        "To ring bells;",
    ]
    assert told(*base[4:], base=base) == ["Delete operative paragraph 1."]


def test_paragraphs_that_come_together_are_brought_by_one_instruction() -> None:
    new = (
        op("Thanks the pilots for:"),
        op("Their patience;", 1),
        op("Their humour;", 1),
        op("Salutes the crews;"),
    )
    assert told(*BASE[:3], *new, *BASE[3:]) == [
        "After operative paragraph 1, insert the following operative paragraphs:",
        "Thanks the pilots for:",
        "(a) Their patience;",
        "(b) Their humour;",
        "Salutes the crews;",
    ]


def test_annexes_and_headings() -> None:
    heading = Paragraph(kind=Kind.HEADING, text="Trimming")
    annexed = (
        replace(heading, section="Annex"),
        Paragraph(kind=Kind.ANNEX, text="Trim.", number="1.", section="Annex"),
    )
    assert told(*BASE, *annexed) == [
        "After operative paragraph 4, add the following annex:",
        "Annex",
        "Trimming",
        "Trim.",
    ]
    assert told(*BASE, base=(*BASE, *annexed)) == ["Delete the annex."]
    assert told(*BASE[:4], heading, *BASE[4:]) == [
        "After operative paragraph 2, insert the following heading:",
        "Trimming",
    ]
    longer = replace(annexed[1], text="Trim the wicks.")
    assert told(*BASE, annexed[0], longer, base=(*BASE, *annexed))[0].startswith(
        ("In paragraph 1 of the annex,", "Replace paragraph 1 of the annex with")
    )


def test_the_shape_of_quotation_marks_is_no_amendment() -> None:
    base = (op("Notes the keepers’ “lamps” of brass;"), op("Decides so."))
    assert told(op('Notes the keepers\' "lamps" of glass;'), base[1], base=base) == [
        "In operative paragraph 1, replace “brass” with “glass”."
    ]
    with pytest.raises(NoAmendmentError):
        told(op('Notes the keepers\' "lamps" of brass;'), base[1], base=base)


def test_a_draft_that_a_committee_recommends_is_amended_in_the_plenary() -> None:
    own = Paragraph(kind=Kind.REPORT, text="The Committee met in Valletta.", number="1.", section="R")
    base = text(own, *BASE)
    head = replace(
        base.masthead,
        kind=DocumentKind.REPORT,
        symbol=Symbol.parse("A/80/555"),
        committee="Second Committee",
        sponsor_line=None,
        sponsor_notes=(),
    )
    document = amendment(replace(base, masthead=head), text(*BASE[1:]))
    assert [p.text for p in document.paragraphs] == ["Delete the first preambular paragraph."]
    assert document.masthead.committee is None
    assert document.masthead.sponsor_line == (
        "Ruritania: amendment to draft resolution recommended by the Second Committee in its report contained in "
        "document A/80/555"
    )

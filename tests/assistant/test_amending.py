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
        "1. Delete operative paragraph 2.",
        "2. After operative paragraph 1, insert the following subparagraph:",
        "Invites the keepers to write a report on oil;",
    ]


def test_notes_come_along_and_are_counted_anew() -> None:
    note = Footnote(marker="4", text="A/80/15.")
    brought = replace(op("Thanks the keepers for their report;"), notes=(NoteCall(36, "4"),))
    document = amendment(text(*BASE), text(*BASE[:3], brought, *BASE[3:], notes=(note,)))
    assert document.paragraphs[1].notes == (NoteCall(36, "1"),)
    assert document.footnotes == (replace(note, marker="1"),)


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

"""What is printed of a redline and of comments, and what LibreOffice makes of the files."""

from dataclasses import replace

import pypdfium2 as pdfium  # type: ignore[import-untyped]
import pytest

from assistant.export import Comment, Extras, exported
from assistant.export.blocks import Mark, Role
from assistant.export.commenting import commented
from assistant.export.layout import lay_out
from assistant.export.printing import on_paper
from assistant.export.redline import redline
from precedent import office
from precedent.numbering import numbered
from precedent.reading import word
from precedent.resolution import Kind
from tests.assistant.export.made_up import DRAFT, FOOTNOTES, W, part, said

FIRST_OPERATIVE = next(at for at, p in enumerate(DRAFT.paragraphs) if p.kind is Kind.OPERATIVE)
SHORTER = replace(
    DRAFT,
    paragraphs=numbered(
        (
            *DRAFT.paragraphs[:FIRST_OPERATIVE],
            said(Kind.OPERATIVE, "Thanks the keepers of the southern lamps;", "Thanks"),
            *DRAFT.paragraphs[FIRST_OPERATIVE:],
        )
    ),
)
COMMENTS = (Comment("PP1", 14, 30, "first: look\nInstead: at this"), Comment("OP1", 0, 8, "second"))
PLACES = (W + "footnoteReference", W + "commentRangeEnd", W + "commentReference")
libreoffice = pytest.mark.skipif(office.program() is None, reason="LibreOffice is not installed")


def printed(pdf: bytes) -> str:
    document = pdfium.PdfDocument(pdf)
    return "\n".join(page.get_textpage().get_text_range() for page in document).replace("\r", "")


def test_a_clean_page_is_printed_as_it_is() -> None:
    page = lay_out(DRAFT)
    assert on_paper(page) == page


def test_numbers_of_a_redline_stand_among_the_words_and_under_the_marks() -> None:
    page = on_paper(redline(lay_out(SHORTER), lay_out(DRAFT)))
    assert all(block.item is None and (block.was is None or block.was.item is None) for block in page.blocks)
    numbers = [(b.runs[0].text, b.runs[0].mark) for b in page.blocks if b.role is Role.OPERATIVE]
    assert numbers[:3] == [("1.\t", Mark.DELETED), ("1.\t", None), ("2.\t", None)]


def test_comments_stand_behind_the_text_under_their_numbers() -> None:
    page = on_paper(commented(lay_out(DRAFT), COMMENTS))
    assert not page.comments
    assert "resolution 80/41[1] of" in next(b.text for b in page.blocks if b.label == "PP1")
    assert [b.text for b in page.blocks[-3:]] == [
        "Comments",
        "[1]\tPP1: first: look · Instead: at this",
        "[2]\tOP1: second",
    ]


def test_the_mark_of_a_comment_between_the_first_two_notes_stands_behind_the_second() -> None:
    data, _ = exported(DRAFT, ".docx", extras=Extras(comments=COMMENTS, author="Ruritania"))
    told = [str(e.tag).removeprefix(W) for e in part(data, "word/document.xml").iter(*PLACES)]
    assert told[:4] == ["footnoteReference", "commentRangeEnd", "footnoteReference", "commentReference"]
    assert [(c.label, c.start, c.end) for c in word.read(data, "it").comments] == [
        (c.label, c.start, c.end) for c in COMMENTS
    ]


@libreoffice
def test_libreoffice_leaves_every_note_at_its_call_where_there_are_comments() -> None:
    data, _ = exported(DRAFT, ".docx", extras=Extras(comments=COMMENTS, author="Ruritania"))
    text = printed(office.converted(data, "docx", "pdf"))
    assert [text.count(note.text) for note in FOOTNOTES] == [1] * len(FOOTNOTES)


@libreoffice
def test_a_printed_redline_has_the_right_numbers_and_all_comments() -> None:
    extras = Extras(base=SHORTER, comments=COMMENTS, author="Ruritania")
    text = printed(exported(DRAFT, ".pdf", extras=extras)[0])
    assert "first: look" in text
    assert "[2.]" not in text
    assert "\n1. Thanks" in text
    assert [text.count(note.text) for note in FOOTNOTES] == [1] * len(FOOTNOTES)

"""Tables on the page: one grid for rows that follow each other, in Word, on a page for browsers and on the screen."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from assistant.export import Comment, Extras, exported
from assistant.export.blocks import Block, Role, Run
from assistant.export.grid import WIDTH, Grid, Nature, grid
from assistant.export.layout import lay_out
from assistant.export.paging import pages
from precedent.numbering import numbered
from precedent.reading import read_bytes
from precedent.resolution import Kind, NoteCall, Paragraph, Resolution, Span
from tests.assistant.export.made_up import ADOPTED, DRAFT, W, parts

WHEN = dt.datetime(2026, 11, 2, 9, 30, tzinfo=dt.UTC)


def row(text: str, italics: tuple[Span, ...] = (), notes: tuple[NoteCall, ...] = ()) -> Paragraph:
    return Paragraph(kind=Kind.TABLE, text=text, italics=italics, notes=notes)


HEAD = row("Lamp | | Casks of oil", italics=(Span(0, 4), Span(9, 21)))
ROWS = (
    HEAD,
    row("1 | Harbour lamps | 1 200"),
    row("2 | Lamps of the long coast road | 900", notes=(NoteCall(32, "2"),)),
    row("Total | | 2 100"),
    row("Abbreviations: LL, lamps lit.", italics=(Span(0, 13),)),
)
TEXT = replace(DRAFT, paragraphs=numbered((*DRAFT.paragraphs[:-1], *ROWS, DRAFT.paragraphs[-1])))


def grid_of(*rows: Paragraph) -> Grid:
    layout = lay_out(replace(DRAFT, paragraphs=numbered(rows), footnotes=()))
    return grid([block for block in layout.blocks if block.role is Role.TABLE])


def test_what_each_row_is_shows_by_its_words() -> None:
    assert [row.nature for row in grid_of(*ROWS).rows] == [
        Nature.HEAD,
        Nature.ORDINARY,
        Nature.ORDINARY,
        Nature.TOTAL,
        Nature.NOTE,
    ]


def test_a_part_that_begins_below_the_head_is_no_head() -> None:
    part = row("Of the coast | |", italics=(Span(0, 12),))
    natures = [one.nature for one in grid_of(HEAD, part, *ROWS[1:]).rows]
    assert natures[:2] == [Nature.HEAD, Nature.ORDINARY]


def test_columns_of_figures_stand_at_the_right_but_for_the_first() -> None:
    assert grid_of(*ROWS).figures == (False, False, True)
    assert grid_of(row("1 | Two"), row("2 | 30")).figures == (False, False)
    figure = (Run(text="Oil"), Run(text=" | ", bar=True), Run(text="30"), Run(text="[1]", raised=True))
    assert grid([Block(role=Role.TABLE, runs=figure)]).figures == (False, True)


def test_a_row_with_fewer_cells_has_a_broader_first_one() -> None:
    found = grid_of(*ROWS[1:3], row("Subtotal | 2 100")).rows[-1]
    assert [(cell.column, cell.columns) for cell in found.cells] == [(0, 2), (2, 1)]


BLOCKS = st.lists(
    st.lists(st.text("ab 1|", max_size=40), min_size=1, max_size=9).map(
        lambda cells: Block(
            role=Role.TABLE,
            runs=tuple(
                run
                for text in cells
                for run in (Run(text=" | ", bar=True), Run(text=text, italic="a" in text))
            )[1:],
        )
    ),
    min_size=1,
    max_size=6,
)


@given(BLOCKS)
def test_columns_fill_the_width_and_every_cell_has_its_place(blocks: list[Block]) -> None:
    it = grid(blocks)
    assert all(width > 0 for width in it.widths)
    assert WIDTH - len(it.widths) <= sum(it.widths) <= WIDTH
    for line, block in zip(it.rows, blocks, strict=True):
        assert [cell.runs for cell in line.cells] == list(block.cells)
        columns = [at for cell in line.cells for at in range(cell.column, cell.column + cell.columns)]
        assert columns == list(range(len(it.widths)))


def test_word_has_a_real_table_whose_head_is_repeated(tmp_path: Path) -> None:
    path = tmp_path / "draft.docx"
    path.write_bytes(exported(TEXT, ".docx")[0])
    (table,) = Document(str(path)).tables
    assert [[cell.text for cell in line.cells] for line in table.rows][1:4] == [
        [""] * 3,
        ["1", "Harbour lamps", "1 200"],
        ["2", "Lamps of the long coast road2", "900"],  # and its note
    ]
    heads = [line for line in table._tbl.iter(f"{W}tr") if line.find(f"{W}trPr/{W}tblHeader") is not None]
    assert len(heads) == 2


def test_a_table_that_ends_a_document_is_followed_by_a_paragraph() -> None:
    last = replace(ADOPTED, paragraphs=(*ADOPTED.paragraphs, *(replace(p, section="Annex") for p in ROWS)))
    body = etree.fromstring(parts(exported(last, ".docx")[0])["word/document.xml"])[0]
    assert [child.tag for child in body][-3:] == [f"{W}tbl", f"{W}p", f"{W}sectPr"]


@pytest.mark.parametrize("suffix", [".docx", ".xml", ".md"])
def test_rows_come_back_as_they_were(suffix: str) -> None:
    def told(text: Resolution) -> list[tuple[object, ...]]:
        return [(p.kind, p.text, p.italics, p.notes) for p in text.paragraphs if p.kind is Kind.TABLE]

    assert told(read_bytes(exported(TEXT, suffix)[0], f"draft{suffix}")) == told(TEXT)


def test_a_comment_on_words_of_two_cells_takes_none_of_them_apart() -> None:
    label = TEXT.paragraphs[-4].label
    extras = Extras(
        comments=(Comment(label, 4, 24, "both"), Comment(label, 2, 3, "the bar")), author="Ruritania"
    )
    data, _ = exported(TEXT, ".docx", created=WHEN, extras=extras)
    back = read_bytes(data, "draft.docx")
    assert [p.text for p in back.paragraphs if p.kind is Kind.TABLE] == [p.text for p in ROWS]
    assert sorted(comment.text for comment in back.comments) == ["both", "the bar"]


def test_a_browser_is_told_the_names_of_the_columns() -> None:
    page = exported(TEXT, ".html")[0].decode()
    assert re.findall(r'<th scope="col"[^>]*>(.*?)</th>', page) == ["<i>Lamp</i>", "<i>Casks of oil</i>"]
    assert '<tr class="total"><td>Total</td><td></td><td class="figure">2\u00a0100</td></tr>'.replace(
        "\u00a0", " "
    ) in page.replace("\u00a0", " ")
    assert page.index("</table>") < page.index("Abbreviations")


def test_the_screen_shows_cells_in_their_columns() -> None:
    lines = [line for page in pages(lay_out(TEXT)) for line in page.lines if line.beside]
    first, second = (line for line in lines if line.text.startswith(("1 ", "2 ")))
    assert first.beside[0].left == second.beside[0].left
    assert first.beside[1].left < second.beside[1].left  # figures end at the right


def changed(rows: list[Paragraph], cut: int, other: str) -> Iterator[Paragraph]:
    for place, paragraph in enumerate(rows):
        if place == cut % len(rows):
            yield replace(paragraph, text=other, notes=())
        elif place != (cut + 2) % len(rows):
            yield paragraph


@settings(max_examples=15)
@given(st.integers(0, 4), st.text("ab 1|", max_size=20), st.integers(0, 3))
def test_redlines_of_tables_are_proved(cut: int, other: str, place: int) -> None:
    rows = list(changed(list(ROWS), cut, other))
    paragraphs = list(DRAFT.paragraphs)
    paragraphs[place:place] = rows
    new = replace(DRAFT, paragraphs=numbered(paragraphs))
    for one, two in ((TEXT, new), (new, TEXT), (ADOPTED, new)):
        _, proof = exported(two, ".docx", created=WHEN, extras=Extras(base=one, author="Ruritania"))
        assert proof is not None

"""The layout of a document: a resolution or a draft as blocks of runs, before any file format.

Pure. The order and the wording are those of published documents. Every format is written from this one
value, so that none prints what another leaves out. No word is lost: a note that nothing calls and a mark that
Word would not count are printed as they stand.
"""

from __future__ import annotations

from collections.abc import Iterator

from assistant.agenda import as_printed
from assistant.draft import Draft
from assistant.export.binding import headed
from assistant.export.blocks import Block, Layout, Paper, Role, Run
from assistant.export.numbers import Counting
from assistant.export.opening import adopted, closing, head, opening
from assistant.export.runs import Notes, cut, cut_row
from precedent.resolution import Kind, Paragraph, Resolution
from precedent.session import Organ

_ROLES = {
    Kind.PREAMBULAR: Role.PREAMBULAR,
    Kind.OPERATIVE: Role.OPERATIVE,
    Kind.ANNEX: Role.ANNEX,
    Kind.TABLE: Role.PLAIN,
    Kind.REPORT: Role.ANNEX,
    Kind.AMENDMENT: Role.PREAMBULAR,
    Kind.OTHER: Role.PREAMBULAR,
}


def lay_out(source: Resolution | Draft) -> Layout:
    """The page of a resolution or of a draft, whose paragraphs are numbered from their order."""
    resolution = as_printed(source.resolution if isinstance(source, Draft) else source)
    masthead = resolution.masthead
    notes, counting = Notes(resolution.footnotes, masthead.organ), Counting()
    blocks = [*opening(resolution, notes), *_body(resolution, notes, counting)]
    for footnote in notes.uncalled():
        runs = cut(footnote.text, italics=footnote.italics, organ=masthead.organ)
        blocks.append(Block(role=Role.NOTE, number=footnote.marker, runs=tuple(runs), label=footnote.label))
    return Layout(
        head=head(masthead),
        paper=Paper.A4 if masthead.organ is Organ.HUMAN_RIGHTS_COUNCIL else Paper.LETTER,
        adopted=adopted(masthead),
        title=resolution.title,
        running_title=headed(resolution.title) if adopted(masthead) else "",
        blocks=tuple(blocks),
        notes=tuple(notes.taken),
        lists=counting.lists,
    )


def _body(resolution: Resolution, notes: Notes, counting: Counting) -> Iterator[Block]:
    """The paragraphs; what closes a text stands before its annexes where it was adopted, else at the end."""
    masthead, paragraphs = resolution.masthead, resolution.paragraphs
    deep = any(p.kind is Kind.HEADING and p.level for p in paragraphs)
    section, closed = "", not adopted(masthead)
    for paragraph in paragraphs:
        if paragraph.section != section:
            section = paragraph.section
            if not closed and _is_annex(section):
                closed = True
                yield from closing(masthead)
            if section:
                yield Block(role=Role.SECTION, level=int(not _is_annex(section)), runs=(Run(text=section),))
        yield _block(paragraph, notes, counting, organ=masthead.organ, deep=deep)
    if not closed or not adopted(masthead):
        yield from closing(masthead)


def _is_annex(section: str) -> bool:
    return section.startswith(("Annex", "Appendix"))


def _block(
    paragraph: Paragraph, notes: Notes, counting: Counting, *, organ: Organ | None, deep: bool
) -> Block:
    if paragraph.kind is Kind.TABLE and not (paragraph.number or paragraph.level or paragraph.closing):
        row = tuple(cut_row(paragraph, notes, organ))
        return Block(role=Role.TABLE, runs=row, label=paragraph.label)
    heading = paragraph.kind is Kind.HEADING
    runs = cut(
        headed(paragraph.text) if heading else paragraph.text,
        italics=paragraph.italics,
        calls=paragraph.notes,
        notes=notes,
        section=paragraph.section,
        organ=organ,
    )
    number, level, item = paragraph.number, paragraph.level, None
    if heading:
        # One level of headings is set like the lower of two.
        return Block(
            role=Role.HEADING,
            runs=tuple(runs),
            level=level if deep else 1,
            number=number,
            item=counting.head(number, section=paragraph.section) if number else None,
            label=paragraph.label,
        )
    role = _ROLES[paragraph.kind]
    if number:
        if paragraph.kind is Kind.AMENDMENT:
            role = Role.INSTRUCTION
        item = counting.item(number, level, section=paragraph.section, of=role)
    if paragraph.closing:
        role = Role.CLOSING
    elif level:
        role = Role.ITEM
    return Block(role=role, runs=tuple(runs), level=level, number=number, item=item, label=paragraph.label)

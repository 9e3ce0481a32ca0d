"""Runs of the layout as runs of Word: italics, links and calls of footnotes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from copy import deepcopy
from dataclasses import replace
from hashlib import sha256
from typing import TypeAlias

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part
from docx.oxml.xmlchemy import BaseOxmlElement

from assistant.export.blocks import Anchor, Call, Mark, Note, Run, Signature
from assistant.export.breaking import Letters
from assistant.export.word.marks import Marks, deleted
from assistant.export.word.xml import differing, element, pieces, value

_BOOKMARK = "_Note{}"
_Held: TypeAlias = tuple[Mark, Signature | None, Signature | None]


def paragraph(
    style: str, *content: BaseOxmlElement, properties: Iterable[BaseOxmlElement] = ()
) -> BaseOxmlElement:
    """A paragraph in a style; `properties` in the order of the schema."""
    return element("w:p", None, element("w:pPr", None, value("w:pStyle", style), *properties), *content)


def plain(text: str, *properties: BaseOxmlElement) -> BaseOxmlElement:
    """One run; `properties` in the order of the schema."""
    return _run(properties, *pieces(text))


def written(
    runs: Iterable[Run],
    part: Part,
    notes: tuple[Note, ...] = (),
    marks: Marks | None = None,
    *,
    elsewhere: Letters | None = None,
) -> Iterator[BaseOxmlElement]:
    """Runs in the body or in a note; a link belongs to the part that it stands in.

    `elsewhere` is how programs other than Word set their letters to end lines where Word does.

    Runs that follow each other under one mark of a redline are held by one element, but for links, which no mark
    can hold.
    """
    marks = marks or Marks()
    other = _letters(elsewhere) if elsewhere else None
    holder: BaseOxmlElement | None = None
    held: _Held | None = None
    for run in runs:
        if run.anchor is not None:
            holder, held = None, None
            yield from _anchor(run.anchor)
            continue
        kept = (run.mark, run.by, run.gone_by) if run.mark is not None else None
        if kept is None or run.link or kept != held:
            holder, held = None, None
        made = list(_made(run, notes, marks, other))
        if run.mark in (Mark.DELETED, Mark.WITHDRAWN):
            made = [deleted(one) for one in made]
        if run.mark is not None and holder is None:
            outer, holder = _holding(run, run.mark, marks)
            held = kept
            holder.extend(made)
            yield _linked(run, part, [outer]) if run.link else outer
        elif holder is not None:
            holder.extend(made)
        elif run.link:
            yield _linked(run, part, made)
        else:
            yield from made
        if run.link:
            holder, held = None, None


def _holding(run: Run, mark: Mark, marks: Marks) -> tuple[BaseOxmlElement, BaseOxmlElement]:
    """What stands for a mark, and what in it holds the words: the same, but for words that were withdrawn."""
    if mark is not Mark.WITHDRAWN:
        holder = marks.of(mark, run.by)
        return holder, holder
    outer, inner = marks.withdrawn(run.by, run.gone_by)
    outer.append(inner)
    return outer, inner


def _anchor(anchor: Anchor) -> Iterator[BaseOxmlElement]:
    """Where the words that a comment is about begin; where they end, with the mark of the comment."""
    number: dict[str, str | int] = {"w:id": anchor.comment}
    if anchor.begins:
        yield element("w:commentRangeStart", number)
        return
    yield element("w:commentRangeEnd", number)
    yield _run([value("w:rStyle", "CommentReference")], element("w:commentReference", number))


def _linked(run: Run, part: Part, made: Iterable[BaseOxmlElement]) -> BaseOxmlElement:
    """The name of a link comes from its address: python-docx would look through all links at each one."""
    name = f"link{sha256(run.link.encode()).hexdigest()[:16]}"
    if name not in part.rels:
        part.rels.add_relationship(RELATIONSHIP_TYPE.HYPERLINK, run.link, name, is_external=True)
    return element("w:hyperlink", {"r:id": name, "w:history": 1}, *made)


def _letters(letters: Letters) -> BaseOxmlElement:
    """Word itself writes such a choice into the properties of a run, for fonts that not every program has."""
    return differing(None, value("w:spacing", letters.spacing), value("w:w", letters.scale))


def _made(
    run: Run, notes: tuple[Note, ...], marks: Marks, other: BaseOxmlElement | None
) -> Iterator[BaseOxmlElement]:
    if run.call is not None:
        yield from _called(run.call, notes)
        return
    looks = list(_looks(run))
    if other is not None and not run.raised:
        looks.append(other)
    if run.was_italic is not None:
        former = _looks(replace(run, italic=run.was_italic))
        looks.append(marks.made("w:rPrChange", element("w:rPr", None, *former)))
    yield plain(run.text, *looks)


def _looks(run: Run) -> Iterator[BaseOxmlElement]:
    if run.link:
        yield value("w:rStyle", "Hyperlink")
    if run.raised:
        yield value("w:rStyle", "FootnoteReference")
    if run.roman:
        yield value("w:b", 0)
    if run.italic:
        yield element("w:i")


def _called(call: Call, notes: tuple[Note, ...]) -> Iterator[BaseOxmlElement]:
    """The mark of a note: counted by Word, printed as it stands, or pointing back to the first call."""
    asterisk = call.mark.startswith("*")
    looks = (value("w:b", 0),) if asterisk else (value("w:rStyle", "FootnoteReference"), value("w:b", 0))
    identity, bookmark = call.note + 1, _BOOKMARK.format(call.note + 1)
    if call.repeated:
        yield from field(f"NOTEREF {bookmark} \\h", call.mark, *looks)
        return
    yield element("w:bookmarkStart", {"w:id": identity, "w:name": bookmark})
    if notes[call.note].counted:
        yield _run(looks, element("w:footnoteReference", {"w:id": identity}))
    else:
        reference = element("w:footnoteReference", {"w:customMarkFollows": 1, "w:id": identity})
        # LibreOffice takes a mark of more than one character for words and prints it twice, but not in pieces.
        yield _run(looks, reference, *(piece for character in call.mark for piece in pieces(character)))
    yield element("w:bookmarkEnd", {"w:id": identity})


def field(instruction: str, shown: str, *properties: BaseOxmlElement) -> Iterator[BaseOxmlElement]:
    """A field with the result it has now, for readers that do not compute it."""

    def one(*content: BaseOxmlElement) -> BaseOxmlElement:
        return _run(properties, *content)

    yield one(element("w:fldChar", {"w:fldCharType": "begin"}))
    yield one(element("w:instrText", text=f" {instruction} "))
    yield one(element("w:fldChar", {"w:fldCharType": "separate"}))
    yield one(*pieces(shown))
    yield one(element("w:fldChar", {"w:fldCharType": "end"}))


def _run(properties: Iterable[BaseOxmlElement], *content: BaseOxmlElement) -> BaseOxmlElement:
    """A run; its properties are copied, since an element has one place only."""
    looks = [deepcopy(given) for given in properties]
    return element("w:r", None, element("w:rPr", None, *looks) if looks else None, *content)

"""Reads the UN's XML of resolutions (AKN4UN, the UN's profile of Akoma Ntoso), of all organs and years.

Never refuses a text: damaged XML is read as far as it goes and the damage remarked on. Entities are never
resolved, so a file can make the reader open no other file and no address.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from lxml import etree

from precedent.language import language
from precedent.reading.akn.body import Body
from precedent.reading.akn.items import Item, Nature
from precedent.reading.akn.masthead import masthead
from precedent.reading.akn.parsing import parsed
from precedent.reading.akn.parts import paragraphs
from precedent.reading.akn.runs import NOTHING, Notes, Printed, local, printed, words
from precedent.resolution import Kind, NoteCall, Remark, Resolution

_CONTAINERS: Final = frozenset(
    {
        "akomaNtoso",
        "statement",
        "documentCollection",
        "components",
        "component",
        "act",
        "bill",
        "collectionBody",
    }
)
_BODIES: Final = frozenset({"preamble", "mainBody", "body", "attachments", "doc"})
_TELLING: Final = 4000
"""Characters of a text that tell its language."""
_DEEP: Final = 20
"""Texts within texts deeper than this are read as one plain paragraph: no real file has them."""
_KNOWN: Final = _CONTAINERS | _BODIES | {"meta", "coverPage", "preface", "conclusions", "documentRef"}


def read(data: bytes, name: str) -> Resolution:
    """The resolution that a file of the UN's XML holds; `name` is told in messages.

    Raises:
        UnreadableFileError: where nothing of the XML can be read at all.
    """
    remarks: list[Remark] = []
    root = parsed(data, name, remarks)
    etree.strip_tags(root, "{*}a")  # links: only their words are wanted
    notes = Notes()
    head = masthead(root, notes, remarks)
    body = Body(notes, remarks, voted=head.ballot is not None)
    title = _document(root, body, NOTHING)
    found = paragraphs(body.scopes)
    sample = " ".join([title.text, body.enacting, *(p.text for p in found[:8])])[:_TELLING]
    if not found:
        remarks.append(Remark("", "The file holds no paragraph of a text."))
    return Resolution(
        masthead=replace(head, language=language(sample) if sample.strip() else None),
        title=title.text,
        title_notes=title.notes,
        enacting=body.enacting,
        paragraphs=found,
        footnotes=tuple(notes.found),
        remarks=tuple(remarks),
    )


def _document(element: etree._Element, body: Body, title: Printed, depth: int = 0) -> Printed:
    """Read every text that an element holds, in order, and return the title of the first."""
    known = False
    for child in element:
        kind = local(child)
        known = known or kind in _KNOWN
        if kind == "statement" and local(element) == "component":
            _open_part(child, body)
        if kind in _CONTAINERS and depth > _DEEP:
            body.plain(child, 0)
        elif kind in _CONTAINERS:
            title = _document(child, body, title, depth + 1)
        elif kind == "preface":
            title = _preface(child, body, title)
        elif kind in _BODIES:
            body.block(child)
        elif kind == "conclusions":
            body.conclude(child)
    if not known:
        body.flow(element)
    return title


def _open_part(statement: etree._Element, body: Body) -> None:
    if statement.get("name") == "draft resolution":
        body.open("Draft", Nature.DRAFT)
        return
    number = next(statement.iter("{*}docNumber"), None)
    body.open(
        words(number).rstrip(". ") or chr(ord("A") + sum(s.nature is Nature.PART for s in body.scopes) % 26),
        Nature.PART,
    )


def _preface(element: etree._Element, body: Body, title: Printed) -> Printed:
    """The title; further lines of it, as a text in parts has them, stand as headings before the preamble."""
    titles = list(element.iter("{*}docTitle"))
    beside = []
    for line in element.iterchildren("{*}p"):
        others = (c for c in line if local(c) not in ("docTitle", "docNumber", "authorialNote"))
        beside += [line.text or "", *map(words, others), *(child.tail or "" for child in line)]
    for line in titles:
        found = printed(line, body.notes)
        if not title.text:
            title = found
        elif found.text:
            body.put(Item(words=found, kind=Kind.HEADING))
    outside = [n for n in element.iter("{*}authorialNote") if not any(n in t.iter() for t in titles)]
    calls = (
        NoteCall(len(title.text), body.notes.add(note)) for note in outside
    )  # after the letter of a part
    title = replace(title, notes=(*title.notes, *calls))
    if words_beside := " ".join("".join(beside).split()):
        body.remarks.append(Remark("", f"Beside the title stands also: {words_beside}"))
    return title

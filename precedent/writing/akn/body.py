"""The text itself in AKN4UN: preamble, operative part, parts, annexes, the lines after it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from typing import Final

from lxml import etree

from precedent.reading.akn.items import ANNEX_NAMES
from precedent.resolution import Kind, NoteCall, Paragraph, Resolution, Span
from precedent.rows import cells, in_cells
from precedent.wording import day_words
from precedent.writing.akn.lines import Lines
from precedent.writing.akn.tree import NAMESPACE, sub

_APART: Final = re.compile(
    rf"(?P<name>Draft|(?:{ANNEX_NAMES})(?: [IVXLC]+| [A-Z](?=$)|(?: bis)?)?)(?: (?P<part>.+))?"
)
"""The name of a section that is an annex or a draft within, and the part of it."""
_HEADINGS: Final = ("H1", "H23", "H4")
_INFERRED: Final = frozenset({Kind.PREAMBULAR, Kind.ANNEX})
"""Kinds that a reader sees from the place of a paragraph."""


def add_body(statement: etree._Element, resolution: Resolution, lines: Lines) -> None:
    """Everything from the enacting words to the last annex."""
    main, preamble = _split(resolution.paragraphs)
    holder = sub(statement, "preamble")
    if resolution.enacting:
        line = sub(sub(holder, "formula", name="enactingFormula"), "p")
        lines.fill(line, resolution.enacting)
    _Writer(lines).preamble(holder, preamble)
    body = sub(statement, "mainBody")
    writer = _Writer(lines)
    apart: dict[str, etree._Element] = {}
    for section, group in groupby(main, key=lambda p: p.section):
        found = _APART.fullmatch(section)
        name, part = (found["name"], found["part"] or "") if found else ("", section)
        if name and name not in apart:
            apart[name] = _draft(statement) if name == "Draft" else _annex(statement, name)
        writer.part(apart.get(name, body), part, list(group))
    _conclude(body, resolution)


def _draft(statement: etree._Element) -> etree._Element:
    component = sub(sub(statement, "components"), "component")
    return sub(sub(component, "statement", name="draft resolution"), "mainBody")


def _annex(statement: etree._Element, name: str) -> etree._Element:
    last = statement[-1]
    attachments = last if etree.QName(last).localname == "attachments" else sub(statement, "attachments")
    inner = sub(sub(sub(attachments, "attachment"), "doc", name="annex"), "mainBody")
    head = sub(sub(sub(inner, "paragraph", class_="HCh"), "content"), "p")
    sub(head, "docType", name.removesuffix(" bis"))
    return inner


def _split(paragraphs: Sequence[Paragraph]) -> tuple[Sequence[Paragraph], Sequence[Paragraph]]:
    """The text after the preamble, and the preamble."""
    own = (Kind.PREAMBULAR,)
    end = next((at for at, p in enumerate(paragraphs) if p.section or p.kind not in own), len(paragraphs))
    return paragraphs[end:], paragraphs[:end]


def _conclude(body: etree._Element, resolution: Resolution) -> None:
    head = resolution.masthead
    if not head.meeting:
        return
    conclusions = etree.Element(f"{{{NAMESPACE}}}conclusions")
    body.addnext(conclusions)
    line = sub(conclusions, "p")
    sub(line, "inline", head.meeting, name="adoptionMeeting")
    if head.adopted:
        sub(line, "eol")
        day = sub(line, "docDate", day_words(head.adopted), date=head.adopted.isoformat())
        day.set("refersTo", "#adoptionDate")


def _head_name(head: Paragraph) -> str:
    return "subheading" if head.level else "heading"


class _Writer:
    """Writes paragraphs one after the other; sub-paragraphs go into the lists of the one they follow."""

    def __init__(self, lines: Lines) -> None:
        self._lines = lines
        self._heads: list[Paragraph] = []
        """Headings that wait for what follows: one within a list stands in the point below it."""
        self._open: list[etree._Element] = []
        """The paragraph in hand (or what holds it) and the innermost point of each level below it."""

    def preamble(self, holder: etree._Element, paragraphs: Sequence[Paragraph]) -> None:
        """Preambular paragraphs before anything else, each in a container as the UN has them."""
        for paragraph in paragraphs:
            if self._open and (paragraph.level or paragraph.closing):
                self._below(paragraph)
                continue
            container = sub(holder, "container", name=paragraph.opening or "preambular")
            self._lines.paragraph(container, paragraph)
            self._open = [container]

    def part(self, holder: etree._Element, section: str, paragraphs: Sequence[Paragraph]) -> None:
        """The paragraphs of one part of a text."""
        holder = self._section(holder, section)
        self._open = [holder]
        for table, group in groupby(paragraphs, key=lambda p: p.kind is Kind.TABLE):
            if table:
                self._put_heads(holder)
                self._table(holder, list(group))
                self._open = [holder]
                continue
            for paragraph in group:
                self._paragraph(holder, paragraph)
        self._put_heads(holder)

    def _section(self, holder: etree._Element, name: str) -> etree._Element:
        """The section of that name, in the section that it is a part of ("I A")."""
        marks = name.removesuffix(" bis").split(" ") if name else []
        path = ""
        for place, mark in enumerate(marks):
            path = name if place == len(marks) - 1 else f"{path} {mark}".strip()
            known = next((s for s in holder if s.get("eId") == f"sec_{path}".replace(" ", "_")), None)
            if known is None:
                known = sub(holder, "section", eId=f"sec_{path}".replace(" ", "_"))
                sub(known, "num", mark)
            holder = known
        return holder

    def _paragraph(self, holder: etree._Element, paragraph: Paragraph) -> None:
        if paragraph.kind is Kind.HEADING:
            self._heads.append(paragraph)
            return
        if paragraph.level or paragraph.closing:
            self._below(paragraph)
            return
        self._put_heads(holder)
        if paragraph.kind is Kind.PREAMBULAR:
            element = sub(holder, "crossHeading", refersTo="#preamble")
            self._lines.fill(element, paragraph.text, paragraph.italics, paragraph.notes)
            self._open = [holder]
            return
        known = paragraph.kind in _INFERRED or (paragraph.kind is Kind.OPERATIVE and paragraph.number)
        element = sub(holder, "paragraph", class_="SingleTxt" if known else str(paragraph.kind))
        self._words(element, paragraph)
        self._open = [element]

    def _put_heads(self, holder: etree._Element) -> None:
        for head in self._heads:
            element = sub(holder, "paragraph", class_=_HEADINGS[min(head.level, 2)])
            if head.number:
                sub(element, "num", head.number)
            words = sub(element, _head_name(head))
            self._lines.fill(words, head.text, head.italics, head.notes)
        self._heads.clear()

    def _headline(self, element: etree._Element, head: Paragraph) -> None:
        """A heading with its mark among its words: the number beside it is that of the point."""
        by = len(head.headline) - len(head.text)
        italics = (Span(s.start + by, s.end + by) for s in head.italics)
        calls = (NoteCall(n.offset + by, n.marker) for n in head.notes)
        self._lines.fill(element, head.headline, italics, calls)

    def _words(self, element: etree._Element, paragraph: Paragraph) -> None:
        if paragraph.number:
            sub(element, "num", paragraph.number)
        self._lines.paragraph(sub(element, "content"), paragraph)

    def _below(self, paragraph: Paragraph) -> None:
        """A sub-paragraph, or words that return to the paragraph after its list."""
        if paragraph.closing:
            del self._open[1:]
            self._put_heads(self._open[0])
            self._lines.paragraph(sub(sub(self._open[0], "alinea"), "content"), paragraph)
            return
        del self._open[max(1, paragraph.level) :]
        parent = self._open[-1]
        last = parent[-1] if len(parent) else None
        listed = last is not None and etree.QName(last).localname == "list"
        holder = last if last is not None and listed else sub(parent, "list")
        point = sub(holder, "point")
        for head in self._heads:
            self._headline(sub(point, _head_name(head)), head)
        self._heads.clear()
        self._words(point, paragraph)
        self._open.append(point)

    def _table(self, holder: etree._Element, rows: Sequence[Paragraph]) -> None:
        table = sub(sub(holder, "container", name="table"), "table")
        for row in rows:
            line = sub(table, "tr")
            whole = replace(row, notes=in_cells(row.notes, row.text))
            for cell in cells(row.text):
                self._lines.paragraph(sub(line, "td"), whole, cell)

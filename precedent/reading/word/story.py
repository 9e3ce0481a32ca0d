"""A story of Word (the text, a header, a note) as lines: each paragraph in one of the two versions that it may have.

The tree is walked element by element, so that words within links, fields, content controls, text boxes and tracked
changes are met where they stand. Names are compared without their namespaces: the strict form of the format has others.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from lxml import etree

from precedent.reading.akn.runs import local
from precedent.reading.word.numbering import Numbering, counted
from precedent.reading.word.revisions import Revisions
from precedent.reading.word.styles import (
    Look,
    Style,
    Styles,
    child,
    first_line,
    look,
    numbered,
    setting,
    value,
)
from precedent.reading.word.tree import (
    DEEPEST,
    NOT_WORDS,
    ON,
    blocks_of,
    cells_of,
    chosen,
    outermost,
    rows_of,
    symbol,
)
from precedent.reading.word.words import Token

_WORDS: Final = frozenset({"t", "delText"})
_SPACES: Final = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


@dataclass(slots=True)
class Line:
    """One paragraph, or one row of a table."""

    style: Style = field(default_factory=Style)
    tokens: list[Token] = field(default_factory=list)
    number: str = ""
    """What Word prints before it."""
    level: int = 0
    first: bool = False
    """Whether its first line is set in."""
    row: bool = False
    cells: list[str] = field(default_factory=list)
    """The words of each paragraph of a row."""
    box: bool = False
    """Whether it stands in a text box."""

    @property
    def source(self) -> str:
        """Its words as they stand in the file, tabs as tabs and breaks of lines as breaks of lines."""
        return "".join(token.text for token in self.tokens)


@dataclass(slots=True)
class Calls:
    """The notes that were called so far, in the order of their first calls."""

    markers: dict[tuple[str, str], str] = field(default_factory=dict)
    """By kind ("footnote", "endnote") and id."""
    formats: dict[str, str] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
    typed: set[tuple[str, str]] = field(default_factory=set)
    """Those whose mark is typed, in the call and in the note."""

    def call(self, kind: str, identity: str, own: str) -> str:
        """The marker of a note; `own` is what is typed in place of a number."""
        key = (kind, identity)
        if key not in self.markers:
            if own:
                self.typed.add(key)
            else:
                self.counts[kind] = self.counts.get(kind, 0) + 1
            form = self.formats.get(kind, "decimal" if kind == "footnote" else "lowerRoman")
            self.markers[key] = own or counted(self.counts[kind], form)
        return self.markers[key]


@dataclass(slots=True)
class _Open:
    """A paragraph whose mark was taken out by a change, so that the next one goes on in it."""

    properties: etree._Element | None
    tokens: list[Token]
    said: bool = False


@dataclass(slots=True)
class Story:
    """Reads one story after another of a document in one version."""

    styles: Styles
    numbering: Numbering
    revisions: Revisions
    calls: Calls = field(default_factory=Calls)
    flat: bool = False
    """Whether the cells of a table are lines of their own, as in a masthead."""
    embedded: int = 0
    hidden: list[str] = field(default_factory=list)
    _boxes: list[etree._Element] = field(default_factory=list)
    _fields: list[list[str]] = field(default_factory=list)
    """Of each field that is open: its part ("code", "result") and its code."""

    def lines(self, container: etree._Element, depth: int = 0) -> Iterator[Line]:
        """The paragraphs and rows in an element, in order."""
        held: _Open | None = None
        for element in blocks_of(container, self.revisions, depth):
            name = local(element)
            if name == "p":
                properties = self._properties(child(element, "pPr"))
                tokens = self._paragraph(element, properties)
                if held is None:
                    held = _Open(properties, [])
                elif not held.said:
                    held.properties = properties
                held.said = held.said or any(token.text.strip() for token in tokens)
                held.tokens += tokens
                if self.revisions.joins(child(element, "pPr")):
                    continue
            elif name == "altChunk":
                self.embedded += 1
                continue
            if held:
                yield self._line(held)
                held = None
                yield from self._boxed(depth)
            if name == "tbl":
                yield from self._table(element, depth)
        if held and held.tokens:
            yield self._line(held)
        yield from self._boxed(depth)

    def _properties(self, properties: etree._Element | None) -> etree._Element | None:
        """The properties of a paragraph in this version."""
        earlier = child(child(properties, "pPrChange"), "pPr") if self.revisions.original else None
        return properties if earlier is None else earlier

    def _line(self, held: _Open) -> Line:
        style = self.styles.paragraph(setting(held.properties, "pStyle") or "")
        number, level = numbered(held.properties)
        if number is not None and self.revisions.original:
            given = child(child(held.properties, "numPr"), "ins")
            number = number if given is None else None
        number = style.numbering if number is None else number
        level = style.level if level is None else level
        first = first_line(held.properties)
        return Line(
            style=style,
            tokens=held.tokens,
            number=self.numbering.mark(number, level) if number and number != "0" else "",
            level=level,
            first=style.first if first is None else first,
        )

    def _boxed(self, depth: int) -> Iterator[Line]:
        """What stands in text boxes that are anchored in the paragraph above."""
        boxes, self._boxes = self._boxes, []
        for box in boxes if depth < DEEPEST else ():
            for line in self.lines(box, depth + 1):
                yield replace(line, box=True)

    def _table(self, table: etree._Element, depth: int) -> Iterator[Line]:
        for row in rows_of(table, self.revisions, depth):
            inside = cells_of(row, self.revisions, depth) if depth < DEEPEST else ()
            cells = [list(self.lines(cell, depth + 2)) for cell in inside]
            if self.flat:
                yield from (line for within in cells for line in within)
                continue
            found = Line(row=True)
            for within in cells:
                tokens = [token for line in within for token in _cell_tokens(line)]
                found.tokens += [Token(" | "), *tokens] if found.cells else tokens
                found.cells += [line.source for line in within] or [""]
            if any(map(str.strip, found.cells)) or any(token.call for token in found.tokens):
                yield found

    def _paragraph(self, element: etree._Element, properties: etree._Element | None) -> list[Token]:
        style = self.styles.paragraph(setting(properties, "pStyle") or "")
        tokens = list(self._walk(element, style.look, 0))
        for opened in self._fields:  # a code never ends its paragraph: a file that says so is damaged
            opened[0] = "result"
        return tokens

    def _walk(self, element: etree._Element, base: Look, depth: int) -> Iterator[Token]:
        """The words in a paragraph or a part of one."""
        for part in element:
            name = local(part)
            if name == "r":
                yield from self._run(part, base, depth)
            elif name == "fldSimple":
                self._fields.append(["result", value(part, "instr") or ""])
                yield from self._part(part, "", base, depth)
                self._fields.pop()
            else:
                yield from self._part(part, name, base, depth)

    def _run(self, run: etree._Element, base: Look, depth: int) -> Iterator[Token]:
        shown = self._shown(child(run, "rPr"), base)
        for part in run:
            name = local(part)
            if name in ("footnoteReference", "endnoteReference"):
                yield self._called(part, name.removesuffix("Reference"))
                if value(part, "customMarkFollows") in ON:
                    return
            elif name in ("fldChar", "instrText", "delInstrText"):
                self._field(part, name)
            else:
                yield from self._part(part, name, shown, depth)

    def _shown(self, properties: etree._Element | None, base: Look) -> Look:
        """How the words of a run are set. A style of characters turns round what the paragraph's style says."""
        if self.revisions.original and child(properties, "rPrChange") is not None:
            properties = child(child(properties, "rPrChange"), "rPr")
        character = self.styles.style(setting(properties, "rStyle") or "").look
        of_styles = Look(
            bool(base.bold) != bool(character.bold),
            bool(base.italic) != bool(character.italic),
            character.raised if character.raised is not None else base.raised,
            bool(base.hidden) or bool(character.hidden),
        )
        return look(properties).over(of_styles)

    def _part(self, part: etree._Element, name: str, shown: Look, depth: int) -> Iterator[Token]:
        """Words, signs, and what holds some, in a run or beside runs."""
        if name in _WORDS:
            yield from self._said("".join(map(str, part.itertext())), shown)
        elif name in _SPACES:
            yield from self._said(_SPACES[name], shown)
        elif name == "sym":
            yield from self._said(symbol(part), shown)
        elif name in ("drawing", "pict", "object"):
            self._boxes += outermost(part, "txbxContent")
        elif name not in NOT_WORDS and len(part) and self.revisions.keeps(part):
            inside = chosen(part) if name == "AlternateContent" else part
            if depth < DEEPEST:
                yield from self._walk(inside, shown, depth + 1)
            else:
                yield Token("".join(map(str, inside.itertext())))

    def _said(self, text: str, shown: Look) -> Iterator[Token]:
        if any(opened[0] == "code" for opened in self._fields):
            return
        if shown.hidden:
            self.hidden += [text] if text.strip() else []
            return
        repeats = bool(self._fields) and self._fields[-1][1].split()[:1] == ["NOTEREF"]
        yield Token(text, bool(shown.bold), bool(shown.italic), bool(shown.raised) or repeats)

    def _field(self, part: etree._Element, name: str) -> None:
        if name in ("instrText", "delInstrText"):
            if self._fields:
                self._fields[-1][1] += part.text or ""
            return
        kind = value(part, "fldCharType")
        if kind == "begin" and len(self._fields) < 50:
            self._fields.append(["code", ""])
        elif kind == "separate" and self._fields:
            self._fields[-1][0] = "result"
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _called(self, part: etree._Element, kind: str) -> Token:
        own = ""
        if value(part, "customMarkFollows") in ON:
            rest = "".join(symbol(e) if local(e) == "sym" else e.text or "" for e in part.itersiblings())
            own = " ".join(rest.split())[:8] or "*"
        return Token("", call=self.calls.call(kind, value(part, "id") or "", own))


def _cell_tokens(line: Line) -> Iterator[Token]:
    if line.number and line.source.strip():
        yield Token(f" {line.number} ")
    yield from line.tokens
    yield Token(" ")

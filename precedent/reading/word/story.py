"""A story of Word (the text, a header, a note) as lines: each paragraph in one of the two versions that it may have.

The tree is walked element by element, so that words within links, fields, content controls, text boxes and tracked
changes are met where they stand. Names are compared without their namespaces: the strict form of the format has others.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from lxml import etree

from precedent.reading.akn.runs import local
from precedent.reading.word.calls import Calls, is_typed
from precedent.reading.word.fields import Fields, address
from precedent.reading.word.numbering import Numbering
from precedent.reading.word.omissions import Omissions
from precedent.reading.word.revisions import Change, Revisions, change_in, change_of, change_within
from precedent.reading.word.styles import (
    Look,
    Style,
    Styles,
    child,
    first_line,
    look,
    numbered,
    relation,
    setting,
    value,
)
from precedent.reading.word.tree import (
    DEEPEST,
    NOT_WORDS,
    SPACES,
    WORDS,
    blocks_of,
    cells_of,
    chosen,
    comment_mark,
    lost,
    outermost,
    rows_of,
    symbol,
)
from precedent.reading.word.words import Token
from precedent.rows import BAR


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
    addresses: Mapping[str, str] = field(default_factory=dict)
    """Where the links of the story's part lead, by their ids."""
    omissions: Omissions = field(default_factory=Omissions)
    _boxes: list[etree._Element] = field(default_factory=list)
    _fields: Fields = field(default_factory=Fields)
    _link: str = ""
    _change: Change | None = None
    _waiting: list[Token] = field(default_factory=list)
    """What stands between paragraphs and belongs to the next one."""

    def lines(self, container: etree._Element, depth: int = 0) -> Iterator[Line]:
        """The paragraphs and rows in an element, in order."""
        held: _Open | None = None
        for element in blocks_of(container, self.revisions, depth):
            name = local(element)
            if name == "p":
                held = self._onto(held, element)
                if self.revisions.joins(child(element, "pPr")):
                    continue
            elif name != "tbl":
                self._between(element, name)
                continue
            elif held and not any(token.text.strip() or token.call for token in held.tokens):
                self._waiting += (
                    held.tokens
                )  # Word takes such a paragraph out, although a table is no place to go on
                held = None
            if held:
                yield self._line(held)
                held = None
                yield from self._boxed(depth)
            if name == "tbl":
                yield from self._table(element, depth)
        if held and held.tokens:
            yield self._line(held)
        yield from self._boxed(depth)
        if self._waiting:
            yield Line(tokens=self._waiting)
            self._waiting = []

    def _onto(self, held: _Open | None, element: etree._Element) -> _Open:
        """A paragraph, which goes on in the one above where that has no end."""
        properties = self._properties(child(element, "pPr"))
        tokens = self._waiting + self._paragraph(element, properties)
        self._waiting = []
        if held is None:
            held = _Open(properties, [])
        elif not held.said:
            held.properties = properties
        if held.tokens and held.tokens[-1].gone:
            held.tokens.append(held.tokens[-1]._replace(gone="\n"))
        held.said = held.said or any(token.text.strip() for token in tokens)
        held.tokens += tokens
        return held

    def _between(self, element: etree._Element, name: str) -> None:
        """What stands between paragraphs: an embedded file, the beginning of a comment."""
        if name == "altChunk":
            self.omissions.embedded.append("")
        elif mark := comment_mark(element):
            self._waiting.append(mark)

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
        if number is None:
            number = style.numbering
            own = self.numbering.level(number, style.names) if number and level is None else None
            level = own if level is None else level
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
            with self._within(row, child(row, "trPr")) as stands:
                inside = cells_of(row, self.revisions, depth) if stands and depth < DEEPEST else ()
                cells = [self._cell(cell, depth) for cell in inside]
                change = self._change
            if self.flat:
                yield from (line for within in cells for line in within or ())
            else:
                shown = list(_row([within for within in cells if within is not None], change))
                yield from shown
                if not shown:  # what a table within it has lost waits on
                    lines = (line for within in cells for line in within or ())
                    self._waiting += [
                        t for line in lines for t in line.tokens if t.gone or t.opens or t.closes
                    ]

    def _cell(self, cell: etree._Element, depth: int) -> list[Line] | None:
        """The lines of a cell; None where it does not stand in this version."""
        with self._within(cell, child(cell, "tcPr")) as stands:
            return list(self.lines(cell, depth + 2)) if stands else None

    @contextmanager
    def _within(self, element: etree._Element, properties: etree._Element | None) -> Iterator[bool]:
        """Whether a row or a cell stands in this version; the words of one that does not wait for the next line."""
        stands, above, change = self.revisions.keeps_part(properties), self._change, change_in(properties)
        if not stands:
            self._waiting += lost(element, change)
        self._change = change or above
        yield stands
        self._change = above

    def _paragraph(self, element: etree._Element, properties: etree._Element | None) -> list[Token]:
        style = self.styles.paragraph(setting(properties, "pStyle") or "")
        tokens = list(self._walk(element, style.look, 0))
        self._fields.settle()
        return tokens

    def _walk(self, element: etree._Element, base: Look, depth: int) -> Iterator[Token]:
        """The words in a paragraph or a part of one."""
        for part in element:
            name = local(part)
            if name == "r":
                yield from self._run(part, base, depth)
            elif name == "fldSimple":
                self._fields.begin(value(part, "instr") or "")
                yield from self._part(part, "", base, depth)
                self._fields.end()
            elif name == "hyperlink":
                yield from self._linked(part, base, depth)
            elif mark := comment_mark(part):
                yield mark
            else:
                yield from self._part(part, name, base, depth)

    def _linked(self, part: etree._Element, base: Look, depth: int) -> Iterator[Token]:
        above = self._link
        target = self.addresses.get(relation(part), "")
        self._link = address(target, value(part, "anchor") or "") or above
        yield from self._part(part, "", base, depth)
        self._link = above

    def _run(self, run: etree._Element, base: Look, depth: int) -> Iterator[Token]:
        shown = self._shown(child(run, "rPr"), base)
        for part in run:
            name = local(part)
            if name in ("footnoteReference", "endnoteReference"):
                yield Token("", call=self.calls.take(part, name.removesuffix("Reference")))
                if is_typed(part):
                    return
            elif name in ("fldChar", "instrText", "delInstrText"):
                self._fields.take(part, name)
            elif mark := comment_mark(part):
                yield mark
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
        if name in WORDS:
            yield from self._said("".join(map(str, part.itertext())), shown)
        elif name in SPACES:
            yield from self._said(SPACES[name], shown)
        elif name == "sym":
            yield from self._said(symbol(part), shown)
        elif name in ("drawing", "pict", "object"):
            self._boxes += outermost(part, "txbxContent")
            self.omissions.look_at(part)
        elif name == "rt":
            self.omissions.readings += ["".join(map(str, part.itertext()))]
        elif name not in NOT_WORDS and len(part):
            yield from self._changed(part, name, shown, depth)

    def _changed(self, part: etree._Element, name: str, shown: Look, depth: int) -> Iterator[Token]:
        """What holds words, and may be a tracked change of them."""
        if not self.revisions.keeps(part):
            yield from lost(part, change_within(part, self._change))
            return
        above = self._change
        self._change = change_of(part) or above
        inside = chosen(part) if name == "AlternateContent" else part
        if depth < DEEPEST:
            yield from self._walk(inside, shown, depth + 1)
        else:
            yield Token("".join(map(str, inside.itertext())))
        self._change = above

    def _said(self, text: str, shown: Look) -> Iterator[Token]:
        if not self._fields.shown:
            return
        if shown.hidden:
            self.omissions.hidden += [text] if text.strip() else []
            return
        raised = bool(shown.raised) or self._fields.repeats
        link = self._link or self._fields.link
        yield Token(text, bool(shown.bold), bool(shown.italic), raised, link=link, change=self._change)


def _row(cells: list[list[Line]], change: Change | None) -> Iterator[Line]:
    """The cells of a row as one line, the bars of the one who put it in; none where there is nothing in them."""
    found = Line(row=True)
    for within in cells:
        tokens = [token for line in within for token in _cell_tokens(line)]
        found.tokens += [Token(BAR, change=change), *tokens] if found.cells else tokens
        found.cells += [line.source for line in within] or [""]
    if any(map(str.strip, found.cells)) or any(token.call for token in found.tokens):
        yield found


def _cell_tokens(line: Line) -> Iterator[Token]:
    if line.number and line.source.strip():
        yield Token(f" {line.number} ")
    yield from line.tokens
    yield Token(" ")

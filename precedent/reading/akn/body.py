"""Walks the body of the UN's XML (AKN4UN) and lays its pieces out in order.

Marking differs from year to year: sub-paragraphs are nested in a list or stand beside their parent, headings
are elements or paragraphs with a style, parts are sections, headings or nothing but a roman number. Here all
become one row of items; `parts` then decides what each is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import ClassVar, Final

from lxml import etree

from precedent.reading.akn.elements import (
    BLOCKS,
    CONTENT,
    DIVISIONS,
    HEADS,
    HOLDERS,
    LISTS,
    SILENT,
    UNITS,
    introduction,
    is_head,
)
from precedent.reading.akn.gathering import PART_MARK, Gathering
from precedent.reading.akn.items import Item, Nature
from precedent.reading.akn.runs import NOTHING, Notes, Runs, is_entity, local, printed, squeezed
from precedent.resolution import Kind, Remark

_HEADING_CLASS: Final = re.compile(r"_?\s*(?:H(?P<size>Ch|\d+)|BLUEHeading)")
_SIZES: Final = {"Ch": 0, "1": 0, "23": 1, "4": 2}
_CLASSES: Final = {str(kind): kind for kind in Kind} | {"FootnoteText": Kind.OTHER}
"""Classes that say what a paragraph is: our own, and the notes below a table."""

_DEEP: Final = 80
"""Elements nested deeper than this are read as one plain paragraph: no real text is."""


class Body(Gathering):
    """Reads elements one after the other and gathers what they hold."""

    def __init__(self, notes: Notes, remarks: list[Remark], *, voted: bool = False) -> None:
        super().__init__(notes, remarks, voted=voted)
        self._depth = 0

    def flow(self, element: etree._Element, *, level: int = 0, kind: Kind | None = None) -> None:
        """Read what an element holds, in order; words between its children are kept too."""
        self.stray(element.text, level)
        self._each(element, level, kind)

    def _each(self, children: Iterable[etree._Element], level: int = 0, kind: Kind | None = None) -> None:
        self._depth += 1
        for child in children:
            if self._depth > _DEEP:
                self.plain(child, level)
            else:
                self.block(child, level=level, kind=kind)
            self.stray(child.tail, level)
        self._depth -= 1

    def block(self, element: etree._Element, *, level: int = 0, kind: Kind | None = None) -> None:
        """Read one element that stands on its own; `kind` is what its paragraphs are, where that is known."""
        name = local(element)
        if name in UNITS:
            self._unit(element, level, kind)
        elif name in LISTS:
            self._list(element, level + 1, kind)
        elif name in DIVISIONS:
            self._division(element)
        elif name in CONTENT:
            closing = name == "wrapUp"
            item = Item(kind=kind, level=0 if closing else level, closing=closing)
            self._fill(item, [element])
        elif name in HEADS:
            self.head("", [element], 0 if name == "heading" else 1)
        elif name in SILENT:
            pass
        elif not name:
            self.stray(element.text if is_entity(element) else "", level)
        else:
            self._special(element, name, level, kind)

    def _special(self, element: etree._Element, name: str, level: int, kind: Kind | None) -> None:
        """What resolutions hold beside paragraphs, and whatever else is well nested."""
        if name == "formula" or (name == "container" and element.get("name") == "formula"):
            self.formula(element)
        elif name == "crossHeading":
            self._cross_heading(element)
        elif name in ("preamble", "embeddedStructure"):
            self._preamble(element, embedded=name != "preamble")
        elif name == "quotedStructure":
            self._quoted(element, level, kind)
        elif name == "table":
            self.stray(element.text, level)
            self._rows(element)
        elif name == "doc":
            self.open("", Nature.ANNEX)
            self.flow(element)
        elif name == "conclusions":
            self.conclude(element)
        elif any(local(child) in HOLDERS for child in element):
            self.flow(element, level=level, kind=kind)
        else:
            self.plain(element, level)

    def _fill(self, item: Item, elements: Iterable[etree._Element]) -> None:
        """Put a paragraph, and around what cannot stand in a line its words before and after."""
        line = _Line(self, item)
        for element in elements:
            line.walk(element)
            line.space()
        line.finish()

    def within(self, block: etree._Element, item: Item, depth: int) -> None:
        """Read what stands that deep within the line of a paragraph but cannot be part of it."""
        self._depth += depth
        if self._depth > _DEEP:
            self.plain(block, item.level)
        else:
            self.block(block, level=item.level + (local(block) in UNITS), kind=item.kind)
        self._depth -= depth

    def _unit(self, element: etree._Element, level: int, kind: Kind | None = None) -> None:
        """A paragraph or a point of a list, with its number, headings, words and list."""
        self.stray(element.text, level)
        numbers: list[str] = []
        heads: list[etree._Element] = []
        lines: list[etree._Element] = []
        children = list(element)
        split = len(children)
        for at, child in enumerate(children):
            name = local(child)
            if name == "num":
                numbers.append(_number(child, self.notes))
            elif name in HEADS or (name == "content" and is_head(child)):
                heads.append(child)
            elif name in CONTENT and name != "wrapUp":
                lines.append(child)
            else:
                split = at
                break
        own, rest = children[:split], children[split:]
        number = " ".join(filter(None, numbers))
        named = element.get("class") or ""
        style = _HEADING_CLASS.match(named)
        kind = _CLASSES.get(named, kind)
        if (style or (heads and not lines)) and not any(map(str.isdigit, number)):
            depth = _SIZES.get(style["size"] or "", 1) if style else 1
            self.head(number, (c for c in own if local(c) != "num"), depth)
        else:
            for head in heads:
                self.head("", [head], 0 if local(head) == "heading" else 1)
            closing = local(element) == "alinea"
            item = Item(kind=kind, number=number, level=0 if closing else level, closing=closing)
            intro = introduction(rest[0]) if rest and not lines else None
            self._fill(item, lines if intro is None else [intro])
            if intro is not None:
                held = rest.pop(0)
                self._list(held, level + 1, kind, after=intro)
                self.stray(held.tail, level)
        for child in own:
            self.stray(child.tail, level)
        for child in rest:
            self._each([child], level + (local(child) in UNITS), kind)

    def _list(
        self, element: etree._Element, level: int, kind: Kind | None, *, after: etree._Element | None = None
    ) -> None:
        """A list; its introduction belongs to the paragraph that holds it."""
        self.stray(element.text, level)
        for child in element:
            name = local(child)
            if child is after:
                self.stray(child.tail, level)
            elif name in ("intro", "listIntroduction"):
                self._fill(Item(kind=kind, level=level - 1), [child])
                self.stray(child.tail, level)
            else:
                self._each([child], level, kind)

    def _division(self, element: etree._Element) -> None:
        """A section: its number and title, then what it holds. Later pieces stand beside it in some files."""
        self.stray(element.text)
        number, title = "", NOTHING
        children = list(element)
        while children:
            child = children[0]
            if local(child) == "num" or (local(child) == "p" and [local(c) for c in child] == ["num"]):
                number = " ".join(filter(None, (number, printed(child, self.notes).text)))
            elif local(child) in HEADS:
                words = printed(child, self.notes)
                if not number and title == NOTHING and PART_MARK.fullmatch(words.text):
                    number = words.text
                else:
                    title = title.then(words)
            else:
                break
            self.stray(children.pop(0).tail)
        if number or title.text:
            self.heading(number, title, 1 if local(element) in ("title", "subsection") else 0)
        self._each(children)

    def _rows(self, table: etree._Element) -> None:
        """A table as text: a paragraph a row, its cells apart by a bar."""
        for row in table:
            name = local(row)
            if name in ("thead", "tbody", "tfoot"):
                self.stray(row.text)
                self._rows(row)
            elif name != "tr":
                self.plain(row, 0)
            else:
                self._row(row)
            self.stray(row.tail)

    def _row(self, row: etree._Element) -> None:
        runs = Runs(self.notes)
        runs.add(row.text)
        for place, cell in enumerate(row):
            if place:
                runs.add(" | ")
            runs.walk(cell)
            runs.add(cell.tail or " ")
        found = runs.take()
        if found.text.strip("| ") or found.notes:
            self.put(Item(words=found, kind=Kind.TABLE))

    def _preamble(self, element: etree._Element, *, embedded: bool) -> None:
        """Preambular paragraphs; a text within a text has its operative ones in the same element."""
        outer = self.scope
        if embedded:
            self.open("Draft", Nature.DRAFT)
        self.stray(element.text)
        for child in element:
            inner = local(child) in ("container", "p", "blockList")
            self._each([child], kind=Kind.PREAMBULAR if inner else None)
        if embedded:
            self.open(outer.name, outer.nature)

    def _cross_heading(self, element: etree._Element) -> None:
        found = printed(element, self.notes)
        if element.get("refersTo") == "#preamble":
            self.put(Item(words=found, kind=Kind.PREAMBULAR))
        else:
            self.heading("", found, 1)

    def _quoted(self, element: etree._Element, level: int, kind: Kind | None) -> None:
        """Words quoted in full, as the new text of an earlier paragraph: they belong to the one that quotes."""
        self.stray(element.text, level)
        for child in element:
            if local(child) in UNITS:
                self._each([child], level + 1, kind)
            else:
                self._fill(Item(kind=kind, closing=True), [child])
                self.stray(child.tail, level)


class _Line(Runs):
    """The words of one paragraph, put in pieces where a list or a table stands within them."""

    __slots__ = ("_body", "_item", "_pending")
    ROLES: ClassVar = Runs.ROLES.also(BLOCKS)

    def __init__(self, body: Body, item: Item) -> None:
        super().__init__(body.notes)
        self._body = body
        self._item = self._pending = item

    def apart(self, element: etree._Element, name: str, depth: int) -> None:
        if name not in BLOCKS:
            super().apart(element, name, depth)
            return
        self.finish()
        self._pending = Item(kind=self._item.kind, closing=True)
        self._body.within(element, self._item, depth + 1)

    def finish(self) -> None:
        """Put what was collected since the last piece."""
        words = self.take()
        if words.text or words.notes or self._pending.number:
            self._pending.words = words
            self._body.put(self._pending)


def _number(element: etree._Element, notes: Notes) -> str:
    if len(element):
        return printed(element, notes).text
    text = element.text or ""
    return squeezed(text)

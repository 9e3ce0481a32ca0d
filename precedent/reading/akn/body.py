"""Walks the body of the UN's XML (AKN4UN) and lays its pieces out in order.

Marking differs from year to year: sub-paragraphs are nested in a list or stand beside their parent, headings
are elements or paragraphs with a style, parts are sections, headings or nothing but a roman number. Here all
become one row of items; `parts` then decides what each is.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from lxml import etree

from precedent.reading.akn.items import Item, Nature, Scope
from precedent.reading.akn.runs import PLAIN, Notes, Printed, Runs, local, mark_of, printed, words
from precedent.resolution import Kind, Remark

HEADING_CLASS: Final = re.compile(r"_?\s*(?:H(?P<size>Ch|\d+)|BLUEHeading)")
PART_MARK: Final = re.compile(r"(?:[IVXLC]+|[A-Z])\.?")
ANNEX: Final = re.compile(
    r"(?P<name>(?:Annexe?|Appendi(?:x|ce)|Anexo|Apéndice|Приложение|附件|المرفق)"
    r"(?: (?:[IVXLC]+|[A-Z](?=$|[.:]| [–—-] )|الأول|الثاني|الثالث)(?!\w))?)(?:$|[.:]?(?: [–—-])? (?=[^a-zà-ÿ]))(?P<title>.*)"
)
"""The heading of an annex: its name and, on the same line, its title."""

_DIVISIONS: Final = frozenset(
    {"section", "part", "title", "subsection", "chapter", "subchapter", "subpart", "division", "article", "book"}
)
_LISTS: Final = frozenset({"list", "sublist", "blockList"})
_UNITS: Final = frozenset({"paragraph", "point", "item", "alinea", "indent", "clause", "subparagraph", "rule"})
_CONTENT: Final = frozenset({"content", "intro", "p", "listIntroduction", "block", "span", "inline"})
_SILENT: Final = frozenset({"meta", "decoration", "img", "noteRef"})
BLOCKS: Final = _LISTS | {"embeddedStructure", "quotedStructure", "table", "container", "paragraph", "point", "item"}
_HOLDERS: Final = BLOCKS | _DIVISIONS | {"p", "attachment", "doc", "mainBody", "statement", "content", "subheading"}
_DEEP = 120
_HEADS: Final = frozenset({"heading", "subheading"})
_OWN: Final = _CONTENT | _HEADS | {"num"}
_SIZES: Final = {"Ch": 0, "1": 0, "23": 1, "4": 2}


class Body:
    """The pieces of a document, scope by scope, and the notes they call."""

    def __init__(self, notes: Notes, remarks: list[Remark]) -> None:
        self.notes = notes
        self.remarks = remarks
        self.scopes: list[Scope] = [Scope("", Nature.MAIN)]
        self.enacting = ""
        self._depth = 0

    @property
    def scope(self) -> Scope:
        """The scope that is being filled."""
        return self.scopes[-1]

    def open(self, name: str, nature: Nature) -> None:
        """Begin a stretch of text that is numbered on its own."""
        self.scopes.append(Scope(name, nature))

    def put(self, item: Item) -> None:
        """Add a piece to the scope in hand; the word Annex alone on a line is a heading whatever its style."""
        text = item.words.text
        if item.kind is None and not item.number and len(text) < 20 and (found := ANNEX.fullmatch(text)):
            if not found["title"]:
                self.heading("", item.words, 0)
                return
        self.scope.items.append(item)

    def flow(self, element: etree._Element, *, level: int = 0, kind: Kind | None = None) -> None:
        """Read what an element holds, in order; words between its children are kept too."""
        self._stray(element.text, level)
        self._depth += 1
        for child in element:
            if self._depth > _DEEP:
                self._plain(child, level)
            else:
                self.block(child, level=level, kind=kind)
            self._stray(child.tail, level)
        self._depth -= 1

    def block(self, element: etree._Element, *, level: int = 0, kind: Kind | None = None) -> None:
        """Read one element that stands on its own; `kind` is what its paragraphs are, where that is known."""
        name = local(element)
        special = _BLOCKS.get(name)
        if special is not None:
            special(self, element)
        elif name in _UNITS:
            self._unit(element, level, kind)
        elif name in _LISTS:
            self._list(element, level + 1, kind)
        elif name in _DIVISIONS:
            self._division(element)
        elif name == "table":
            self._table(element)
        elif name == "container" and element.get("name") == "formula":
            self._formula(element)
        elif name in _CONTENT or name == "wrapUp":
            closing = name == "wrapUp"
            item = Item(words=Printed(), kind=kind, level=0 if closing else level, closing=closing)
            self._fill(item, [element])
        elif name == "quotedStructure":
            self._quoted(element, level, kind)
        elif name in _SILENT or not name:
            self._entity(element, level)
        elif any(local(c) in _HOLDERS for c in element):
            self.flow(element, level=level, kind=kind)
        else:
            self._plain(element, level)

    def _fill(self, item: Item, elements: list[etree._Element]) -> None:
        """Put a paragraph, and around what cannot stand in a line its words before and after."""
        pending = item

        def interrupt(block: etree._Element) -> None:
            nonlocal pending
            if not runs.empty or pending.number:
                pending.words = runs.take()
                self.put(pending)
            pending = Item(words=Printed(), kind=item.kind, closing=True)
            self.block(block, level=item.level + (local(block) in _UNITS), kind=item.kind)

        runs = Runs(self.notes, interrupt, BLOCKS)
        for element in elements:
            runs.walk(element)
            runs.space()
        if not runs.empty or pending.number:
            pending.words = runs.take()
            self.put(pending)

    def _unit(self, element: etree._Element, level: int, kind: Kind | None = None) -> None:
        """A paragraph or a point of a list, with its number, headings, words and list."""
        self._stray(element.text, level)
        children = list(element)
        split = next((at for at, c in enumerate(children) if local(c) not in _OWN), len(children))
        own, rest = children[:split], children[split:]
        heads = [c for c in own if local(c) in _HEADS or _is_head(c)]
        lines = [c for c in own if local(c) in _CONTENT and c not in heads]
        number = " ".join(filter(None, (_number(c) for c in own if local(c) == "num")))
        style = HEADING_CLASS.match(element.get("class") or "")
        if (style or (heads and not lines)) and not any(map(str.isdigit, number)):
            self._head(number, [c for c in own if local(c) != "num"], _SIZES.get(style["size"] or "", 1) if style else 1)
        else:
            if element.get("class") == "FootnoteText":  # the notes below a table
                kind = Kind.OTHER
            for head in heads:
                self._head("", [head], 1)
            closing = local(element) == "alinea"
            item = Item(words=Printed(), kind=kind, number=number, level=0 if closing else level, closing=closing)
            intro = _intro(rest[0]) if rest and local(rest[0]) in _LISTS and not lines else None
            self._fill(item, lines if intro is None else [intro])
            if intro is not None:
                self._list(rest.pop(0), level + 1, kind, after=intro)
        for child in own:
            self._stray(child.tail, level)
        for child in rest:
            name = local(child)
            self.block(child, level=level + (name in _UNITS), kind=kind)
            self._stray(child.tail, level)

    def _list(
        self, element: etree._Element, level: int, kind: Kind | None, *, after: etree._Element | None = None
    ) -> None:
        """A list; its introduction belongs to the paragraph that holds it."""
        for child in element:
            name = local(child)
            if child is after:
                pass
            elif name in ("intro", "listIntroduction"):
                self._fill(Item(words=Printed(), kind=kind, level=level - 1), [child])
            elif name in _LISTS:
                self._list(child, level + 1, kind)
            else:
                self.block(child, level=level, kind=kind)
            self._stray(child.tail, level)

    def _head(self, number: str, elements: list[etree._Element], depth: int) -> None:
        """A heading with the number before it; some files print the number again in its words."""
        runs = Runs(self.notes)
        for element in elements:
            runs.walk(element)
            runs.space()
        words = runs.take()
        if number and words.text.startswith(number + " "):
            words = words.without(len(number) + 1)
            self.remarks.append(Remark("", f"The number of the heading “{number} {words.text}” stands twice in the file."))
        self.heading(number, words, depth)

    def heading(self, number: str, words: Printed, depth: int) -> None:
        """Put a heading; one that says Annex opens an annex."""
        if not number and (annex := ANNEX.fullmatch(words.text)) and self.scope.nature is not Nature.DRAFT:
            if self.scope.nature is Nature.ANNEX and not self.scope.name and not self.scope.items:
                self.scope.name = annex["name"]
            else:
                self.open(annex["name"], Nature.ANNEX)
            words = words.without(annex.start("title"))
        elif not number and PART_MARK.fullmatch(words.text):
            number, words = words.text, Printed("", (), words.notes)
        if number or words.text or words.notes:
            self.put(Item(words=words, kind=Kind.HEADING, number=number, mark=mark_of(number), depth=depth))

    def _division(self, element: etree._Element) -> None:
        """A section: its number and title, then what it holds. Later pieces stand beside it in some files."""
        self._stray(element.text, 0)
        number, title = "", Runs(self.notes)
        children = list(element)
        while children:
            name = local(children[0])
            lone = name == "p" and [local(c) for c in children[0]] == ["num"]
            if name == "num" or lone:
                number = " ".join(filter(None, (number, printed(children[0], self.notes).text)))
            elif name in ("heading", "subheading"):
                words = printed(children[0], self.notes)
                if not number and title.empty and PART_MARK.fullmatch(words.text):
                    number = words.text
                else:
                    title.walk(children[0])
                    title.space()
            else:
                break
            self._stray(children.pop(0).tail, 0)
        depth = 1 if local(element) in ("title", "subsection") else 0
        words = title.take()
        if number or words.text:
            self.heading(number, words, depth)
        for child in children:
            self.block(child)
            self._stray(child.tail, 0)

    def _table(self, element: etree._Element) -> None:
        """A table as text: a paragraph a row, its cells apart by a bar."""
        for row in element.iter("{*}tr"):
            runs = Runs(self.notes)
            for place, cell in enumerate(row):
                if place:
                    runs.space()
                    runs.add("|", 0)
                    runs.space()
                runs.walk(cell)
                runs.space()
            words = runs.take()
            if words.text.strip("| ") or words.notes:
                self.put(Item(words=words, kind=Kind.TABLE))
        for caption in element.iter("{*}caption"):
            self._plain(caption, 0)

    def conclude(self, element: etree._Element) -> None:
        """The lines after a text: meeting and day are in the masthead, how each State voted is only told."""
        for vote in element.iter("{*}vote"):
            if len(text := words(vote)) > len("[Adopted without a vote.]"):
                self.remarks.append(Remark("", f"How each State voted is not kept: {text}"))
        known = [words(e) for e in element.iter("{*}inline", "{*}location", "{*}docDate", "{*}vote")]
        rest = words(element)
        for part in known:
            rest = rest.replace(part, "", 1)
        if rest.strip():
            self.remarks.append(Remark("", f"After the text stands also: {' '.join(rest.split())}"))

    def _formula(self, element: etree._Element) -> None:
        words = printed(element, self.notes)
        if not self.enacting and self.scope.nature in (Nature.MAIN, Nature.PART):
            self.enacting = words.text
        elif words.text:
            self.put(Item(words=words, kind=Kind.OTHER))

    def _preamble(self, element: etree._Element) -> None:
        self._stray(element.text, 0)
        for child in element:
            inner = local(child) in ("container", "p", "blockList")
            self.block(child, kind=Kind.PREAMBULAR if inner else None)
            self._stray(child.tail, 0)

    def _cross_heading(self, element: etree._Element) -> None:
        words = printed(element, self.notes)
        if element.get("refersTo") == "#preamble":
            self.put(Item(words=words, kind=Kind.PREAMBULAR))
        else:
            self.heading("", words, 1)

    def _embedded(self, element: etree._Element) -> None:
        outer = self.scope
        self.open("Draft", Nature.DRAFT)
        self._preamble(element)
        self.open(outer.name, outer.nature)

    def _quoted(self, element: etree._Element, level: int, kind: Kind | None) -> None:
        """Words quoted in full, as the new text of an earlier paragraph: they belong to the one that quotes."""
        for child in element:
            if local(child) in _UNITS:
                self._unit(child, level + 1, kind)
            else:
                self._fill(Item(words=Printed(), kind=kind, closing=True), [child])

    def _annex(self, element: etree._Element) -> None:
        self.open("", Nature.ANNEX)
        self.flow(element)

    def _plain(self, element: etree._Element, level: int) -> None:
        words = printed(element, self.notes)
        if words.text or words.notes:
            self.put(Item(words=words, level=level))

    def _entity(self, element: etree._Element, level: int) -> None:
        if element.tag is etree.Entity:
            self._stray(element.text, level)

    def _stray(self, text: str | None, level: int) -> None:
        """Words that stand where the format has no place for words."""
        if text and not text.isspace():
            runs = Runs(self.notes)
            runs.add(text, 0)
            self.put(Item(words=runs.take(), level=level))


def _number(element: etree._Element) -> str:
    if len(element):
        return printed(element, Notes()).text
    return " ".join((element.text or "").translate(PLAIN).split())


def _intro(element: etree._Element) -> etree._Element | None:
    first = element[0] if len(element) else None
    return first if first is not None and local(first) in ("intro", "listIntroduction") else None


def _is_head(content: etree._Element) -> bool:
    """Whether a paragraph holds nothing but a heading that was put in as if it were words."""
    inner = [line for p in content for line in p] if local(content) == "content" else []
    return bool(inner) and all(local(c) in _HEADS and not (c.tail or "").strip() for c in inner)


_BLOCKS: Final[dict[str, Callable[[Body, etree._Element], None]]] = {
    "formula": Body._formula,
    "crossHeading": Body._cross_heading,
    "heading": lambda body, element: body._head("", [element], 0),
    "subheading": lambda body, element: body._head("", [element], 1),
    "embeddedStructure": Body._embedded,
    "doc": Body._annex,
    "conclusions": Body.conclude,
    "preamble": Body._preamble,
}

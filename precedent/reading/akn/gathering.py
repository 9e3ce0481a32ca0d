"""Gathers the pieces of a text in order, in the scopes that they stand in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from lxml import etree

from precedent.reading.akn.items import ANNEX_NAMES, Item, Nature, Scope
from precedent.reading.akn.runs import Notes, Printed, Runs, printed, squeezed, words
from precedent.resolution import Kind, Remark

PART_MARK: Final = re.compile(r"(?:[IVXLC]+|[A-Z])\.?")
"""What is printed above a part of a text: I, II or A, B."""

ANNEX: Final = re.compile(
    rf"(?P<name>(?:{ANNEX_NAMES})(?: (?:[IVXLC]+|[A-Z](?=$|[.:]| [–—-] )|الأول|الثاني|الثالث)(?!\w))?)"
    r"(?:$|[.:]? [–—-] |[.:]? (?=[^a-zà-ÿ]))(?P<title>.*)"
)
"""The heading of an annex: its name and, on the same line, its title."""


_WITHOUT_VOTE: Final = len("[Adopted without a vote.]")


class Gathering:
    """The pieces of a document, scope by scope, and the notes they call."""

    def __init__(self, notes: Notes, remarks: list[Remark], *, voted: bool = False) -> None:
        self.notes = notes
        self.voted = voted
        self.remarks = remarks
        self.scopes: list[Scope] = [Scope("", Nature.MAIN)]
        self.enacting = ""

    @property
    def scope(self) -> Scope:
        """The scope that is being filled."""
        return self.scopes[-1]

    def open(self, name: str, nature: Nature) -> None:
        """Begin a stretch of text that is numbered on its own."""
        self.scopes.append(Scope(name, nature))

    def put(self, item: Item) -> None:
        """Add a piece to the scope in hand; the word Annex alone on a line is a heading whatever its style."""
        if item.kind is None and not item.number and len(item.words.text) < 20:
            annex = ANNEX.fullmatch(item.words.text)
            if annex is not None and not annex["title"]:
                self.heading("", item.words, 0)
                return
        self.scope.items.append(item)

    def head(self, number: str, elements: Iterable[etree._Element], depth: int) -> None:
        """A heading with the number before it; some files print the number again in its words."""
        runs = Runs(self.notes)
        for element in elements:
            runs.walk(element)
            runs.space()
        found = runs.take()
        if number and found.text.startswith(number + " "):
            found = found.without(len(number) + 1)
            text = f"The number of the heading “{number} {found.text}” stands twice in the file."
            self.remarks.append(Remark("", text))
        self.heading(number, found, depth)

    def heading(self, number: str, found: Printed, depth: int) -> None:
        """Put a heading; one that says Annex opens an annex."""
        if not number and (annex := ANNEX.fullmatch(found.text)) and self.scope.nature is not Nature.DRAFT:
            if self.scope.nature is Nature.ANNEX and not self.scope.name and not self.scope.items:
                self.scope.name = annex["name"]
            else:
                self.open(annex["name"], Nature.ANNEX)
            found = found.without(annex.start("title"))
        elif not number and PART_MARK.fullmatch(found.text):
            number, found = found.text, Printed(notes=found.notes)
        if number or found.text or found.notes:
            mark = number.rstrip(". ")
            self.scope.items.append(
                Item(words=found, kind=Kind.HEADING, number=number, mark=mark, depth=depth)
            )

    def formula(self, element: etree._Element) -> None:
        """The enacting words; those of a further text in the same document are a paragraph of it."""
        found = printed(element, self.notes)
        if not self.enacting and not found.notes and self.scope.nature in (Nature.MAIN, Nature.PART):
            self.enacting = found.text
        elif found.text or found.notes:
            self.put(Item(words=found, kind=Kind.OTHER))

    def plain(self, element: etree._Element, level: int) -> None:
        """All words of an element as one paragraph."""
        found = printed(element, self.notes)
        if found.text or found.notes:
            self.put(Item(words=found, level=level))

    def stray(self, text: str | None, level: int = 0) -> None:
        """Words that stand where the format has no place for words."""
        if text and not text.isspace():
            self.put(Item(words=Printed(squeezed(text)), level=level))

    def conclude(self, element: etree._Element) -> None:
        """The lines after a text: meeting and day are in the masthead, and who voted how if the metadata tells it."""
        for vote in () if self.voted else element.iter("{*}vote"):
            if len(text := words(vote)) > _WITHOUT_VOTE:
                self.remarks.append(Remark("", f"How each State voted is not kept: {text}"))
        rest = words(element)
        for known in element.iter("{*}inline", "{*}location", "{*}docDate", "{*}vote"):
            rest = rest.replace(words(known), "", 1)
        if rest.strip():
            self.remarks.append(Remark("", f"After the text stands also: {' '.join(rest.split())}"))
        self.call(element.iter("{*}authorialNote"), "after the text")

    def call(self, notes: Iterable[etree._Element], where: str) -> None:
        """Keep notes that are called where no paragraph is, and remark on it."""
        for note in list(notes):
            marker = self.notes.add(note)
            self.remarks.append(Remark("", f"Footnote {marker} is called {where}."))

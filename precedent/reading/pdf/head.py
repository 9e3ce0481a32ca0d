"""The first page above the text: masthead, sponsors, the title. What a line is shows by its place and its style.

Positions are those of CONVENTIONS 1.11: distribution in the right-hand column, session to agenda title at the edge
of the page, sponsors in bold above the title, the title in print larger than the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from precedent.names import listed
from precedent.reading.pdf.blocks import Block
from precedent.reading.pdf.lines import MASTHEAD, Line, Sheet
from precedent.reading.pdf.printing import Printed, printed
from precedent.reading.plain.pieces import ENACTING
from precedent.reading.plain.statements import ITEM, NUMBERED, Statements, provisional
from precedent.resolution import DocumentKind, Masthead, NoteCall
from precedent.session import Organ
from precedent.symbol import Symbol

_EDGE: Final = 100.0
"""Points from the left edge of the page: the masthead begins at 60, the text at 123."""
TITLE_SIZE: Final = 11.5
_NAMED: Final = re.compile(r"\(?[A-Z].*Committee\)?|.*\bCommittee\b.*")
_SUBMITTED: Final = re.compile(
    r"(?P<states>[^:]{2,4000}): ?(?:(?:revised )?draft (?:resolution|decision)s?\b.*|amendments? to .*)"
    r"|(?:Revised )?draft (?:resolution|decision)s?(?: .*)?",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Head:
    """What was read above the text."""

    masthead: Masthead = field(default_factory=Masthead)
    title: str = ""
    title_notes: tuple[NoteCall, ...] = ()
    unread: list[str] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    taken: int = 0
    """How many blocks of the text belong to it."""


@dataclass(slots=True)
class _Reader:
    notes: frozenset[str]
    known: Statements = field(default_factory=Statements)
    head: Head = field(default_factory=Head)
    committee: list[str] = field(default_factory=list)
    agenda: list[Line] = field(default_factory=list)
    title: Printed = field(default_factory=Printed)

    def edge(self, line: Line) -> None:
        """A line of the masthead: at the edge of the page, or above the thick rule."""
        found = printed([line], self.notes)
        words = found.text
        if words == Organ.HUMAN_RIGHTS_COUNCIL.value:  # it issues its documents as documents of the Assembly
            self.known.values["organ"] = Organ.HUMAN_RIGHTS_COUNCIL
        elif self._is_committee(line, words):
            self.committee.append(words)
        elif self.known.keep_item(words, found.notes):
            if not provisional(words, found.notes):
                self._told(found.notes, words)
        elif not ITEM.fullmatch(words) and self.known.read_line(words.rstrip("* ")):
            self._told(found.notes, words)
        elif line.bold and "agenda_item" in self.known.values:
            self.agenda.append(line)
        elif "symbol" not in self.known.values or words != str(self.known.values["symbol"]):
            self.head.unread.append(words)

    def _is_committee(self, line: Line, words: str) -> bool:
        named = bool(self.committee) or _NAMED.fullmatch(words)
        return (
            line.size >= TITLE_SIZE and line.bold and bool(named) and "agenda_item" not in self.known.values
        )

    def block(self, block: Block) -> bool:
        """A block between masthead and text; False where the text begins."""
        words = printed(block.lines, self.notes)
        if ENACTING.fullmatch(words.text) or block.table:
            return False
        if self.title.text:
            return False
        if (block.bold and self._submitted(words)) or self._states(words):
            return True
        if not block.bold or block.size < TITLE_SIZE:
            return False
        self.title = words
        return True

    def _states(self, words: Printed) -> bool:
        """Whether a block is a statement of the masthead: of adoption, of a report, of a number."""
        if self._numbers(words):
            return True
        return not self._titled(words) and not words.notes and self.known.read_block(words.text)

    def _numbers(self, words: Printed) -> bool:
        """Whether “Resolution 2720 (2023)” stands where the Security Council, which gives no titles, has its number."""
        symbol = self.known.values.get("symbol")
        number = words.text.removeprefix("Resolution ")
        return number != words.text and isinstance(symbol, Symbol) and symbol.citation == number

    def _titled(self, words: Printed) -> bool:
        """Whether “Report of the …” is the title of a text about a report, not of a report."""
        symbol = self.known.values.get("symbol")
        return (
            words.text.startswith("Report of")
            and isinstance(symbol, Symbol)
            and symbol.kind in ("limited", "resolution")
        )

    def _submitted(self, words: Printed) -> bool:
        found = _SUBMITTED.fullmatch(words.text)
        if not found or not self.known.keep("sponsor_line", words.text):
            return False
        self.known.values["sponsor_notes"] = words.notes
        self.known.values["sponsors"] = listed(found["states"]) if found["states"] else ()
        amends = "amendment" in words.text.lower()
        self.known.values["kind"] = DocumentKind.AMENDMENT if amends else DocumentKind.DRAFT
        return True

    def _told(self, calls: Sequence[NoteCall], words: str) -> None:
        self.head.doubts += [f"Note {call.marker} is called in “{words}”." for call in calls]

    def done(self) -> Head:
        committee = " ".join(self.committee)
        if committee and not self.known.keep("committee", committee):
            self.head.unread.append(committee)
        agenda = printed(self.agenda, self.notes)
        if agenda.text:
            self.known.keep("agenda_title", agenda.text)
            self._told(agenda.notes, agenda.text)
        self._name()
        self.head.masthead = Masthead(**self.known.values)  # type: ignore[arg-type]
        return self.head

    def _name(self) -> None:
        title, symbol = self.title, self.known.values.get("symbol")
        found = NUMBERED.fullmatch(title.text)
        if found and isinstance(symbol, Symbol) and symbol.citation == found["number"]:
            title = title.without(found.start("title"))
        self.head.title, self.head.title_notes = title.text, title.notes


def edged(sheet: Sheet) -> tuple[list[Line], list[Line]]:
    """The lines of the first page that are masthead by their place, and the others."""
    bound = sheet.page.height - MASTHEAD
    issued = any(line.y > bound and line.text.startswith(("United Nations", "Distr.")) for line in sheet.text)
    edge: list[Line] = []
    rest: list[Line] = []
    for line in sheet.text:
        above = line.y > bound or (
            line.x < _EDGE and not rest and not NUMBERED.fullmatch(printed([line]).text)
        )
        (edge if issued and above else rest).append(line)
    return edge, rest


def read_head(edge: Sequence[Line], blocks: Sequence[Block], notes: frozenset[str]) -> Head:
    """Everything above the enacting words.

    Args:
        edge: lines that are masthead by their place.
        blocks: the text below them.
        notes: markers of the notes that the document has.
    """
    reader = _Reader(notes)
    for line in edge:
        reader.edge(line)
    for place, block in enumerate(blocks):
        if not reader.block(block):
            break
        reader.head.taken = place + 1
    return reader.done()

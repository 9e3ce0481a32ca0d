"""What stands above the text of a Word file: the masthead in the header of the first page, and the lines below it.

The styles of the United Nations say what each line is; where a file has none of them, its words do.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from precedent.names import listed
from precedent.reading.openings import part_of
from precedent.reading.plain.marks import ending
from precedent.reading.plain.pieces import ENACTING
from precedent.reading.plain.statements import BLANK_ITEM, Statements, provisional
from precedent.reading.word.paragraphs import Settled
from precedent.reading.word.styles import Role
from precedent.reading.word.words import NO_WORDS, Words
from precedent.resolution import DocumentKind, Masthead
from precedent.session import Organ
from precedent.symbol import Symbol

_SUBMITTED: Final = re.compile(
    r"(?P<states>[^:]{2,4000}): ?(?:(?:revised )?draft (?:resolution|decision)s?\b.*|amendments? to .*)"
    r"|(?:Revised )?draft (?:resolution|decision)s?(?: (?:submitted|proposed|sponsored) .*)?|Amendment",
    re.IGNORECASE,
)
BLANK: Final = re.compile(r"[A-Z]+(?:\.\w+)?/\S*_+")
"""A symbol whose number is not known yet."""
_COUNCIL: Final = re.compile(r"S/(\d{4})/_+")
"""The same of the Security Council, whose documents name no session but in their symbols."""
_DAYS: Final = re.compile(r"\d{1,2}(?: [A-Z][a-z]+)?(?: \d{4})? ?[–-] ?\d{1,2} [A-Z][a-z]+ \d{4}")
"""When a session is held, below its name."""
_NO_NUMBER: Final = re.compile(r"\d{1,4}/(?:\.{2,3}|…|_+|-{2,})\.? ")
"""The number of a resolution that is not adopted yet, before its title."""
_LONGEST_TITLE: Final = 60
"""Words; longer ones are prose."""
_TEXTS: Final = (Role.TEXT, Role.FIRST_LINE)
_TITLES: Final = (Role.TITLE, Role.ORIGIN)


@dataclass(slots=True)
class Head:
    """What was read above the text."""

    masthead: Masthead = field(default_factory=Masthead)
    title: Words = NO_WORDS
    beside: list[Words] = field(default_factory=list)
    """The lines but for the title's: what is told at them has no place in the anatomy."""
    unread: list[str] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    taken: int = 0
    """How many lines of the text belong to it."""


@dataclass(slots=True)
class _Reader:
    bounded: bool
    """Whether enacting words end what stands above the text."""
    known: Statements = field(default_factory=Statements)
    head: Head = field(default_factory=Head)
    agenda: list[str] = field(default_factory=list)
    titles: list[Settled] = field(default_factory=list)
    loose: list[Words] = field(default_factory=list)
    """Lines that no style and no form tells."""
    open: bool = False
    """Whether the line above was no empty one."""

    def printed_above(self, words: Words) -> None:
        """A line in the header of the first page."""
        text = words.text
        self.head.beside.append(words)
        if year := _COUNCIL.fullmatch(text):
            self.known.keep("session", f"{year[1]} session")
        if not text or BLANK.fullmatch(text) or text == "United Nations":
            return
        if self.known.read_line(text.rstrip("* ")) or text == str(self.known.values.get("symbol")):
            self._told(words)
        else:
            self.head.unread.append(text)
            self._told(words)

    def take(self, line: Settled) -> bool:
        """A line of the text; False where the text begins."""
        words, role = line.words, line.role
        if line.line.row:
            taken = self._row(line)
        elif line.line.box or line.counted or (ENACTING.fullmatch(words.text) and not words.all_bold):
            taken = False
        elif self.titles:
            taken = self._below_title(line)
        elif role in _STYLED:
            taken = self._styled(words, role) or (role in _TITLES and self._titled(line))
        elif role in (Role.ADOPTION, Role.SECTION):
            taken = False
        else:
            taken = self._statement(words) or self._loose(line)
        self.open = bool(words.text)
        if taken and not line.line.row:
            self.head.beside.append(words)
        return taken

    def _below_title(self, line: Settled) -> bool:
        """Below the title stand its other lines, if any, and what the text was adopted on."""
        text, role, last = line.words.text, line.role, self.titles[-1]
        if role is Role.BRACKET:
            return self._bracket(text)
        if role is Role.SPONSORS:
            return self._submitted(line.words, whole=True)
        if text.startswith("Report of") and role in _TITLES and self.known.read_block(text):
            return True
        on = self.open and role is last.role and line.line.style.rank == last.line.style.rank
        if (
            on
            and not line.number
            and (role in _TITLES or (role is Role.HEADING and line.line.style.rank < 3))
        ):
            self.titles.append(line)
            return True
        return False

    def _styled(self, words: Words, role: Role) -> bool:
        """A line that its style tells."""
        text = words.text
        if role is Role.SPONSORS:
            return self._submitted(words, whole=True)
        if role is Role.BRACKET:
            return self._bracket(text)
        if role in _TITLES:
            return self._origin(text)
        if role is Role.AGENDA_TITLE:
            self.agenda.append(text)
        elif role is Role.AGENDA_ITEM:
            if self._item(words):
                return True
            if not BLANK_ITEM.fullmatch(text) and not self.known.keep("agenda_item", text):
                self.head.unread.append(text)
        elif not self._council(text) and not self.known.keep(role.value, text):
            self.head.unread.append(text)
        self._told(words)
        return True

    def _item(self, words: Words) -> bool:
        """The item of the agenda; a note that says which provisional agenda that is stays at it."""
        taken = self.known.keep_item(words.text, words.notes)
        if taken and not provisional(words.text, words.notes):
            self._told(words)
        return taken

    def _council(self, text: str) -> bool:
        """In Geneva the organ stands below the masthead, which names the General Assembly."""
        if text != Organ.HUMAN_RIGHTS_COUNCIL.value:
            return False
        self.known.values["organ"] = Organ.HUMAN_RIGHTS_COUNCIL
        return True

    def _origin(self, text: str) -> bool:
        """What a text was adopted by, which is set as titles are."""
        if self.known.read_block(re.sub("^Decision(?= adopted by)", "Resolution", text)):
            if text.startswith("Decision adopted by"):
                self.known.values["kind"] = DocumentKind.DECISION
            return True
        symbol = self.known.values.get("symbol")
        if isinstance(symbol, Symbol) and text == f"Resolution {symbol.citation}":
            return True  # of the Security Council, which gives no titles
        return text in ("Resolution", "Decision") and self.known.keep("kind", DocumentKind(text.lower()))

    def _titled(self, line: Settled) -> bool:
        self.titles.append(line)
        return True

    def _bracket(self, text: str) -> bool:
        inside = text[1:-1].strip() if text.startswith("[") and text.endswith("]") else ""
        return bool(inside) and self.known.keep("report", inside)

    def _statement(self, words: Words) -> bool:
        """A line that its form tells."""
        text = words.text
        if self._submitted(words) or self._council(text) or self._item(words):
            return True
        if _DAYS.fullmatch(text):
            self.head.unread.append(text)
            return True
        committee = re.fullmatch(r"[A-Z][\w ,’()-]* Committee(?: \([A-Z]\w+ Committee\))?", text)
        if committee and "agenda_item" not in self.known.values and self.known.keep("committee", text):
            return True
        symbol = self.known.values.get("symbol")
        limited = isinstance(symbol, Symbol) and symbol.kind in ("limited", "resolution")
        if not (limited and text.startswith("Report of")) and self.known.read_block(text):
            self._told(words)
            return True
        if BLANK.fullmatch(text) or self.known.read_line(text.rstrip("* ")):
            self._told(words)
            return True
        return False

    def _submitted(self, words: Words, *, whole: bool = False) -> bool:
        found = _SUBMITTED.fullmatch(words.text)
        if (not found and not whole) or not self.known.keep("sponsor_line", words.text):
            return False
        self.known.values["sponsor_notes"] = words.notes
        states = found["states"] if found else None
        self.known.values["sponsors"] = listed(states) if states else ()
        amends = "amendment" in words.text.lower()
        self.known.values["kind"] = DocumentKind.AMENDMENT if amends else DocumentKind.DRAFT
        return True

    def _row(self, line: Settled) -> bool:
        """A masthead that is a table in the text."""
        cells = [" ".join(cell.split()) for cell in line.line.cells if cell.strip()]
        opens = any(cell.startswith(("United Nations", "Distr")) for cell in cells)
        if self.titles or not (opens or (self.known.values and any(map(Statements().read_line, cells)))):
            return False
        for cell in cells:
            self.printed_above(Words(cell))
        return True

    def _loose(self, line: Settled) -> bool:
        words, role = line.words, line.role
        text = words.text
        if role is Role.HEADING:
            return self._origin(text) or self._titled(line)
        if words.all_bold and not line.number and not self.loose and "agenda_item" not in self.known.values:
            return self._titled(line)
        if line.number and not self.bounded:
            return False
        prose = len(text.split()) > _LONGEST_TITLE or (ending(text) and bool(part_of(text)))
        if prose or (role in _TEXTS and not self.bounded) or (line.number and prose):
            return False
        if not self.bounded and not (words.all_bold or "agenda_item" in self.known.values):
            return False
        self.loose.append(words)
        return True

    def _told(self, words: Words) -> None:
        self.head.doubts += [f"Note {call.marker} is called in “{words.text}”." for call in words.notes]

    def done(self) -> Head:
        """The masthead and the title from all that was taken."""
        titles = [line.words for line in self.titles]
        if not titles and self.loose and (self.bounded or self.loose[-1].all_bold):
            titles = [self.loose.pop()]
        for words in titles:
            self.head.title = self.head.title.then(words)
        self.head.beside = [each for each in self.head.beside if all(each is not words for words in titles)]
        if self.agenda:
            self.known.keep("agenda_title", " ".join(self.agenda))
        elif self.loose and "agenda_item" in self.known.values:
            words = self.loose.pop(0)
            self.known.keep("agenda_title", words.text)
            self._told(words)
        self.head.unread += [words.text for words in self.loose]
        self._name()
        self.head.masthead = Masthead(**self.known.values)  # type: ignore[arg-type]
        return self.head

    def _name(self) -> None:
        """The number before the title is the symbol's; where it is not, it stays in the title."""
        symbol = self.known.values.get("symbol")
        number = rf"{re.escape(symbol.citation)}\.? " if isinstance(symbol, Symbol) else "(?!)"
        text = self.head.title.text
        if before := re.match(number, text) or _NO_NUMBER.match(text):
            self.head.title = self.head.title.without(before.end())


_STYLED: Final = (
    Role.SESSION,
    Role.COMMITTEE,
    Role.AGENDA_ITEM,
    Role.AGENDA_TITLE,
    Role.SPONSORS,
    Role.ORIGIN,
    Role.BRACKET,
    Role.TITLE,
)


def read_head(above: Sequence[Words], lines: Sequence[Settled]) -> Head:
    """Everything above the enacting words.

    Args:
        above: the lines in the header of the first page.
        lines: those of the text.
    """
    reader = _Reader(bounded=any(ENACTING.fullmatch(line.words.text) for line in lines if not line.line.row))
    for words in above:
        reader.printed_above(words)
    for place, line in enumerate(lines):
        if not line.words.text:
            reader.open = False
            if line.words.notes:
                break
        elif not reader.take(line):
            break
        reader.head.taken = place + 1
    return reader.done()

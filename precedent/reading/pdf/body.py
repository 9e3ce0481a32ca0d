"""The blocks below the title as paragraphs: what each is shows by its style, its indent and the mark before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from precedent.headings import lead
from precedent.reading.akn.levels import Levels
from precedent.reading.openings import opening_of, part_of
from precedent.reading.pdf.blocks import Block, Column
from precedent.reading.pdf.head import TITLE_SIZE
from precedent.reading.pdf.lines import Line
from precedent.reading.pdf.printing import Printed, printed
from precedent.reading.pdf.tables import rows
from precedent.reading.plain.pieces import ANNEX, ENACTING, MEETING
from precedent.reading.plain.statements import date_of
from precedent.resolution import REPORT_PART, DocumentKind, Kind, Paragraph

_NUMBER: Final = re.compile(r"(?P<mark>\d{1,3}\.)\s+(?=\S)")
_SUB: Final = re.compile(r"(?P<mark>\([a-z]{1,5}\)|\(\d{1,2}\)|[a-z]\.|[•▪◦‣–—-])\s+(?=\S)")
_PART: Final = re.compile(r"[A-Z]|[IVXL]{1,7}")
_DRAFT: Final = re.compile(r"Draft (?:resolution|decision)(?: (?P<part>[IVX]{1,6}))?", re.IGNORECASE)
_ADOPTION: Final = re.compile(
    rf"(?P<meeting>{MEETING.pattern})(?: (?P<day>\d{{1,2}} [A-Z][a-z]+ \d{{4}}))?", re.IGNORECASE
)
_LONGEST_HEADING: Final = 60
"""Words."""


@dataclass(slots=True)
class Body:
    """The paragraphs below the title, and what was said among them of the whole document."""

    where: Column
    kind: DocumentKind
    notes: frozenset[str]
    section: str = ""
    named: bool = True
    """Whether the title was read above; else a heading above the enacting words is it."""
    title: str = ""
    enacting: str = ""
    meeting: str = ""
    adopted: str = ""
    paragraphs: list[Paragraph] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    _preamble: bool = False
    _named: str = ""
    """Name of the part, until its first paragraph."""
    _levels: Levels = field(default_factory=Levels)
    _above: Kind | None = None
    """Kind of the paragraph that a letter would stand under."""

    def take(self, block: Block) -> None:
        """Read one more block."""
        if block.table:
            self._table(block)
            return
        words = printed(block.lines, self.notes)
        if not words.text:
            return
        if not (self._end(words, block) or self._enact(words, block) or self._heading(block, words)):
            self._paragraph(block, words)

    def done(self) -> None:
        """A part of the text ends here."""
        if self._named:
            self.remarks.append(f"Nothing stands below the heading “{self._named}”.")

    def _end(self, words: Printed, block: Block) -> bool:
        """The note of adoption: which meeting, which day."""
        found = _ADOPTION.fullmatch(words.text) if block.italic else None
        if found and not self.meeting:
            self.meeting, self.adopted = found["meeting"], found["day"] or ""
            return True
        if block.italic and self.meeting and not self.adopted and date_of(words.text):
            self.adopted = words.text
            return True
        return False

    def _enact(self, words: Printed, block: Block) -> bool:
        text = words.text.lstrip('“"')
        if not ENACTING.fullmatch(text) or not words.italics or block.bold:
            return False
        if self.section == REPORT_PART:
            self._name_draft()
        elif not self.named and not self.enacting:
            self._name_text()
        again = text.rstrip(" ,") == self.enacting.rstrip(" ,")
        if self.enacting and not again and not self.section and self._introduced():
            self._enter("Draft", preamble=True)
        elif self.enacting and not (again and self.section):
            return False
        if self.enacting:
            self._put(Kind.OTHER, words)
        self.enacting = self.enacting or words.text
        self._preamble = True
        return True

    def _introduced(self) -> bool:
        """Whether the draft begins that the text recommends to another organ; a heading that says so is no more."""
        if self.paragraphs and self.paragraphs[-1].kind is Kind.HEADING:
            if self.paragraphs[-1].text.lower() not in ("draft", "draft resolution"):
                return False
            self.paragraphs.pop()
        return bool(self.paragraphs) and self.paragraphs[-1].text.endswith(":")

    def _name_draft(self) -> None:
        """In a report the heading above the enacting words is the title of the draft that it recommends."""
        self.section = ""
        if not self.title and self.paragraphs and self.paragraphs[-1].kind is Kind.HEADING:
            self.title = self.paragraphs.pop().text

    def _name_text(self) -> None:
        """Without a masthead the last heading above the enacting words is the title."""
        place = max((n for n, p in enumerate(self.paragraphs) if p.kind is Kind.HEADING), default=-1)
        if place >= 0 and not self.section:
            self.title = self.paragraphs.pop(place).text

    def _heading(self, block: Block, words: Printed) -> bool:
        if not words.all_bold or not block.bold:
            return self._slanted(block, words)
        first = printed(block.lines[:1]).text
        if ANNEX.fullmatch(first):
            self._enter(first.replace("ANNEX", "Annex"), preamble=False)
            self._head(block.lines[1:])
            return True
        if _PART.fullmatch(first) and (len(block.lines) > 1 or len(first) == 1 or set(first) <= set("IVXL")):
            self._enter(first, preamble=True)
            self._head(block.lines[1:])
            return True
        if self.kind is DocumentKind.REPORT and (draft := _DRAFT.fullmatch(first)):
            self._enter(draft["part"] or REPORT_PART, preamble=False)
            self._head(block.lines)
            return True
        sentence = words.text[-1] in ".;," and not block.lines[-1].text.endswith(("etc.", "No."))
        if (
            sentence
            or len(words.text.split()) > _LONGEST_HEADING
            or (_NUMBER.match(words.text) and len(words.text) > 120)
        ):
            return False
        self._head(block.lines)
        return True

    def _slanted(self, block: Block, words: Printed) -> bool:
        """A heading below the others, in italics."""
        short = len(words.text.split()) <= 20 and words.text[-1] not in ".;,:"
        if not block.italic or not short or self._preamble or not self.paragraphs:
            return False
        self._put(Kind.HEADING, words, level=1)
        return True

    def _head(self, lines: Sequence[Line]) -> None:
        words = printed(lines, self.notes)
        if not words.text:
            return
        number, start = lead(words.text)
        level = int(max(line.size for line in lines) < TITLE_SIZE)
        self._put(
            Kind.HEADING,
            words.without(start),
            number=number,
            level=level,
        )

    def _enter(self, section: str, *, preamble: bool) -> None:
        self.done()
        self._named = "" if section == REPORT_PART else section
        self.section, self._preamble, self._above = section, preamble, None
        self._levels.restart()

    def _table(self, block: Block) -> None:
        """The rows of a table: their cells with bars between them."""
        for lines in rows(block.lines):
            row = printed(lines, self.notes)
            if row.text:
                self._put(Kind.TABLE, row)

    def _paragraph(self, block: Block, words: Printed) -> None:
        if number := _NUMBER.match(words.text):
            kind = self._numbered()
            self._levels.restart()
            self._preamble = False
            self._put(kind, words.without(number.end()), number=number["mark"])
            self._above = kind
            return
        if (sub := _SUB.match(words.text)) and block.x > self.where.left + 10:
            introduced = bool(self.paragraphs) and self.paragraphs[-1].text.endswith(":")
            level = self._levels.place(sub["mark"], introduced=introduced)
            self._put(
                self._above or self._numbered(), words.without(sub.end()), number=sub["mark"], level=level
            )
            return
        self._unnumbered(block, words)

    def _unnumbered(self, block: Block, words: Printed) -> None:
        above = self.paragraphs[-1] if self.paragraphs else None
        small = words.text[:1].islower()
        at_margin = abs(block.x - self.where.left) < 2.5
        if (
            above
            and above.level
            and above.kind is not Kind.HEADING
            and self._above
            and (small or (at_margin and not words.italics))
        ):
            self._put(self._above, words, closing=True)
            return
        kind = self._fresh(words)
        self._levels.restart()
        self._put(kind, words)
        self._above = kind

    def _numbered(self) -> Kind:
        """What a number makes of a paragraph here."""
        if self.section == REPORT_PART:
            return Kind.REPORT
        if self.section.startswith("Annex"):
            return Kind.ANNEX
        if self.enacting:
            return Kind.OPERATIVE
        return Kind.AMENDMENT if self.kind is DocumentKind.AMENDMENT else Kind.OTHER

    def _fresh(self, words: Printed) -> Kind:
        """What a paragraph without a number is."""
        numbered = self._numbered()
        if numbered is not Kind.OPERATIVE:
            decides = numbered is Kind.OTHER and re.match(r"The [A-Z][\w ]+,", words.text)
            return Kind.OPERATIVE if decides and self.kind is DocumentKind.DRAFT else numbered
        part = part_of(words.text)
        if self._preamble:
            if part is Kind.OPERATIVE:
                self._preamble = False
                return part
            return Kind.PREAMBULAR
        alone = not any(
            p.kind is Kind.OPERATIVE and p.number for p in self.paragraphs if p.section == self.section
        )
        # Beside numbered paragraphs one without a number is known by its opening, which the print has in italics.
        opens = alone or min((s.start for s in words.italics), default=1) == 0
        return Kind.OPERATIVE if part is Kind.OPERATIVE and opens else Kind.OTHER

    def _put(
        self, kind: Kind, words: Printed, *, number: str | None = None, level: int = 0, closing: bool = False
    ) -> None:
        self._named = ""
        italics = words.italics
        # Where the enacting words are slanted the print has italics: what it sets upright is meant so (A/RES/79/333).
        opens = kind in (Kind.PREAMBULAR, Kind.OPERATIVE) and not level and not closing
        if opens and not italics and not self.enacting and (opening := opening_of(words.text, kind)):
            italics = (opening,)
        self.paragraphs.append(
            Paragraph(
                kind=kind,
                text=words.text,
                number=number,
                level=level,
                italics=italics,
                bold=() if kind is Kind.HEADING or words.all_bold else words.bold,
                notes=words.notes,
                links=words.links,
                section=self.section,
                closing=closing,
            )
        )

"""The lines below the title as paragraphs: what each is shows by its style, its number and its words."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Final

from precedent.headings import lead
from precedent.reading.akn.levels import Levels
from precedent.reading.openings import opening_of, part_of
from precedent.reading.plain.marks import ending
from precedent.reading.plain.pieces import ANNEX, ENACTING, MEETING
from precedent.reading.plain.statements import date_of
from precedent.reading.word.paragraphs import Settled
from precedent.reading.word.styles import Role
from precedent.reading.word.words import NO_WORDS, Words
from precedent.resolution import REPORT_PART, DocumentKind, Kind, Paragraph

_PART: Final = re.compile(r"[A-Z]|[IVXL]{1,7}")
_ANNEX: Final = re.compile(rf"(?:{ANNEX.pattern}|Appendix(?: [IVXLC]{{1,6}}| [A-Z])?)(?: bis)?")
_DRAFT: Final = re.compile(r"Draft (?:resolution|decision)(?: (?P<part>[IVX]{1,6}))?", re.IGNORECASE)
_ADOPTION: Final = re.compile(
    rf"(?P<meeting>{MEETING.pattern})(?: (?P<day>\d{{1,2}} [A-Z][a-z]+ \d{{4}}))?", re.IGNORECASE
)
_LONGEST_HEADING: Final = 40
"""Words."""
_LOWEST: Final = 9
_DECIDES: Final = re.compile(r"The [A-Z][\w ]+, (?!which\b)")
"""How the only paragraph of a draft decision begins, which has no enacting words above it."""


@dataclass(slots=True)
class Body:
    """The paragraphs below the title, and what was said among them of the whole document."""

    kind: DocumentKind
    section: str = ""
    later: int = 0
    """Place of the last line that has a number at the margin."""
    parted: bool = False
    """Whether a letter or a numeral alone as a heading names a part, since numbers start again below it."""
    title: Words = NO_WORDS
    enacting: str = ""
    meeting: str = ""
    adopted: str = ""
    paragraphs: list[Paragraph] = field(default_factory=list)
    said: list[Words] = field(default_factory=list)
    """The words of each paragraph, with what stands at them."""
    beside: list[Words] = field(default_factory=list)
    """Those of lines that became no paragraph."""
    doubts: list[tuple[int, str]] = field(default_factory=list)
    """Place of a paragraph and what is unsure about it."""
    remarks: list[str] = field(default_factory=list)
    _ranks: dict[int, int] = field(default_factory=dict)
    """Rank of the style of each heading, by its place."""
    _counted: set[str] = field(default_factory=set)
    """Sections that have numbered operative paragraphs."""
    _preamble: bool = False
    _levels: Levels = field(default_factory=Levels)
    _last: Paragraph | None = None
    """The last one that is no row of a table."""
    _above: Kind | None = None
    """Kind of the paragraph that a letter would stand under."""
    _bare: Settled | None = None
    """The line before, where it is a number without words: it stands if a sub-paragraph follows ("58. (a) …")."""

    def take(self, line: Settled, place: int) -> None:
        """Read one more line, the one at that place of the text."""
        words, bare, self._bare = line.words, self._bare, None
        if not words.text:
            self._empty(words)
            self._bare = line if line.counted and line.ordered and not line.line.level else None
            return
        if bare is not None and line.counted and line.line.level:
            self._paragraph(bare, place)
        before = len(self.said)
        if line.line.row:
            self._put(Kind.TABLE, words)
        elif line.line.box:
            self.doubts.append((len(self.paragraphs), "It stands in a text box."))
            self._put(Kind.OTHER, words, number=line.number or None)
        elif not (self._end(line) or self._enact(line) or self._heading(line)):
            self._paragraph(line, place)
        if len(self.said) == before:
            self.beside.append(words)

    def _empty(self, words: Words) -> None:
        self.remarks += [f"Note {call.marker} is called in an empty paragraph." for call in words.notes]
        if self.said:
            self.said[-1] = self.said[-1].beside(words)
        else:
            self.beside.append(words)

    def _end(self, line: Settled) -> bool:
        """The note of adoption: which meeting, which day."""
        text = line.words.text
        found = _ADOPTION.fullmatch(text)
        if found and not self.meeting and (line.role is Role.ADOPTION or self.enacting):
            self.meeting, self.adopted = found["meeting"], found["day"] or ""
            return True
        if date_of(text) and not self.adopted and (line.role is Role.ADOPTION or self.meeting):
            self.adopted = text
            return True
        return False

    def _enact(self, line: Settled) -> bool:
        words = line.words
        if not ENACTING.fullmatch(words.text) or words.all_bold or line.number:
            return False
        again = self.enacting.rstrip(" ,") == words.text.rstrip(" ,")
        if self.enacting and not (self.section and again):
            return False
        if self.section == REPORT_PART:
            self._name_draft()
        if self.enacting:
            self._put(Kind.OTHER, words)
        self.enacting = self.enacting or words.text
        self._preamble = True
        return True

    def _name_draft(self) -> None:
        """In a report the heading above the enacting words is the title of the draft that it recommends."""
        self.section = ""
        if not self.title.text and self.paragraphs and self.paragraphs[-1].kind is Kind.HEADING:
            self.paragraphs.pop()
            self.title = self.said.pop()
            self._ranks.pop(len(self.paragraphs), None)

    def _heading(self, line: Settled) -> bool:
        words, role = line.words, line.role
        styled = role in (Role.HEADING, Role.SECTION, Role.TITLE, Role.ORIGIN)
        if not styled and not self._looks_like_heading(line):
            return False
        first = line.first.text
        if role is Role.SECTION:
            self._enter(first, preamble=not first.startswith(("Annex", "Appendix")))
        elif _ANNEX.fullmatch(first):
            self._enter(first.replace("ANNEX", "Annex"), preamble=False)
        elif _PART.fullmatch(first) and self.parted:
            self._enter(first, preamble=True)
        else:
            draft = _DRAFT.fullmatch(first) if self.kind is DocumentKind.REPORT else None
            if draft:
                self._enter(draft["part"] or REPORT_PART, preamble=False)
            self._head(line, words, number=line.number)
            return True
        if line.rest.text:
            self._head(line, line.rest)
        elif line.first.notes:
            self.remarks += [f"Note {call.marker} is called in “{first}”." for call in line.first.notes]
        return True

    def _looks_like_heading(self, line: Settled) -> bool:
        words = line.words
        if _ANNEX.fullmatch(line.first.text) and not line.counted:
            return True
        short = len(words.text.split()) <= _LONGEST_HEADING and not ending(words.text)
        said = any(map(str.isalnum, words.text))
        return said and words.all_bold and short and not line.counted

    def _head(self, line: Settled, words: Words, number: str | None = None) -> None:
        style = line.line.style
        self._ranks[len(self.paragraphs)] = style.rank if style.role is Role.HEADING else min(style.rank, 3)
        if number is None:
            number, start = lead(words.text)
            words = words.without(start)
        if style.look.italic:  # as a heading of that level, not for the sake of its words
            words = replace(words, italics=())
        self._put(Kind.HEADING, words, number=number)

    def _enter(self, section: str, *, preamble: bool) -> None:
        self.section, self._preamble, self._above = section, preamble, None
        self._levels.restart()

    def _paragraph(self, line: Settled, place: int) -> None:
        words, number = line.words, line.number
        if number is not None and line.ordered and not (line.counted and line.line.level):
            kind = self._numbered()
            self._levels.restart()
            self._preamble = False
            self._put(kind, words, number=number)
            self._above = kind
        elif number is not None:
            nested = line.line.level if line.counted else 0
            introduced = bool(self.paragraphs) and self.paragraphs[-1].text.endswith(":")
            level = self._levels.place(number, nested=nested, introduced=introduced)
            if level > _LOWEST:  # no text is so deep
                self._levels.restart()
                level = _LOWEST
            kind = self._above or (Kind.PREAMBULAR if self._preamble else self._numbered())
            self._put(kind, words, number=number, level=nested or level)
        else:
            self._unnumbered(line, place)

    def _unnumbered(self, line: Settled, place: int) -> None:
        words = line.words
        above = self._last
        small = words.text[:1].islower()
        # In the template of the United Nations only what goes on after a list begins at the edge of the text.
        at_edge = line.role is Role.TEXT and not line.indented and self._numbered() is Kind.OPERATIVE
        inside = above is not None and (above.level or above.closing) and above.kind is not Kind.HEADING
        if inside and self._above and (small or at_edge) and "|" not in words.text:
            self._put(self._above, words, closing=True)
            return
        if line.role is Role.TEXT and " | " in words.text:
            self._put(Kind.TABLE, words)
            return
        kind = self._fresh(words, numbers_follow=place < self.later)
        self._levels.restart()
        self._put(kind, words)
        self._above = kind

    def _numbered(self) -> Kind:
        """What a number makes of a paragraph here."""
        if self.section == REPORT_PART:
            return Kind.REPORT
        if self.section.startswith(("Annex", "Appendix")):
            return Kind.ANNEX
        amends = self.kind is DocumentKind.AMENDMENT and not self.enacting
        return Kind.AMENDMENT if amends else Kind.OPERATIVE

    def _fresh(self, words: Words, *, numbers_follow: bool) -> Kind:
        """What a paragraph without a number is."""
        numbered = self._numbered()
        if numbered is not Kind.OPERATIVE:
            return numbered
        part = part_of(words.text)
        first = not self.enacting and not self.paragraphs
        if first and self.kind is DocumentKind.DRAFT and _DECIDES.match(words.text):
            return Kind.OPERATIVE
        if self._preamble or (not self.enacting and part is Kind.PREAMBULAR):
            if part is Kind.OPERATIVE and ending(words.text) != ",":
                self._preamble = numbers_follow
                return part
            return Kind.PREAMBULAR
        # Beside numbered paragraphs one without a number is known by its opening, which the print has in italics.
        alone = self.section not in self._counted
        opens = alone or min((s.start for s in words.italics), default=1) == 0
        return Kind.OPERATIVE if part is Kind.OPERATIVE and opens else Kind.OTHER

    def _put(
        self, kind: Kind, words: Words, *, number: str | None = None, level: int = 0, closing: bool = False
    ) -> None:
        if kind is Kind.OPERATIVE and number:
            self._counted.add(self.section)
        italics = words.italics
        opens = kind in (Kind.PREAMBULAR, Kind.OPERATIVE) and not level and not closing
        if opens and not italics and (opening := opening_of(words.text, kind)):
            italics = (opening,)
        made = Paragraph(
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
        self.paragraphs.append(made)
        self.said.append(words)
        self._last = self._last if kind is Kind.TABLE else made

    def finished(self) -> list[Paragraph]:
        """All paragraphs, once the last line was taken."""
        ranks = sorted(set(self._ranks.values()))
        found = [
            replace(p, level=min(ranks.index(self._ranks[place]), _LOWEST)) if place in self._ranks else p
            for place, p in enumerate(self.paragraphs)
        ]
        main = [place for place, p in enumerate(found) if not p.level and not p.section]
        texts = [place for place in main if found[place].kind in (Kind.PREAMBULAR, Kind.OPERATIVE)]
        if self.enacting and len(texts) > 1 and all(found[at].kind is Kind.PREAMBULAR for at in texts):
            *before, last = (found[at] for at in texts)
            if ending(last.text) == "." and all(ending(p.text) != "." for p in before):
                found[texts[-1]] = replace(last, kind=Kind.OPERATIVE)
        return found

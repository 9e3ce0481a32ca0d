"""The text below the title: which pieces are one paragraph, and what each paragraph is.

A page that ends within a paragraph cuts it in two, with notes and blank lines between. What goes on shows by its
small letter, by punctuation that is not closed, by the lack of an opening; where that is not certain a remark says so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from precedent.reading.openings import part_of
from precedent.reading.plain.building import Body, Building
from precedent.reading.plain.head import enacts, next_text
from precedent.reading.plain.marks import bare, ending
from precedent.reading.plain.pieces import ANNEX, ITEM, MEETING, SUB, Form, Piece
from precedent.reading.plain.statements import date_of
from precedent.resolution import REPORT_PART, DocumentKind, Kind

_HEADING_NUMBER = re.compile(r"(?P<number>[IVXLC]{1,6}\.|[A-Z]\.)\s+(?P<rest>\S.*)", re.DOTALL)
_PART = re.compile(r"[A-Z]|[IVX]{1,5}")
_DRAFT = re.compile(r"Draft (?:resolution|decision) (?P<part>[IVX]{1,6})", re.IGNORECASE)
_ADOPTION = re.compile(
    rf"(?P<meeting>{MEETING.pattern})(?: (?P<day>\d{{1,2}} [A-Z][a-z]+ \d{{4}}))?", re.IGNORECASE
)
_VOTE = re.compile(
    r"\[Adopted (?:(?P<none>without a vote)|by a recorded vote of (?P<for>\d+) to (?P<against>\d+)"
    r"(?:,? with (?P<abstaining>\d+) abstentions?)?)\.?\]",
    re.IGNORECASE,
)
_RECOMMENDED = "Draft"
"""Part that holds the draft that a resolution recommends to another organ, as in the UN's XML."""
_LONGEST_HEADING = 40
"""Words."""


@dataclass(slots=True, kw_only=True)
class _Reader(Building):
    pieces: Sequence[Piece]
    kind: DocumentKind

    def take(self, place: int) -> None:
        """Read one more piece of the text."""
        piece = self.pieces[place]
        words = bare(piece.source)
        after = next_text(self.pieces, place)
        if self._structure(piece, words, after, place):
            return
        if piece.table:
            self.begin(Kind.TABLE, piece.source)
        elif item := ITEM.fullmatch(piece.source):
            self._item(item, piece)
        elif sub := SUB.fullmatch(piece.source):
            self._sub(sub, piece)
        else:
            self._words(piece, words, after)

    def _structure(self, piece: Piece, words: str, after: Piece | None, place: int) -> bool:
        """Annexes, enacting words, parts, the note of adoption."""
        if ANNEX.fullmatch(words):
            section = words.replace("ANNEX", "Annex")
            if section == self.section:
                self.begin(Kind.HEADING, piece.source)
            else:
                self.enter(section, preamble=False, named=words)
            return True
        if enacts(words, lambda: after):
            self._enact(piece, words)
            return True
        if self.kind is DocumentKind.REPORT and (draft := _DRAFT.fullmatch(words)):
            self.enter(draft["part"].upper(), preamble=False)
            self.begin(Kind.HEADING, piece.source)
            return True
        if _PART.fullmatch(words) and after is not None and not (self.now and not self.closed()):
            later = bare(after.source)
            item = ITEM.fullmatch(after.source)
            if enacts(later, lambda: None) or (item and item["mark"] == "1." and self.last):
                self.enter(words, preamble=True, named=words)
                return True
        return self._end(words, place)

    def _enact(self, piece: Piece, words: str) -> None:
        """Enacting words: a text begins, in a report the draft that it recommends."""
        if self.section.startswith("Annex") and self.body.enacting:
            self.begin(Kind.ANNEX, piece.source)
            return
        self._name_draft()
        if self._recommends():
            self.enter(_RECOMMENDED, preamble=True)
            self.begin(Kind.OTHER, piece.source)
            self.preamble = True
            self.close()
            return
        if self.section == REPORT_PART or self.section.startswith("Annex"):
            self.enter("", preamble=True)
        self.preamble, self.last = True, 0
        if not self.body.enacting:
            self.close()
            self.body.enacting = words
        else:
            self.begin(Kind.OTHER, piece.source, doubt="Enacting words stand here again.")
            self.close()

    def _recommends(self) -> bool:
        """Whether the paragraph above recommends the draft whose enacting words these are."""
        if not self.body.enacting or self.section == _RECOMMENDED:
            return False
        above = [p for p in self.body.paragraphs[-2:] if p.kind is not Kind.HEADING][-1:]
        return any("draft resolution" in p.text and p.text.endswith(":") for p in above)

    def _name_draft(self) -> None:
        """The heading above the enacting words is the title, and a number above it names the draft."""
        self.close()
        found = self.body.paragraphs
        if self.body.title or self.body.enacting or not found or found[-1].kind is not Kind.HEADING:
            return
        if not found[-1].notes and found[-1].number is None:
            self.body.title = found.pop().text

    def _end(self, words: str, place: int) -> bool:
        """The adoption note, the line of a vote."""
        if (found := _ADOPTION.fullmatch(words)) and not self.body.meeting:
            self.close()
            self.body.meeting, self.body.adopted = found["meeting"], found["day"] or ""
            return True
        if self.body.meeting and not self.body.adopted and date_of(words):
            earlier = (self.pieces[i] for i in range(place - 1, -1, -1))
            before = next((p for p in earlier if p.form is Form.TEXT), None)
            if before and MEETING.fullmatch(bare(before.source)):
                self.body.adopted = words
                return True
        if (found := _VOTE.fullmatch(words)) and not self.body.vote:
            self.close()
            counts = (found["for"], found["against"], found["abstaining"] or "0")
            self.body.vote = found["none"] or "-".join(counts)
            return True
        return False

    def _item(self, item: re.Match[str], piece: Piece) -> None:
        number = int(item["mark"][:-1])
        heading = self.now is None or self.now.kind is Kind.HEADING
        if not heading and not self.closed() and not 0 < number - self.last <= 3:
            self.go_on(
                piece.source,
                f"“{item['mark']}” was read as words that go on, not as the number of a paragraph.",
            )
            return
        doubt = ""
        if number != self.last + 1 and not (number == 1 and heading):
            doubt = f"Number {number} follows number {self.last}."
        if self.now and not heading and not self.closed():
            self.now.doubts.append("No punctuation closes this paragraph.")
        self.last = number
        self.begin(self._numbered(), item["stars"] + item["rest"], number=item["mark"], doubt=doubt)

    def _sub(self, sub: re.Match[str], piece: Piece) -> None:
        closed = self.closed()
        above = self.now.sources[-1].rstrip() if self.now and self.now.kind is not Kind.HEADING else ""
        capital = sub["rest"].lstrip("*_“‘\"'")[:1].isupper()
        if above and not closed and not capital and not above.endswith((" and", " or")):
            self.go_on(piece.source)
            return
        kind = self._parent()
        level = self.levels.place(sub["mark"], introduced=closed == ":")
        self.begin(kind, sub["stars"] + sub["rest"], number=sub["mark"], level=level)

    def _parent(self) -> Kind:
        """Kind of the paragraph that a sub-paragraph is under."""
        if self.now and self.now.kind is not Kind.HEADING:
            return self.now.kind
        found = next((p.kind for p in reversed(self.body.paragraphs) if p.kind is not Kind.HEADING), None)
        return found or self._numbered()

    def _numbered(self) -> Kind:
        """What a number at the margin makes of a paragraph here."""
        if self.section == REPORT_PART:
            return Kind.REPORT
        if self.section.startswith("Annex"):
            return Kind.ANNEX
        amends = self.kind is DocumentKind.AMENDMENT and not self.body.enacting
        return Kind.AMENDMENT if amends else Kind.OPERATIVE

    def _words(self, piece: Piece, words: str, after: Piece | None) -> None:
        """A piece with neither number nor letter before it."""
        if self.now is None or self.now.kind in (Kind.HEADING, Kind.TABLE):
            self._fresh(piece, words, after)
            return
        closed = self.closed()
        first = re.search(r"\w", words)
        opens = part_of(words)
        heading = self._is_heading(piece, words, after)
        small = bool(first and (first[0].islower() or (first[0].isdigit() and not heading)))
        annexed = self._numbered() is Kind.ANNEX
        list_ends = closed in (";", ":") or (closed == "," and self.habit == ",")
        if small and list_ends and self.now.level and not piece.cut:
            self.begin(self.now.kind, piece.source, closing=True)
        elif small or (not closed and piece.cut and not heading):
            odd = small and not piece.cut and closed in (";", ".", ":")
            self.go_on(piece.source, "Two pieces were read as one paragraph." if odd else "")
        elif heading:
            if not closed:
                self.now.doubts.append("No punctuation closes this paragraph.")
            self._heading(piece, words)
        elif opens and (self.preamble or annexed or (opens is Kind.OPERATIVE and self._numbered() is opens)):
            if not closed:
                self.now.doubts.append("No punctuation closes this paragraph.")
            self._fresh(piece, words, after)
        elif not closed or (closed == "," and (piece.cut or not self.preamble)):
            self.go_on(piece.source, "Two pieces were read as one paragraph.")
        else:
            self._fresh(piece, words, after)

    def _fresh(self, piece: Piece, words: str, after: Piece | None) -> None:
        """A paragraph of its own; where it stands and how it opens say what it is."""
        if self._is_heading(piece, words, after):
            self._heading(piece, words)
            return
        numbered = self._numbered()
        opens = part_of(words)
        if numbered is not Kind.OPERATIVE:
            self.begin(numbered, piece.source)
        elif opens is Kind.OPERATIVE and not (self.preamble and ending(piece.source) == ","):
            self.begin(Kind.OPERATIVE, piece.source, doubt="No number stands before it." if self.last else "")
        elif opens is Kind.PREAMBULAR:
            late = "It opens like a preambular paragraph." if not self.preamble and self.last else ""
            self.begin(Kind.PREAMBULAR, piece.source, doubt=late)
        elif self.preamble:
            self.begin(Kind.PREAMBULAR, piece.source, doubt="Its opening is not known.")
        else:
            doubt = "It is neither preambular nor operative." if self.body.enacting else ""
            self.begin(Kind.OTHER, piece.source, doubt=doubt)

    def _heading(self, piece: Piece, words: str) -> None:
        found = _HEADING_NUMBER.fullmatch(piece.source.strip("*_ ")) or _HEADING_NUMBER.fullmatch(words)
        level = 1 if found and re.fullmatch(r"[ABD-HJ-UWYZ]\.", found["number"]) else 0
        if found:
            self.begin(Kind.HEADING, found["rest"], number=found["number"], level=level)
        else:
            self.begin(Kind.HEADING, piece.source)

    def _is_heading(self, piece: Piece, words: str, after: Piece | None) -> bool:
        """A line that closes no sentence and has a paragraph below it."""
        count = len(words.split())
        if ending(piece.source) or not 0 < count <= _LONGEST_HEADING or not re.match(r"[^\Wa-z_]", words):
            return False
        if piece.source.startswith("**") and piece.source.endswith("**"):
            return True
        if after is None or (self.preamble and part_of(words) and count > 8 and ":" not in words[:30]):
            return False
        later = bare(after.source)
        if ITEM.fullmatch(after.source) or enacts(later, lambda: None) or part_of(later):
            return True
        outside = self._numbered() in (Kind.ANNEX, Kind.REPORT)
        return (outside or not ending(after.source)) and later[:1].isupper() and not piece.cut


def read_body(pieces: Sequence[Piece], start: int, *, kind: DocumentKind, part: str, brackets: bool) -> Body:
    """The paragraphs from a piece on; notes and page furniture are passed over.

    Args:
        pieces: all pieces of the text.
        start: place of the first that is no masthead.
        kind: what the masthead says that the document is.
        part: letter of the part that begins here, empty where a text has no parts.
        brackets: whether `[1]` calls a note.
    """
    section = REPORT_PART if kind is DocumentKind.REPORT else part
    reader = _Reader(pieces=pieces, kind=kind, brackets=brackets, section=section)
    for place in range(start, len(pieces)):
        if pieces[place].form is Form.TEXT:
            reader.take(place)
    reader.enter("", preamble=False)
    return reader.body

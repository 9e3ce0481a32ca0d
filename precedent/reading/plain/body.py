"""The text below the title: which pieces are one paragraph, and what each paragraph is.

A page that ends within a paragraph cuts it in two, with notes and blank lines between. What goes on shows by its
small letter, by punctuation that is not closed, by the lack of an opening; where that is not certain a remark says so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from precedent.reading.akn.levels import Levels
from precedent.reading.openings import opening_of, part_of
from precedent.reading.plain.head import date_of, enacts, next_text
from precedent.reading.plain.marks import bare, ending, read_marks
from precedent.reading.plain.pieces import ANNEX, ITEM, MEETING, SUB, Form, Piece, joined
from precedent.resolution import REPORT_PART, DocumentKind, Kind, Paragraph

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
_LONGEST_HEADING = 40
"""Words."""


@dataclass(slots=True)
class _Open:
    """A paragraph that is being put together from pieces."""

    kind: Kind
    sources: list[str]
    number: str | None = None
    level: int = 0
    closing: bool = False
    section: str = ""
    doubts: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Body:
    """What was read, in the order of the text."""

    paragraphs: list[Paragraph] = field(default_factory=list)
    doubts: list[tuple[int, str]] = field(default_factory=list)
    """Place of a paragraph and what is unsure about it."""
    bare: list[str] = field(default_factory=list)
    """Names of parts below which nothing stands."""
    title: str = ""
    enacting: str = ""
    meeting: str = ""
    adopted: str = ""
    vote: str = ""


@dataclass(slots=True)
class _State:
    pieces: Sequence[Piece]
    kind: DocumentKind
    brackets: bool
    """Whether `[1]` calls a note."""
    body: Body = field(default_factory=Body)
    section: str = ""
    preamble: bool = False
    named: str = ""
    """Name of the part, until its first paragraph."""
    habit: str = ""
    """How the last sub-paragraph ended."""
    last: int = 0
    """Number of the last numbered paragraph at the margin."""
    levels: Levels = field(default_factory=Levels)
    now: _Open | None = None

    def close(self) -> None:
        """Make a paragraph of what is open."""
        if self.now is None:
            return
        held, self.now = self.now, None
        self.habit = ending(held.sources[-1]) if held.level else ""
        marked = read_marks(joined(held.sources), brackets=self.brackets)
        italics = marked.italics
        opens = held.kind in (Kind.PREAMBULAR, Kind.OPERATIVE) and not held.level and not held.closing
        if opens and not any(span.start == 0 for span in italics):
            opening = opening_of(marked.text, held.kind)
            italics = ((opening,) if opening else ()) + tuple(
                s for s in italics if not opening or s.start >= opening.end
            )
        place = len(self.body.paragraphs)
        self.body.doubts += [(place, doubt) for doubt in held.doubts]
        self.body.doubts += [
            (place, f"The address of a link is not kept: {address}") for address in marked.lost
        ]
        self.body.paragraphs.append(
            Paragraph(
                kind=held.kind,
                text=marked.text,
                number=held.number,
                level=held.level,
                italics=italics,
                notes=marked.notes,
                section=held.section,
                closing=held.closing,
            )
        )

    def enter(self, section: str, *, preamble: bool, named: str = "") -> None:
        """A part of the document begins; its name is printed above it."""
        self.close()
        if self.named:
            self.body.bare.append(self.named)
        self.section, self.preamble, self.named, self.last = section, preamble, named, 0

    def begin(
        self,
        kind: Kind,
        source: str,
        *,
        number: str | None = None,
        level: int = 0,
        closing: bool = False,
        doubt: str = "",
    ) -> None:
        """Close what is open and begin a paragraph."""
        self.close()
        if kind is not Kind.HEADING and not level and not closing:
            self.levels.restart()
        self.preamble = self.preamble and kind is not Kind.OPERATIVE
        self.named = ""
        self.now = _Open(kind, [source], number, level, closing, self.section, [doubt] if doubt else [])

    def go_on(self, source: str, doubt: str = "") -> None:
        """The open paragraph continues."""
        if self.now is None:
            return
        if doubt:
            self.now.doubts.append(doubt)
        if re.search(r"\w-$", self.now.sources[-1].rstrip()):
            self.now.doubts.append("The page ends at a hyphen; it was kept.")
        self.now.sources.append(source)

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
            self.enter(words.replace("ANNEX", "Annex"), preamble=False, named=words)
            return True
        if enacts(words, lambda: after):
            self._enact(piece, words)
            return True
        if _PART.fullmatch(words) and after is not None and not (self.now and not self._closed()):
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
        if self.section == REPORT_PART or self.section.startswith("Annex"):
            self.enter("", preamble=True)
        self.preamble, self.last = True, 0
        if not self.body.enacting:
            self.close()
            self.body.enacting = words
        else:
            self.begin(Kind.OTHER, piece.source, doubt="Enacting words stand here again.")
            self.close()

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
        before = next((p for p in reversed(self.pieces[:place]) if p.form is Form.TEXT), None)
        if (
            self.body.meeting
            and not self.body.adopted
            and before
            and MEETING.fullmatch(bare(before.source))
            and date_of(words)
        ):
            self.body.adopted = words
            return True
        if (found := _VOTE.fullmatch(words)) and not self.body.vote:
            self.close()
            counts = (found["for"], found["against"], found["abstaining"] or "0")
            self.body.vote = found["none"] or "-".join(counts)
            return True
        return False

    def _closed(self) -> str:
        return ending(self.now.sources[-1]) if self.now else ""

    def _item(self, item: re.Match[str], piece: Piece) -> None:
        number = int(item["mark"][:-1])
        heading = self.now is None or self.now.kind is Kind.HEADING
        if not heading and not self._closed() and not 0 < number - self.last <= 3:
            self.go_on(
                piece.source,
                f"“{item['mark']}” was read as words that go on, not as the number of a paragraph.",
            )
            return
        doubt = ""
        if number != self.last + 1 and not (number == 1 and heading):
            doubt = (
                f"Number {number} follows number {self.last}."
                if self.last
                else f"The numbers begin with {number}."
            )
        if self.now and not heading and not self._closed():
            self.now.doubts.append("No punctuation closes this paragraph.")
        self.last = number
        self.begin(self._numbered(), item["stars"] + item["rest"], number=item["mark"], doubt=doubt)

    def _sub(self, sub: re.Match[str], piece: Piece) -> None:
        closed = self._closed()
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
        return (
            Kind.AMENDMENT
            if self.kind is DocumentKind.AMENDMENT and not self.body.enacting
            else Kind.OPERATIVE
        )

    def _words(self, piece: Piece, words: str, after: Piece | None) -> None:
        """A piece with neither number nor letter before it."""
        if self.now is None or self.now.kind in (Kind.HEADING, Kind.TABLE):
            self._fresh(piece, words, after)
            return
        closed = self._closed()
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
        if ending(piece.source) or not words or len(words.split()) > _LONGEST_HEADING:
            return False
        if not words[0].isupper() and not words[0].isdigit():
            return False
        if piece.source.startswith("**") and piece.source.endswith("**"):
            return True
        if after is None:
            return False
        opens = part_of(words)
        if opens and len(words.split()) > 8 and ":" not in words[:30] and self.preamble:
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
    state = _State(pieces, kind, brackets, section=REPORT_PART if kind is DocumentKind.REPORT else part)
    for place in range(start, len(pieces)):
        if pieces[place].form is Form.TEXT:
            state.take(place)
    state.enter("", preamble=False)
    return state.body

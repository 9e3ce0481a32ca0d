"""Paragraphs as they are put together from the pieces of a plain text."""

from __future__ import annotations

from dataclasses import dataclass, field

from precedent.reading.akn.levels import Levels
from precedent.reading.openings import opening_of
from precedent.reading.plain.marks import ending, read_marks
from precedent.reading.plain.pieces import breaks_word, joined
from precedent.resolution import Kind, Paragraph


@dataclass(slots=True)
class Open:
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
class Building:
    """The paragraphs so far, the one that is open, and where in the document they stand."""

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
    now: Open | None = None

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
        self.now = Open(kind, [source], number, level, closing, self.section, [doubt] if doubt else [])

    def go_on(self, source: str, doubt: str = "") -> None:
        """The open paragraph continues."""
        if self.now is None:
            return
        if doubt:
            self.now.doubts.append(doubt)
        if breaks_word(self.now.sources[-1]):
            self.now.doubts.append("The page ends at a hyphen; it was kept.")
        self.now.sources.append(source)

    def closed(self) -> str:
        """The punctuation that closes what is open; empty where its last sentence goes on."""
        return ending(self.now.sources[-1]) if self.now else ""

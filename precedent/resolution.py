"""The anatomy of a resolution: masthead, paragraphs, footnotes, and the places in them.

One anatomy serves adopted texts, drafts circulated for negotiation and the texts that a drafter is writing.
Everything here is frozen; an edit makes a new value. A place in a text is a paragraph and a span of its
characters, never a copy of the words.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import NamedTuple

from precedent.review import Comment, TrackedChange
from precedent.session import Organ, Session
from precedent.symbol import Symbol


class DocumentKind(StrEnum):
    """What a document is."""

    RESOLUTION = "resolution"
    DRAFT = "draft resolution"
    DECISION = "decision"
    REPORT = "report"
    AMENDMENT = "amendment"
    OTHER = "other"


class Kind(StrEnum):
    """What a paragraph is; a sub-paragraph has its parent's kind and a level."""

    PREAMBULAR = "preambular"
    OPERATIVE = "operative"
    HEADING = "heading"
    ANNEX = "annex"
    TABLE = "table"
    REPORT = "report"
    AMENDMENT = "amendment"
    OTHER = "other"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters [start, end) of a paragraph's text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words that it covers."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True, order=True)
class NoteCall:
    """The place in a paragraph where a footnote is called."""

    offset: int
    marker: str


@dataclass(frozen=True, slots=True, order=True)
class Link:
    """Characters [start, end) of a text that lead somewhere when they are followed."""

    start: int
    end: int
    address: str


class Shape(NamedTuple):
    """All of a paragraph that its label is made of."""

    kind: Kind
    number: str | None
    level: int
    section: str
    closing: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """One unit of a text, without its number and without footnote marks."""

    kind: Kind
    text: str
    label: str = ""
    """As a delegate names it: PP1, OP17 (a); empty until `labelled` gave one."""
    number: str | None = None
    """As printed: "17.", "(a)", before a heading "A."; None where nothing is printed before the text.

    In a draft `precedent.numbering.UNNUMBERED` for an operative paragraph that has none beside numbered ones.
    """
    level: int = 0
    """0 for a paragraph, 1 for (a), 2 for (i), 3 for a.; for a heading its depth."""
    italics: tuple[Span, ...] = ()
    bold: tuple[Span, ...] = ()
    """Only where part of it stands out: a heading is bold as a whole and says so by its kind."""
    notes: tuple[NoteCall, ...] = ()
    links: tuple[Link, ...] = ()
    """As the source has them; a draft has none, since its references are linked when it is exported."""
    section: str = ""
    """Part whose numbering stands alone: "Annex", "Annex II", "A", "I"; empty in the main text.

    `REPORT_PART` is what a committee says itself, round the draft that it recommends.
    """
    closing: bool = False
    """Whether the text returns to the paragraph above after its list."""

    @property
    def opening(self) -> str:
        """The run of italic words that it begins with: "Recalling also"."""
        first = min(self.italics, default=None)
        return first.of(self.text).strip() if first and not self.text[: first.start].strip() else ""

    @property
    def headline(self) -> str:
        """Its words as a heading prints them, the letter or numeral before them: "A. Follow-up"."""
        number = self.number if self.kind is Kind.HEADING else None
        return " ".join(filter(None, (number, self.text)))

    @property
    def shape(self) -> Shape:
        """What its label is made of."""
        return Shape(self.kind, self.number, self.level, self.section, self.closing)


@dataclass(frozen=True, slots=True, kw_only=True)
class Footnote:
    """A note at the foot of the page; `marker` is "1" or "*"."""

    marker: str
    text: str
    italics: tuple[Span, ...] = ()
    links: tuple[Link, ...] = ()
    section: str = ""
    """Part of the document whose notes are counted apart (a committee's report round its draft)."""

    @property
    def label(self) -> str:
        """FN3, FN*."""
        return " ".join(filter(None, (self.section, f"FN{self.marker}")))


@dataclass(frozen=True, slots=True)
class Remark:
    """What a reader was unsure of; `label` is the paragraph's, empty for the whole document."""

    label: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ballot:
    """How each State voted, by its name as the source spells it."""

    in_favour: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    abstaining: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Masthead:
    """What stands above the title, and for an adopted text what is known of its adoption."""

    kind: DocumentKind = DocumentKind.OTHER
    symbol: Symbol | None = None
    organ: Organ | None = None
    committee: str | None = None
    """ "Second Committee"."""
    session: str | None = None
    """The line as printed: "Seventy-seventh session"; `session_number` reads it."""
    agenda_item: str | None = None
    """ "15", "18 (b)", "35 of the provisional agenda*" with the asterisk of the note that says which agenda."""
    agenda_title: str | None = None
    distribution: str | None = None
    """ "General", "Limited"."""
    date: dt.date | None = None
    """Of issue."""
    language: str | None = None
    """The official language that the text itself is in: "ar", "en", "es", "fr", "ru" or "zh"."""
    original_language: str | None = None
    sponsors: tuple[str, ...] = ()
    sponsor_line: str | None = None
    """As printed above the title of a draft: "Iraq: draft resolution"."""
    sponsor_notes: tuple[NoteCall, ...] = ()
    """Asterisks in the sponsor line; their notes are footnotes with the marker "*" or "**"."""
    adopted: dt.date | None = None
    meeting: str | None = None
    report: str | None = None
    """The bracket line without its brackets: "on the report of the Second Committee (A/77/440, para. 12)"."""
    vote: str | None = None
    """ "without a vote" or the count in favour, against, abstaining: "150-3-20"."""
    ballot: Ballot | None = None
    """The recorded vote, State by State; None where there was none or it is not known."""
    subjects: tuple[str, ...] = ()
    """Words of the thesaurus under which the text is filed."""
    draft_symbol: str | None = None
    """The draft that was adopted, where the source tells it."""

    @property
    def calls(self) -> tuple[NoteCall, ...]:
        """The asterisks above the text: behind the agenda item, and in the sponsor line."""
        item = self.agenda_item or ""
        words = item.rstrip("* ")
        marks = item[len(words) :].strip()
        own = (NoteCall(len(words), marks),) if marks else ()
        return own + self.sponsor_notes

    @property
    def session_value(self) -> Session | None:
        """The session as a value; None where the line is missing or in no known form."""
        if self.session is None or self.organ is None:
            return None
        try:
            return Session.parse(self.session, self.organ)
        except ValueError:
            return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """One document as it was understood: adopted, draft, or a report with the draft inside."""

    masthead: Masthead = field(default_factory=Masthead)
    title: str = ""
    title_notes: tuple[NoteCall, ...] = ()
    enacting: str = ""
    """ "The General Assembly," as printed."""
    paragraphs: tuple[Paragraph, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    remarks: tuple[Remark, ...] = ()
    comments: tuple[Comment, ...] = ()
    changes: tuple[TrackedChange, ...] = ()
    """Those that Word tracked, in the version that was read; `precedent.reading.word` reads either."""

    def paragraph(self, label: str) -> Paragraph | None:
        """The paragraph with that label."""
        return next((p for p in self.paragraphs if p.label == label), None)

    def footnote(self, label: str) -> Footnote | None:
        """The footnote with that label (FN3)."""
        return next((f for f in self.footnotes if f.label == label), None)

    def text_at(self, label: str) -> str | None:
        """Words of the paragraph or footnote with that label."""
        found = self.paragraph(label) or self.footnote(label)
        return found.text if found else None

    def places(self) -> Iterator[tuple[str, str]]:
        """(label, text) of every paragraph and footnote, in order."""
        yield from ((p.label, p.text) for p in self.paragraphs)
        yield from ((f.label, f.text) for f in self.footnotes)

    @property
    def preamble(self) -> tuple[Paragraph, ...]:
        """Preambular paragraphs."""
        return tuple(p for p in self.paragraphs if p.kind is Kind.PREAMBULAR)

    @property
    def operative(self) -> tuple[Paragraph, ...]:
        """Operative paragraphs and their sub-paragraphs."""
        return tuple(p for p in self.paragraphs if p.kind is Kind.OPERATIVE)


REPORT_PART = "R"
_NO_DIGITS = re.compile(r"\D+")
_SERIES = ("", " bis", " ter", " quater", " quinquies")
_LETTER = {
    Kind.PREAMBULAR: "PP",
    Kind.OPERATIVE: "OP",
    Kind.HEADING: "H",
    Kind.REPORT: "R",
    Kind.TABLE: "T",
    Kind.AMENDMENT: "AM",
    Kind.OTHER: "X",
}


def labelled(paragraphs: Iterable[Paragraph]) -> tuple[Paragraph, ...]:
    """Give every paragraph its label."""
    wanted = tuple(paragraphs)
    return tuple(
        replace(p, label=at) for p, at in zip(wanted, labels([p.shape for p in wanted]), strict=True)
    )


def labels(paragraphs: Sequence[Shape]) -> list[str]:
    """The labels that a delegate would use, from the numbers printed before the paragraphs.

    Labels are unique: a number that a text repeats becomes OP5 bis. An operative paragraph without a number
    beside numbered ones ("Resolves that:") is OP –.
    """
    numbered_parts = {p.section for p in paragraphs if p.kind is Kind.OPERATIVE and not p.level and p.number}
    counts: Counter[tuple[str, str]] = Counter()
    taken: Counter[str] = Counter()
    parents: list[tuple[int, str]] = []
    section = ""
    found = []
    for paragraph in paragraphs:
        heading = paragraph.kind is Kind.HEADING
        if paragraph.section != section:
            section, parents = paragraph.section, []
        if paragraph.level and not heading:
            while parents and parents[-1][0] >= paragraph.level:
                parents.pop()
            above = parents[-1][1] if parents else section
            label = f"{above} {paragraph.number or '–'}".strip()
        elif paragraph.closing and parents:
            del parents[1:]
            label = f"{parents[0][1]} closing"
        else:
            label = _own_label(paragraph, counts, beside_numbers=paragraph.section in numbered_parts)
            if not heading:  # a list goes on below a heading within it
                parents = []
        taken[label] += 1
        if taken[label] > 1:
            label += _SERIES[taken[label] - 1] if taken[label] <= len(_SERIES) else f" [{taken[label]}]"
        if not heading and not paragraph.closing:
            parents.append((paragraph.level, label))
        found.append(label)
    return found


def _own_label(paragraph: Shape, counts: Counter[tuple[str, str]], *, beside_numbers: bool) -> str:
    kind, digits = paragraph.kind, _NO_DIGITS.sub("", paragraph.number) if paragraph.number else ""
    letters = _LETTER.get(kind) or ("OP" if digits else "PP")
    section = paragraph.section
    if section == REPORT_PART and kind in (Kind.REPORT, Kind.HEADING):
        section, letters = "", "RH" if kind is Kind.HEADING else letters
    if kind is Kind.REPORT and not digits:
        letters = "RX"
    counts[paragraph.section, letters] += 1
    number = str(counts[paragraph.section, letters])
    if letters in ("OP", "R"):
        number = digits or (" –" if letters == "OP" and beside_numbers else number)
    return f"{section} {letters}{number}" if section else letters + number

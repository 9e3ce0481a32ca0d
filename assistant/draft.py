"""A draft: paragraphs with permanent ids, where each came from, and what was decided about it.

Numbers and labels are derived from the order, ids are permanent: moving a paragraph changes its label and
nothing else. A draft is made of the same paragraphs as an adopted text; `Draft.resolution` gives that view,
which readers, checks and export share.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import lru_cache

from precedent.numbering import UNNUMBERED, numbered, uncounted
from precedent.resolution import (
    DocumentKind,
    Footnote,
    Kind,
    Masthead,
    NoteCall,
    Paragraph,
    Resolution,
)
from precedent.wording import fold


class Status(StrEnum):
    """How far a paragraph has come in the negotiation; set by hand."""

    OPEN = "open"
    AD_REF = "agreed ad ref"
    """Agreed by the room, pending confirmation from capitals."""
    AGREED = "agreed"


@dataclass(frozen=True, slots=True)
class Origin:
    """The earlier text that a paragraph was taken from, and a digest of the words as they stood there."""

    symbol: str
    label: str
    digest: str

    @classmethod
    def of(cls, symbol: str, label: str, text: str) -> Origin:
        """The origin of words taken from a paragraph."""
        return cls(symbol, label, digest(text))


@dataclass(frozen=True, slots=True)
class Filling:
    """The template that a paragraph was made from, and the values of its slots."""

    template: str
    values: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Dismissal:
    """One finding put aside for good, at one place: it returns when the quoted words change."""

    rule: str
    words: str
    """The words of the finding; compared as `folded_words` gives them."""
    reason: str
    before: str = ""
    """The few words in front of them, by which this place is told from another with the same words."""
    after: str = ""
    """The few words behind them."""
    on: str = ""
    """The day, in ISO form; empty where nobody said."""

    @property
    def key(self) -> tuple[str, ...]:
        """What makes it the same as another one."""
        return (self.rule, *map(folded_words, (self.words, self.before, self.after)))


@dataclass(frozen=True, slots=True)
class Change:
    """One recorded update of a paragraph (or of a note it calls) and why it was made."""

    rule: str
    before: str
    after: str
    reason: str
    label: str = "technical"
    """ "technical", "editorial" or "substantive"."""
    review: str = ""
    """ "accepted" once the drafter looked at it and let it stand."""
    in_front: str = ""
    """The few words in front of the new ones, by which their place is told from another with the same words."""
    behind: str = ""
    """The few words behind them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One paragraph of a draft with what the eye does not need."""

    id: str
    content: Paragraph
    """Its words, without label and number: `Draft.resolution` derives them from the order."""
    origin: Origin | None = None
    filling: Filling | None = None
    status: Status = Status.OPEN
    dismissals: tuple[Dismissal, ...] = ()
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A text that is being written. Footnote markers run 1, 2, 3 in the order of their calls."""

    masthead: Masthead = field(default_factory=lambda: Masthead(kind=DocumentKind.DRAFT))
    title: str = ""
    title_notes: tuple[NoteCall, ...] = ()
    enacting: str = ""
    entries: tuple[Entry, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    base: str | None = None
    """Symbol of the edition that it was rolled forward from."""
    expected_adoption: dt.date | None = None
    """When the text is expected to be adopted: the day that staleness is judged by."""
    dismissals: tuple[Dismissal, ...] = ()
    """Findings put aside that belong to no paragraph: in the masthead, the title, the enacting words."""

    @property
    def resolution(self) -> Resolution:
        """The draft as a resolution, its paragraphs numbered and labelled from their order."""
        return Resolution(
            masthead=self.masthead,
            title=self.title,
            title_notes=self.title_notes,
            enacting=self.enacting,
            paragraphs=_numbered(tuple(e.content for e in self.entries)),
            footnotes=self.footnotes,
        )

    @property
    def labels(self) -> dict[str, str]:
        """Label by id."""
        paragraphs = self.resolution.paragraphs
        return {e.id: p.label for e, p in zip(self.entries, paragraphs, strict=True)}

    def entry(self, identity: str) -> Entry:
        """The entry with that id.

        Raises:
            KeyError: where the draft has none.
        """
        found = next((e for e in self.entries if e.id == identity), None)
        if found is None:
            raise KeyError(identity)
        return found

    def at(self, label: str) -> Entry | None:
        """The entry that carries a label now; for a footnote the first entry that calls it."""
        if label.startswith("FN"):
            marker = label.removeprefix("FN")
            return next(
                (e for e in self.entries if any(n.marker == marker for n in e.content.notes)),
                None,
            )
        return next((self.entry(i) for i, own in self.labels.items() if own == label), None)

    def with_entry(self, entry: Entry) -> Draft:
        """The draft with one entry replaced by its new value."""
        return replace(self, entries=tuple(entry if e.id == entry.id else e for e in self.entries))


@lru_cache(maxsize=8)
def _numbered(paragraphs: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    """Numbered and labelled; remembered, since a draft is asked for them many times between two edits."""
    return numbered(paragraphs)


_OWN = (Kind.REPORT, Kind.AMENDMENT, Kind.HEADING)
"""Kinds whose numbers are as printed, not counted."""


def digest(text: str) -> str:
    """Twelve hexadecimal digits that stand for the words of a paragraph, white space folded."""
    return hashlib.sha256(" ".join(text.split()).encode("utf-8", "surrogatepass")).hexdigest()[:12]


def folded_words(text: str) -> str:
    """Words and marks in small letters, with one kind of space, hyphen and quotation mark: a dismissal's key."""
    return fold(text)


def fresh_id(taken: set[str], seed: str) -> str:
    """A permanent id that no other paragraph has: p and six hexadecimal digits, from the words."""
    count = len(taken)
    while True:
        candidate = "p" + hashlib.sha256(f"{count}:{seed}".encode("utf-8", "surrogatepass")).hexdigest()[:6]
        if candidate not in taken:
            return candidate
        count += 1


def bare(paragraph: Paragraph) -> Paragraph:
    """A paragraph without what `Draft.resolution` derives from the order: its label and its number.

    Links are left out too, since references are linked when a draft is exported, and bold, which drafts do without.

    The number of a report's or an amendment's paragraph and the mark before a heading are its own and stay. In an
    annex it is known only whether a paragraph is counted, of an operative one whether it stands `UNNUMBERED`.
    """
    number = paragraph.number
    if paragraph.kind in _OWN:
        number = number if paragraph.kind is Kind.HEADING or not paragraph.level else None
    elif paragraph.level or paragraph.closing:
        number = None
    elif paragraph.kind is Kind.ANNEX:
        number = None if number is None else "1."
    elif paragraph.kind is not Kind.OPERATIVE or number != UNNUMBERED:
        number = None
    if (paragraph.label, paragraph.number, paragraph.bold, paragraph.links) == ("", number, (), ()):
        return paragraph
    return replace(paragraph, label="", number=number, bold=(), links=())


def draft_of(resolution: Resolution, *, origin: bool = False) -> Draft:
    """A draft with the paragraphs of a resolution, each with an id of its own.

    With `origin` every paragraph remembers the text it was taken from.
    """
    symbol = str(resolution.masthead.symbol) if resolution.masthead.symbol else ""
    taken: set[str] = set()
    entries = []
    for paragraph in uncounted(resolution.paragraphs):
        identity = fresh_id(taken, paragraph.text)
        taken.add(identity)
        came = Origin.of(symbol, paragraph.label, paragraph.text) if origin and symbol else None
        entries.append(Entry(id=identity, content=bare(paragraph), origin=came))
    return Draft(
        masthead=replace(resolution.masthead, ballot=None, subjects=()),
        title=resolution.title,
        title_notes=resolution.title_notes,
        enacting=resolution.enacting,
        entries=tuple(entries),
        footnotes=tuple(replace(note, links=()) if note.links else note for note in resolution.footnotes),
    )

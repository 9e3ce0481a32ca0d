"""What an index of earlier texts answers, whatever engine stands behind it.

The embedded engine (`precedent.index.embedded`) keeps everything in one file of one machine. A shared one has
to answer the same questions with the same values.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import Protocol

from precedent.resolution import Ballot, Kind, Resolution
from precedent.session import Organ
from precedent.symbol import is_draft
from precedent.wording import day_words


class Vote(Enum):
    """How a text was adopted."""

    WITHOUT = "without"
    RECORDED = "recorded"


@dataclass(frozen=True, slots=True)
class Beside:
    """The text for which language is looked for."""

    title: str = ""
    organ: Organ | None = None


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for, and where."""

    text: str = ""
    """A paragraph, a half-remembered scrap or a few words; empty: every passage that the filters let through.

    Words in quotation marks have to stand there as they are, a word with a minus sign before it must not, and
    "organ:GA" and the like are filters (`precedent.index.operators`)."""
    limit: int = 10
    organs: tuple[Organ, ...] = ()
    """Empty: every organ."""
    since: dt.date | None = None
    """First day of adoption."""
    until: dt.date | None = None
    """Last day of adoption."""
    part: Kind | None = None
    opening: str | None = None
    """Words that the passage opens with; "Recalling" finds "Recalling also" too."""
    symbol: str | None = None
    """One document only."""
    committee: str | None = None
    """By number or name: "2", "C.2", "Second", "plenary" for texts that no committee recommended."""
    sessions: tuple[tuple[str, str], ...] = ()
    """First and last of each range, as symbols have them: ("75", "78"), ("2024", "2024"), ("S-10", "S-10")."""
    series: str | None = None
    """Words of a title, or the symbol of any edition: texts of that title."""
    vote: Vote | None = None
    against: str | None = None
    """A State that voted against."""
    abstaining: str | None = None
    sponsor: str | None = None
    plain: bool = False
    """Whether the text is words only: quotation marks, minus signs and filters mean nothing."""
    grouped: bool = False
    """Whether of wordings that differ only in dates, sessions, symbols and figures the best one is told alone, the
    others as its variants."""
    beside: Beside | None = None
    """What is drafted: its own series and organ come first among equals."""


@dataclass(frozen=True, slots=True)
class Place:
    """One paragraph of one earlier text."""

    symbol: str
    label: str


@dataclass(frozen=True, slots=True)
class Part:
    """One part of what a passage is worth to a query."""

    name: str
    """ "words", "age", "superseded", "series", "organ", "without a vote", "opening"."""
    points: float
    """Of a hundred; below nought it counts against the passage."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """A wording that differs from a match in dates, sessions, symbols and figures only, at its newest place."""

    symbol: str
    label: str
    adopted: dt.date | None
    text: str
    also: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """One wording that was found, at the newest place that has it."""

    symbol: str
    label: str
    title: str
    """Of a text without one what catalogues call it, where that is known."""
    adopted: dt.date | None
    vote: str | None
    """ "without a vote", "150-3-20"; None where it is not known."""
    text: str
    """Words of the paragraph with its sub-paragraphs, without numbers and footnote marks."""
    score: float
    """Likeness of the words to the query, 0 to 1; matches are in order of likeness and recency together."""
    also: tuple[Place, ...] = ()
    """Other places with the same wording, newest first."""
    variants: tuple[Variant, ...] = ()
    """Other wordings of the same pattern, newest first."""
    parts: tuple[Part, ...] = ()
    """What it is ranked by, added up."""
    opening: str = ""
    organ: Organ | None = None

    @property
    def day(self) -> str:
        """When it was adopted: "14 December 2022"; "not adopted" for a draft, "" where it is not known."""
        if self.adopted:
            return day_words(self.adopted)
        return "not adopted" if is_draft(self.symbol) else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What stands behind an earlier text, without the text."""

    symbol: str
    organ: Organ | None
    session: str
    """As the symbol has it: "77", "S-10", "2025"."""
    number: str
    title: str
    adopted: dt.date | None
    vote: str | None
    draft_symbol: str | None
    agenda_item: str | None
    committee: str | None = None
    """Which committee recommended it; None for none."""
    meeting: str | None = None
    report: str | None = None
    """The bracket line, or the document that it names."""
    sponsors: tuple[str, ...] = ()
    ballot: Ballot | None = None
    """How each State voted, where it was recorded."""
    subjects: tuple[str, ...] = ()
    about: str = ""
    """What catalogues call a text that has no title, as far as metadata files were added."""

    @property
    def called(self) -> str:
        """Its title, else what catalogues call it; empty where neither is known."""
        return self.title or self.about


@dataclass(frozen=True, slots=True)
class Outline:
    """What tells of which series a text is, without the text."""

    symbol: str
    wordings: frozenset[int]
    """Fingerprints of its preambular and operative passages: equal for identical wording."""
    recalls: frozenset[str]
    """Symbols of the texts in the index that its preamble cites."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How much an index holds."""

    documents: int
    passages: int


@dataclass(frozen=True, slots=True)
class Failure:
    """A file, or a member of an archive, that was not added, and why."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Postponed(Failure):
    """A document that was not even asked for, because its host had stopped answering; the same again goes on there."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file, folder or archive to take in, and the name under which it is known to the one who named it."""

    path: Path
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What one call of `add` did."""

    added: int = 0
    replaced: int = 0
    unchanged: int = 0
    """Documents that the index already held, or held in a newer issue."""
    paragraphs: int = 0
    """Passages that can be found now and could not before."""
    failed: tuple[Failure, ...] = ()
    other_languages: int = 0
    """Documents kept in a language other than English: they are not searched."""
    records: int = 0
    """Adoptions (vote, sponsors, draft) learnt from metadata."""
    passed_over: int = 0
    """Files of folders and archives that go with a collection and are no texts: a README, a licence, a picture."""


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """What was saved when an index was made anew."""

    documents: int
    passages: int
    failed: tuple[Failure, ...] = ()
    """What could not be read."""
    aside: Path | None = None
    """Where the old file is, if anything could not be read."""
    concordance: bool = True
    """Whether searches are fast: False where the library for it is missing or the disk is full."""


@dataclass(frozen=True, slots=True)
class State:
    """What lies in the folder of an index."""

    path: Path
    counts: Counts
    size: int
    """Bytes on the disk."""
    behind: int
    """Wordings that are compared one by one at each search, because the concordance does not hold them."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an `add` has come."""

    done: int
    """Files that were looked at."""
    name: str
    """The last of them."""
    so_far: Added = field(default_factory=Added)
    """Totals of what is safe in the index."""
    share: float | None = None
    """How much of all there is to add is behind, 0 to 1; None where it is not known."""


class PrecedentIndex(Protocol):
    """Earlier texts, to be searched and read. Safe to use from several threads."""

    def add(
        self, sources: Iterable[Path | Source | Failure], progress: Callable[[Progress], None] | None = None
    ) -> Added:
        """Take files, folders and archives in; what fails, or has failed before, is reported and the rest goes on.

        `progress` is called after each file, and some times a second while one is read.

        An exception (KeyboardInterrupt, one that `progress` raises) leaves what is done in the index.

        Raises:
            IndexUnavailableError: where the index cannot be written.
        """

    def take(self, text: Resolution) -> Added:
        """Take in a text that lies in no file; one without a symbol is a failure.

        Raises:
            IndexUnavailableError: where the index cannot be written.
        """

    def search(self, query: Query) -> list[Match]:
        """Best matches first; text of any form is a valid query.

        Raises:
            SearchCancelledError: after `interrupt`.
            IndexUnavailableError: where the index cannot be read.
        """

    def unmet(self, query: Query) -> tuple[str, ...]:
        """The filters of a query that no text in the index meets, as one would write them: "committee:Tenth"."""

    def interrupt(self) -> None:
        """Cancel the searches in flight, from any thread."""

    def document(self, symbol: str) -> Resolution | None:
        """The whole text of a symbol, with what is known of its adoption."""

    def card(self, symbol: str) -> Card | None:
        """What stands behind a symbol."""

    def cards(self, organ: Organ | None = None, title: str | None = None) -> list[Card]:
        """Every document, oldest first; `title` is compared without regard to case and punctuation."""

    def outlines(self) -> list[Outline]:
        """What tells the series of every document, in no order."""

    def stamp(self) -> tuple[int, ...]:
        """Numbers that change when documents do: what was worked out from all of them then has to be anew."""

    def count(self) -> Counts:
        """How much there is to search."""

    def citing(self, symbol: str) -> list[Place]:
        """Paragraphs and footnotes that cite a document, newest first."""

    def mentions(self, phrase: str, organ: Organ | None = None, limit: int = 50) -> list[Match]:
        """Passages that have exactly these running words, newest first."""

    def close(self) -> None:
        """Let the files go."""

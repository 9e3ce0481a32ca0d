"""What stands on a page: blocks, the runs in them, the notes they call and the lists they count.

Values only. `layout` makes them, `redline` marks what changed in them, the writers read them.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from precedent.headings import Style


class Role(StrEnum):
    """What a block is on the page."""

    SESSION = "session"
    COMMITTEE = "committee"
    AGENDA_ITEM = "agenda item"
    AGENDA_TITLE = "agenda title"
    SPONSORS = "sponsors"
    ORIGIN = "origin"
    """ "Resolution adopted by the General Assembly on …"."""
    BRACKET = "bracket"
    """What it was adopted on: "[on the report of the Second Committee (A/79/434, para. 21)]"."""
    TITLE = "title"
    ENACTING = "enacting words"
    PREAMBULAR = "preambular"
    OPERATIVE = "operative"
    ANNEX = "annex"
    """A paragraph of an annex; with a number, that stands at the margin of the text."""
    INSTRUCTION = "instruction"
    """One of several that an amendment gives: its number stands at the margin of the text, its lines beside it."""
    ITEM = "sub-paragraph"
    CLOSING = "closing"
    HEADING = "heading"
    SECTION = "section"
    """The name of a part: "Annex II", "A"."""
    TABLE = "table"
    """A row of a table; its cells are the runs between those that are bars."""
    PLAIN = "plain"
    ADOPTION = "adoption"
    """The meeting and the date, at the right."""
    NOTE = "uncalled note"
    RULE = "rule"
    """The short line that ends a draft."""


class Mark(StrEnum):
    """What a redline says of a run, or of a whole block."""

    INSERTED = "inserted"
    DELETED = "deleted"
    MOVED_HERE = "moved here"
    MOVED_AWAY = "moved away"
    WITHDRAWN = "withdrawn"
    """Put in by somebody before us and taken out since: it stands in neither text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """The place where a footnote is called: its place in `Layout.notes` and the mark that is printed."""

    note: int
    mark: str
    repeated: bool = False
    """Whether the note was called before; the mark then refers back to the first call."""


@dataclass(frozen=True, slots=True)
class Comment:
    """Words beside the page about a place: a paragraph or a note by its label, and the characters [start, end)."""

    label: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where the words that a comment is about begin or end: its place in `Layout.comments`."""

    comment: int
    begins: bool


@dataclass(frozen=True, slots=True)
class Signature:
    """Who made a change before us, and when by their clock."""

    author: str
    date: dt.datetime | None = None
    moved: bool = False
    """Whether it was to put the words elsewhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Characters that look alike; or one call of a footnote or one end of a comment (then `text` is empty)."""

    text: str = ""
    italic: bool = False
    roman: bool = False
    """Of ordinary weight in a line that is bold."""
    raised: bool = False
    bar: bool = False
    """Whether it parts two cells of a row."""
    link: str = ""
    call: Call | None = None
    anchor: Anchor | None = None
    mark: Mark | None = None
    was_italic: bool | None = None
    """In a redline, whether words that stand were slanted in the base, where that changed."""
    by: Signature | None = None
    """Who put these words in or took them out before us; their mark, if they have one, is theirs."""
    gone_by: Signature | None = None
    """Who withdrew what is withdrawn, if not we."""

    @property
    def parts_calls(self) -> bool:
        """Whether it is the comma between two marks of notes, which is no character of the paragraph."""
        return self.roman and self.text.strip() == ","


@dataclass(frozen=True, slots=True)
class Item:
    """A number that Word counts: which of `Layout.lists`, at which level, and the value it comes to."""

    list: int
    level: int
    value: int


@dataclass(frozen=True, slots=True)
class List:
    """One sequence of numbers and letters: of what its first level numbers, and the first value of each level."""

    role: Role
    starts: tuple[int, ...]
    style: Style | None = None
    """Of headings: A, B, C or I, II, III or 1, 2, 3, at the first level."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One paragraph of the page. `number` is the mark as printed, `item` how Word comes to it."""

    role: Role
    runs: tuple[Run, ...] = ()
    level: int = 0
    number: str | None = None
    item: Item | None = None
    label: str = ""
    typed: bool = False
    """Whether a number that Word does not count is among the runs already."""
    mark: Mark | None = None
    """In a redline: the paragraph as such is new, gone or moved."""
    by: Signature | None = None
    """Whose mark that is, if it is not ours."""
    gone_by: Signature | None = None
    """As `Run.gone_by`."""
    move: int = 0
    """The number that the two places of a moved paragraph share."""
    was: Block | None = None
    """In a redline: how the paragraph was set in the base, where that changed."""

    @property
    def text(self) -> str:
        """Its words, without number and footnote marks."""
        return "".join(run.text for run in self.runs)

    @property
    def changed(self) -> bool:
        """In a redline: whether anything in it is marked."""
        return self.mark is not None or any(run.mark for run in self.runs)

    @property
    def cells(self) -> tuple[tuple[Run, ...], ...]:
        """Its runs, from bar to bar."""
        bars = [place for place, run in enumerate(self.runs) if run.bar]
        edges = pairwise([-1, *bars, len(self.runs)])
        return tuple(self.runs[before + 1 : after] for before, after in edges)


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A note at the foot of the page; `counted` where Word's own count comes to `mark`."""

    mark: str
    counted: bool
    runs: tuple[Run, ...] = ()
    label: str = ""
    gone: bool = False
    """Whether nothing calls it any more, and it is kept for what others had put into it until a redline takes it up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The table above everything: whose document it is, its symbol, and how it is distributed."""

    symbol: str
    organ: str
    distribution: tuple[str, ...] = ()
    """The lines of the block at the right; an empty one is a blank line."""


class Paper(StrEnum):
    """What a document is printed on: Letter in New York, A4 in Geneva."""

    LETTER = "Letter"
    A4 = "A4"


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """A whole document."""

    head: Head
    paper: Paper = Paper.LETTER
    adopted: bool = False
    title: str = ""
    running_title: str = ""
    """Short title over the pages of an adopted text; empty for a draft."""
    blocks: tuple[Block, ...] = ()
    notes: tuple[Note, ...] = ()
    """In the order of their first calls; those that nothing calls are blocks of the role NOTE."""
    lists: tuple[List, ...] = ()
    comments: tuple[Comment, ...] = ()
    was_head: Head | None = None
    """In a redline: the table above the base."""
    was_running_title: str | None = None
    """In a redline: the short title over the pages of the base."""

    @property
    def marked(self) -> bool:
        """Whether this is a redline."""
        return self.was_head is not None


def lead_of(block: Block) -> str:
    """What is printed before the words of a block because Word does not count it."""
    if not block.number or block.item is not None or block.typed:
        return ""
    lead = "\t" if block.role in (Role.TITLE, Role.NOTE) else ""
    return f"{lead}{block.number}\t"

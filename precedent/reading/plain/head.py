"""What stands above the enacting words: masthead, sponsors, title."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from precedent.reading.openings import part_of
from precedent.reading.plain.marks import bare, ending, read_marks
from precedent.reading.plain.pieces import ENACTING, INSTRUCTION, ITEM, SUB, Form, Piece, joined
from precedent.reading.plain.statements import NUMBERED, Statements, is_statement, officer_lines, words_of
from precedent.resolution import DocumentKind, Masthead
from precedent.session import Organ
from precedent.symbol import Symbol

_ROMAN = re.compile(r"[IVX]{1,5}\. \S.*")
_LONGEST_STATEMENT = 24
"""Lines: of a draft that half of all States submit."""
_LONGEST_TITLE = 60
"""Words; longer ones are prose."""


@dataclass(slots=True)
class Head:
    """The masthead as far as it was read."""

    masthead: Masthead = field(default_factory=Masthead)
    title: str = ""
    part: str = ""
    """Letter of the first part, where a text has parts."""
    own: list[str] = field(default_factory=list)
    """Lines of a report's first page that are no masthead: who the rapporteur is."""
    unread: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    """Calls of notes where the anatomy has no place for them, said in words."""
    taken: int = 0
    """How many pieces belong to it (notes among them are left)."""


@dataclass(slots=True)
class _Blocks:
    """Lines that are no statement, in blocks, and where they stand among the statements."""

    texts: list[str] = field(default_factory=list)
    agenda: int | None = None
    """How many blocks stand above the agenda item."""
    below: int = 0
    """How many stand above the last statement that is printed below the title of the agenda item."""


def read_head(pieces: Sequence[Piece]) -> Head:
    """The masthead and title of a text; where nothing shows its end, only what is known as masthead is taken."""
    end = next((place for place in range(len(pieces)) if _is_body(pieces, place)), None)
    known, blocks, head = Statements(), _Blocks(), Head(taken=end or 0)
    for place, piece in enumerate(pieces[:end]):
        if piece.form is not Form.TEXT:
            continue
        before = len(known.values)
        groups = list(_groups(piece, known, blocks))
        if end is None and len(known.values) == before:
            break
        head.taken = max(head.taken, place + 1)
        for group in groups:
            marked = read_marks(joined(group))
            blocks.texts.append(marked.text)
            head.lost += [f"Note {call.marker} is called in “{marked.text}”." for call in marked.notes]
            head.lost += [f"The address of a link is not kept: {address}" for address in marked.lost]
    _name(head, known, blocks)
    return head


def _groups(piece: Piece, known: Statements, blocks: _Blocks) -> Iterator[list[str]]:
    """Takes the statements out of a piece; lines between them that say nothing known are a block each."""
    group: list[str] = []
    found = 0
    place = 0
    while place < len(piece.lines):
        line = piece.lines[place]
        wide = min(len(piece.lines) - place, _LONGEST_STATEMENT)
        wide = officer_lines(piece.lines[place : place + wide]) or wide
        taken = next(
            (n for n in range(wide, 0, -1) if known.read_block(joined(piece.lines[place : place + n]))), 0
        )
        single = not taken and known.read_line(words_of(line))
        if group and (taken or single or NUMBERED.fullmatch(words_of(line))):
            yield group
            group = []
            found += 1
        if taken:
            blocks.below = len(blocks.texts) + found
        elif not single:
            group.append(line)
        elif blocks.agenda is None and "agenda_item" in known.values:
            blocks.agenda = len(blocks.texts) + found
        place += taken or 1
    if group:
        yield group


def _name(head: Head, known: Statements, blocks: _Blocks) -> None:
    """Tells the titles apart: of the agenda item, of the text; the rest is unread."""
    texts = blocks.texts
    report = known.values.get("kind") is DocumentKind.REPORT
    if report:
        texts, head.own = texts[: blocks.below], texts[blocks.below :]
    elif len(texts) > 1 and re.fullmatch(r"[A-Z]", texts[-1]):
        head.part = texts.pop()
    below = len(texts) > blocks.below and not report and not ending(texts[-1])
    if texts and (below or NUMBERED.fullmatch(texts[-1])):
        head.title = texts.pop()
    if (
        blocks.agenda is not None
        and len(texts) > blocks.agenda
        and known.keep("agenda_title", joined(texts[blocks.agenda :]))
    ):
        texts = texts[: blocks.agenda]
    head.unread = texts
    _number(head, known)
    head.masthead = Masthead(**known.values)  # type: ignore[arg-type]


def _number(head: Head, known: Statements) -> None:
    """The number before the title is the symbol's; where it is not, it stays in the title."""
    found = NUMBERED.fullmatch(head.title)
    if not found:
        return
    known.values.setdefault("kind", DocumentKind.RESOLUTION)
    organ, symbol = known.values.get("organ"), known.values.get("symbol")
    if symbol is None and isinstance(organ, Organ):
        try:
            symbol = known.values["symbol"] = Symbol.cited(found["number"], organ)
        except ValueError:
            return
    if isinstance(symbol, Symbol) and symbol.citation == found["number"]:
        head.title = found["title"]


def _is_body(pieces: Sequence[Piece], place: int) -> bool:
    """Whether the text proper begins here: enacting words, a number, an opening, prose."""
    piece = pieces[place]
    if piece.form is not Form.TEXT:
        return False
    words = bare(piece.source)
    if enacts(words, lambda: next_text(pieces, place)) or SUB.fullmatch(piece.source):
        return True
    if INSTRUCTION.match(words):
        return True
    if ITEM.fullmatch(piece.source) or (_ROMAN.fullmatch(words) and not ending(words)):
        return not NUMBERED.fullmatch(words)
    if Statements().read_block(piece.source) or any(map(is_statement, piece.lines)):
        return False
    count, closed = len(words.split()), ending(piece.source)
    prose = count > _LONGEST_TITLE or (closed in (";", ".", ",") and count > 12)
    return prose or bool(closed and part_of(words))


def enacts(words: str, following: Callable[[], Piece | None]) -> bool:
    """Whether a piece is enacting words; those of an organ that is not known need a preamble after them."""
    if not ENACTING.fullmatch(words):
        return False
    if any(words.rstrip(" ,") == organ.enacting.rstrip(",") for organ in Organ):
        return words.endswith(",") or following() is not None
    after = following()
    return after is not None and part_of(bare(after.source)) is not None


def next_text(pieces: Sequence[Piece], place: int) -> Piece | None:
    """The next piece that is no note and no page furniture."""
    later = range(place + 1, len(pieces))
    return next((pieces[i] for i in later if pieces[i].form is Form.TEXT), None)

"""A plain text as pieces: paragraphs and the parts of them that pages cut apart, notes, page furniture.

Blank lines part pieces, and so does a line that can only be the beginning of something: a number, a letter in
parentheses, an opening after closed punctuation. Whether two pieces are one paragraph is decided in `body`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import Enum

from precedent.reading.openings import certain_part_of
from precedent.reading.plain.letters import opened
from precedent.reading.plain.lines import Layout
from precedent.reading.plain.marks import SUPERSCRIPTS, bare, ending, number_of
from precedent.reading.plain.pages import furniture
from precedent.reading.plain.raising import numbered, raised
from precedent.resolution import Kind
from precedent.wording import plain

ITEM = re.compile(r"(?P<stars>[*_]{0,3})(?P<mark>\d{1,3}\.)(?:\s+(?=\S)|(?=[*_A-Z“]))(?P<rest>.*)", re.DOTALL)
SUB = re.compile(
    r"(?P<stars>[*_]{0,3})(?P<mark>\([a-z]{1,4}\)|\(\d{1,2}\)|[a-z]\.|[a-z]{1,4}\)|[•▪◦‣–—-])\s+(?P<rest>\S.*)",
    re.DOTALL,
)
ENACTING = re.compile(
    r"The (?:General Assembly|Economic and Social Council|Human Rights Council|Security Council)(?: ?,)?"
    r"|The [A-Z][\w’' ()-]{3,80},"
)
INSTRUCTION = re.compile(
    r"(?:Delete|Replace|In|After|Before) "
    r"(?:(?:the chapeau of )?operative paragraphs? \d|the \S+(?:,? \S+ and \S+)? preambular paragraphs?\b"
    r"|the operative paragraph\b|the title\b|the heading “|footnote \d|“.*” with “)"
)
"""How an amendment begins to tell what is to be done to a draft."""
_BRINGS = ("with the following text:", "preambular paragraph reading:", "the following operative paragraph:")
MEETING = re.compile(r"\d{1,4}(?:st|nd|rd|th)(?: \(resumed\))?(?: plenary)? meeting", re.IGNORECASE)
ANNEX = re.compile(r"Annex(?: (?:[IVXLC]{1,6}|[A-Z]|\d{1,2}))?|ANNEX(?: [IVXLC]{1,6})?")
_NOTE = re.compile(rf"(?P<digits>[{SUPERSCRIPTS}]+)\s*(?P<rest>\S.*)")
_STAR_NOTE = re.compile(r"(?P<stars>\\?\*(?:\\?\*){0,2})\s+(?P<rest>\S[^*]*)")
_BRACKET_NOTE = re.compile(r"\[(?P<digits>\d{1,3})\]\s+(?P<rest>\S.*)")
_RULE = re.compile(r"[\s*_=.|:–—-]{3,}")
_UNDER_WAY = re.compile(
    r"\b(?:vol|vols|Nos?|chap|chaps|sect|sects|paras?|arts?|pp?|eds?|Add|Corr|Rev|Suppl)\.$"
)
_SUSPENDED = re.compile(r"(?:and|or|to) ")
"""After a hyphen that stands for the rest of a word: burden- and responsibility-sharing."""
_RANGE = re.compile(r"\d–$")
_ALONE = re.compile(r"\d{1,3}\.")
_TABLE = re.compile(r"[^|]*\|[^|]*\|.*")
_GLUED = re.compile(r"(?<=[^\s*])(?=\*\*(?:Resolution|Decision) adopted)")
_BREAKS = re.compile("\n|\f|\x85|\u2028|\u2029")


class Form(Enum):
    """What a piece is."""

    TEXT = "text"
    NOTE = "a note at the foot of a page"
    FURNITURE = "printed on every page"


@dataclass(frozen=True, slots=True)
class Piece:
    """Some lines that belong together, marks and all."""

    form: Form
    lines: tuple[str, ...]
    mark: str = ""
    """Marker of a note: "3" or "*"."""
    cut: bool = False
    """Whether the foot of a page stands between this piece and the text before it."""
    table: bool = False
    """Whether it is a row of a table, its cells parted by strokes."""

    @property
    def source(self) -> str:
        """The lines as one; a word that is broken at a hyphen is whole again."""
        return joined(self.lines)


def joined(parts: Iterable[str]) -> str:
    """Lines or cut parts of a paragraph as one text: at a hyphen or within 2015–2024 without a space, else with one."""
    found: list[str] = []
    for part in parts:
        if (
            found
            and not (breaks_word(found[-1]) and not _SUSPENDED.match(part))
            and not _runs_on(found[-1], part)
        ):
            found.append(" ")
        found.append(part.lstrip())
    return "".join(found)


def _runs_on(before: str, after: str) -> bool:
    """Whether a line ends within a range of years or numbers."""
    return bool(_RANGE.search(before.rstrip()[-2:]) and after[:1].isdigit())


def breaks_word(part: str) -> bool:
    """Whether a line ends at the hyphen of a word that goes on."""
    end = part.rstrip()[-2:]
    return len(end) == 2 and end[1] == "-" and end[0].isalnum()


def bracketed(pieces: Iterable[Piece]) -> bool:
    """Whether the notes of a text are called as `[1]`."""
    return any(piece.form is Form.NOTE and piece.lines[0].startswith("[") for piece in pieces)


def cut_up(text: str) -> tuple[list[Piece], tuple[str, ...]]:
    """The pieces of a text in order, and the lines of the letter that it came in; every word is in one of them."""
    letter = opened([plain(line) for line in _BREAKS.split(text)])
    lines = _numbered_lines(letter.lines)
    lines = raised(numbered(lines))
    squared = {
        m[1]
        for line in lines
        if not _BRACKET_NOTE.fullmatch(line)
        for m in re.finditer(r"\S\s?\[(\d+)\]", line)
    }
    pieces: list[Piece] = []
    cut = False
    for piece in _grouped(lines, squared):
        cut = cut or piece.form is not Form.TEXT
        if piece.form is Form.TEXT:
            pieces.append(replace(piece, cut=cut and bool(pieces)))
            cut = False
        else:
            pieces.append(piece)
    return pieces, letter.left


def _numbered_lines(lines: list[str]) -> list[str]:
    """Numbers that stand alone, as some programs copy those that hang beside their paragraphs, with the next words."""
    found: list[str] = []
    last, waiting = 0, ""
    for line in lines:
        if _ALONE.fullmatch(line) and int(line[:-1]) == last + 1:
            found += [waiting] if waiting else []
            last, waiting = last + 1, line
            found.append("")
        elif waiting and line:
            found.append(f"{waiting} {line}")
            waiting = ""
        else:
            found.append(line)
    return [*found, waiting] if waiting else found


def _grouped(lines: list[str], squared: set[str]) -> Iterator[Piece]:
    held: list[str] = []
    mark = ""
    last = 0
    layout, printed = Layout.of(lines), furniture(lines)

    def flush() -> Iterator[Piece]:
        if held:
            yield Piece(Form.NOTE if mark else Form.TEXT, tuple(held), mark)
        held.clear()

    for place, line in ((place, part) for place, whole in enumerate(lines) for part in _parted(whole)):
        if not line or _RULE.fullmatch(line):
            yield from flush()
            mark = ""
        elif place in printed:
            yield from flush()
            mark = ""
            yield Piece(Form.FURNITURE, (line,))
        elif found := _note(line, squared):
            yield from flush()
            mark = found[0]
            held.append(line)
        elif _TABLE.fullmatch(line):
            yield from flush()
            mark = ""
            yield Piece(Form.TEXT, (line,), table=True)
        else:
            if held and (
                _note_ends(held[-1], line, layout) if mark else begins(line, held[-1], last, layout)
            ):
                yield from flush()
                mark = ""
            held.append(line)
            item = ITEM.fullmatch(line)
            last = int(item["mark"][:-1]) if item else last
    yield from flush()


def _note_ends(before: str, line: str, layout: Layout) -> bool:
    """Whether a note is over with the line before, and this one belongs to the text."""
    if ending(before) != "." or _UNDER_WAY.search(before):
        return False
    return layout.deliberate(before, line) if layout.exact else not layout.is_full(before)


def begins(line: str, before: str, last: int, layout: Layout) -> bool:
    """Whether a line begins a paragraph although no blank line stands before it.

    Args:
        line: the line.
        before: the one above it.
        last: the last number that stood before a paragraph.
        layout: how the lines of this text are broken.
    """
    words, closed = bare(line), ending(before)
    starts = (
        layout.each
        or (INSTRUCTION.match(words) and closed != ",")
        or before.endswith(_BRINGS)
        or ENACTING.fullmatch(words)
        or ENACTING.fullmatch(bare(before))
        or ANNEX.fullmatch(words)
    )
    if starts or (line.startswith("**") and not before.startswith("**")):
        return True
    if item := ITEM.fullmatch(line):
        return bool(closed) or int(item["mark"][:-1]) == last + 1
    if SUB.fullmatch(line) or MEETING.fullmatch(words):
        return bool(closed) or before.endswith((" and", " or"))
    if not layout.broken and closed:
        return not words[:1].islower()
    if layout.deliberate(before, line) and (layout.exact or not words[:1].islower()):
        return True
    part = certain_part_of(words) if closed else None
    return (part is Kind.PREAMBULAR and closed in ",;.:") or (part is Kind.OPERATIVE and closed in ";.")


def note_text(piece: Piece) -> str:
    """What a note says, without its marker."""
    first = piece.lines[0]
    found = _NOTE.fullmatch(first) or _BRACKET_NOTE.fullmatch(first) or _STAR_NOTE.fullmatch(first)
    return joined([found["rest"] if found else first, *piece.lines[1:]])


def _note(line: str, squared: set[str]) -> tuple[str, str] | None:
    if found := _NOTE.fullmatch(line):
        return number_of(found["digits"]), found["rest"]
    if (found := _BRACKET_NOTE.fullmatch(line)) and found["digits"] in squared:
        return found["digits"], found["rest"]
    if found := _STAR_NOTE.fullmatch(line):
        return found["stars"].replace("\\", ""), found["rest"]
    return None


def _parted(line: str) -> list[str]:
    """A line that two blocks were run together in, as its parts with a blank line between."""
    place = _GLUED.search(line)
    return [line[: place.start()], "", line[place.start() :]] if place else [line]

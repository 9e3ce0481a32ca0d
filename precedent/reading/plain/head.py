"""What stands above the enacting words: masthead, sponsors, title."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from precedent.reading.akn.sponsors import sponsors
from precedent.reading.plain.marks import bare, ending, read_marks
from precedent.reading.plain.pieces import ENACTING, ITEM, SUB, Form, Piece, joined
from precedent.reading.openings import part_of
from precedent.resolution import DocumentKind, Masthead, NoteCall
from precedent.session import ORDINAL, Organ
from precedent.symbol import Symbol

_DAY = r"\d{1,2} [A-Z][a-z]+ \d{4}"
_SESSION = re.compile(rf"(?:{ORDINAL}|\d{{4}}) (?:(?:emergency )?special |regular )?session", re.IGNORECASE)
_COMMITTEE = re.compile(
    r"(?:First|Second|Third|Fourth|Fifth|Sixth) Committee|Special Political and Decolonization Committee"
    r"(?: \(Fourth Committee\))?",
    re.IGNORECASE,
)
_AGENDA = re.compile(
    r"(?:Agenda )?items? (?P<item>\d{1,3}(?: ?\([a-z]\))*)(?: of the provisional agenda)?\**", re.IGNORECASE
)
_ADOPTED = re.compile(
    rf"Resolution adopted by the (?P<organ>[\w ]+?) on (?P<day>{_DAY})"
    rf"|Adopted by the Security Council at its (?P<meeting>\d+\w\w meeting), on (?P<date>{_DAY})",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"\[(?P<report>(?:on|without|by) .*)\]")
_SPONSORS = re.compile(
    r"(?P<states>[^:]{2,4000}?)(?P<early>\**) ?:(?P<stars>\**(?: ?, ?\*\*)?) ?"
    r"(?P<what>(?:revised )?draft (?:resolution|decision)|amendments? to (?:revised )?draft (?:resolution|decision).*)",
    re.IGNORECASE,
)
_BUREAU = re.compile(
    r"(?:Revised )?draft (?:resolution|decision) (?:submitted|proposed) by .*", re.IGNORECASE
)
_NUMBERED = re.compile(r"(?P<number>(?:ES-|S-)?\d{1,4}/\d{1,4}(?: ?[A-Z])?)\.? (?P<title>\S.*)")
_REPORT = re.compile(r"Report of the (?P<committee>.*Committee.*)", re.IGNORECASE)
_ROMAN = re.compile(r"[IVX]{1,5}\. \S.*")
_LONGEST_STATEMENT = 6
"""Lines."""
_LONGEST_TITLE = 60
"""Words; longer ones are prose."""


@dataclass(slots=True)
class Head:
    """The masthead as far as it was read; `rest` counts the pieces that it took."""

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


@dataclass(slots=True)
class _Lines:
    """Values by the name of their field; a line that says again what is known already is not taken."""

    values: dict[str, object] = field(default_factory=dict)
    number: str = ""

    def keep(self, key: str, value: object) -> bool:
        if value is None or value == "" or key in self.values:
            return False
        self.values[key] = value
        return True

    def read_block(self, text: str) -> bool:
        """A block that is one statement, whatever lines it is printed on."""
        if found := _ADOPTED.fullmatch(text):
            day = date_of(found["day"] or found["date"])
            organ = Organ.named(found["organ"] or "Security Council")
            if day is None or organ is None or not self.keep("adopted", day):
                return False
            self.values["kind"] = DocumentKind.RESOLUTION
            self.values.setdefault("organ", organ)
            return not found["meeting"] or self.keep("meeting", found["meeting"])
        if found := _BRACKETS.fullmatch(text):
            return self.keep("report", found["report"])
        if found := _REPORT.fullmatch(text):
            self.values["kind"] = DocumentKind.REPORT
            return self.keep("committee", found["committee"])
        return self._sponsors(text)

    def _sponsors(self, text: str) -> bool:
        found = _SPONSORS.fullmatch(text)
        if not found and not _BUREAU.fullmatch(text):
            return False
        # Stars call the notes in which a sponsor says for whom it speaks.
        calls, line = [], ""
        for part in re.split(r"(\*+)", text.replace("* , **", "***")):
            if part.startswith("*"):
                marks = ["*", "**"] if part == "***" else [part]
                calls += [NoteCall(len(line), mark) for mark in marks]
            else:
                line += part
        if not self.keep("sponsor_line", line):
            return False
        self.values["sponsor_notes"] = tuple(calls)
        self.values["sponsors"] = sponsors(found["states"].replace("*", "")) if found else ()
        amends = "amendment" in line.lower()
        self.values.setdefault("kind", DocumentKind.AMENDMENT if amends else DocumentKind.DRAFT)
        return True

    def read_line(self, line: str) -> bool:
        """One line of the masthead."""
        text = line.strip()
        if found := re.fullmatch(r"United Nations(?: (\S+))?", text):
            return not found[1] or self.read_line(found[1])
        if found := re.fullmatch(r"Distr(?:\.|ibution)? ?:? ?(\w+)", text):
            return self.keep("distribution", found[1])
        if found := re.fullmatch(r"Original ?: ?(\w+(?:(?:, | and )\w+)*)", text):
            return self.keep("original_language", found[1])
        if re.fullmatch(_DAY, text):
            return "distribution" in self.values and self.keep("date", date_of(text))
        if _SESSION.fullmatch(text):
            return self.keep("session", text)
        if _COMMITTEE.fullmatch(text):
            return self.keep("committee", text)
        if found := _AGENDA.fullmatch(text):
            return self.keep("agenda_item", found["item"])
        organ = next((o for o in Organ if text.lower().startswith(o.value.lower())), None)
        if organ:
            rest = text[len(organ.value) :].strip()
            return self.keep("organ", organ) and (not rest or self.read_line(rest))
        return self._symbol(text)

    def _symbol(self, text: str) -> bool:
        if not re.fullmatch(r"[A-Z]+(?:\.\w+)?/\S+(?: \S{1,8})?", text):
            return False
        try:
            symbol = Symbol.parse(text)
        except ValueError:
            return False
        if symbol.kind == "resolution":
            self.values.setdefault("kind", DocumentKind.RESOLUTION)
        elif symbol.kind == "limited":
            self.values.setdefault("kind", DocumentKind.DRAFT)
        return self.keep("symbol", symbol)


def read_head(pieces: Sequence[Piece]) -> Head:
    """The masthead and title of a text, and how many of its pieces that took (notes among them are left)."""
    end = next((i for i, piece in enumerate(pieces) if _is_body(pieces, i)), len(pieces))
    reached = end < len(pieces)
    lines = _Lines()
    head = Head(taken=end if reached else 0)
    blocks: list[str] = []
    agenda: int | None = None
    barrier = 0
    for place in range(end):
        piece = pieces[place]
        if piece.form is not Form.TEXT:
            continue
        groups, known = _read_piece(piece, lines)
        if not reached and not known:
            # Nothing shows where the masthead ends, so only what is known as such belongs to it.
            break
        head.taken = max(head.taken, place + 1)
        for group in groups:
            if group is _ADOPTED:
                barrier = len(blocks)
            elif group is _AGENDA:
                agenda = len(blocks) if agenda is None else agenda
            elif isinstance(group, list):
                marked = read_marks(joined(group))
                blocks.append(marked.text)
                head.lost += [f"Note {call.marker} is called in “{marked.text}”." for call in marked.notes]
    _name(head, lines, blocks, agenda, barrier)
    return head


def _read_piece(piece: Piece, lines: _Lines) -> tuple[list[list[str] | re.Pattern[str]], bool]:
    """Lines that are not known, in groups, with the places of the agenda item and of what stands below its title.

    Also tells whether any line was known.
    """
    groups: list[list[str] | re.Pattern[str]] = []
    known = False
    place = 0
    while place < len(piece.lines):
        wide = min(len(piece.lines) - place, _LONGEST_STATEMENT)
        taken = next(
            (
                n
                for n in range(wide, 0, -1)
                if lines.read_block(_words(joined(piece.lines[place : place + n])))
            ),
            0,
        )
        line = piece.lines[place]
        before = "agenda_item" in lines.values
        if taken:
            groups.append(_ADOPTED)
        elif lines.read_line(_words(line)):
            taken = 1
            if not before and "agenda_item" in lines.values:
                groups.append(_AGENDA)
            elif groups and isinstance(groups[-1], list):
                groups.append([])
        elif groups and isinstance(groups[-1], list) and not _NUMBERED.fullmatch(_words(line)):
            groups[-1].append(line)
        else:
            groups.append([line])
        known = known or bool(taken)
        place += taken or 1
    return [group for group in groups if group], known


def _name(head: Head, lines: _Lines, blocks: list[str], agenda: int | None, barrier: int) -> None:
    """Tells the titles apart: of the agenda item, of the text; the rest is unread."""
    report = lines.values.get("kind") is DocumentKind.REPORT
    if report:
        head.own = blocks[barrier:]
        blocks = blocks[:barrier]
    elif blocks and re.fullmatch(r"[A-Z]", blocks[-1]) and len(blocks) > 1:
        head.part = blocks.pop()
    if blocks and not report and len(blocks) > barrier and not ending(blocks[-1]):
        head.title = blocks.pop()
    elif blocks and _NUMBERED.fullmatch(blocks[-1]):
        head.title = blocks.pop()
    if numbered := _NUMBERED.fullmatch(head.title):
        lines.number, head.title = numbered["number"], numbered["title"]
    if agenda is not None and len(blocks) > agenda:
        lines.keep("agenda_title", joined(blocks[agenda:]))
        blocks = blocks[:agenda]
    head.unread = blocks
    organ = lines.values.get("organ")
    if lines.number and isinstance(organ, Organ) and "symbol" not in lines.values:
        try:
            lines.values["symbol"] = Symbol.cited(lines.number, organ)
        except ValueError:
            head.unread.append(lines.number)
    elif lines.number and lines.number not in str(lines.values.get("symbol", "")):
        head.title = f"{lines.number}. {head.title}"
    if lines.number:
        lines.values.setdefault("kind", DocumentKind.RESOLUTION)
    head.masthead = Masthead(**lines.values)  # type: ignore[arg-type]


def _is_body(pieces: Sequence[Piece], place: int) -> bool:
    """Whether the text proper begins here: enacting words, a number, an opening, prose."""
    piece = pieces[place]
    if piece.form is not Form.TEXT:
        return False
    words = bare(piece.source)
    if enacts(words, lambda: next_text(pieces, place)):
        return True
    if ITEM.fullmatch(piece.source) and not _NUMBERED.fullmatch(words):
        return True
    if SUB.fullmatch(piece.source) or (_ROMAN.fullmatch(words) and not ending(words)):
        return True
    known = _BRACKETS.fullmatch(words) or _SPONSORS.fullmatch(words) or _BUREAU.fullmatch(words)
    if known or _ADOPTED.fullmatch(words) or any(map(_is_known, piece.lines)):
        return False
    closed = ending(piece.source)
    return (
        bool(closed and part_of(words))
        or len(words.split()) > _LONGEST_TITLE
        or (closed in (";", ".", ",") and len(words.split()) > 12)
    )


def _is_known(line: str) -> bool:
    """Whether a line can only be one of a masthead."""
    words = _words(line)
    known = (
        _SESSION.fullmatch(words) or _AGENDA.fullmatch(words) or re.match(r"Distr\.|Original: ?\w+$", words)
    )
    return bool(known or _COMMITTEE.fullmatch(words))


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
    return next((p for p in pieces[place + 1 :] if p.form is Form.TEXT), None)


def date_of(text: str) -> dt.date | None:
    """ "14 December 2022"; None for any other text."""
    try:
        return dt.datetime.strptime(text, "%d %B %Y").date()  # noqa: DTZ007 - a day has no time zone
    except ValueError:
        return None


def _words(text: str) -> str:
    """A line of the masthead without its marks; stars that call a note stay."""
    return read_marks(text).text.strip()

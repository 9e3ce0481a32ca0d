"""The statements of a masthead, each known by its form: session, agenda item, sponsors, adoption."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from precedent.names import STATES, listed, parted, spelled
from precedent.reading.plain.marks import read_marks
from precedent.resolution import DocumentKind, NoteCall
from precedent.session import ORDINAL, Organ
from precedent.symbol import Symbol

_DAY = r"\d{1,2} [A-Z][a-z]+ \d{4}"
_PROVISIONAL = r" of the (?:provisional|preliminary) (?:agenda|list)"
_NUMBER = r"\d{1,3}(?: ?\([a-z]\))*"
_NUMBERS = rf"{_NUMBER}(?:(?:, | and )(?:{_NUMBER}|\([a-z]\)))*"
_LINES = tuple(
    (re.compile(pattern, re.IGNORECASE), key)
    for pattern, key in (
        (r"Distr(?:\.|ibution)? ?:? ?(?P<value>\w+)", "distribution"),
        (r"Original ?: ?(?P<value>\w+(?:(?:, | and )\w+)*)", "original_language"),
        (rf"(?P<value>(?:{ORDINAL}|\d{{4}}) (?:(?:emergency )?special |regular )?session)", "session"),
        (r"(?P<value>(?:First|Second|Third|Fourth|Fifth|Sixth) Committee)", "committee"),
        (r"(?P<value>Special Political and Decolonization Committee(?: \(Fourth Committee\))?)", "committee"),
        (rf"(?:Agenda )?items? (?P<value>{_NUMBERS}(?:{_PROVISIONAL}\**)?)\**", "agenda_item"),
    )
)
ITEM = re.compile(rf"(?:Agenda )?items? (?P<value>\d[\w\s(),.]*?(?:{_PROVISIONAL})?)\**", re.IGNORECASE)
"""The line of the agenda; an item of an agenda that is not adopted yet says so."""
BLANK_ITEM = re.compile(r"Agenda items? _+", re.IGNORECASE)
"""Of a draft whose item is not known yet; it says nothing."""
_ADOPTED = re.compile(
    rf"Resolution adopted by the (?P<organ>{'|'.join(organ.value for organ in Organ)}) on (?P<day>{_DAY})"
    rf"|Adopted by the Security Council at its (?P<meeting>\d+\w\w meeting), on (?P<date>{_DAY})",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"\[(?P<report>(?:on|without|by) .*)\]")
_SPONSORS = re.compile(
    r"(?P<states>[^:]{2,4000}?)\** ?:\**(?: ?, ?\*\*)? ?"
    r"(?:(?:revised )?draft (?:resolution|decision)|amendments? to (?:revised )?draft (?:resolution|decision)"
    r"(?: .*[A-Z]/\S*\d)?)",
    re.IGNORECASE,
)
_BUREAU = re.compile(
    r"(?:Revised )?draft (?:resolution|decision)s?(?: (?:submitted|proposed) by .*)?", re.IGNORECASE
)
_GOES_ON = re.compile(r"(?:\b(?:of|the|on|by|and|for|in)|,)\s*$")
NUMBERED = re.compile(r"(?P<number>(?:ES-|S-)?\d{1,4}/\d{1,4}(?: ?[A-Z])?)\.? (?P<title>\S.*)")
_REPORT = re.compile(r"Report of the (?P<committee>.*Committee.*)", re.IGNORECASE)


def provisional(item: str, calls: Iterable[NoteCall]) -> bool:
    """Whether a note says which provisional agenda the item is of: its asterisks then belong to the item."""
    return bool(re.search(_PROVISIONAL, item)) and all(set(call.marker) == {"*"} for call in calls)


@dataclass(slots=True)
class Statements:
    """Values by the name of their field; a line that says again what is known already is not taken."""

    values: dict[str, object] = field(default_factory=dict)

    def keep(self, key: str, value: object) -> bool:
        """Take a value, unless the field has one already."""
        if value is None or value == "" or key in self.values:
            return False
        self.values[key] = value
        return True

    def keep_item(self, text: str, calls: Iterable[NoteCall] = ()) -> bool:
        """Take the item that a line of the agenda names, with the asterisks of the note to a provisional agenda."""
        found = ITEM.fullmatch(text)
        item = found["value"] if found else ""
        marks = "".join(c.marker for c in calls) if provisional(item, calls) else ""
        return self.keep("agenda_item", item + marks)

    def read_block(self, text: str) -> bool:
        """A block that is one statement, whatever lines it is printed on."""
        text = words_of(text)
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
        if (found := _REPORT.fullmatch(text)) and not self._is_draft():
            self.values["kind"] = DocumentKind.REPORT
            return self.keep("committee", found["committee"])
        return self._sponsors(text)

    def _sponsors(self, text: str) -> bool:
        found = _SPONSORS.fullmatch(text)
        if not found and not _BUREAU.fullmatch(text):
            return False
        if found and _preceded(found["states"].replace("*", "")):
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
        self.values["sponsors"] = listed(found["states"].replace("*", "")) if found else ()
        if re.search(r"\bamendments? to\b", line, re.IGNORECASE):
            self.values["kind"] = DocumentKind.AMENDMENT  # its symbol is that of a draft
        self.values.setdefault("kind", DocumentKind.DRAFT)
        return True

    def _is_draft(self) -> bool:
        """Whether “Report of the …” can only be the title of a text about a report."""
        symbol = self.values.get("symbol")
        return isinstance(symbol, Symbol) and symbol.kind in ("limited", "resolution")

    def _goes_on(self, line: str) -> bool:
        """The second line of the name of the Fourth Committee."""
        known = self.values.get("committee")
        if line != "(Fourth Committee)" or not isinstance(known, str) or known.endswith(line):
            return False
        self.values["committee"] = f"{known} {line}"
        return True

    def read_line(self, line: str) -> bool:
        """One line of the masthead."""
        for pattern, key in _LINES:
            if found := pattern.fullmatch(line):
                return self.keep(key, found["value"])
        if BLANK_ITEM.fullmatch(line) or self._goes_on(line):
            return True
        if found := re.fullmatch(r"United Nations(?: ([A-Z]+/.+))?", line):
            return not found[1] or self._symbol(found[1])
        if re.fullmatch(_DAY, line):
            return "distribution" in self.values and self.keep("date", date_of(line))
        organ = next((o for o in Organ if line.lower().startswith(o.value.lower())), None)
        if organ is None:
            return self._symbol(line)
        rest = line[len(organ.value) :].strip()
        return self.keep("organ", organ) and (not rest or self.read_line(rest))

    def _symbol(self, text: str) -> bool:
        try:
            symbol = Symbol.parse(text)
        except ValueError:
            return False
        if symbol.kind == "resolution":
            self.values.setdefault("kind", DocumentKind.RESOLUTION)
        elif symbol.kind == "limited":
            self.values.setdefault("kind", DocumentKind.DRAFT)
        return self.keep("symbol", symbol)


def officer_lines(lines: Sequence[str]) -> int:
    """How many lines say that an officer submits a draft, the title below them left out; 0 where the first does not."""
    if not _BUREAU.fullmatch(words_of(lines[0])):
        return 0
    ends = (
        place
        for place, (line, after) in enumerate(pairwise(lines), 1)
        if after[:1].isupper() and not _GOES_ON.search(line)
    )
    return next(ends, len(lines))


def _preceded(states: str) -> bool:
    """Whether other words, the title of the agenda item, stand before the names of the States that submit a draft."""
    if spelled(parted(states)[0]) in STATES:
        return False
    starts = (found.start() for found in re.finditer(r"(?<= )[A-Z]", states))
    return any(all(spelled(name) in STATES for name in parted(states[start:])) for start in starts)


def date_of(text: str) -> dt.date | None:
    """The day that “14 December 2022” says; None for any other text."""
    try:
        return dt.datetime.strptime(text, "%d %B %Y").date()  # noqa: DTZ007 - a day has no time zone
    except ValueError:
        return None


def words_of(text: str) -> str:
    """A line of the masthead without its marks; stars that call a note stay."""
    return read_marks(text).text.strip()


def is_statement(line: str) -> bool:
    """Whether a line can only be one of a masthead."""
    words = words_of(line)
    return any(pattern.fullmatch(words) for pattern, _ in _LINES)

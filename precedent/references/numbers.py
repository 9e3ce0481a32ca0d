"""Numbers by which resolutions and decisions are cited, alone and in lists, with the dates after them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from precedent.references.dates import SINGLE, read_date
from precedent.references.patterns import pattern
from precedent.resolution import Span

FIRST_SLASHED = 31
"""The General Assembly has numbered resolutions by session, 31/1, since its thirty-first."""

_HEAD = re.compile(r"\b[Rr]esolutions?\b|\b[Dd]ecisions?\b")
_SESSION = r"(?:ES-|S-)?"
_NUMBER = pattern(
    rf"(?<![\w/.–-])(?P<number>{_SESSION}\d{{1,4}}/\d{{1,4}}(?![\w/–-]|\.\d)"
    r"|[IVXL]+/\d{1,3}(?![\w/–-]|\.\d)|\d{1,3}/(?:CP|COP|CMA|CMP)\.\d+"
    rf"|\d{{1,4}}(?: [A-Z])? ?\((?:{_SESSION}[IVXL]+|(?:19|20)\d\d)\))"
    r"(?:(?P<part> [A-Z]{1,2})(?![\w’'/-]|\.\w)"
    r"(?P<more>(?:, [A-Z](?!\w))*(?: and | to |[–-])[A-Z](?![\w’'/-]))?)?"
)
_DATED = pattern(rf"(?:,? adopted)? (?:of|on|dated) (?P<date>{SINGLE})")
_LINK = re.compile(
    r"(?:, +annex(?:es)?(?: +[IVX]+)?)?(?:,? +(?:and|or|to|as +well +as)(?: +(?:in|of|to))? +|, +)"
)
_APART = re.compile(r", +and +")
"""Lists have no comma before their "and": what follows one is told apart, and has its date for itself."""
_SENTENCE = re.compile(r"[.;:] +[A-Z“]")


@dataclass(frozen=True, slots=True)
class Number:
    """One number as it stands in the text."""

    text: str
    span: Span
    head: re.Match[str] | None
    """The "resolution" or "decision" that it belongs to."""
    chained: bool
    """Whether it follows its head at once, or a number that does."""
    date: dt.date | None
    date_span: Span | None
    tail: int
    """Where the number, or the date after it, ends."""

    @property
    def session(self) -> str:
        """What stands before the slash, or between the brackets."""
        return self.text.split("/")[0] if "/" in self.text else self.text.rpartition("(")[2].rstrip(")")

    @property
    def by_year(self) -> bool:
        """Whether the session is a year: 2023/3, 2223 (2015)."""
        return len(self.session) == 4 and self.session.isdigit()

    @property
    def foreign(self) -> bool:
        """Whether conferences of parties number so and none of the four organs: XIII/5, 1/CP.21."""
        return "/" in self.text and (self.text[0] in "IVXL" or "." in self.text)

    @property
    def serial(self) -> int:
        """The number after the slash."""
        return int(re.sub(r"\D", "", self.text.partition("/")[2]) or 0)

    @property
    def kind(self) -> str:
        """Resolution or decision, in lower case."""
        return "decision" if self.head and self.head[0][0] in "dD" else "resolution"

    def leads_to(self, other: Number) -> bool:
        """Whether the other is the next of the same list."""
        return other.chained and other.head is self.head


def find_numbers(text: str) -> list[Number]:
    """Numbers of resolutions and decisions in a text made even; each of a list has the date they share."""
    heads = list(_HEAD.finditer(text))
    found: list[Number] = []
    for match in _NUMBER.finditer(text):
        last = found[-1] if found else None
        head = _head(text, heads, match.start(), last)
        number = _number(match, text, head)
        listed = last is not None and last.head is head and last.chained
        chained = head is not None and (
            head.end() + 1 >= match.start()
            or (listed and _LINK.fullmatch(text, found[-1].tail, match.start()) is not None)
        )
        number = replace(number, chained=chained)
        if _plausible(number, text):
            found.extend(_parts(number, match))
    return _shared(found, text)


def _head(text: str, heads: list[re.Match[str]], start: int, last: Number | None) -> re.Match[str] | None:
    """The nearest head before it, unless a sentence ended since the head's last number."""
    head = next((head for head in reversed(heads) if head.end() <= start), None)
    if head and last and head.start() < last.tail and _SENTENCE.search(text, last.tail, start):
        return None
    return head


def _number(match: re.Match[str], text: str, head: re.Match[str] | None) -> Number:
    date, date_span = None, None
    dated = _DATED.match(text, match.end())
    if dated and (date := read_date(dated["date"])):
        date_span = Span(*dated.span("date"))
    words = re.sub(" +", " ", match["number"])
    end = date_span.end if date_span else match.end()
    return Number(words, Span(*match.span()), head, False, date, date_span, end)  # noqa: FBT003


def _parts(number: Number, match: re.Match[str]) -> Iterator[Number]:
    """Of "61/5 A and B", which is two resolutions, each one; the second's own words are its letter alone."""
    letter = match["part"].strip() if match["part"] else ""
    words = f"{number.text} {letter}".strip()
    if not letter or not match["more"]:
        end = match.end("part") if letter else match.end("number")
        tail = number.tail if number.date else end
        yield replace(number, text=words, span=Span(match.start(), end), tail=tail)
        return
    yield replace(number, text=words, span=Span(match.start(), match.end("part")), tail=match.end("part"))
    letters = [found.start() for found in re.finditer("[A-Z]", match["more"])]
    for start in letters:
        at = match.start("more") + start
        tail = number.tail if start == letters[-1] else at + 1
        yield replace(number, text=f"{number.text} {match['more'][start]}", span=Span(at, at + 1), tail=tail)


def _plausible(number: Number, text: str) -> bool:
    """Whether it can be a resolution's number where it stands, and no period, fraction or law."""
    if number.chained:
        return True
    session, slash, serial = number.text.partition("/")
    if not slash:
        return number.head is not None
    if not serial.isdigit() or session.isalpha():
        return False
    if number.by_year:
        season = len(serial) == 2 and int(serial) == (int(session) + 1) % 100
        return not season and int(session) > 1945
    if number.head and number.date:
        return True
    law = text[max(0, number.span.start - 5) : number.span.start].strip().lower().endswith(("no.", "nos."))
    return not law and ("-" in session or (int(session) >= FIRST_SLASHED and session != serial))


def _shared(numbers: list[Number], text: str) -> list[Number]:
    """Numbers of one session that stand before a dated one in a list share its date.

    So do twins that the General Assembly and the Security Council adopt on one day: 70/262 and 2282 (2016). Of "61/276
    and 61/279 of 29 June 2007" both are of that day, of "70/1, and 70/299 of 29 July 2016" only the second.
    """
    for index in range(len(numbers) - 2, -1, -1):
        number, after = numbers[index], numbers[index + 1]
        twins = "(" in after.text and after.by_year and "/" in number.text
        share = number.leads_to(after) and (twins or number.session == after.session)
        share = share and not _APART.fullmatch(text, number.tail, after.span.start)
        if share and number.date is None and after.date:
            numbers[index] = replace(number, date=after.date, date_span=after.date_span)
    return numbers

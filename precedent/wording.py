"""Wording compared: folded for search, and cut into the units in which diplomats read changes.

A change is told in whole units: nobody reads "20[-24-]{+25+}/18". A document symbol, a resolution's number,
a date or range of days, a figure with its unit and a hyphenated ordinal are one unit each; else a word, or a
mark.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal, TypeAlias

from precedent.references.patterns import DAY, MONTH, MONTHS, NUMBER, YEAR, evened, pattern
from precedent.resolution import Span

Change: TypeAlias = Literal["equal", "insert", "delete", "replace"]

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_ALIKE = (("'", "‘’‚‛′`´"), ('"', "“”„‟″«»"), ("-", "‐‒–—―−"))
"""What prints differently and reads alike: quotation marks, apostrophes, hyphens and dashes."""

_WORD = re.compile(r"\w+(?:[-'./]\w+)*")
_SPACED = r"\d{1,3}(?:[ \u00a0]\d{3})+(?![\w,])"
"""A number as tables have it: "1 661 000"."""
_UNIT = pattern(
    rf"[A-Z]{{1,9}}(?:/[A-Z0-9](?:[\w.\-]*\w)?)+(?: \((?:[IVXL]+|{YEAR})\))?"
    rf"|\b{DAY}(?: {MONTH}(?: {YEAR})?)?(?: to | and | ?[–-] ?){DAY} {MONTH}\b(?: {YEAR}\b)?"
    rf"|\b{DAY} {MONTH}\b(?: {YEAR}\b)?"
    r"|\b(?:ES-|S-)?\d+/\d+(?: [A-Z](?![\w’'/-]))?"
    rf"|\b\d{{1,4}}(?: [A-Z])? \((?:(?:ES-|S-)?[IVXL]+|{YEAR})\)"
    rf"|\b{YEAR} ?[–-] ?(?:{YEAR}|\d\d)\b"
    rf"|(?:(?:US|A|C)?\$ ?|€ ?)?(?<![\w.,])(?:{_SPACED}|{NUMBER})(?: (?:thousand|million|billion|trillion)\b)?"
    r"(?: (?:per cent|(?:United States )?dollars|degrees Celsius|people|years)\b|%)?(?!\w)"
    r"|[^\W_]+(?:[-’'.·][^\W_]+)*|_+|[^\w\s]"
)


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit of a text."""

    span: Span
    text: str
    """Its words with ordinary spaces and hyphens, so that equal units compare equal."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A stretch of two texts; of an insertion the span before is empty, of a deletion the one after."""

    kind: Change
    before: Span
    after: Span


def plain(text: str) -> str:
    """The text as the contract prints it: one ordinary space for white space, ordinary hyphens, no soft ones.

    Quotation marks and dashes stay as they are.
    """
    return re.sub(r"\s+", " ", _INVISIBLE.sub("", text.replace("\u2010", "-").replace("\u2011", "-"))).strip()


def fold(text: str) -> str:
    """A form for comparison: lower case, one kind of space, hyphen, quotation mark and apostrophe."""
    folded = _evened(unicodedata.normalize("NFKC", _INVISIBLE.sub("", text))).lower()
    folded = _evened(unicodedata.normalize("NFKC", folded))
    return re.sub(r"\s+", " ", _INVISIBLE.sub("", folded)).strip()


def _evened(text: str) -> str:
    for even, alike in _ALIKE:
        for character in alike:  # one after the other is faster than a table of them all
            text = text.replace(character, even)
    return text


def fold_title(title: str) -> str:
    """A form in which titles of one series compare equal: letters and digits only."""
    return re.sub(r"\W+", " ", plain(title).lower()).strip()


def words(text: str) -> list[str]:
    """The folded words of a text, without punctuation; symbols, numbers and hyphenated words stay whole."""
    return _WORD.findall(fold(text))


def units(text: str) -> tuple[Unit, ...]:
    """The text in diplomats' units; only white space is left out."""
    even = evened(text)
    return tuple(Unit(Span(*match.span()), re.sub(" +", " ", match[0])) for match in _UNIT.finditer(even))


def differences(before: str, after: str) -> tuple[Difference, ...]:
    """How one text became another, in whole units.

    The spans follow each other without gaps and cover both texts, white space included. Stretches that are
    equal up to white space and kind of hyphen are equal.
    """
    old, new = units(before), units(after)
    matcher = SequenceMatcher(None, [unit.text for unit in old], [unit.text for unit in new], autojunk=False)
    found: list[Difference] = []
    start_old, start_new = 0, 0
    for kind, _, index_old, _, index_new in matcher.get_opcodes():
        far_old, far_new = _reach(before, old, index_old), _reach(after, new, index_new)
        near_old = old[index_old - 1].span.end if index_old else 0
        near_new = new[index_new - 1].span.end if index_new else 0
        if kind == "insert":
            end_old = start_old
            end_new = near_new if before[start_old : start_old + 1].isspace() else far_new
        elif kind == "delete":
            end_old = near_old if after[start_new : start_new + 1].isspace() else far_old
            end_new = start_new
        elif kind == "equal" and (near_old < far_old) == (near_new < far_new):
            end_old, end_new = far_old, far_new
        else:  # the white space after it goes to what follows
            end_old, end_new = near_old, near_new
        found.append(Difference(kind, Span(start_old, end_old), Span(start_new, end_new)))
        start_old, start_new = end_old, end_new
    if start_old < len(before) or start_new < len(after):
        found.append(Difference("equal", Span(start_old, len(before)), Span(start_new, len(after))))
    return tuple(found)


def day_words(day: dt.date) -> str:
    """A day as texts have it, whatever the locale: 15 December 2025."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def likeness(one: str, other: str) -> float:
    """How alike two texts are once folded: 0 to 1."""
    from rapidfuzz.fuzz import ratio

    return ratio(fold(one), fold(other)) / 100


def _reach(text: str, found: tuple[Unit, ...], index: int) -> int:
    """Where the unit of that index starts: so far reaches what stands before it, white space included."""
    return found[index].span.start if index < len(found) else len(text)

"""Wording compared: folded for search, and cut into the units in which diplomats read changes.

A change is told in whole units: nobody reads "20[-24-]{+25+}/18". A document symbol, a resolution's number, a date or
range of days, a figure with its unit and a hyphenated ordinal are one unit each; else a word, or a mark.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal, TypeAlias

from precedent.references.patterns import DAY, MONTH, NUMBER, YEAR, evened, pattern
from precedent.resolution import Span

Change: TypeAlias = Literal["equal", "insert", "delete", "replace"]

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_PLAIN = str.maketrans({"\u2010": "-", "\u2011": "-"})
_ALIKE = str.maketrans({
    "‘": "'", "’": "'", "‚": "'", "‛": "'", "′": "'", "`": "'", "´": "'",
    "“": '"', "”": '"', "„": '"', "‟": '"', "″": '"', "«": '"', "»": '"',
    "‐": "-", "‒": "-", "–": "-", "—": "-", "―": "-", "−": "-",
})  # fmt: skip
_WORD = re.compile(r"\w+(?:[-'./]\w+)*")
_UNIT = pattern(
    rf"[A-Z]{{1,9}}(?:/[A-Z0-9][\w.\-]*[\w])+(?: \((?:[IVXL]+|{YEAR})\))?"
    rf"|\b{DAY}(?: {MONTH}(?: {YEAR})?)?(?: to | and | ?[–-] ?){DAY} {MONTH}\b(?: {YEAR}\b)?"
    rf"|\b{DAY} {MONTH}\b(?: {YEAR}\b)?"
    rf"|\b(?:ES-|S-)?\d+/\d+(?: [A-Z](?![\w’'/-]))?|\b\d{{1,4}}(?: [A-Z])? \((?:(?:ES-|S-)?[IVXL]+|{YEAR})\)"
    rf"|\b{YEAR} ?[–-] ?(?:{YEAR}|\d\d)\b"
    rf"|(?:(?:US|A|C)?\$ ?|€ ?)?(?<![\w.,])(?:{NUMBER})(?: (?:hundred|thousand|million|billion|trillion)\b)?"
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
    """A stretch of two texts, alike or not; what is inserted has an empty span before, what is deleted one after."""

    kind: Change
    before: Span
    after: Span


def plain(text: str) -> str:
    """The text as the contract prints it: one ordinary space for white space, ordinary hyphens, no soft ones.

    Quotation marks and dashes stay as they are.
    """
    return re.sub(r"\s+", " ", _INVISIBLE.sub("", text.translate(_PLAIN))).strip()


def fold(text: str) -> str:
    """A form for comparison: lower case, one kind of space, hyphen, quotation mark and apostrophe."""
    folded = unicodedata.normalize("NFKC", _INVISIBLE.sub("", text)).translate(_ALIKE).lower()
    folded = unicodedata.normalize("NFKC", folded).translate(_ALIKE)
    return re.sub(r"\s+", " ", _INVISIBLE.sub("", folded)).strip()


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

    The spans follow each other without gaps and cover both texts, white space included. Stretches that are equal up to
    white space and kind of hyphen are equal.
    """
    old, new = units(before), units(after)
    matcher = SequenceMatcher(None, [unit.text for unit in old], [unit.text for unit in new], autojunk=False)
    found: list[Difference] = []
    for kind, old_start, old_end, new_start, new_end in matcher.get_opcodes():
        start_before = found[-1].before.end if found else 0
        start_after = found[-1].after.end if found else 0
        span_before = Span(start_before, _end(before, old, old_end))
        span_after = Span(start_after, _end(after, new, new_end))
        if kind in ("equal", "replace"):
            span_before, span_after = _evenly(
                before, span_before, old[old_end - 1], after, span_after, new[new_end - 1], kind
            )
        found.append(Difference(kind, span_before, span_after))
    return _closed(before, after, found)


def likeness(one: str, other: str) -> float:
    """How alike two texts are once folded: 0 to 1."""
    from rapidfuzz.fuzz import ratio  # noqa: PLC0415 - most commands never compare

    return ratio(fold(one), fold(other)) / 100


def _end(text: str, found: tuple[Unit, ...], index: int) -> int:
    """Where a stretch ends that reaches to the unit of that index: the white space before it is part of the stretch."""
    return found[index].span.start if index < len(found) else len(text)


def _evenly(
    before: str, old: Span, last_old: Unit, after: str, new: Span, last_new: Unit, kind: str
) -> tuple[Span, Span]:
    """Leave white space at the end of an equal stretch to what follows where only one text has it; so for a replaced one."""
    space_old, space_new = before[last_old.span.end : old.end], after[last_new.span.end : new.end]
    if bool(space_old) == bool(space_new) and kind == "equal":
        return old, new
    return Span(old.start, last_old.span.end), Span(new.start, last_new.span.end)


def _closed(before: str, after: str, found: list[Difference]) -> tuple[Difference, ...]:
    """Add the white space that the last stretch left."""
    end_before = found[-1].before.end if found else 0
    end_after = found[-1].after.end if found else 0
    if end_before < len(before) or end_after < len(after):
        rest = Difference("equal", Span(end_before, len(before)), Span(end_after, len(after)))
        found = [*found, rest]
    return tuple(found)

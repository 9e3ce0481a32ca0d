"""What a slot of a template takes, and how it is printed.

A drafter types a value as it comes (2025-12-15, 68%, 81); the slot's type reads it, refuses what cannot be
meant, and gives the value that the paragraph prints in the form of the house (15 December 2025, 68 per cent,
eighty-first). Forms are those of adopted texts.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from precedent.references import DateReference, DayRange, find_references
from precedent.references.patterns import MONTHS
from precedent.resolution import Span
from precedent.session import Organ, ordinal_value, ordinal_words
from precedent.symbol import Symbol
from precedent.wording import day_words

Value = str | dt.date | Symbol | tuple[str, ...] | tuple[Symbol, ...]
"""A value as the template sees it; `printed` gives its words."""


@dataclass(frozen=True, slots=True)
class SlotType:
    """One type of value."""

    name: str
    form: str
    """How it is written, for a form and for an error."""
    read: Callable[[str, Organ], Value]
    """Raises ValueError, with what is wrong, where the text cannot be meant."""


def printed(value: Value) -> str:
    """The words that a paragraph prints for a value."""
    if isinstance(value, tuple):
        return joined([printed(part) for part in value])
    if isinstance(value, Symbol):
        return value.citation
    return day_words(value) if isinstance(value, dt.date) else value


def joined(parts: Sequence[str]) -> str:
    """Join as "a, b and c", without a comma before "and" (Editorial Manual, punctuation)."""
    return " and ".join(filter(None, (", ".join(parts[:-1]), *parts[-1:])))


def capital(text: str) -> str:
    """The text with a capital at its start, as a sub-paragraph has it."""
    return text[:1].upper() + text[1:]


def cited(resolution: Symbol, organ: Organ) -> str:
    """How a text of an organ names a resolution: "its resolution 79/194", else with the organ's name."""
    own = resolution.organ in (None, organ)
    return f"{'its' if own else _name(resolution)} resolution {resolution.citation}"


def noted(resolutions: Symbol | Sequence[Symbol], organ: Organ) -> str:
    """How a footnote of an organ's text names resolutions: "Resolutions 77/150 and 78/132".

    Only the General Assembly leaves its own name out; footnotes of the Economic and Social Council's
    texts of 2021 to 2024 give it in full.
    """
    several = (resolutions,) if isinstance(resolutions, Symbol) else tuple(resolutions)
    if not several:
        return ""
    bare = several[0].organ in (None, organ) and organ is Organ.GENERAL_ASSEMBLY
    noun = f"{'Resolution' if bare else f'{_name(several[0])} resolution'}{'s' if len(several) > 1 else ''}"
    return f"{noun} {joined([resolution.citation for resolution in several])}"


def _name(resolution: Symbol) -> str:
    return resolution.organ.value if resolution.organ else ""


_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_MONTH = re.compile("|".join(MONTHS), re.IGNORECASE)
_FRACTION = re.compile(r"\b(?:half|halves|thirds?|quarters?|fifths?|tenths?)\b")
_BELOW_TEN = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_CURLY = (
    (re.compile(r'(^|[\s([–])"'), r"\1“"),
    (re.compile('"'), "”"),
    (re.compile(r"(^|[\s([“])'"), r"\1‘"),
)
_ENDING = re.compile(r"(?:[ ,;]|(?<!\.)\.(?!\.))+\Z")
"""Marks that the template sets itself; an ellipsis belongs to the words."""


def _line(text: str, _organ: Organ | None = None) -> str:
    """One line of text with curly quotes, without the mark that the template itself puts at the end."""
    line = re.sub(r"\s+", " ", "".join(c for c in text if c.isprintable() or c.isspace())).strip()
    for straight, curly in _CURLY:
        line = straight.sub(curly, line)
    line = _ENDING.sub("", line.replace("'", "’"))
    if not line.rstrip("."):
        raise ValueError("there are no words in it")
    return line


def _title(text: str, _organ: Organ) -> str:
    """A title without the quotation marks around it; the marks inside become single ones."""
    line = re.sub(r"^“([^“”]+)”$", r"\1", _line(text))
    return line.replace("“", "‘").replace("”", "’")


def _body(text: str, _organ: Organ) -> str:
    return re.sub(r"^the (?=[A-Z])", "", _line(text), flags=re.IGNORECASE)


def _date(text: str, _organ: Organ) -> dt.date:
    first, last = _days(text)
    if first != last:
        raise ValueError(f"“{text.strip()}” is more than one day")
    return first


def _dates(text: str, _organ: Organ) -> str:
    """Days with their preposition: "from 7 to 11 July 2025", "on 16 and 17 July 2025", "on 5 May 2025"."""
    first, last = _days(text)
    if first == last:
        return f"on {day_words(first)}"
    start = day_words(first).removesuffix(f" {last.year}")
    if (first.year, first.month) == (last.year, last.month):
        start = str(first.day)
    together = (last - first).days == 1
    return f"on {start} and {day_words(last)}" if together else f"from {start} to {day_words(last)}"


def _days(text: str) -> tuple[dt.date, dt.date]:
    """The first and the last of the days that a text names and does nothing else."""
    line = re.sub(r"^(?:from|on) ", "", " ".join(text.split()))
    iso = _ISO.sub(lambda found: day_words(_calendar(found[0])), line)
    named = find_references(_MONTH.sub(lambda found: found[0].capitalize(), iso))
    if len(named) == 1 and named[0].span == Span(0, len(iso)):
        if isinstance(named[0], DayRange):
            return named[0].start, named[0].end
        if isinstance(named[0], DateReference):
            return named[0].date, named[0].date
    raise ValueError(f"“{line}” is not a date")


def _calendar(iso: str) -> dt.date:
    try:
        return dt.date.fromisoformat(iso)
    except ValueError as error:
        raise ValueError(f"“{iso}” is no day of the calendar") from error


def _symbol(text: str, _organ: Organ) -> Symbol:
    return Symbol.parse(text.strip().rstrip("."))


def _resolution(text: str, organ: Organ) -> Symbol:
    """A resolution by its symbol or by its number, with or without the organ's name before it."""
    line = re.sub(r"\s+", " ", text).strip(" .,;")
    number = re.sub(r"^(?:.*\b)?resolutions? ", "", line, flags=re.IGNORECASE)
    try:
        found = (
            Symbol.parse(number)
            if "/RES/" in number
            else Symbol.cited(number, Organ.named(line) or _numbering(number, organ))
        )
    except ValueError:
        found = None
    if found is None or found.kind != "resolution":
        raise ValueError(f"“{line}” is not the number of a resolution")
    return found


def _numbering(number: str, organ: Organ) -> Organ:
    """The organ that numbers its resolutions like this; a plain 58/1 is the Assembly's, or the text's own."""
    if re.match(r"\d{4}/", number):
        return Organ.ECONOMIC_AND_SOCIAL_COUNCIL
    if re.fullmatch(r"\d+ \(\d{4}\)", number):
        return Organ.SECURITY_COUNCIL
    return organ if organ is Organ.HUMAN_RIGHTS_COUNCIL else Organ.GENERAL_ASSEMBLY


def _resolutions(text: str, organ: Organ) -> tuple[Symbol, ...]:
    """Resolutions of one organ, in the order of their numbers."""
    found = {_resolution(part, organ) for part in re.split(r";|,| and ", text) if part.strip()}
    if len({symbol.organ for symbol in found}) != 1:
        raise ValueError(f"“{text.strip()}” is not a list of resolutions of one organ")
    return tuple(sorted(found))


def _list(text: str, _organ: Organ) -> tuple[str, ...]:
    found = tuple(_line(part) for part in text.split(";") if part.strip())
    if not found:
        raise ValueError("there are no entries in it")
    return found


def _number(text: str, _organ: Organ) -> str:
    """Below ten in words, from 1,000 with a comma (Editorial Manual, numbers)."""
    line = text.strip().lower()
    if line in _BELOW_TEN:
        return line
    plain = line.replace(",", "").replace(" ", "")
    if not plain.isascii() or not plain.isdigit():
        raise ValueError(f"“{line}” is not a whole number")
    value = int(plain[:18])
    return _BELOW_TEN[value] if value < len(_BELOW_TEN) else f"{value:,}"


def _figure(text: str, _organ: Organ) -> str:
    """A value with its unit in words: "68 per cent", "4 trillion United States dollars"."""
    line = re.sub(r"(?<=\d) ?(?:%|percent\b)", " per cent", _line(text))
    line = re.sub(
        r"(?:US)?\$ ?(\d[\d.,]*(?: (?:million|billion|trillion))?)", r"\1 United States dollars", line
    )
    if not re.search(r"\d", line) and not _FRACTION.search(line):
        raise ValueError(f"“{line}” holds no figure")
    return line


def _ordinal(text: str, _organ: Organ) -> str:
    line = text.strip().lower()
    if found := re.fullmatch(r"(\d{1,3})(?:st|nd|rd|th)?", line):
        return ordinal_words(int(found[1]))
    value = ordinal_value(line)
    if value is None:
        raise ValueError(f"“{line}” is not an ordinal number")
    return ordinal_words(value)


def _session(text: str, organ: Organ) -> str:
    """The words before "session": "eighty-first", or the year of the Economic and Social Council."""
    line = re.sub(r" sessions?$", "", text.strip(), flags=re.IGNORECASE)
    return line if re.fullmatch(r"(?:19|20)\d\d", line) else _ordinal(line, organ)


def _year(text: str, _organ: Organ) -> str:
    """A year, or a period with its dash: 2018–2027."""
    years = re.fullmatch(r"((?:19|20)\d\d)(?: ?(?:-|–|to) ?((?:19|20)\d\d))?", text.strip())
    if years is None or (years[2] and years[2] <= years[1]):
        raise ValueError(f"“{text.strip()}” is not a year or a period of years")
    return "–".join(filter(None, years.groups()))


TYPES = {
    kind.name: kind
    for kind in (
        SlotType("text", "a few words, without the mark at the end", _line),
        SlotType("title", "a title, without quotation marks", _title),
        SlotType("date", "2025-12-15 or 15 December 2025", _date),
        SlotType("dates", "7 to 11 July 2025, or 2025-07-07 to 2025-07-11, or one day", _dates),
        SlotType("symbol", "the symbol of a document, for example A/80/415", _symbol),
        SlotType(
            "resolution",
            "the number or symbol of a resolution: 79/194, 2025/18, 217 A (III), A/RES/79/194",
            _resolution,
        ),
        SlotType("resolutions", "resolutions of one organ, for example 76/189; 77/150; 78/132", _resolutions),
        SlotType("number", "a whole number: 3 or 11000", _number),
        SlotType("figure", "a figure with its unit: 68 per cent, 2.6 billion people, two thirds", _figure),
        SlotType("ordinal", "a number in a series: 12 or twelfth", _ordinal),
        SlotType("session", "81 or eighty-first; 2027 for the Economic and Social Council", _session),
        SlotType("year", "2027, or a period: 2027–2036", _year),
        SlotType("body", "the name of a body in full, without “the”", _body),
        SlotType("place", "a city, with its country unless it is a capital", _line),
        SlotType("list", "several entries, separated by semicolons", _list),
    )
}
"""Every type of slot by its name."""

"""Quantities: a number with its unit, in figures or in words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from precedent.references.kinds import Figure
from precedent.references.patterns import NUMBER, pattern
from precedent.resolution import Span

_SCALES = {"hundred": 2, "thousand": 3, "million": 6, "billion": 9, "trillion": 12}
_SPELLED = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
    "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
}  # fmt: skip
_PARTS = {
    "half": 2, "halve": 2, "third": 3, "quarter": 4, "fifth": 5,
    "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
}  # fmt: skip
_UNITS = (
    "per cent", "percent(?!age)", "percentage points?", "basis points?", "parts per million",
    "(?:United States |US |Australian |Canadian |New Zealand )?dollars", "euros?", "Swiss francs",
    "pounds sterling", "yen", "yuan", "degrees Celsius", "nautical miles",
    "(?:square |cubic )?(?:kilo)?met(?:re|er)s", "km2?", "hectares", "tons", "tonnes", "kilograms",
    "litres", "(?:mega|giga|tera)watts?(?:-hours)?", "people", "persons", "individuals", "children",
    "women", "men", "girls", "boys", "youth", "adults", "inhabitants", "citizens", "refugees", "migrants",
    "returnees", "students", "workers", "users", "subscriptions", "households", "families", "victims",
    "survivors", "jobs", "deaths", "fatalities", "cases", "lives", "civilians", "peacekeepers", "countries",
    "Member States", "Members", "States parties", "States", "Parties", "Governments",
    "Non-Self-Governing Territories", "Territories", "participants", "delegations", "organizations",
    "entities", "posts", "positions", "personnel", "troops", "experts", "contractors", "species",
    "languages", "schools", "years", "months", "weeks", "(?:working |calendar )?days", "hours", "minutes",
    "times", "meetings", "sessions", "reports", "recommendations",
)  # fmt: skip
_UNIT = "|".join(_UNITS)
_KIND = "additional|more|new|young|older|poor|vulnerable|(?:forcibly )?displaced"
_SCALE = r"[\x20-](?:hundred|thousand|[Mm]illion|[Bb]illion|[Tt]rillion)\b"
_FIGURE = pattern(
    r"(?<![\w/.,–-])(?P<currency>(?:US|A|C)?\$ ?|€ ?|£ ?|EUR |CHF )?"
    rf"(?:(?P<low>{NUMBER})(?P<low_scale>{_SCALE})?(?P<join> to |[–-]| and )(?={NUMBER}))?"
    rf"(?P<number>{NUMBER})(?![\w/])(?P<scale>{_SCALE})?"
    rf"(?: ?(?P<unit>%|°C)| (?:(?:{_KIND}) )?(?P<noun>{_UNIT})\b)?"
)
_PART = "half|halves|thirds?|quarters?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?"
_COUNT = "|".join(_SPELLED)
_FRACTION = pattern(
    rf"\b(?:(?P<count>{_COUNT})[\x20-](?P<part>{_PART})\b|(?P<a>an?) (?P<one>{_PART})(?= of\b))",
    re.IGNORECASE,
)
_SPELLED_OUT = pattern(
    rf"\b(?:(?P<half>half an?)|(?P<a>an?)|(?P<count>{_COUNT}))"
    r" (?:(?P<scale>hundred|thousand|million|billion|trillion)\b"
    rf"(?: (?P<noun>{_UNIT})\b)?|(?P<per>per cent)\b)",
    re.IGNORECASE,
)
_APPROXIMATE = pattern(
    r"\b(about|approximately|nearly|almost|(?:well |just )?over|more than|some|(?:an )?estimated|at least"
    r"|at most|up to|around|less than|fewer than|(?:just )?under|close to|roughly|only|(?:well )?below|above"
    r"|exceeding|as many as|as much as|as little as|between) (?:the )?$",
    re.IGNORECASE,
)


def find_figures(text: str) -> Iterator[Figure]:
    """Quantities in a text made even.

    A number in figures is one with a unit, a scale or a comma in its thousands; of a range ("0.15 to 0.20
    per cent") each number is one, of the same unit.
    """
    for match in _FIGURE.finditer(text):
        unit = match["unit"] or match["noun"] or (match["currency"] or "").strip()
        if unit or match["scale"] or "," in match["number"]:
            yield from _figures(text, match, unit)
    yield from _in_words(text)


def _figures(text: str, match: re.Match[str], unit: str) -> Iterator[Figure]:
    start, approximate = match.start(), _approximate(text, match.start())
    if match["low"]:
        start = match.start("number")
        if match["join"].strip() != "and" or approximate == "between":
            scale = match["low_scale"] or match["scale"]
            low = Span(match.start(), match.start("join"))
            yield Figure(low, _value(match["low"], scale), unit, approximate)
        else:
            approximate = ""
    yield Figure(Span(start, match.end()), _value(match["number"], match["scale"]), unit, approximate)


def _in_words(text: str) -> Iterator[Figure]:
    for match in _FRACTION.finditer(text):
        part = (match["part"] or match["one"]).lower()
        count = _SPELLED[match["count"].lower()] if match["count"] else 1
        if (count > 1) == part.endswith("s"):
            value = Decimal(count) / _PARTS[part.removesuffix("s")]
            yield Figure(Span(*match.span()), value, "", _approximate(text, match.start()))
    for match in _SPELLED_OUT.finditer(text):
        if match["a"] and not match["noun"]:
            continue  # "a million reasons" is no figure
        value = Decimal("0.5") if match["half"] else Decimal(_SPELLED.get((match["count"] or "").lower(), 1))
        if match["scale"]:
            value *= Decimal(10) ** _SCALES[match["scale"].lower()]
        unit = match["per"] or match["noun"] or ""
        yield Figure(Span(*match.span()), value, unit, _approximate(text, match.start()))


def _value(number: str, scale: str | None) -> Decimal:
    value = Decimal(number.replace(",", ""))
    return value * Decimal(10) ** _SCALES[scale.strip(" -").lower()] if scale else value


def _approximate(text: str, start: int) -> str:
    found = _APPROXIMATE.search(text, max(0, start - 24), start)
    return found[1].lower() if found else ""

"""Quantities, and the numbers of paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from precedent.references.kinds import Figure, ParagraphReference
from precedent.references.patterns import NUMBER, pattern
from precedent.resolution import Span

_SCALES = {"hundred": 2, "thousand": 3, "million": 6, "billion": 9, "trillion": 12}
_SPELLED = {
    word: number
    for number, word in enumerate(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"), start=1
    )
}  # fmt: skip
_PARTS = {
    "half": 2,
    "third": 3,
    "quarter": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
}
_UNIT = (
    r"per cent|percent(?!age)|%|percentage points?|basis points?|(?:United States |US |Australian |Canadian |New Zealand )?dollars|euros?|"
    r"Swiss francs|pounds sterling|yen|yuan|degrees Celsius|°C|nautical miles|(?:square |cubic )?(?:kilo)?met(?:re|er)s|km2?|hectares|"
    r"tons|tonnes|kilograms|litres|(?:mega|giga|tera)watts?(?:-hours)?|parts per million|"
    r"people|persons|individuals|children|women|men|girls|boys|youth|adults|inhabitants|citizens|refugees|migrants|returnees|students|"
    r"workers|users|subscriptions|households|families|victims|survivors|jobs|deaths|fatalities|cases|lives|civilians|peacekeepers|"
    r"countries|Member States|Members|States parties|States|Parties|Governments|Territories|Non-Self-Governing Territories|"
    r"participants|delegations|organizations|entities|posts|positions|personnel|troops|experts|contractors|species|languages|schools|"
    r"years|months|weeks|days|hours|minutes|working days|calendar days|times|meetings|sessions|reports|recommendations"
)
_FIGURE = pattern(
    rf"(?<![\w/.,–-])(?P<currency>(?:US|A|C)?\$ ?|€ ?|£ ?|EUR |CHF )?"
    rf"(?:(?P<low>{NUMBER})(?P<low_scale> (?:million|billion|trillion))?(?P<join> to |[–-]| and )(?={NUMBER}))?"
    rf"(?P<number>{NUMBER})(?![\w/])(?P<scale>[\x20-](?:hundred|thousand|[Mm]illion|[Bb]illion|[Tt]rillion)\b)?"
    rf"(?: ?(?P<unit>%|°C)| (?:(?:additional|more|new|young|older|poor|displaced|vulnerable|forcibly displaced) )?(?P<noun>{_UNIT})\b)?"
)
_WORDS = pattern(
    rf"\b(?P<count>half an?|half|an?|{'|'.join(_SPELLED)})"
    rf"(?:[\x20-](?P<part>halves|half|thirds?|quarters?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?)\b(?= ?(?:of|majority|\W|[a-z]))"
    rf"| (?P<scale>hundred|thousand|million|billion|trillion)\b)(?: (?P<noun>{_UNIT})\b)?"
    rf"|\b(?P<plain>{'|'.join(_SPELLED)}) (?P<per>per cent)\b",
    re.IGNORECASE,
)
_APPROXIMATE = pattern(
    r"\b(about|approximately|nearly|almost|more than|over|some|(?:an )?estimated|at least|up to|around|less than|fewer than|under|"
    r"close to|roughly|only|below|above|well over|just over|just under|exceeding|at most|as many as|as much as|as little as|between) (?:the )?$",
    re.IGNORECASE,
)
_PARAGRAPH = (
    r"\d{1,3}(?: ?\((?:[a-z]{1,2}|[ivx]+)\))*(?:(?: bis| ter| quater)\b)?|\([a-z]{1,2}\)(?: ?\([ivx]+\))?"
)
_PARAGRAPHS = re.compile(
    rf"\b(?:[Ss]ub-?)?(?:[Pp]aragraphs?|[Pp]aras?\.) +(?P<list>(?:{_PARAGRAPH})(?![\w/])(?:(?:, +and +|, +| +and +| +to +| +or +| ?[–-] ?)(?:{_PARAGRAPH})(?![\w/%]|[.,]\d| +(?:per +cent|million|billion)))*)"
    r"(?P<where> +(?:above|below)\b| +of +the +present +(?:resolution|decision)\b)?"
)
_OF_RESOLUTION = pattern(r"(?:,? (?:of|to)) (?:[A-Za-z’-]+ ){0,7}?(?:resolution|decision|annex)s?\b")
_ITEM = re.compile(rf"(?P<join>to|–|-)? ?(?P<number>{_PARAGRAPH})")
_LONGEST = 200
"""More paragraphs than any range holds; a longer one is a misprint and is not spelled out."""


def find_figures(text: str) -> Iterator[Figure]:
    """Quantities in a text made even. A bare number is one only with a unit, a scale, or a comma in its thousands."""
    for match in _FIGURE.finditer(text):
        unit = match["unit"] or match["noun"] or (match["currency"] or "").strip()
        if not (unit or match["scale"] or "," in match["number"]):
            continue
        approximate = _approximate(text, match.start())
        start = match.start()
        if match["low"]:
            joined_by_and = match["join"].strip() == "and"
            if joined_by_and and approximate != "between":
                start = match.start("number")
                approximate = ""
            else:
                scale = match["low_scale"] or match["scale"]
                yield Figure(
                    Span(start, match.end("low_scale" if match["low_scale"] else "low")),
                    _value(match["low"], scale),
                    unit,
                    approximate,
                )
                start = match.start("number")
        yield Figure(Span(start, match.end()), _value(match["number"], match["scale"]), unit, approximate)
    yield from _in_words(text)


def _in_words(text: str) -> Iterator[Figure]:
    for match in _WORDS.finditer(text):
        if match["plain"]:
            value = Decimal(_SPELLED[match["plain"].lower()])
            unit = match["per"]
        else:
            count = match["count"].lower()
            if match["part"]:
                if count.startswith("half") or (
                    count in ("a", "an") and not text.startswith(" of", match.end())
                ):
                    continue
                part = match["part"].lower()
                part = "half" if part == "halves" else part.rstrip("s")
                value = Decimal(_SPELLED.get(count, 1)) / _PARTS[part]
                if _SPELLED.get(count, 1) > 1 and not match["part"].endswith("s"):
                    continue
            elif count == "half":
                continue
            else:
                value = Decimal("0.5") if count.startswith("half") else Decimal(_SPELLED.get(count, 1))
                value *= Decimal(10) ** _SCALES[match["scale"].lower()]
                if count in ("a", "an") and not match["noun"]:
                    continue
            unit = match["noun"] or ""
        yield Figure(Span(*match.span()), value, unit, _approximate(text, match.start()))


def _value(number: str, scale: str | None) -> Decimal:
    value = Decimal(number.replace(",", ""))
    return value * Decimal(10) ** _SCALES[scale.strip(" -").lower()] if scale else value


def _approximate(text: str, start: int) -> str:
    found = _APPROXIMATE.search(text, max(0, start - 24), start)
    return found[1].lower() if found else ""


def find_paragraphs(text: str) -> Iterator[ParagraphReference]:
    """Numbers of paragraphs in a text made even."""
    for match in _PARAGRAPHS.finditer(text):
        where = (match["where"] or "").strip()
        if where.startswith("of"):
            where = "present"
        elif not where and _OF_RESOLUTION.match(text, match.end()):
            where = "of resolution"
        yield ParagraphReference(Span(*match.span()), tuple(_numbers(match["list"])), where)


def _numbers(words: str) -> Iterator[str]:
    last = ""
    for item in _ITEM.finditer(words):
        number = item["number"]
        if (
            item["join"]
            and last.isdigit()
            and number.isdigit()
            and int(last) < int(number) <= int(last) + _LONGEST
        ):
            yield from map(str, range(int(last) + 1, int(number)))
        yield number
        last = number

"""Sessions, meetings, anniversaries and other events that are counted by an ordinal or named by a year."""

from __future__ import annotations

import re
from collections.abc import Iterator

from precedent.references.kinds import SessionReference
from precedent.references.patterns import NAME, YEAR, pattern
from precedent.resolution import Span
from precedent.session import ORDINAL, Organ, ordinal_value

_UNITS = (
    "session", "meeting", "anniversary", "report", "forum", "conference", "review", "symposium", "congress", "summit",
    "edition", "cycle", "round", "assembly", "decade", "phase", "replenishment", "commemoration", "observance",
    "workshop", "dialogue", "consultation", "seminar", "retreat", "expo", "assessment", "outlook", "platform", "plenary",
    "year", "week", "amendment", "revision", "survey", "study", "update", "instalment", "tranche",
    "consortium", "ministerial", "fair", "games", "debate", "convention", "colloquium", "olympiad", "exposition",
)  # fmt: skip
_NOT_AFTER_CAPITALS = frozenset(
    ("year", "convention", "amendment", "revision", "study", "plenary", "tranche", "update")
)
"""Nouns that count in lower case only: the "Fourth Geneva Convention" is no event."""
_ADJECTIVES = (
    "regular", "annual", "special", "resumed", "substantive", "biennial", "plenary", "emergency", "ordinary", "extraordinary",
    "high-level", "ministerial", "general", "joint", "organizational", "formal", "intersessional", "full", "biannual",
    "triennial", "quadrennial", "consecutive", "international", "global", "world", "regional", "national", "periodic", "progress", "thematic",
    "intergovernmental", "informal", "open-ended", "preparatory", "consultative", "review", "technical", "implementation", "reporting",
    "assessment", "quota", "political", "open", "parliamentary", "multi-stakeholder", "statutory", "summit", "sectoral", "universal",
    "synthesis", "interim", "voluntary", "local", "comprehensive", "five-year", "10-year", "programming",
)  # fmt: skip
_DIGITS = r"\d{1,4}(?:st|nd|rd|th)"
_ONE = rf"(?:{ORDINAL.replace('[-‑ ]', '[-]')}|{_DIGITS})"
_ORDINALS = pattern(
    rf"\b(?=[1-9efnost])(?P<list>{_ONE}(?:(?:, | and |, and | to | or | ?[–] ?)(?:the )?{_ONE})*)"
    rf"(?=\W)(?:(?:,? (?:{'|'.join(_ADJECTIVES)})(?: and)?){{0,4}},? (?P<unit>{'|'.join(_UNITS)}|anniversaries|assemblies|symposiums|summits)(?:s|es)?\b)?",
    re.IGNORECASE,
)
_EACH = re.compile(_ONE, re.IGNORECASE)
_YEAR_SESSION = pattern(
    rf"(?<![\w/.,-])(?P<years>{YEAR}(?:(?:, | and |, and | to )(?:the )?{YEAR})*) "
    r"(?:(?:regular|annual|special|resumed|substantive|organizational|high-level|political) ){0,3}(?P<unit>session|forum)s?\b"
)
_EVENT = pattern(rf" (?P<name>{NAME})")
_EVENT_UNIT = re.compile(
    rf"\b(?P<unit>{'|'.join(u.capitalize() for u in _UNITS if u not in _NOT_AFTER_CAPITALS)})\b"
)
_OF = pattern(rf"(?:, [a-z]+)* of (?:the )?(?P<body>{NAME})")
_ITS = pattern(r"\b(?:its|their) $")
_BODY = pattern(
    r"\b(?:(?:[A-Z][\w’-]+ )*(?:Assembly|Council|Board|Forum|Body|Mechanism|Authority|Programme|Union|Organization|Group|Platform|Institute)"
    r"|(?:Commission|Committee|Conference|Working Group)(?:(?: (?:on|of|for|to|the|and))* [A-Z][\w’-]*)*|(?P<self>it))\b"
)
_VALUES: dict[str, int] = {}


def find_ordinals(text: str, organ: Organ | None) -> Iterator[SessionReference]:
    """Ordinals with what they count, in a text made even."""
    for match in _ORDINALS.finditer(text):
        if match["unit"]:
            unit, end, event = _singular(match["unit"]), match.end(), None
        elif found := _event(text, match.end("list")):
            unit, end, event = found
        else:
            continue
        body, of_organ = (
            (event, _organ(event, organ)) if event else _whose(text, match.start(), end, organ, unit)
        )
        each = list(_EACH.finditer(text, match.start("list"), match.end("list")))
        for one in each:
            words = one[0].lower()
            number = ordinal_value(words) or int(re.sub(r"\D", "", words) or 0)
            span = Span(one.start(), end if one is each[-1] else one.end())
            yield SessionReference(span, number, words, body, of_organ, unit)
    for match in _YEAR_SESSION.finditer(text):
        body, of_organ = _whose(text, match.start(), match.end(), organ, "2026")
        each = list(re.finditer(YEAR, match["years"]))
        for one in each:
            start = match.start() + one.start()
            span = Span(start, match.end() if one is each[-1] else start + 4)
            yield SessionReference(span, int(one[0]), one[0], body, of_organ, match["unit"])


def _singular(unit: str) -> str:
    unit = unit.lower()
    if unit in ("anniversaries", "assemblies"):
        return unit[:-3] + "y"
    return unit.removesuffix("s") if unit in ("symposiums", "summits") else unit


def _event(text: str, end: int) -> tuple[str, int, str] | None:
    """(unit, end, name) of a capitalised event after an ordinal: "World Water Forum"."""
    name = _EVENT.match(text, end)
    if name is None:
        return None
    unit = _EVENT_UNIT.search(text, name.start("name"), name.end())
    if unit is None or text.startswith("Committee", name.start("name")):
        return None
    return unit["unit"].lower(), unit.end(), text[name.start("name") : unit.end()]


def _whose(
    text: str, start: int, end: int, organ: Organ | None, unit: str
) -> tuple[str | None, Organ | None]:
    """Whose session it is: "… of the BODY", or "BODY at its …"; "its" without a body is the organ that speaks."""
    if after := _OF.match(text, end):
        body = re.split(r"(?:,| and the\b)", after["body"])[0]
        return body, _organ(body, organ, by_year=unit == "2026")
    window = text[max(0, start - 160) : start]
    its = _ITS.search(window)
    if its is None:
        return None, None
    last = None
    for last in _BODY.finditer(window, 0, its.start()):
        pass
    if last is None or last["self"]:
        return (organ.value, organ) if organ else (None, None)
    return last[0], _organ(last[0], organ, by_year=unit == "2026")


def _organ(body: str, organ: Organ | None, *, by_year: bool = False) -> Organ | None:
    for candidate in Organ:
        if body.startswith(candidate.value) or body.endswith(" " + candidate.value):
            return candidate
    if body == "Assembly":
        return Organ.GENERAL_ASSEMBLY
    if body == "Council":
        if organ is not None and organ is not Organ.GENERAL_ASSEMBLY:
            return organ
        return Organ.ECONOMIC_AND_SOCIAL_COUNCIL if by_year else Organ.HUMAN_RIGHTS_COUNCIL
    return None

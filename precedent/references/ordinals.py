"""Sessions, meetings, anniversaries and other events that are counted by an ordinal or named by a year."""

from __future__ import annotations

import re
from collections.abc import Iterator

from precedent.references.kinds import SessionReference
from precedent.references.patterns import NAME, YEAR, pattern
from precedent.resolution import Span
from precedent.session import ORDINAL, Organ, ordinal_value

_UNITS = (
    "session", "meeting", "anniversary", "report", "forum", "conference", "review", "symposium", "congress",
    "summit", "edition", "cycle", "round", "assembly", "decade", "phase", "replenishment", "commemoration",
    "observance", "workshop", "dialogue", "consultation", "seminar", "retreat", "expo", "assessment",
    "outlook", "platform", "plenary", "amendment", "revision", "survey", "study", "update", "instalment",
    "tranche", "consortium", "ministerial", "fair", "debate", "colloquium", "olympiad",
)  # fmt: skip
_EVENTS = (
    "Forum", "Conference", "Review", "Symposium", "Congress", "Summit", "Assembly", "Decade", "Workshop",
    "Dialogue", "Consultation", "Seminar", "Retreat", "Expo", "Exposition", "Assessment", "Outlook",
    "Platform", "Report", "Survey", "Fair", "Games", "Festival", "Week", "Debate",
    "Colloquium", "Olympiad", "Meeting",
)  # fmt: skip
"""Nouns that make an event of capitalised words after an ordinal; a "Fourth Geneva Convention" is none."""
_ADJECTIVES = (
    "regular", "annual", "special", "resumed", "substantive", "biennial", "plenary", "emergency", "ordinary",
    "extraordinary", "high-level", "ministerial", "general", "joint", "organizational", "formal", "full",
    "intersessional", "biannual", "triennial", "quadrennial", "consecutive", "international", "global",
    "world", "regional", "national", "periodic", "progress", "thematic", "intergovernmental", "informal",
    "open-ended", "preparatory", "consultative", "review", "technical", "implementation", "reporting",
    "assessment", "quota", "political", "open", "parliamentary", "multi-stakeholder", "statutory", "summit",
    "sectoral", "universal", "synthesis", "interim", "voluntary", "local", "comprehensive", "five-year",
    "10-year", "programming",
)  # fmt: skip
_DIGITS = r"\d{1,4}(?:st|nd|rd|th)"
_ONE = rf"(?:{ORDINAL.replace('[-‑ ]', '[-]')}|{_DIGITS})"
_ORDINALS = pattern(
    rf"\b(?=[1-9efnost])(?P<list>{_ONE}(?:(?:, | and |, and | to | or | ?– ?)(?:the )?{_ONE})*)(?=\W)"
    rf"(?:(?:,? (?:{'|'.join(_ADJECTIVES)})(?: and)?){{0,4}},? "
    rf"(?P<unit>{'|'.join(_UNITS)}|anniversaries|assemblies|symposiums|summits)(?:s|es)?(?![\w-]))?",
    re.IGNORECASE,
)
_EACH = re.compile(_ONE, re.IGNORECASE)
_YEAR_SESSION = pattern(
    rf"(?<![\w/.,-])(?P<years>{YEAR}(?:(?:, | and |, and | to )(?:the )?{YEAR})*) "
    r"(?:(?:regular|annual|special|resumed|substantive|organizational|high-level|political) ){0,3}"
    r"(?P<unit>session|forum)s?\b"
)
_EVENT = pattern(rf" (?P<name>{NAME})")
_EVENT_UNIT = re.compile(
    rf"\b(?P<first>{'|'.join(_EVENTS)})s?(?![\w-])"
    rf"(?:(?: +[A-Z][\w-]*)* +(?P<last>{'|'.join(_EVENTS)})s?(?![\w-]))?"
)
_OF = pattern(rf"(?:, [a-z]+)* of (?:the )?(?P<body>{NAME})")
_ITS = pattern(r"\b(?:its|their) $")
_RECORDS = pattern(rf"\bRecords of the (?P<body>{NAME}),? $")
_LINKED = (
    r"(?:(?: (?:on|of|for|to|the|and))* (?!General A|Security C|Human Rights C|Economic and S)[A-Z][\w’-]*)*"
)
_BODY = pattern(
    r"\b(?:Economic and Social Council"
    r"|(?:[A-Z][\w’-]+,? (?:and )?)*(?:Assembly|Council|Board|Forum|Body|Mechanism|Authority|Programme|Union"
    r"|Organization|Platform|Institute|Commission|Committee|Subcommittee|Conference|Group)"
    rf"{_LINKED}|(?P<self>it))\b"
)
_AFTER = pattern(rf", the (?P<body>{NAME})")
_QUOTED = re.compile(r"“[^”]*”?")
_OLDEST = 40
"""A session that a text calls "its" without naming a body is the organ's own from about this number."""


def find_ordinals(text: str, organ: Organ | None) -> Iterator[SessionReference]:
    """Ordinals with what they count, in a text made even."""
    for match in _ORDINALS.finditer(text):
        event = _event(text, match)
        if event is None and match["unit"] is None:
            continue
        each = list(_EACH.finditer(text, match.start("list"), match.end("list")))
        last = _number(each[-1][0])
        body: str | None
        of_organ: Organ | None = None
        if event:
            unit, end, body = event
        else:
            unit, end = _singular(match["unit"]), match.end()
            body, of_organ = _whose(
                text, match.start(), end, organ, own=unit == "session" and last >= _OLDEST
            )
        for one in each:
            span = Span(one.start(), end if one is each[-1] else one.end())
            yield SessionReference(span, _number(one[0]), one[0].lower(), body, of_organ, unit)
    yield from _by_year(text, organ)


def _by_year(text: str, organ: Organ | None) -> Iterator[SessionReference]:
    """Sessions named by their year: "2026 session", "2025 and 2026 sessions"."""
    for match in _YEAR_SESSION.finditer(text):
        own = organ is Organ.ECONOMIC_AND_SOCIAL_COUNCIL
        body, of_organ = _whose(text, match.start(), match.end(), organ, own=own)
        if body == "Council":
            of_organ = Organ.ECONOMIC_AND_SOCIAL_COUNCIL
        each = list(re.finditer(YEAR, match["years"]))
        for one in each:
            start = match.start() + one.start()
            span = Span(start, match.end() if one is each[-1] else start + 4)
            yield SessionReference(span, int(one[0]), one[0], body, of_organ, match["unit"])


def _number(words: str) -> int:
    return ordinal_value(words) or int(re.sub(r"\D", "", words) or 0)


def _singular(unit: str) -> str:
    unit = unit.lower()
    if unit in ("anniversaries", "assemblies"):
        return unit[:-3] + "y"
    return unit.removesuffix("s") if unit in ("symposiums", "summits") else unit


def _event(text: str, match: re.Match[str]) -> tuple[str, int, str] | None:
    """(unit, end, name) of a capitalised event after an ordinal: "World Water Forum"."""
    name = _EVENT.match(text, match.end("list"))
    if name is None or name["name"].startswith("Committee"):
        return None
    unit = _EVENT_UNIT.search(text, name.start("name"), name.end())
    if unit is None or unit[0].startswith("Meeting"):
        return None
    noun = unit["last"] or unit["first"]
    return noun.lower(), unit.end(), re.split(r",| and the\b", name["name"])[0]


def _whose(
    text: str, start: int, end: int, organ: Organ | None, *, own: bool
) -> tuple[str | None, Organ | None]:
    """Whose session it is: "BODY at its …" or "… of the BODY"; "its" alone may be the organ that speaks."""
    window = _QUOTED.sub(lambda quoted: " " * len(quoted[0]), text[max(0, start - 160) : start])
    body: str | None = None
    if its := _ITS.search(window):
        bodies = list(_BODY.finditer(window, 0, its.start()))
        after = None if bodies else _AFTER.match(text, end)
        if after or (bodies and not bodies[-1]["self"]):
            body = after["body"] if after else bodies[-1][0]
        elif organ and (bodies or own):
            return organ.value, organ
        elif bodies:
            return None, None
    if body is None and (named := _RECORDS.search(window) or _OF.match(text, end)):
        body = re.split(r",| and the\b", named["body"])[0]
    return body, _organ(body, organ) if body else None


def _organ(body: str, organ: Organ | None) -> Organ | None:
    for candidate in Organ:
        if body.removeprefix("United Nations ").startswith(candidate.value):
            return candidate
    if body == "Assembly":
        return Organ.GENERAL_ASSEMBLY
    if body == "Council":
        return organ if organ and organ is not Organ.GENERAL_ASSEMBLY else Organ.HUMAN_RIGHTS_COUNCIL
    return None

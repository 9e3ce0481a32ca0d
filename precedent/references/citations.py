"""Resolutions and decisions by number, alone and in lists, and documents by their whole symbol.

Which body adopted a resolution is told by the words before its number ("its", "Security Council"), by what
follows ("of the General Assembly") and by the form of the number itself: 70/1, 2023/3, 1325 (2000),
217 A (III).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from precedent.references.kinds import DecisionCitation, DocumentReference, OtherCitation, ResolutionCitation
from precedent.references.numbers import FIRST_SLASHED, Number, find_numbers
from precedent.references.patterns import NAME, pattern
from precedent.resolution import Span
from precedent.session import Organ
from precedent.symbol import Symbol

_NAMED_AFTER = pattern(rf",? of the (?P<body>{NAME})")
_NAMED_BEFORE = pattern(rf"(?P<body>{NAME})(?P<gap>,? (?:(?:in|by|through|adopted) )?)$")
_ITS = pattern(r"\b(?:[Ii]ts|[Oo]ur)(?: (?!sessions?\b)(?:[a-z-]+,?(?: and [a-z-]+)?)){0,3} $")
"""Not "at its seventy-ninth session, of resolution 79/8", which another body adopted."""
_ADOPTS = re.compile(
    r"\b(?:Assembly|Council|Conference|Commission|Committee|Board|Congress|Union|Organization|Authority|Parties"
    r"|Agency|Programme|Habitat|Meeting|Fund|Office|Summit)\b"
)
_SHORT = re.compile(r"\b(?:and|of|the|by) +(Assembly|Council)$")
_OPENING = re.compile(
    r"(?:[A-Z]\w*(?:ing|es|ds|ms|ts|ls|ns)|See|Including|Also|In|By|The|Its|Under|Deeply|Having|And|Cf) +"
)
_SYMBOL = re.compile(
    r"(?<![\w/.-])[A-Z]{1,9}\d{0,3}(?:/[A-Z0-9][\w.\-–]*)+"
    r"(?:(?<=\d) ?\((?:[IVXL]+|(?:19|20)\d\d|Vols?\. [IVX]+|P(?:art|ART) [IVX]+)\))?"
)
_FIRST_DECISION = 300
"""Its decisions of one session are numbered above the resolutions."""


def find_documents(text: str) -> Iterator[DocumentReference]:
    """Whole symbols in a text made even."""
    for match in _SYMBOL.finditer(text):
        words = match[0].rstrip(".-–")
        if not any(c.isdigit() for c in words):
            continue
        try:
            yield DocumentReference(Span(match.start(), match.start() + len(words)), Symbol.parse(words))
        except ValueError:
            continue


def find_citations(
    text: str, organ: Organ | None
) -> Iterator[ResolutionCitation | DecisionCitation | OtherCitation]:
    """Numbers of resolutions and decisions in a text made even, each with its date and the organ it is of."""
    numbers = find_numbers(text)
    for index, number in enumerate(numbers):
        body, its = _named_before(text, number.head)
        if not body and not its:
            body = _named_after(text, numbers, index)
        yield _citation(text, number, organ, body, its=its)


def _named_before(text: str, head: re.Match[str] | None) -> tuple[str, bool]:
    """(name of the body in the words before "resolution", whether they say "its")."""
    if head is None:
        return "", False
    before = text[max(0, head.start() - 110) : head.start()]
    its = _ITS.search(before)
    if its:
        before = before[: its.start()]
    named = _NAMED_BEFORE.search(before)
    if named is None or bool(its) != bool(named["gap"].strip()):
        return "", its is not None
    body = _trimmed(named["body"])
    return body if _ADOPTS.search(body) else "", its is not None


def _trimmed(name: str) -> str:
    """The name without the opening words of a paragraph that stand before it."""
    while opening := _OPENING.match(name):
        name = re.sub(r"^(?:and|of|the|on|for|to|with|by|under) +", "", name[opening.end() :])
    if re.fullmatch(_OPENING.pattern.removesuffix(" +"), name):
        return ""
    short = _SHORT.search(name)
    return short[1] if short else name


def _named_after(text: str, numbers: list[Number], index: int) -> str:
    """The body named after a list: "resolutions 5/1 and 5/2 of the Human Rights Council"."""
    while index + 1 < len(numbers) and numbers[index].leads_to(numbers[index + 1]):
        index += 1
    after = _NAMED_AFTER.match(text, numbers[index].tail)
    return after["body"] if after and _ADOPTS.search(after["body"]) else ""


def _citation(
    text: str, number: Number, organ: Organ | None, body: str, *, its: bool
) -> ResolutionCitation | DecisionCitation | OtherCitation:
    adopted_by = _organ(number, body, its=its, organ=organ, text=text)
    span = Span(number.span.start, max(number.span.end, number.tail))
    symbol = _symbol(number, adopted_by) if adopted_by else None
    if symbol is None:
        return OtherCitation(span, number.kind, body, number.text, number.date, number.date_span, number.span)
    own = adopted_by is organ if organ else its and not body
    make = ResolutionCitation if number.kind == "resolution" else DecisionCitation
    return make(span, symbol, number.text, number.date, number.date_span, number.span, own, body)


def _symbol(number: Number, organ: Organ) -> Symbol | None:
    prefix = {
        Organ.GENERAL_ASSEMBLY: "A/DEC/",
        Organ.ECONOMIC_AND_SOCIAL_COUNCIL: "E/DEC/",
        Organ.HUMAN_RIGHTS_COUNCIL: "A/HRC/DEC/",
    }
    try:
        if number.kind == "resolution":
            return Symbol.cited(number.text, organ)
        return Symbol.parse(prefix[organ] + number.text) if organ in prefix else None
    except ValueError:
        return None


def _organ(number: Number, body: str, *, its: bool, organ: Organ | None, text: str) -> Organ | None:
    """Who adopted it; None for bodies other than the four organs."""
    named = _named(body)
    if number.foreign or (body and not named and body not in ("Assembly", "Council")):
        return None
    council = Organ.ECONOMIC_AND_SOCIAL_COUNCIL
    if number.by_year:
        adopts = council if "/" in number.text else Organ.SECURITY_COUNCIL
        return adopts if not named or adopts in named else None
    if "/" not in number.text:
        economic = council in named or body == "Council" or (its and not body and organ is council)
        return council if economic else Organ.GENERAL_ASSEMBLY
    guess = _guess(number, body, named, organ, text)
    if guess is Organ.GENERAL_ASSEMBLY and number.session.isdigit():
        if int(number.session) < FIRST_SLASHED or (
            number.kind == "decision" and number.serial < _FIRST_DECISION
        ):
            return None
        # Regional and functional commissions number theirs by session too; the date tells them apart.
        plain = not (its or body) and number.date is not None and "Commission" in text
        return None if plain and not _in_session(number) else guess
    return guess


def _named(body: str) -> tuple[Organ, ...]:
    """The organs whose full names begin or end the words; the World Health Assembly is none."""
    if body.endswith("Peace and Security Council"):  # the African Union's
        return ()
    return tuple(organ for organ in Organ if body.startswith(organ.value) or body.endswith(organ.value))


def _guess(
    number: Number, body: str, named: tuple[Organ, ...], organ: Organ | None, text: str
) -> Organ | None:
    """Whose 70/1, 5/1 or S-10/2 it is; where no full name tells, the date helps."""
    rights = Organ.HUMAN_RIGHTS_COUNCIL
    if named:
        return named[0] if len(named) == 1 else Organ.GENERAL_ASSEMBLY
    if body == "Council":
        return rights
    if body == "Assembly" or number.session.startswith("ES-"):
        return Organ.GENERAL_ASSEMBLY
    possible = organ is rights or "Human Rights Council" in text
    if possible and number.date and number.session.isdigit():
        of_assembly = _in_session(number)
        of_rights = abs(2006 + (int(number.session) - 1) // 3 - number.date.year) <= 1
        if of_assembly != of_rights:
            return rights if of_rights else Organ.GENERAL_ASSEMBLY
    if organ is rights or (number.session.isdigit() and int(number.session) < FIRST_SLASHED):
        return rights if possible else None
    return Organ.GENERAL_ASSEMBLY


def _in_session(number: Number) -> bool:
    """Whether its date falls in the years of the General Assembly's session of that number."""
    session = int(number.session)
    return number.date is not None and number.date.year - 1945 in (session, session + 1)

"""How paragraphs open: a participle in the preamble, a verb in the third person in the operative part.

The opening is the whole phrase that is printed in italics ("Noting with great concern also"); a text without
italics is given them from here. The words are the openings that were counted
in adopted texts of the 74th to 80th sessions.
"""

from __future__ import annotations

import re
from functools import lru_cache

from precedent.resolution import Kind, Span

_ADVERBS = (
    "also|further|furthermore|again|once again|once more|accordingly|deeply|deep|equally|ever|extremely"
    "|firmly|fully|gravely|greatly|highly|likewise|particularly|profoundly|seriously|solemnly|strongly"
    "|unequivocally|urgently|utterly|categorically|warmly"
)
_ADJECTIVES = (
    "alarmed|anxious|appalled|aware|cognizant|committed|concerned|confident|conscious|convinced"
    "|dedicated|desirous|determined|disappointed|disturbed|encouraged|grateful|guided|horrified"
    "|inspired|mindful|motivated|moved|persuaded|pleased|prompted|resolved|saddened|seized|shocked"
    "|troubled"
)
_VERBS = (
    "accept|acknowledge|adopt|affirm|agree|anticipate|appeal|applaud|appoint|appreciate|appropriate"
    "|approve|assert|assure|authorize|brings?|call|commend|commit|condemn|confirm|congratulate|consider"
    "|continue|decide|declare|demand|denounce|deplore|designate|determine|draw|elect|emphasize"
    "|encourage|endorse|establish|express|extend|highlight|honour|insist|instruct|invite|look|maintain"
    "|note|object|pay|pledge|praise|proclaim|propose|protest|raise|re-emphasize|reaffirm|realize|recall"
    "|recognize|recommend|recommit|reconfirm|refer|regret|reiterate|reject|remain|remind|renew|request"
    "|require|resolve|respect|salute|share|stress|suggest|support|take|transmit|trust|underline"
    "|underscore|understand|urge|value|warn|welcome"
)
_FEELING = (
    "(?:(?:continued|continuing|deep|deepest|firm|full|grave|gravest|great|increasing|particular|previous|profound"
    "|renewed|serious|sincere|special|strong|strongest|unequivocal|unwavering|utmost|very|warm) )*"
    "(?:abhorrence|alarm|appeal|appreciation|approval|belief|call|commitment|concern|condemnation|condolence"
    "|confidence|conviction|demand|determination|disappointment|distress|endorsement|expectation|friendship"
    "|gratitude|hope|indignation|intention|interest|invitation|need|opposition|outrage|readiness|recognition|regret"
    "|request|resolve|respect|satisfaction|shock|solidarity|support|sympathy|view|willingness)s?"
)
_AGAIN = {
    Kind.PREAMBULAR: "also|further|once again|once more|again",
    Kind.OPERATIVE: "once again|once more|again",
}
_OBJECT = (
    r"(?: (?:note|in mind|forward|into (?:account|consideration)|tribute|due consideration"
    r"|(?:to )?(?:the )?attention(?= (?:of|to)\b)))?"
    rf"(?: (?:its |our |the (?=hope|view|deep|grave))?{_FEELING}(?: and (?:its )?{_FEELING})?(?= |,|$))?"
    r"(?: (?:once again |again )?(?:upon|(?<=[Cc]alls )for|(?<=[Cc]alling )for|(?<=call )for))?"
)
_END = (
    rf"(?: with {_FEELING}(?: and {_FEELING})?)?"
    r"(?: unequivocally)?(?: in the strongest(?: possible)? terms)?"
)
_NO_PARTICIPLES = (
    "according|anything|during|everything|following|king|nothing|notwithstanding|something|spring|string|wing"
)
_HEADS = {
    Kind.PREAMBULAR: (
        rf"(?!(?:{_NO_PARTICIPLES})\b)"
        rf"(?:(?:being|remaining)(?: deeply| gravely| seriously)? (?:{_ADJECTIVES})|{_ADJECTIVES}"
        r"|[A-Za-z-]+ing(?: (?:also )?(?:adopted|considered|examined|heard|listened|met|noted|received|reviewed))?)"
    ),
    Kind.OPERATIVE: rf"(?:remains(?: deeply| gravely| seriously)? (?:{_ADJECTIVES})|(?:{_VERBS})e?s)",
}


_DOUBLED = {"commit": "committing", "recommit": "recommitting", "refer": "referring", "regret": "regretting"}
_MORE = (
    "bearing|being|believing|desiring|expecting|fearing|giving|guiding|having|honouring|keeping|proceeding|recognising"
    "|seeking|striving|wishing"
)


VERBS = tuple(_VERBS.replace("s?", "").split("|"))
"""Verbs that open paragraphs, as dictionaries have them."""


def participle(verb: str) -> str:
    """As it opens a preambular paragraph: "recalling"."""
    return _DOUBLED.get(verb, re.sub("e$", "", verb) + "ing")


def third_person(verb: str) -> str:
    """As it opens an operative paragraph: "recalls"."""
    return verb + ("es" if verb.endswith(("s", "sh", "ch", "x")) else "s")


@lru_cache(maxsize=1)
def _participles() -> re.Pattern[str]:
    """Participles that open preambular paragraphs, as far as they are known."""
    made = "|".join(map(participle, VERBS))
    return re.compile(rf"(?:(?:{_ADVERBS}) )*(?:{made}|{_MORE}|{_ADJECTIVES})\b", re.IGNORECASE)


@lru_cache(maxsize=2)
def _pattern(kind: Kind) -> re.Pattern[str]:
    head = rf"(?:(?:{_ADVERBS}) )*{_HEADS[kind]}(?![\w’'-])"
    again = rf"(?:,? (?:{_AGAIN[kind]})(?= |,|$)(?! in this regard))?"
    whole = rf"{head}(?: and {head}(?= ))?{again}{_OBJECT}{_END}{again}(?![\w’'-])"
    return re.compile(whole, re.IGNORECASE)


def opening_of(text: str, kind: Kind) -> Span | None:
    """The opening of a preambular or operative paragraph; None where its first words are not known as one."""
    found = _pattern(kind).match(text) if text[:1].isupper() else None
    return Span(0, found.end()) if found else None


def part_of(text: str) -> Kind | None:
    """Whether a paragraph opens like a preambular or an operative one; None where the words do not tell."""
    start = text.lstrip()[:200]
    if not start[:1].isupper():
        return None
    return next((kind for kind in (Kind.OPERATIVE, Kind.PREAMBULAR) if _pattern(kind).match(start)), None)


def certain_part_of(text: str) -> Kind | None:
    """As `part_of`, but only where the first words are known to open paragraphs: "Planning" does not."""
    found = part_of(text)
    return None if found is Kind.PREAMBULAR and not _participles().match(text.lstrip()) else found

"""Numbers of paragraphs: of this text, or of one that is cited."""

from __future__ import annotations

from collections.abc import Iterator

from precedent.references.kinds import ParagraphReference
from precedent.references.patterns import pattern
from precedent.resolution import Span

_LETTER = r"\((?:[a-z]{1,2}|[ivx]+)\)"
_NUMBER = (
    rf"(?:\d{{1,3}}(?:\.\d{{1,2}})*(?: ?{_LETTER})*(?:(?: bis| ter| quater)\b)?|{_LETTER}(?: ?{_LETTER})?)"
)
_JOIN = r"(?:, and |, | and | to | or | ?[–-] ?)"
_PARAGRAPHS = pattern(
    rf"\b(?:[Ss]ub-?)?(?:[Pp]aragraphs?|[Pp]aras?\.) (?P<list>{_NUMBER}(?![\w/])"
    rf"(?:{_JOIN}{_NUMBER}(?![\w/%]|[.,]\d| (?:per cent|million|billion)))*)"
    r"(?P<where> (?:above|below)\b| of the present (?:resolution|decision)\b)?"
)
_OF_RESOLUTION = pattern(r",? (?:of|to) (?:[A-Za-z’-]+ ){0,7}?(?:resolution|decision|annex)s?\b")
_ITEM = pattern(rf"(?P<join>to|–|-)? ?(?P<number>{_NUMBER})")
_LONGEST = 200
"""More paragraphs than any range holds; a longer one is a misprint and is not spelled out."""


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
    """Each number of a list: "15 to 17, 20 (a)" → 15, 16, 17, 20 (a)."""
    last = ""
    for item in _ITEM.finditer(words):
        number = item["number"]
        if item["join"] and last.isdigit() and number.isdigit():
            between = range(int(last) + 1, int(number))
            yield from map(str, between if len(between) <= _LONGEST else ())
        yield number
        last = number

"""Lists of resolutions, in the order of their numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from assistant.checks.editor.place import Hit, Place
from precedent.references import ResolutionCitation
from precedent.series import references_in
from precedent.symbol import Symbol

_LINK = re.compile(r",? and |, ")


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedInOrder:
    """A resolution that stands in a list after one of a later number."""

    def meets(self, place: Place) -> Iterator[Hit]:
        """Each such citation outside quotation marks; one by the dates, or from the latest back, is in order too."""
        for listed in _lists(place):
            ranks = [_rank(each.symbol) for each in listed]
            dates = [each.date for each in listed if each.date]
            if ranks == sorted(ranks, reverse=True) or (len(dates) == len(listed) and dates == sorted(dates)):
                continue
            for one, other in pairwise(listed):
                if _rank(other.symbol) < _rank(one.symbol):
                    number = other.number_span
                    found, first = number.of(place.text), one.number_span.of(place.text)
                    message = f"{found} stands after {first}: a list goes by the numbers"
                    yield Hit(number.start, number.end, message=message)


def _lists(place: Place) -> Iterator[list[ResolutionCitation]]:
    """The citations of one body that follow each other with nothing but their dates, commas and "and" between."""
    cited = [
        reference
        for reference in references_in(place.text, place.organ)
        if isinstance(reference, ResolutionCitation)
        and not reference.quoted
        and _is_counted(reference.symbol)
    ]
    run: list[ResolutionCitation] = []
    for reference in cited:
        if run and not _follows(run[-1], reference, place.text):
            yield run
            run = []
        run.append(reference)
    yield run


def _follows(one: ResolutionCitation, other: ResolutionCitation, text: str) -> bool:
    end = max(one.span.end, one.date_span.end if one.date_span else 0)
    linked = end <= other.span.start and _LINK.fullmatch(text, end, other.span.start)
    return bool(linked) and _body(one.symbol) == _body(other.symbol)


def _is_counted(symbol: Symbol) -> bool:
    """Whether it has a session and a number, unlike "217 A (III)"."""
    return symbol.session.isdigit() and str(symbol.number).isdigit()


def _body(symbol: Symbol) -> str:
    return str(symbol).partition("/RES/")[0]


def _rank(symbol: Symbol) -> tuple[int, int]:
    return int(symbol.session), int(symbol.number)

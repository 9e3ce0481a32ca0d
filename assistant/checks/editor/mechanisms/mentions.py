"""Resolutions that a text mentions: the first time with the date, later without."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.checks.editor.place import Hit, Place, Text
from assistant.checks.rule import Part
from precedent.references import ResolutionCitation
from precedent.series import references_in

_READ = (Part.PREAMBULAR, Part.OPERATIVE, Part.SUB)
_DATES_LEFT_OUT = 3
"""From so many citations in one paragraph on they are a list, which shares or leaves out dates."""
_LIST = (" and ", ", ", ", and ")
_TOLD_OTHERWISE = re.compile(
    r"(?:,? and [\w/() -]{3,14})?,? (?:of|adopted\b[^;]{0,60}? on) \d{1,2}(?: and \d{1,2})? [A-Z][a-z]+ \d{4}"
)
"""After a number: "adopted without a vote on 25 March 2021"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """First mentions without a date, or later ones with it; an annex is a text of its own, and so is a note."""

    first: bool
    """Whether it minds first mentions, else later ones."""

    def meets_in(self, text: Text) -> Iterator[tuple[str, Hit]]:
        """Each such citation outside quotation marks; a long list may leave dates out, and shares them."""
        mentioned: dict[str, str] = {}
        for label, place in text.places:
            if place.part not in _READ:
                continue
            references = references_in(place.text, text.organ)
            cited = [r for r in references if isinstance(r, ResolutionCitation)]
            for reference in cited:
                symbol = str(reference.symbol)
                before = mentioned.get(symbol)
                mentioned.setdefault(symbol, label)
                if before is None and self.first and len(cited) < _DATES_LEFT_OUT:
                    yield from ((label, hit) for hit in _undated(place, reference))
                elif before is not None and not self.first:
                    yield from ((label, hit) for hit in _dated_again(place, reference, cited, before))


def _undated(place: Place, reference: ResolutionCitation) -> Iterator[Hit]:
    span = reference.span
    if not (
        reference.dated or reference.quoted or _TOLD_OTHERWISE.match(place.text, reference.number_span.end)
    ):
        yield Hit(span.start, span.end)


def _dated_again(
    place: Place, reference: ResolutionCitation, cited: list[ResolutionCitation], before: str
) -> Iterator[Hit]:
    date, number = reference.date_span, reference.number_span
    if date is None or reference.quoted or place.text[number.end : date.start] != " of ":
        return
    ahead = max((r.number_span.end for r in cited if r.number_span.end <= number.start), default=None)
    if ahead is not None and place.text[ahead : number.start] in _LIST:  # the date is that of both
        return
    message = f"{before} mentions it before; the date stands there"
    yield Hit(number.start, date.end, number.of(place.text), message)

"""Finds the references of a text: every kind in turn, where two overlap the first wins."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from precedent.references.citations import find_citations, find_documents
from precedent.references.dates import find_days, find_years
from precedent.references.figures import find_figures
from precedent.references.kinds import Reference
from precedent.references.ordinals import find_ordinals
from precedent.references.paragraphs import find_paragraphs
from precedent.references.patterns import evened
from precedent.resolution import Span
from precedent.session import Organ

_QUOTED = re.compile(r"“([^“”]*(?:“[^“”]*”[^“”]*)*)”|\"([^\"]*)\"")
_DIGIT = re.compile(r"\d")


def find_references(text: str, organ: Organ | None = None) -> tuple[Reference, ...]:
    """All references of a text, in order.

    Args:
        text: one paragraph or footnote.
        organ: who speaks in it, which settles whose "its resolution 70/1" is.
    """
    even = evened(text)
    found = _apart(_candidates(even, organ), len(even))
    quotes = quoted_spans(even)
    if quotes:
        found = [_marked(reference, quotes) for reference in found]
    return tuple(found)


def find_named(text: str, organ: Organ | None = None) -> tuple[Reference, ...]:
    """Those references alone that name a resolution or a document, in order; nothing is told of quotations."""
    if not _DIGIT.search(text):
        return ()
    even = evened(text)
    return tuple(_apart(_named(even, organ), len(even)))


def quoted_spans(text: str) -> tuple[Span, ...]:
    """What stands between double quotation marks, curly or straight, without the marks; outermost only."""
    if "“" not in text and '"' not in text:
        return ()
    return tuple(Span(*match.span(match.lastindex or 0)) for match in _QUOTED.finditer(text))


def _candidates(text: str, organ: Organ | None) -> Iterator[Reference]:
    """References of every kind; where two overlap the first wins."""
    if _DIGIT.search(text):
        yield from _named(text, organ)
        yield from find_paragraphs(text)
        yield from find_days(text)
    yield from find_ordinals(text, organ)
    if _DIGIT.search(text):
        yield from find_years(text)
    yield from find_figures(text)


def _named(text: str, organ: Organ | None) -> Iterator[Reference]:
    yield from find_documents(text)
    yield from find_citations(text, organ)


def _apart(candidates: Iterable[Reference], length: int) -> list[Reference]:
    taken = bytearray(length)
    found: list[Reference] = []
    for reference in candidates:
        start, end = reference.span.start, reference.span.end
        if taken.find(1, start, end) < 0:
            taken[start:end] = b"\x01" * (end - start)
            found.append(reference)
    return sorted(found, key=lambda reference: reference.span)


def _marked(reference: Reference, quotes: tuple[Span, ...]) -> Reference:
    span = reference.span
    inside = any(quote.start <= span.start and span.end <= quote.end for quote in quotes)
    return replace(reference, quoted=True) if inside else reference

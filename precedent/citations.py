"""What a text cites, with which date and title, and who cites it; held against what the index knows to be true.

A citation gives a date ("70/1 of 25 September 2015") and sometimes the title, in quotation marks after "entitled".
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from precedent.index.protocol import Card, PrecedentIndex
from precedent.references import DecisionCitation, DocumentReference, ResolutionCitation, find_references
from precedent.resolution import Resolution, Span
from precedent.session import Organ
from precedent.wording import fold_title

_ENTITLED = re.compile(
    r"(?:,? (?:of|adopted on) \d{1,2} \w+ \d{4})?(?:,? (?:and )?(?:annex(?: [IVX]+)?|section [IVX]+|part [A-Z]))?"
    r",? (?:is |was )?entitled (?P<quote>“(?P<title>[^“”]*(?:“[^“”]*”[^“”]*)*)”)"
)


@dataclass(frozen=True, slots=True)
class Cited:
    """One document cited in one paragraph or footnote."""

    label: str
    symbol: str
    span: Span
    """Of the reference in its text."""
    date: dt.date | None = None
    date_span: Span | None = None
    title: str | None = None
    title_span: Span | None = None
    """Without the quotation marks."""


@dataclass(frozen=True, slots=True)
class Slip:
    """What a citation says that is not so."""

    cited: Cited
    what: str
    """ "date" or "title"."""
    said: str
    right: str


def cited_in(resolution: Resolution) -> Iterator[Cited]:
    """Every document that a text cites, in reading order, as often as it cites it."""
    own = resolution.masthead.symbol
    for label, text in resolution.places():
        for found in citations_of(label, text, resolution.masthead.organ):
            if own is None or found.symbol != str(own):
                yield found


def citations_of(label: str, text: str, organ: Organ | None) -> Iterator[Cited]:
    """Every document that one paragraph or footnote cites."""
    for reference in find_references(text, organ):
        if isinstance(reference, ResolutionCitation | DecisionCitation):
            title = quoted_title(text, reference.number_span.end)
            yield Cited(
                label,
                str(reference.symbol),
                reference.span,
                reference.date,
                reference.date_span,
                title.of(text) if title else None,
                title,
            )
        elif isinstance(reference, DocumentReference):
            yield Cited(label, str(reference.symbol), reference.span)


def quoted_title(text: str, after: int) -> Span | None:
    """Where the title of a document is quoted after its number; None where it is not."""
    found = _ENTITLED.match(text, after)
    return Span(*found.span("title")) if found else None


def slips(index: PrecedentIndex, cited: Cited) -> Iterator[Slip]:
    """What a citation says otherwise than the cited text itself; nothing where the index does not hold that."""
    card = index.card(cited.symbol)
    if card is None:
        return
    if cited.date is not None and card.adopted is not None and is_wrong(index, card, cited.date):
        yield Slip(cited, "date", cited.date.isoformat(), card.adopted.isoformat())
    if cited.title is not None and card.title and not same_title(cited.title, card.title):
        yield Slip(cited, "title", cited.title, card.title)


def is_wrong(index: PrecedentIndex, card: Card, day: dt.date) -> bool:
    """Whether a text was adopted on another day.

    A day that the reader of the cited text was unsure of is held against nobody: the data in the file of A/RES/76/254
    have its day of issue, its last line the day of adoption, and the reader remarked on both.
    """
    if day == card.adopted:
        return False
    text = index.document(card.symbol)
    return text is None or not any(day.isoformat() in remark.text for remark in text.remarks)


def same_title(said: str, title: str) -> bool:
    """Whether a title as it is quoted is the title: case, marks and an article before it aside.

    Of a title that holds quotation marks of its own a part may be quoted.
    """
    told, right = _spelled(said), _spelled(title)
    return told == right or ("“" in title and told in right)


def _spelled(title: str) -> str:
    return fold_title(title).removeprefix("the ").replace(" ", "")


def cited_by(index: PrecedentIndex, symbol: str) -> Iterator[tuple[Card, Cited]]:
    """Every place that cites a document, newest first, with the date and the title that it gives."""
    own = index.card(symbol)
    wanted = _bare(own.symbol if own else symbol)
    for name, places in groupby(index.citing(symbol), key=lambda place: place.symbol):
        card, text = index.card(name), index.document(name)
        if card is None or text is None:
            continue
        labels = {place.label for place in places}
        for label, words in text.places():
            if label in labels:
                found = citations_of(label, words, text.masthead.organ)
                yield from ((card, cited) for cited in found if _bare(cited.symbol) == wanted)


def _bare(symbol: str) -> str:
    return re.sub(r"\s+", "", symbol).upper()

"""Made-up texts of a made-up assembly's fashion, as files that the index takes in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from precedent.resolution import (
    DocumentKind,
    Footnote,
    Kind,
    Masthead,
    NoteCall,
    Paragraph,
    Resolution,
    Span,
    labelled,
)
from precedent.symbol import Symbol

Write = Callable[..., Path]


def made(
    symbol: str,
    adopted: str,
    *words: str,
    title: str = "Keeping of lighthouses",
    issued: str | None = None,
    note: str | None = None,
) -> Resolution:
    """A resolution: words that end with a comma are preambular, "(a) …" is a sub-paragraph, the rest operative."""
    paragraphs: list[Paragraph] = []
    numbered = 0
    for each in words:
        opening = (Span(0, len(each.split(" ", maxsplit=1)[0])),)
        if each.startswith("("):
            number, text = each.split(" ", maxsplit=1)
            paragraphs.append(Paragraph(kind=Kind.OPERATIVE, number=number, level=1, text=text))
        elif each.endswith(","):
            paragraphs.append(Paragraph(kind=Kind.PREAMBULAR, text=each, italics=opening))
        else:
            numbered += 1
            paragraphs.append(
                Paragraph(kind=Kind.OPERATIVE, number=f"{numbered}.", text=each, italics=opening)
            )
    named = Symbol.parse(symbol)
    footnotes = (Footnote(marker="1", text=note),) if note else ()
    if note:
        first = paragraphs[0]
        paragraphs[0] = Paragraph(
            kind=first.kind, text=first.text, italics=first.italics, notes=(NoteCall(len(first.text), "1"),)
        )
    return Resolution(
        masthead=Masthead(
            kind=DocumentKind.RESOLUTION,
            symbol=named,
            organ=named.organ,
            adopted=dt.date.fromisoformat(adopted),
            date=dt.date.fromisoformat(issued or adopted),
        ),
        title=title,
        enacting=f"The {named.organ.value if named.organ else 'Keepers'},",
        paragraphs=labelled(paragraphs),
        footnotes=footnotes,
    )

"""The numbers of a text from the order of its paragraphs: 1., (a), (i), as the United Nations count them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from precedent.resolution import Kind, Paragraph, labelled

UNNUMBERED = ""
"""In place of a number: none is printed, although others of its kind have one ("Resolves that:")."""


def numbered(paragraphs: Iterable[Paragraph]) -> tuple[Paragraph, ...]:
    """Number a draft from the order of its paragraphs, and label it.

    Operative paragraphs run 1, 2, 3 across headings; the only one of a text or of a part has no number (19 of 19
    such parts of the 78th and 79th sessions), and `UNNUMBERED` ones are passed over. Letters start again under each
    paragraph; in an annex only paragraphs that have a number at all are counted. What is printed before a heading
    stays: `assistant.editing` counts it anew where an edit asks for it.
    """
    wanted = tuple(paragraphs)
    parts = Counter(p.section for p in wanted if p.kind is Kind.OPERATIVE and p.level == 0 and not p.closing)
    counts: Counter[tuple[str, int]] = Counter()
    found = []
    for paragraph in wanted:
        counted = (paragraph.kind is Kind.OPERATIVE and paragraph.number != UNNUMBERED) or (
            paragraph.kind is Kind.ANNEX and paragraph.number is not None
        )
        number: str | None = None
        if paragraph.kind is not Kind.HEADING and not paragraph.closing:
            for deeper in range(paragraph.level + 1, 5):
                counts[paragraph.section, deeper] = 0
        if paragraph.level and paragraph.kind is not Kind.HEADING:
            counts[paragraph.section, paragraph.level] += 1
            number = marker(paragraph.level, counts[paragraph.section, paragraph.level])
        elif counted and not paragraph.closing:
            counts[paragraph.section, 0] += 1
            alone = paragraph.kind is Kind.OPERATIVE and parts[paragraph.section] == 1
            number = None if alone else f"{counts[paragraph.section, 0]}."
        elif paragraph.kind in (Kind.REPORT, Kind.AMENDMENT, Kind.HEADING):
            number = paragraph.number
        found.append(replace(paragraph, number=number))
    return labelled(found)


def uncounted(paragraphs: Iterable[Paragraph]) -> tuple[Paragraph, ...]:
    """The paragraphs of a text as a draft has them: operative ones without a number beside numbered ones say so."""
    wanted = tuple(paragraphs)
    apart = [p.kind is Kind.OPERATIVE and not (p.level or p.closing) for p in wanted]
    counted = {p.section for p, own in zip(wanted, apart, strict=True) if own and p.number}
    return tuple(
        replace(p, number=UNNUMBERED) if own and p.number is None and p.section in counted else p
        for p, own in zip(wanted, apart, strict=True)
    )


def marker(level: int, count: int) -> str:
    """The mark before a sub-paragraph: (a), (b) … (z), (aa); (i), (ii); a., b. (Editorial Manual, para_subpara)."""
    if level == 2:
        return f"({roman(count)})"
    return f"({letter(count)})" if level == 1 else f"{letter(count)}."


def letter(count: int) -> str:
    """4 → "d"; behind z comes aa, and behind zz aaa."""
    return "abcdefghijklmnopqrstuvwxyz"[(count - 1) % 26] * ((count - 1) // 26 + 1)


def roman(number: int) -> str:
    """4 → "iv"."""
    parts = (
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    )
    found = ""
    for value, letters in parts:
        count, number = divmod(number, value)
        found += letters * count
    return found

"""A place in a text known again by the few words on either side of it, wherever other words have moved it."""

from __future__ import annotations

from rapidfuzz.fuzz import ratio

from assistant.draft import folded_words

_NEXT = 3
"""Words on either side by which a place is known again."""
_ALIKE = 80
"""Of 100: how alike they have to be on one side."""

Beside = tuple[str, str]
"""The words in front of a place and those behind it."""


def beside(text: str, start: int, end: int) -> Beside:
    """The few words on either side of [start, end)."""
    before, after = text[:start].split(), text[end:].split()
    return " ".join(before[-_NEXT:]), " ".join(after[:_NEXT])


def likeness(kept: Beside, now: Beside) -> float | None:
    """How surely a place is the one whose neighbours were kept (0 to 200); None where neither side is like it."""
    if not any(kept):
        return 0
    sides = [
        100 if was == words else ratio(was, words) if was and words else 0
        for was, words in zip(map(folded_words, kept), map(folded_words, now), strict=True)
    ]
    return sum(sides) if max(sides) >= _ALIKE else None

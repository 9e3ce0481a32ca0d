"""Order candidates by likeness to the words asked for, and by age. Pure.

A delegate who asks with a whole paragraph wants its nearest wording, and of several that are nearly as near the
latest: each year of age weighs as much as `AGE` points in a hundred of likeness, for the first few years. A scrap is
wanted where its words stand, however long the passage round them, and age says little there. The figures were chosen on
sessions 74 to 78 of the General Assembly.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b

from rapidfuzz import fuzz
from rapidfuzz.utils import default_process

AGE = 2.5
AGE_OF_SCRAP = 0.5
OLDEST = 6.0
"""Years after which age no longer counts: what only a text of 1970 says is still found."""
EXACT = 100.0
"""Likeness of the very wording, which comes first whatever its age."""
SCRAP = 150
"""Characters of a query up to which it may be a scrap out of the middle of a passage."""
PART = 0.9
"""What likeness to the best part of a passage is worth beside likeness to the whole."""


def bare(text: str) -> str:
    """Words only, lower case, one space between: what likeness is measured on and identical wording means."""
    return " ".join(default_process(text).split())


def fingerprint(text: str) -> int:
    """The same number for the same wording, without regard to case and punctuation; 64 bits with sign."""
    return int.from_bytes(blake2b(bare(text).encode(), digest_size=8).digest(), signed=True)


def measure(asked: str, passage: str, age: float) -> tuple[float, float]:
    """What a passage is worth to a query, by which it is ranked, and its likeness; both of a hundred.

    Args:
        asked: The query, as `bare` gives it.
        passage: The passage, as `bare` gives it.
        age: Years since the newest text.
    """
    years = min(age, OLDEST)
    whole = fuzz.ratio(asked, passage)
    worth = whole if whole == EXACT else whole - AGE * years
    if len(asked) > SCRAP or len(asked) >= len(passage):
        return worth, whole
    part = PART * fuzz.partial_ratio(asked, passage, score_cutoff=max(worth, 0) / PART)
    return max(worth, part - AGE_OF_SCRAP * years), max(whole, part)


def order(asked: str, passages: Sequence[str], ages: Sequence[float]) -> list[tuple[int, float]]:
    """Positions of the passages best first, each with its likeness; of equals the earlier position.

    Args:
        asked: The query, as `bare` gives it.
        passages: Candidates as they are printed.
        ages: Years since the newest text, one for each passage.
    """
    found = [measure(asked, bare(passage), age) for passage, age in zip(passages, ages, strict=True)]
    return [(i, found[i][1]) for i in sorted(range(len(found)), key=lambda i: (-found[i][0], i))]

"""Order candidates by likeness to the words asked for, and by age. Pure.

A delegate who asks with a whole paragraph wants its nearest wording, and of several that are nearly as near the
latest: each year of age weighs as much as `AGE` points in a hundred of likeness, for the first few years. A scrap is
wanted where it stands, however long the passage round it. The figures were chosen on sessions 74 to 78 of the General
Assembly.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from hashlib import blake2b

from rapidfuzz import fuzz

AGE = 2.5
OLDEST = 6.0
"""Years after which age no longer counts: what only a text of 1970 says is still found."""
EXACT = 100.0
"""Likeness of the very wording, which comes first whatever its age."""
SCRAP = 150
"""Characters of a query up to which it may be a scrap out of the middle of a passage."""
PART = 0.9
"""What likeness to the best part of a passage is worth beside likeness to the whole."""

_BETWEEN = re.compile(r"[\W_]+")


def bare(text: str) -> str:
    """Words only, lower case, one space between: what likeness is measured on and identical wording means."""
    return _BETWEEN.sub(" ", text.lower()).strip()


def fingerprint(text: str) -> int:
    """The same number for the same wording, without regard to case and punctuation; 64 bits with sign."""
    return int.from_bytes(blake2b(bare(text).encode(), digest_size=8).digest(), signed=True)


def likeness(asked: str, passage: str) -> float:
    """0 to 100, of two texts that `bare` made; a short query is also measured against the passage's best part."""
    whole = fuzz.ratio(asked, passage)
    if len(asked) > SCRAP or len(asked) >= len(passage):
        return whole
    return max(whole, PART * fuzz.partial_ratio(asked, passage, score_cutoff=whole))


def worth(score: float, age: float) -> float:
    """What a likeness is worth after so many years; the very wording never loses."""
    return score if score == EXACT else score - AGE * min(age, OLDEST)


def order(asked: str, passages: Sequence[str], ages: Sequence[float]) -> list[tuple[int, float]]:
    """Positions of the passages best first, each with its likeness; of equals the earlier position.

    Args:
        asked: The query, as `bare` gives it.
        passages: Candidates as they are printed.
        ages: Years since the newest text, one for each passage.
    """
    found = [likeness(asked, bare(passage)) for passage in passages]
    worths = [worth(score, age) for score, age in zip(found, ages, strict=True)]
    return [(i, found[i]) for i in sorted(range(len(passages)), key=lambda i: (-worths[i], i))]

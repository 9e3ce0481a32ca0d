"""Order candidates by likeness to the words asked for, by age and by what stands behind them. Pure.

A delegate who asks with a whole paragraph wants its nearest wording, and of several that are nearly as near the
latest: each year of age weighs as much as `AGE` points in a hundred of likeness, for the first few years, and wording
that the last edition of its text no longer has weighs less. A scrap is wanted where its words stand, however long the
passage round them, and age says little there. Which series and organ a text is of, how it was adopted and how the
passage opens decide between wordings that are about as near. The figures were chosen on sessions 74 to 78 of the
General Assembly.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b

from rapidfuzz import fuzz
from rapidfuzz.utils import default_process

from precedent.index.protocol import Beside, Part

AGE = 1.0
AGE_OF_SCRAP = 0.5
OLDEST = 6.0
"""Years after which age no longer counts: what only a text of 1970 says is still found."""
SUPERSEDED = 8.0
"""What a wording loses that later editions of its texts have left behind."""
SUPERSEDED_SCRAP = 1.0
WORDS = 0.3
"""What the order of whole words counts beside that of letters."""
EXACT = 100.0
"""Likeness of the very wording, which comes first whatever its age."""
SCRAP = 150
"""Characters of a query up to which it may be a scrap out of the middle of a passage."""
PART = 0.9
"""What likeness to the best part of a passage is worth beside likeness to the whole."""
SERIES = 3.0
"""An edition of the text that is drafted."""
ORGAN = 1.0
"""A text of the organ for which is drafted."""
WITHOUT_VOTE = 0.5
"""Language that nobody asked to vote on."""
OPENING = 0.5
"""A passage that opens as the query does."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A wording that may be what is looked for, at its newest place."""

    wording: int
    row: int
    text: str
    opening: str
    organ: str | None
    title: str
    """Folded."""
    vote: str | None
    current: int | None
    """Whether any text that has it is the last one of its title."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """A candidate, its likeness, and what it is worth in parts; both of a hundred."""

    candidate: Candidate
    likeness: float
    parts: tuple[Part, ...]


def bare(text: str) -> str:
    """Words only, lower case, one space between: what likeness is measured on and identical wording means."""
    return " ".join(default_process(text).split())


def fingerprint(text: str) -> int:
    """The same number for the same wording, without regard to case and punctuation; 64 bits with sign."""
    return int.from_bytes(blake2b(bare(text).encode(), digest_size=8).digest(), signed=True)


def measure(asked: str, passage: str, age: float, *, current: bool) -> tuple[float, float, float, float]:
    """The points of a passage's words, of its age and of being superseded, and its likeness; all of a hundred.

    Args:
        asked: The query, as `bare` gives it.
        passage: The passage, as `bare` gives it.
        age: Years since the newest text.
        current: Whether the last edition of any of its texts has it.
    """
    years = min(age, OLDEST)
    whole = fuzz.ratio(asked, passage)
    if whole == EXACT:
        return whole, 0.0, 0.0, whole
    lost = (AGE * years, 0.0 if current else SUPERSEDED)
    near = (1 - WORDS) * whole + WORDS * fuzz.ratio(asked.split(), passage.split())
    if len(asked) > SCRAP or len(asked) >= len(passage):
        return near, -lost[0], -lost[1], whole
    lost_as_scrap = (AGE_OF_SCRAP * years, 0.0 if current else SUPERSEDED_SCRAP)
    worth = near - sum(lost)
    part = PART * fuzz.partial_ratio(asked, passage, score_cutoff=max(worth, 0) / PART)
    if part - sum(lost_as_scrap) > worth:
        return part, -lost_as_scrap[0], -lost_as_scrap[1], max(whole, part)
    return near, -lost[0], -lost[1], max(whole, part)


def order(
    asked: str, candidates: Sequence[Candidate], ages: Sequence[float], beside: Beside | None, most: int
) -> list[Ranked]:
    """The best candidates, best first; of equals the shorter one, then the newer.

    Args:
        asked: The query, as `bare` gives it.
        candidates: What may be meant.
        ages: Years since the newest text, one for each candidate.
        beside: What is drafted, where that is known; its title folded.
        most: So many of the best.
    """
    found = [
        (*measure(asked, bare(one.text), age, current=bool(one.current)), _favour(asked, one, beside), one)
        for one, age in zip(candidates, ages, strict=True)
    ]
    found.sort(key=lambda of: (-(of[0] + of[1] + of[2] + sum(of[4])), len(of[5].text), -of[5].row))
    return [
        Ranked(
            one,
            likeness,
            tuple(
                Part(name, points)
                for name, points in zip(_PARTS, (words, aged, superseded, *favour), strict=True)
                if points or name == "words"
            ),
        )
        for words, aged, superseded, likeness, favour, one in found[:most]
    ]


_PARTS = ("words", "age", "superseded", "series", "organ", "without a vote", "opening")


def _favour(asked: str, candidate: Candidate, beside: Beside | None) -> tuple[float, float, float, float]:
    """Points for the series, the organ, an adoption without a vote, and the opening."""
    series = organ = 0.0
    if beside:
        series = SERIES if beside.title and beside.title == candidate.title else 0.0
        organ = ORGAN if beside.organ and beside.organ.value == candidate.organ else 0.0
    agreed = WITHOUT_VOTE if candidate.vote == "without a vote" else 0.0
    opens = candidate.opening and f"{asked} ".startswith(f"{candidate.opening.lower()} ")
    return series, organ, agreed, OPENING if opens else 0.0

"""Two texts side by side: which paragraph became which, which moved, and what kind of change it was.

Pure, and of texts only: whoever compares says of each line in which part of the document it stands.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from precedent.references import find_references
from precedent.wording import differences, fold

ALIKE = 60.0
"""Likeness (0 to 100) from which two lines of one part count as one line reworked."""
ALIKE_ELSEWHERE = 80.0
"""The same for lines that stand in another order: a short line that is a little like one far away did not move."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a text: the part of the document in which it may be paired, and its words."""

    part: str
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the comparison: places in the two texts, None where there is no counterpart."""

    before: int | None
    after: int | None
    moved: bool = False
    """Whether it stands in another order. A line that moved has two rows, one at each of its places: the other
    number of the pair is in `twin`."""
    twin: int | None = None


class Nature(StrEnum):
    """What kind of change it is, as a facilitator sorts them."""

    TECHNICAL = "technical"
    """Nothing but dates, sessions, symbols and figures brought up to date."""
    EDITORIAL = "editorial"
    """Marks, capitals, hyphens, also and further."""
    SUBSTANTIVE = "substantive"


def compared(before: Sequence[Line], after: Sequence[Line]) -> tuple[Row, ...]:
    """Every line of both texts, in the order in which a redline shows them: what went before what came.

    Identical lines are paired first and in order, then the likest of those that are left, each line once.
    """
    pairs = _identical(before, after)
    pairs |= _alike(before, after, pairs)
    kept = _in_order(pairs)
    for old, new in list(pairs.items()):
        if old not in kept and _likeness(before[old].text, after[new].text) < ALIKE_ELSEWHERE:
            del pairs[old]
    return tuple(_rows(len(before), len(after), pairs, kept))


def nature(before: str, after: str) -> Nature:
    """What kind of change turned one text into another; a text that is new or gone is substantive."""
    if not before.strip() or not after.strip():
        return Nature.SUBSTANTIVE
    if _bare(before) == _bare(after):
        return Nature.EDITORIAL
    changed = [d for d in differences(before, after) if d.kind != "equal"]
    known = [[reference.span for reference in find_references(text)] for text in (before, after)]
    for difference in changed:
        for text, span, spans in (
            (before, difference.before, known[0]),
            (after, difference.after, known[1]),
        ):
            words = span.of(text).strip(" ,;.")
            inside = any(s.start < span.end and s.end > span.start for s in spans)
            if words and not inside and not re.fullmatch(r"[\d/.,\s]*", words):
                return Nature.SUBSTANTIVE
    return Nature.TECHNICAL


_SEQUENCE = re.compile(r"\b(?:also|further|once again)\b")


def _bare(text: str) -> str:
    """The words without what only an editor sees."""
    return re.sub(r"\W+", "", _SEQUENCE.sub("", fold(text)))


def _identical(before: Sequence[Line], after: Sequence[Line]) -> dict[int, int]:
    """Identical lines: first those in the same order, then the others."""
    old, new = ([(line.part, fold(line.text)) for line in lines] for lines in (before, after))
    pairs: dict[int, int] = {}
    for start, other, size in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks():
        pairs.update((start + n, other + n) for n in range(size))
    free: dict[tuple[str, str], list[int]] = defaultdict(list)
    taken = set(pairs.values())
    for place, line in enumerate(new):
        if place not in taken and line[1]:
            free[line].append(place)
    for place, line in enumerate(old):
        if place not in pairs and free[line]:
            pairs[place] = free[line].pop(0)
    return pairs


def _alike(before: Sequence[Line], after: Sequence[Line], pairs: dict[int, int]) -> dict[int, int]:
    """The likest of the lines that are left, part by part; of equals those nearest to each other's place."""
    from rapidfuzz import fuzz, process

    taken = set(pairs.values())
    left: dict[str, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for side, (lines, used) in enumerate(((before, pairs.keys()), (after, taken))):
        for place, line in enumerate(lines):
            if place not in used:
                left[line.part][side].append(place)
    found: dict[int, int] = {}
    for olds, news in left.values():
        if len(olds) == len(news) == 1 and not _counted(before[olds[0]].part):
            found[olds[0]] = news[0]
            continue
        texts = [fold(after[new].text) for new in news]
        ranked = sorted(
            (-score, abs(old / len(before) - news[at] / len(after)), old, news[at])
            for old in olds
            for _, score, at in process.extract(
                fold(before[old].text), texts, scorer=fuzz.ratio, score_cutoff=ALIKE, limit=None
            )
        )
        used = set[int]()
        for _, _, old, new in ranked:
            if old not in found and new not in used:
                found[old] = new
                used.add(new)
    return found


def _counted(part: str) -> bool:
    """Whether a part has any number of lines; of the others (a title, a session) a document has one."""
    return part.startswith(MANY)


MANY = "+"
"""Begins the name of a part that may have many lines."""


def _likeness(one: str, other: str) -> float:
    from rapidfuzz import fuzz

    return fuzz.ratio(fold(one), fold(other))


def _in_order(pairs: dict[int, int]) -> set[int]:
    """The longest run of pairs that ascends in both texts; the places in the earlier one."""
    tails: list[int] = []
    ends: list[int] = []
    previous: dict[int, int | None] = {}
    for old in sorted(pairs):
        at = bisect_left(tails, pairs[old])
        previous[old] = ends[at - 1] if at else None
        tails[at:] = [pairs[old], *tails[at + 1 :]]
        ends[at:] = [old, *ends[at + 1 :]]
    kept = set[int]()
    place = ends[-1] if ends else None
    while place is not None:
        kept.add(place)
        place = previous[place]
    return kept


def _rows(olds: int, news: int, pairs: dict[int, int], kept: Iterable[int]) -> Iterable[Row]:
    backwards = {new: old for old, new in pairs.items()}
    at_old = at_new = 0
    for anchor in [*sorted(kept), None]:
        for old in range(at_old, olds if anchor is None else anchor):
            yield Row(old, None, moved=old in pairs, twin=pairs.get(old))
        for new in range(at_new, news if anchor is None else pairs[anchor]):
            yield Row(None, new, moved=new in backwards, twin=backwards.get(new))
        if anchor is not None:
            yield Row(anchor, pairs[anchor])
            at_old, at_new = anchor + 1, pairs[anchor] + 1

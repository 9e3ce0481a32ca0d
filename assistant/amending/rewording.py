"""Changes of words in one place, told with as many of the words round them as make the place plain. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from precedent.resolution import Span
from precedent.wording import differences, likeness, units

MOST_CHANGES = 3
"""Changes of words in one paragraph; one that changes more is replaced as a whole."""
REWORKED = 0.6
"""Likeness below which a paragraph is replaced as a whole."""
_WORD = re.compile(r"\w{4}")
_SHAPES = str.maketrans("‘’“”", "''\"\"")
_NEAR = 2
"""Units that may stand between two changes for them to be told as one."""


def reworded(old: str, wanted: str, *, whole: bool) -> str:
    """What to do to the old words: “after “dusk”, insert “and dawn””.

    Args:
        old: as they stand.
        wanted: as they are to stand; not the same, in print either.
        whole: whether they can be replaced as a whole.

    Returns:
        Nothing where they are to be replaced as a whole, since the changes are many or stand in each other's way.
    """
    changes = list(_changes(old, wanted))
    if whole and (len(changes) > MOST_CHANGES or likeness(old, wanted) < REWORKED):
        return ""
    places = [_told(old, *change) for change in changes]
    if whole and any(one.end > other.start for (one, _), (other, _) in pairwise(places)):
        return ""
    return series([words for _, words in places])


def same_in_print(old: str, wanted: str) -> bool:
    """Whether nothing differs but the shape of quotation marks and apostrophes, which the Secretariat sets."""
    return old.translate(_SHAPES) == wanted.translate(_SHAPES)


def series(names: Sequence[str]) -> str:
    """a, b and c."""
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def _changes(old: str, wanted: str) -> Iterator[tuple[int, int, str]]:
    """[start, end) of the old text and what stands there instead; changes near each other are one."""
    found: list[tuple[int, int, int, int]] = []
    for change in differences(old.translate(_SHAPES), wanted.translate(_SHAPES)):
        if change.kind == "equal":
            continue
        start, end, new_start, new_end = (
            change.before.start,
            change.before.end,
            change.after.start,
            change.after.end,
        )
        if found and len(units(old[found[-1][1] : start])) <= _NEAR:
            first = found.pop()
            start, new_start = first[0], first[2]
        found.append((start, end, new_start, new_end))
    for start, end, new_start, new_end in found:
        yield start, end, wanted[new_start:new_end]


def _told(old: str, start: int, end: int, instead: str) -> tuple[Span, str]:
    """One change with its words quoted, as many of them as make the place plain, and where the quoted words stand."""
    edges = [u.span for u in units(old)]
    before, following = [s for s in edges if s.end <= start], [s for s in edges if s.start >= end]
    if old[start:end].strip():
        return _replaced(old, Span(start, end), instead, before, following)
    for span in reversed(before):
        context = old[span.start : start].rstrip()
        if _speaks(context) and _once(old, context):
            return Span(span.start, start), f"after “{context}”, insert “{instead.strip()}”"
    ends = (s.end for s in following if _speaks(old[following[0].start : s.end]))
    right = next((end for end in ends if _once(old, old[following[0].start : end])), len(old.rstrip()))
    left = following[0].start if following else 0
    return Span(left, right), f"before “{old[left:right]}”, insert “{instead.strip()}”"


def _replaced(
    old: str, gone: Span, instead: str, before: list[Span], following: Sequence[Span]
) -> tuple[Span, str]:
    left, right = gone.start, gone.end
    if before and not gone.of(old).strip()[0].isalnum():  # a mark is told with the word that it follows
        left = before.pop().start
    for span in reversed(before):
        if _once(old, old[left:right].strip()):
            break
        left = span.start
    for span in following:
        if _once(old, old[left:right].strip()):
            break
        right = span.end
    words = old[left:right].strip()
    if not instead.strip() and (left, right) == (gone.start, gone.end):
        return gone, f"delete “{words}”"
    wanted = f"{old[left : gone.start]}{instead}{old[gone.end : right]}".strip()
    return Span(left, right), f"replace “{words}” with “{wanted}”"


def _speaks(words: str) -> bool:
    """Whether one finds the place by them: a mark, or a short word alone, is no help in a long paragraph."""
    return bool(_WORD.search(words)) or len(words.split()) > 1


def _once(text: str, words: str) -> bool:
    """Whether words stand in a text in one place only; places may overlap."""
    first = text.find(words)
    return first >= 0 and text.find(words, first + 1) < 0

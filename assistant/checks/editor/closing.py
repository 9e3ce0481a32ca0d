"""The mark that each paragraph ends with, by where it stands.

In a resolution proper the place alone tells: a comma in the preamble, a semicolon among the operative paragraphs, a
full stop at the very end, a colon before a list. Outcome documents and annexes are prose, and end the items of their
lists in one way or another: there the text's own way is asked for, where it has one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from enum import Enum
from itertools import groupby, pairwise, zip_longest
from typing import NamedTuple

from precedent.resolution import Kind, Paragraph

_FIRST = (None, "", "(a)", "(i)", "(1)", "a.", "i.", "1.")
"""The markers that a list begins with."""
_USUAL = 0.85
"""The share of places of one role from which on their mark is the text's own way."""
_FEW = 4
"""Places of one role that tell of a way at all."""


class _Role(Enum):
    """What a paragraph is in a list."""

    INTRODUCES = "introduces"
    ITEM = "item"
    LAST = "last"
    LAST_WITHIN = "last of a list within another one"


class _InList(NamedTuple):
    """A paragraph with its role in a list."""

    label: str
    role: _Role
    mark: str
    """That it ends with; empty for none."""


def closing_marks(paragraphs: tuple[Paragraph, ...], prose: frozenset[str]) -> dict[str, str]:
    """The mark that is asked for at the end of each paragraph, by label; none where any may stand.

    Args:
        paragraphs: of the whole text.
        prose: the sections that are written in sentences.
    """
    found = _by_place(paragraphs)
    for section, group in groupby(paragraphs, key=lambda p: p.section):
        if section in prose or section.startswith("Annex"):
            found |= _by_usage(tuple(group))
    return found


def in_prose(paragraphs: tuple[Paragraph, ...]) -> frozenset[str]:
    """The sections of which most operative paragraphs are sentences."""
    stops: dict[str, list[bool]] = {}
    for p in paragraphs:
        if p.kind is Kind.OPERATIVE and not p.level:
            stops.setdefault(p.section, []).append(p.text.endswith((".", ":")))
    return frozenset(section for section, each in stops.items() if sum(each) * 2 > len(each) > 2)


def _by_place(paragraphs: tuple[Paragraph, ...]) -> dict[str, str]:
    """The marks of preambular and operative paragraphs."""
    found: dict[str, str] = {}
    introducing = {
        one.label
        for one, other in pairwise(paragraphs)
        if one.text.rstrip().endswith(":") and other.kind in (Kind.TABLE, Kind.OTHER)
    }
    main = [
        p
        for p in paragraphs
        if p.kind in (Kind.PREAMBULAR, Kind.OPERATIVE) and not p.section.startswith("Annex")
    ]
    for _, group in groupby(main, key=lambda p: p.section):
        own = list(group)
        for paragraph, following in zip_longest(own, own[1:]):
            if paragraph.label in introducing:
                continue  # a table, or themes without numbers
            if following is None and paragraph is not main[-1]:
                continue  # a section ends with either mark, "A" and "B" as texts of their own, "I" and "II" not
            found[paragraph.label] = _ending(paragraph, following)
    return found


def _ending(paragraph: Paragraph, following: Paragraph | None) -> str:
    if following is not None and following.kind is paragraph.kind:
        if _begins_list(paragraph, following):
            return ":"
        if following.level and following.number == "(i)" and paragraph.number != "(h)":
            return ""  # a list of numbers at the level of its letter
        if following.level > paragraph.level:
            return ""  # a list that goes on at another level than it began
    if paragraph.kind is Kind.PREAMBULAR:
        return "" if paragraph.level else ","
    if paragraph.level and not (paragraph.number or "").startswith("("):
        return ""  # the items of an agenda or of a table of contents
    return "." if following is None else ";"


def _begins_list(paragraph: Paragraph, following: Paragraph) -> bool:
    """Whether the one that follows is the first of a list of its own; "(i)" after "(h)" may be a letter."""
    deeper, letters = (
        following.level > paragraph.level,
        (paragraph.number, following.number) == ("(h)", "(i)"),
    )
    return deeper and following.number in _FIRST and not letters


def _by_usage(paragraphs: tuple[Paragraph, ...]) -> dict[str, str]:
    """The marks of lists in prose: for each role the one that nearly all places of that role have."""
    listed = tuple(_in_lists(paragraphs))
    counts: defaultdict[_Role, Counter[str]] = defaultdict(Counter)
    for each in listed:
        counts[each.role][each.mark] += 1
    usual = {role: mark for role, marks in counts.items() if (mark := _usual(marks))}
    return {p.label: "" for p in paragraphs} | {each.label: usual.get(each.role, "") for each in listed}


def _in_lists(paragraphs: Iterable[Paragraph]) -> Iterator[_InList]:
    own = [p for p in paragraphs if p.kind is not Kind.HEADING]
    for paragraph, following in zip_longest(own, own[1:]):
        deeper = (following.level if following else 0) - paragraph.level
        if deeper > 0 and following is not None and _begins_list(paragraph, following):
            role = _Role.INTRODUCES
        elif not paragraph.level or not (paragraph.number or "").startswith("("):
            continue
        elif following is not None and (following.closing or following.text[:1].islower()):
            continue  # the sentence goes on
        elif deeper >= 0:
            role = _Role.ITEM
        else:
            role = _Role.LAST_WITHIN if following is not None and following.level else _Role.LAST
        mark = paragraph.text.rstrip()[-1:]
        yield _InList(paragraph.label, role, mark if mark in ",;.:" else "")


def _usual(marks: Counter[str]) -> str:
    mark, count = marks.most_common(1)[0]
    return mark if count >= _FEW and count >= _USUAL * marks.total() else ""

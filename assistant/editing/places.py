"""Where a paragraph stands among the others: what belongs to it, where another one goes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from assistant.draft import Draft, Entry
from assistant.errors import EditingError
from precedent.resolution import Kind, Paragraph

_WITH_PARTS = (Kind.PREAMBULAR, Kind.OPERATIVE, Kind.ANNEX)
"""Kinds that a sub-paragraph takes over from the paragraph above it."""


def place_of(draft: Draft, identity: str) -> int:
    """Index of the paragraph with that id.

    Raises:
        EditingError: where the draft has none.
    """
    found = next((i for i, e in enumerate(draft.entries) if e.id == identity), None)
    if found is None:
        raise EditingError(f"the draft has no paragraph {identity} any more; nothing was changed")
    return found


def belongs(paragraph: Paragraph, level: int) -> bool:
    """Whether a paragraph is a part of one of that level above it: a sub-paragraph or its closing words."""
    if paragraph.kind is Kind.HEADING:
        return False
    return paragraph.level > level or (paragraph.closing and paragraph.level == level == 0)


def family(entries: Sequence[Entry], start: int) -> range:
    """Indexes of a paragraph and of everything that belongs to it."""
    head = entries[start].content
    if head.kind is Kind.HEADING or head.closing:
        return range(start, start + 1)
    return range(start, _end_of_parts(entries, start + 1, head.level))


def families(draft: Draft, ids: Iterable[str]) -> tuple[int, ...]:
    """Indexes of these paragraphs with everything that belongs to them, in the order of the text."""
    return tuple(sorted({i for identity in ids for i in family(draft.entries, place_of(draft, identity))}))


def landing(entries: Sequence[Entry], after: str | None, paragraph: Paragraph) -> int:
    """Index at which a paragraph goes in: after the one named and after what belongs to that one.

    A paragraph never comes between another and its sub-paragraphs, a sub-paragraph goes directly below.
    """
    if after is None:
        return 0
    start = next((i for i, e in enumerate(entries) if e.id == after), None)
    if start is None:
        raise EditingError(f"there is no paragraph {after} to put it after")
    if paragraph.kind is Kind.HEADING:
        return _end_of_parts(entries, start + 1, 0)
    return start + 1 if paragraph.closing else _end_of_parts(entries, start + 1, paragraph.level)


def _end_of_parts(entries: Sequence[Entry], start: int, level: int) -> int:
    return next(
        (i for i in range(start, len(entries)) if not belongs(entries[i].content, level)), len(entries)
    )


def section_at(entries: Sequence[Entry], index: int) -> str:
    """The part of the document that a paragraph put in at this index stands in."""
    neighbour = entries[index - 1 : index] or entries[:1]
    return neighbour[0].content.section if neighbour else ""


def settled(entries: Sequence[Entry], start: int, stop: int) -> tuple[Entry, ...]:
    """All entries; the sub-paragraphs at [start, stop) are of the kind of the paragraph they belong to."""
    found = list(entries)
    for index in range(start, min(stop, len(found))):
        content = found[index].content
        parent = _parent(found, index)
        if parent and content.kind in _WITH_PARTS and content.kind is not parent.kind:
            found[index] = replace(found[index], content=replace(content, kind=parent.kind, number=None))
    return tuple(found)


def _parent(entries: Sequence[Entry], index: int) -> Paragraph | None:
    content = entries[index].content
    if not content.level and not content.closing:
        return None
    for entry in reversed(entries[:index]):
        above = entry.content
        if above.kind not in _WITH_PARTS or above.section != content.section:
            return None
        if above.level == 0 and not above.closing:
            return above
    return None

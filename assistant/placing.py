"""Paragraphs from elsewhere put into a draft: a passage of an earlier text, a filled template.

Whatever is put in stands in its own part: an operative paragraph that is put in while a preambular one is in
hand goes to the end of the operative part. What belongs to a paragraph (sub-paragraphs, notes) comes along, and its
opening goes on from the one before: "Requests" behind "Requests" of the same addressee becomes "Also requests".
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from assistant.chaining import chained
from assistant.draft import Draft, Entry, draft_of
from assistant.editing import delete, insert, rewrite
from assistant.editing.places import family, place_of
from assistant.errors import EditingError
from precedent.resolution import Footnote, Kind, Resolution

if TYPE_CHECKING:
    from assistant.templating import Filled

_PARTS = (Kind.PREAMBULAR, Kind.OPERATIVE)


def place_for(draft: Draft, kind: Kind, after: str | None) -> str | None:
    """The paragraph after which one of that kind goes in, when `after` is in hand; None for the start."""
    chosen = next((e for e in draft.entries if e.id == after), None)
    if chosen is not None and (kind not in _PARTS or chosen.content.kind in (kind, Kind.HEADING)):
        return after
    own = [e.id for e in draft.entries if e.content.kind is kind and not e.content.section]
    if own:
        return own[-1]
    if kind is Kind.PREAMBULAR or not draft.entries:
        return None
    return next((e.id for e in reversed(draft.entries) if not e.content.section), draft.entries[-1].id)


def insert_passage(draft: Draft, source: Resolution, label: str, *, after: str | None) -> tuple[Draft, str]:
    """Put a paragraph of an earlier text in, with its sub-paragraphs, its notes and where it came from.

    Returns:
        The new draft and the id of the paragraph.

    Raises:
        EditingError: where the earlier text has no such paragraph.
    """
    return _insert(draft, _passage(source, label), source.footnotes, after)


def replace_by_passage(draft: Draft, identity: str, source: Resolution, label: str) -> Draft:
    """Put a paragraph of an earlier text, with its sub-paragraphs and notes, in place of one of the draft.

    The paragraph keeps its id, its part and its place; its origin is the earlier text. What was decided about the old
    words goes with them.

    Raises:
        EditingError: where the draft or the earlier text has no such paragraph.
    """
    head, *parts = _passage(source, label)
    place = place_of(draft, identity)
    gone = [draft.entries[i].id for i in family(draft.entries, place) if i != place]
    content = head.content
    notes = _own_notes(head, source.footnotes)
    draft = rewrite(draft, identity, content.text, content.italics, content.notes, footnotes=notes)
    entry = draft.entry(identity)
    draft = draft.with_entry(Entry(id=identity, content=entry.content, origin=head.origin))
    draft, after = delete(draft, gone), identity
    for part in parts:
        draft, after = insert(
            draft, part.content, after=after, footnotes=_own_notes(part, source.footnotes), origin=part.origin
        )
    return draft


def _passage(source: Resolution, label: str) -> list[Entry]:
    place = next((i for i, p in enumerate(source.paragraphs) if p.label == label), None)
    if place is None:
        raise EditingError(f"{source.masthead.symbol or 'the earlier text'} has no paragraph {label}")
    entries = draft_of(source, origin=True).entries
    return [entries[i] for i in family(entries, place)]


def _own_notes(entry: Entry, notes: tuple[Footnote, ...]) -> tuple[Footnote, ...]:
    """The notes of the part of the earlier text that a paragraph stood in."""
    return tuple(n for n in notes if n.section == entry.content.section) or notes


def insert_filled(draft: Draft, filled: Filled, *, after: str | None) -> tuple[Draft, str]:
    """Put a filled template in; its first paragraph remembers the template and the values.

    Returns:
        The new draft and the id of the paragraph.
    """
    entries = [
        Entry(id="", content=paragraph, filling=None if i else filled.filling)
        for i, paragraph in enumerate(filled.paragraphs)
    ]
    return _insert(draft, entries, filled.footnotes, after)


def _insert(
    draft: Draft, entries: Iterable[Entry], notes: tuple[Footnote, ...], after: str | None
) -> tuple[Draft, str]:
    first, before = "", draft
    for entry in entries:
        own = _own_notes(entry, notes)
        place = after if first else place_for(draft, entry.content.kind, after)
        draft, after = insert(
            draft, entry.content, after=place, footnotes=own, origin=entry.origin, filling=entry.filling
        )
        first = first or after
    return chained(before, draft), first

"""Paragraphs taken out and moved as a drafter means it: what stands behind them opens as its place asks.

The commands of `assistant.editing` change the order and nothing else. Here the openings that an edit pushed out of
their sequence are put right in the same step, so that one undo takes back both.
"""

from __future__ import annotations

from collections.abc import Collection

from assistant import editing
from assistant.draft import Draft
from assistant.editing.places import families, place_of
from assistant.errors import EditingError


def deleted(draft: Draft, ids: Collection[str]) -> Draft:
    """The draft without these paragraphs; "Also requests" behind one becomes "Requests" where nothing is before it.

    Raises:
        EditingError: where an id is not in the draft.
    """
    return _chained(draft, editing.delete(draft, ids))


def moved(draft: Draft, ids: Collection[str], *, after: str | None) -> Draft:
    """The draft with these paragraphs after another one, or at the start for None.

    Raises:
        EditingError: where an id is not in the draft, or `after` is one of what moves.
    """
    return _chained(draft, editing.move(draft, ids, after=after))


def moved_before(draft: Draft, ids: Collection[str], before: str) -> Draft:
    """The draft with these paragraphs before another one.

    Raises:
        EditingError: where an id is not in the draft, or `before` is one of what moves.
    """
    place, moving = place_of(draft, before), set(families(draft, ids))
    if place in moving:
        raise EditingError("a paragraph cannot be moved before itself or one of its own sub-paragraphs")
    above = next((i for i in range(place - 1, -1, -1) if i not in moving), None)
    return moved(draft, ids, after=None if above is None else draft.entries[above].id)


def _chained(before: Draft, after: Draft) -> Draft:
    """Checks know what a sequence asks for; they are loaded with the first edit, not with the screen."""
    from assistant.chaining import chained

    return chained(before, after)

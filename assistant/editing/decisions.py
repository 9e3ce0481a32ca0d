"""Commands on what was decided about a paragraph: its status, findings put aside, updates recorded."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from assistant.draft import Change, Dismissal, Draft, Status
from assistant.editing.places import place_of
from assistant.errors import EditingError


def dismiss(draft: Draft, identity: str | None, dismissal: Dismissal) -> Draft:
    """Put a finding aside for good, with the reason; it returns when its words change.

    Args:
        draft: the text.
        identity: the paragraph that it is in, or that calls its note; None for the masthead, the title and the
            enacting words.
        dismissal: takes the place of an earlier one at the same words.

    Raises:
        EditingError: where there is no such paragraph.
    """
    others = (d for d in dismissals_at(draft, identity) if d.key != dismissal.key)
    return _with_dismissals(draft, identity, (*others, dismissal))


def restore(draft: Draft, identity: str | None, dismissal: Dismissal) -> Draft:
    """Take a dismissal back.

    Raises:
        EditingError: where there is no such paragraph.
    """
    left = tuple(d for d in dismissals_at(draft, identity) if d != dismissal)
    return _with_dismissals(draft, identity, left)


def dismissals_at(draft: Draft, identity: str | None) -> tuple[Dismissal, ...]:
    """What was put aside in a paragraph; None for what belongs to none.

    Raises:
        EditingError: where there is no such paragraph.
    """
    return draft.dismissals if identity is None else draft.entries[place_of(draft, identity)].dismissals


def _with_dismissals(draft: Draft, identity: str | None, dismissals: tuple[Dismissal, ...]) -> Draft:
    if identity is None:
        return replace(draft, dismissals=dismissals)
    entry = draft.entries[place_of(draft, identity)]
    return draft.with_entry(replace(entry, dismissals=dismissals))


def set_status(draft: Draft, ids: Iterable[str], status: Status) -> Draft:
    """Say how far paragraphs have come in the negotiation.

    Raises:
        EditingError: where an id is not in the draft.
    """
    for identity in ids:
        entry = draft.entries[place_of(draft, identity)]
        draft = draft.with_entry(replace(entry, status=status))
    return draft


def record(draft: Draft, identity: str, change: Change) -> Draft:
    """Keep with a paragraph which update was made to it and why.

    Raises:
        EditingError: where there is no such paragraph.
    """
    entry = draft.entries[place_of(draft, identity)]
    return draft.with_entry(replace(entry, changes=(*entry.changes, change)))


def accept(draft: Draft, identity: str, change: Change) -> Draft:
    """Say of a recorded update that it was looked at and stands.

    Raises:
        EditingError: where there is no such paragraph, or no such update of it.
    """
    return _with_change(draft, identity, change, replace(change, review=ACCEPTED))


def forget(draft: Draft, identity: str, change: Change) -> Draft:
    """Take a recorded update off the list; the words are somebody else's business.

    Raises:
        EditingError: where there is no such paragraph, or no such update of it.
    """
    return _with_change(draft, identity, change, None)


ACCEPTED = "accepted"


def _with_change(draft: Draft, identity: str, old: Change, new: Change | None) -> Draft:
    entry = draft.entries[place_of(draft, identity)]
    if old not in entry.changes:
        raise EditingError("this update is not on the paragraph's list any more; nothing was changed")
    place = entry.changes.index(old)
    changes = (*entry.changes[:place], *((new,) if new else ()), *entry.changes[place + 1 :])
    return draft.with_entry(replace(entry, changes=changes))

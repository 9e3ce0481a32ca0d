"""Commands on what was decided about a paragraph: findings put aside, updates recorded."""

from __future__ import annotations

from dataclasses import replace

from assistant.draft import Change, Dismissal, Draft, folded_words
from assistant.editing.places import place_of


def dismiss(draft: Draft, identity: str, rule: str, words: str, reason: str) -> Draft:
    """Put a finding aside for good, with the reason; it returns when its words change.

    Raises:
        EditingError: where there is no such paragraph.
    """
    entry = draft.entries[place_of(draft, identity)]
    new = Dismissal(rule, folded_words(words), reason)
    others = tuple(d for d in entry.dismissals if (d.rule, d.words) != (new.rule, new.words))
    return draft.with_entry(replace(entry, dismissals=(*others, new)))


def restore(draft: Draft, identity: str, rule: str, words: str) -> Draft:
    """Take a dismissal back.

    Raises:
        EditingError: where there is no such paragraph.
    """
    entry = draft.entries[place_of(draft, identity)]
    key = (rule, folded_words(words))
    return draft.with_entry(
        replace(entry, dismissals=tuple(d for d in entry.dismissals if (d.rule, d.words) != key))
    )


def record(draft: Draft, identity: str, change: Change) -> Draft:
    """Keep with a paragraph which update was made to it and why.

    Raises:
        EditingError: where there is no such paragraph.
    """
    entry = draft.entries[place_of(draft, identity)]
    return draft.with_entry(replace(entry, changes=(*entry.changes, change)))

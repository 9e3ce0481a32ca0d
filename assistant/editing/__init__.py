"""Every edit is a command: a pure function from a draft to a draft.

Ids are permanent, numbers and labels derived; footnotes run 1, 2, 3 in the order of their calls after every
command. `assistant.history` keeps what a command changed, `assistant.storage` writes it down before it shows.
"""

from assistant.editing.decisions import accept, dismiss, dismissals_at, forget, record, restore, set_status
from assistant.editing.footnotes import add_note, remove_note, set_note, tidy
from assistant.editing.headings import set_mark
from assistant.editing.parts import change_part
from assistant.editing.structure import delete, insert, merge, move, set_counted, set_kind, set_level, split
from assistant.editing.words import (
    TITLE,
    calls_behind,
    replace_words,
    rewrite,
    set_enacting,
    set_expected_adoption,
    set_masthead,
    set_title,
)

__all__ = [
    "TITLE",
    "accept",
    "add_note",
    "calls_behind",
    "change_part",
    "delete",
    "dismiss",
    "dismissals_at",
    "forget",
    "insert",
    "merge",
    "move",
    "record",
    "remove_note",
    "replace_words",
    "restore",
    "rewrite",
    "set_counted",
    "set_enacting",
    "set_expected_adoption",
    "set_kind",
    "set_level",
    "set_mark",
    "set_masthead",
    "set_note",
    "set_status",
    "set_title",
    "split",
    "tidy",
]

"""Drafts on the disk: the draft file, its journal, snapshots and lock. Nothing is ever lost."""

from assistant.storage.beside import Left, is_worked_on, left, unsaved
from assistant.storage.creating import create
from assistant.storage.desk import Clock, Desk
from assistant.storage.snapshots import Snapshot
from assistant.storage.text import Opened, draft_text, parse_draft, read_draft, read_draft_file
from assistant.storage.writing import Unfinished

__all__ = [
    "Clock",
    "Desk",
    "Left",
    "Opened",
    "Snapshot",
    "Unfinished",
    "create",
    "draft_text",
    "is_worked_on",
    "left",
    "parse_draft",
    "read_draft",
    "read_draft_file",
    "unsaved",
]

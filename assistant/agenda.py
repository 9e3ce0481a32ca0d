"""The items of an agenda as drafters write them, and the note that says which agenda an item is of. Pure."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.sponsors import with_submitters
from precedent.resolution import DocumentKind, Footnote, Masthead, Resolution
from precedent.session import Organ

_PROVISIONAL = re.compile(r"of the provisional agenda$", re.IGNORECASE)
_PROVISIONAL_AGENDA = 150
"""Number of the document that holds the provisional agenda of a regular session of the General Assembly (A/80/150)."""


def as_printed(resolution: Resolution) -> Resolution:
    """A draft with what is printed above its text by rule: of its agenda item, and of its sponsors."""
    return with_submitters(_with_agenda_note(resolution))


def _with_agenda_note(resolution: Resolution) -> Resolution:
    """An item of a provisional agenda with the asterisk that the drafter left to us, and with its note."""
    head = resolution.masthead
    note = _note(head)
    if not note or any(call.marker == "*" for call in (*head.calls, *resolution.title_notes)):
        return resolution
    return replace(
        resolution,
        masthead=replace(head, agenda_item=f"{head.agenda_item}*"),
        footnotes=(Footnote(marker="*", text=note), *resolution.footnotes),
    )


def _note(head: Masthead) -> str:
    session = head.session_value
    ours = head.kind in (DocumentKind.DRAFT, DocumentKind.AMENDMENT) and head.organ is Organ.GENERAL_ASSEMBLY
    if not ours or session is None or session.kind or not _PROVISIONAL.search(head.agenda_item or ""):
        return ""
    return f"A/{session.number}/{_PROVISIONAL_AGENDA}."

"""Commands on the words of a draft: its paragraphs and notes, title, enacting words and masthead."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from assistant.draft import Draft
from assistant.editing.footnotes import tidy, with_note, with_notes, without_orphans
from assistant.editing.pieces import Piece
from assistant.editing.places import place_of
from assistant.errors import EditingError
from precedent.resolution import Footnote, NoteCall, Span

TITLE = "title"
"""Stands for the title where a label is asked for."""


def rewrite(
    draft: Draft,
    identity: str,
    text: str,
    italics: Sequence[Span] = (),
    notes: Sequence[NoteCall] = (),
    *,
    footnotes: Sequence[Footnote] = (),
) -> Draft:
    """Other words for a paragraph.

    A call means the note of that marker in `footnotes`, else the draft's own. A note that this paragraph was
    the last to call goes, as in every word processor.

    Raises:
        EditingError: where there is no such paragraph, or a call of a note that does not exist.
    """
    entry = draft.entries[place_of(draft, identity)]
    content = Piece(text, tuple(italics), tuple(notes)).settled().onto(entry.content)
    noted, placed = with_notes(draft, content, footnotes, {n.marker for n in draft.footnotes})
    return tidy(without_orphans(draft, noted.with_entry(replace(entry, content=placed))))


def replace_words(draft: Draft, label: str, start: int, end: int, words: str) -> Draft:
    """Other words in place of [start, end) of the paragraph or footnote with that label (OP17 (a), FN3), or the title.

    Italics and calls stay at their words; a call among the words replaced follows the new ones.

    Raises:
        EditingError: where nothing has that label, or its text has no such place.
    """
    if label == TITLE:
        piece = _reworded(Piece(draft.title, (), draft.title_notes), label, start, end, words)
        return tidy(replace(draft, title=piece.text, title_notes=piece.notes))
    note = next((i for i, n in enumerate(draft.footnotes) if n.label == label), None)
    if note is not None:
        found = draft.footnotes[note]
        piece = _reworded(Piece(found.text, found.italics), label, start, end, words)
        return with_note(draft, note, piece.onto_note(found))
    entry = next(
        (e for e, p in zip(draft.entries, draft.resolution.paragraphs, strict=True) if p.label == label), None
    )
    if entry is None:
        raise EditingError(f"the draft has no {label} any more; nothing was changed")
    piece = _reworded(Piece.of(entry.content), label, start, end, words)
    return tidy(draft.with_entry(replace(entry, content=piece.onto(entry.content))))


def calls_behind(draft: Draft, label: str, start: int, end: int) -> Draft:
    """The calls of notes within [start, end) of the paragraph with that label, behind these words.

    Raises:
        EditingError: where nothing has that label.
    """
    entry = draft.at(label)
    if entry is None:
        raise EditingError(f"the draft has no {label} any more; nothing was changed")
    calls = tuple(NoteCall(end, c.marker) if start < c.offset < end else c for c in entry.content.notes)
    return tidy(draft.with_entry(replace(entry, content=replace(entry.content, notes=calls))))


def _reworded(piece: Piece, label: str, start: int, end: int, words: str) -> Piece:
    if not 0 <= start <= end <= len(piece.text):
        raise EditingError(f"{label} has no characters {start} to {end} any more; nothing was changed")
    return piece.reworded(start, end, words)


def set_title(draft: Draft, title: str) -> Draft:
    """Another title; calls in it stay within a shorter one."""
    calls = tuple(NoteCall(min(c.offset, len(title)), c.marker) for c in draft.title_notes)
    return replace(draft, title=title, title_notes=calls)


def set_enacting(draft: Draft, words: str) -> Draft:
    """Other enacting words: "The General Assembly,"."""
    return replace(draft, enacting=words)


def set_expected_adoption(draft: Draft, day: dt.date | None) -> Draft:
    """Another day on which the text is expected to be adopted."""
    return replace(draft, expected_adoption=day)


def set_masthead(draft: Draft, **fields: Any) -> Draft:  # noqa: ANN401 - as `dataclasses.replace` takes them
    """Other values for fields of the masthead.

    Asterisks stay within a shorter sponsor line; those of a line that goes take their notes along.
    """
    head = replace(draft.masthead, **fields)
    if "sponsor_line" in fields:
        size = len(head.sponsor_line or "")
        calls = tuple(NoteCall(min(c.offset, size), c.marker) for c in head.sponsor_notes) if size else ()
        head = replace(head, sponsor_notes=calls)
    gone = {call.marker for call in draft.masthead.calls} - {
        call.marker for call in (*head.calls, *draft.title_notes)
    }
    notes = tuple(note for note in draft.footnotes if note.marker not in gone)
    return tidy(replace(draft, masthead=head, footnotes=notes))

"""Footnotes of a draft: numbered by the order of their calls after every edit."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.draft import Draft
from assistant.editing.pieces import Piece
from assistant.editing.places import place_of
from assistant.errors import EditingError
from precedent.resolution import Footnote, NoteCall, Paragraph, Span

Calls = tuple[NoteCall, ...]

_NEW = "+"
"""Before the marker of a note that has no number yet."""


@dataclass(frozen=True, slots=True)
class Book:
    """The notes of a draft and which of them a call means.

    A report counts the notes of its parts apart, so a marker alone may name several: the note of the caller's
    own part comes first, then that of the main text, then any. `tidy` makes them one count.
    """

    notes: tuple[Footnote, ...]
    places: dict[tuple[str, str], int]
    anywhere: dict[str, int]

    @classmethod
    def of(cls, notes: Sequence[Footnote]) -> Book:
        """The book of these notes; of two with one marker the first is meant."""
        places: dict[tuple[str, str], int] = {}
        anywhere: dict[str, int] = {}
        for index, note in enumerate(notes):
            places.setdefault((note.section, note.marker), index)
            anywhere.setdefault(note.marker, index)
        return cls(tuple(notes), places, anywhere)

    def meant(self, section: str, marker: str) -> int | None:
        """Index of the note that a call means; None where there is no such note."""
        found = self.places.get((section, marker))
        if found is None:
            found = self.places.get(("", marker))
        return self.anywhere.get(marker) if found is None else found


def tidy(draft: Draft) -> Draft:
    """The draft with its footnotes in order: those with asterisks as they are, the others 1, 2, 3 as called.

    A note with a name is counted like one with a number, as in every Markdown. A call that has no note gets an
    empty one, a note that is not called stays at the end.
    """
    book = Book.of(_with_missing(draft))
    order = _as_called(draft, book)
    markers = _numbers(book.notes, order)

    def renamed(section: str, calls: Calls) -> Calls:
        indexes = ((c, book.meant(section, c.marker)) for c in calls)
        return tuple(c if i is None else NoteCall(c.offset, markers[i]) for c, i in indexes)

    return replace(
        _recalled(draft, renamed), footnotes=tuple(_marked(book.notes[i], markers[i]) for i in order)
    )


def _marked(note: Footnote, marker: str) -> Footnote:
    section = "" if _counted(note.marker) else note.section
    same = (note.marker, note.section) == (marker, section)
    return note if same else replace(note, marker=marker, section=section)


def _recalled(draft: Draft, change: Callable[[str, Calls], Calls]) -> Draft:
    """The draft with other calls; what calls as before stays the same object."""
    head, entries = draft.masthead, []
    for entry in draft.entries:
        calls = change(entry.content.section, entry.content.notes)
        same = calls == entry.content.notes
        entries.append(entry if same else replace(entry, content=replace(entry.content, notes=calls)))
    sponsors = change("", head.sponsor_notes)
    if sponsors != head.sponsor_notes:
        head = replace(head, sponsor_notes=sponsors)
    title = change("", draft.title_notes)
    return replace(draft, masthead=head, title_notes=title, entries=tuple(entries))


def _calls(draft: Draft) -> Iterator[tuple[str, str]]:
    """(section, marker) of every call, in the order of the text."""
    yield from (("", call.marker) for call in (*draft.masthead.calls, *draft.title_notes))
    yield from ((e.content.section, call.marker) for e in draft.entries for call in e.content.notes)


def _with_missing(draft: Draft) -> tuple[Footnote, ...]:
    book = Book.of(draft.footnotes)
    missing = dict.fromkeys(m for s, m in _calls(draft) if book.meant(s, m) is None and _counted(m))
    return (*draft.footnotes, *(Footnote(marker=marker, text="") for marker in missing))


def _counted(marker: str) -> bool:
    return any(character.isalnum() for character in marker) or not marker


def _as_called(draft: Draft, book: Book) -> tuple[int, ...]:
    """Indexes of all notes in the order that they print in."""
    starred = [i for i, note in enumerate(book.notes) if not _counted(note.marker)]
    called = (book.meant(section, marker) for section, marker in _calls(draft))
    return tuple(dict.fromkeys([*starred, *(i for i in called if i is not None), *range(len(book.notes))]))


def _numbers(notes: tuple[Footnote, ...], order: tuple[int, ...]) -> list[str]:
    markers = [note.marker for note in notes]
    count = 0
    for index in order:
        if _counted(notes[index].marker):
            count += 1
            markers[index] = str(count)
    return markers


def without_orphans(old: Draft, new: Draft) -> Draft:
    """The new draft without the notes that the old one called and nothing calls any more.

    A note that was never called stays: its call may have been lost elsewhere, and nothing is lost here.
    """
    book = Book.of(new.footnotes)
    left = {book.meant(section, marker) for section, marker in _calls(new)}
    book = Book.of(old.footnotes)
    were = {old.footnotes[i] for s, m in _calls(old) if (i := book.meant(s, m)) is not None}
    kept = tuple(n for i, n in enumerate(new.footnotes) if i in left or n not in were)
    return new if len(kept) == len(new.footnotes) else replace(new, footnotes=kept)


def with_notes(
    draft: Draft, paragraph: Paragraph, notes: Sequence[Footnote], known: Collection[str] = ()
) -> tuple[Draft, Paragraph]:
    """The draft with the notes that a paragraph brings along and calls, and the paragraph calling them there.

    `known` are markers of the draft that the paragraph may call without bringing them.

    Raises:
        EditingError: where the paragraph calls a note that is neither brought nor known.
    """
    called = {call.marker for call in paragraph.notes}
    brought = {note.marker: note for note in reversed(notes) if note.marker in called}
    unknown = min(called - brought.keys() - set(known), default=None)
    if unknown is not None:
        raise EditingError(f"the paragraph calls footnote {unknown}, which does not come with it")
    # The draft's own note, brought along with words that were copied or divided, stays one note.
    foreign = {marker: note for marker, note in brought.items() if note not in draft.footnotes}
    taken = {note.marker for note in draft.footnotes}
    own = {marker: _fresh(taken, marker) for marker in foreign}
    added = (replace(note, marker=own[marker], section="") for marker, note in foreign.items())
    calls = tuple(NoteCall(c.offset, own.get(c.marker, c.marker)) for c in paragraph.notes)
    return replace(draft, footnotes=(*draft.footnotes, *added)), replace(paragraph, notes=calls)


def _fresh(taken: set[str], marker: str) -> str:
    """A marker that the draft does not have: an asterisk keeps its own where it can."""
    found, count = marker, 0
    while found in taken or (_counted(found) and not found.startswith(_NEW)):
        count += 1
        found = f"{_NEW}{count}"
    taken.add(found)
    return found


def add_note(draft: Draft, identity: str, offset: int, text: str, italics: tuple[Span, ...] = ()) -> Draft:
    """A new footnote, called at a place in a paragraph.

    Raises:
        EditingError: where there is no such paragraph or place.
    """
    entry = draft.entries[place_of(draft, identity)]
    if not 0 <= offset <= len(entry.content.text):
        raise EditingError(f"the paragraph ends before character {offset}; call the note inside its words")
    marker = _fresh({n.marker for n in draft.footnotes}, "")
    piece = Piece(entry.content.text, entry.content.italics, (*entry.content.notes, NoteCall(offset, marker)))
    note = Piece(text, italics).settled().onto_note(Footnote(marker=marker, text=text))
    added = draft.with_entry(replace(entry, content=piece.settled().onto(entry.content)))
    return tidy(replace(added, footnotes=(*draft.footnotes, note)))


def set_note(draft: Draft, marker: str, text: str, italics: tuple[Span, ...] = ()) -> Draft:
    """Other words for a footnote.

    Raises:
        EditingError: where there is no such note.
    """
    index = _note(draft, marker)
    note = Piece(text, italics).settled().onto_note(draft.footnotes[index])
    return with_note(draft, index, note)


def with_note(draft: Draft, index: int, note: Footnote) -> Draft:
    """The draft with another note at that index."""
    return tidy(replace(draft, footnotes=(*draft.footnotes[:index], note, *draft.footnotes[index + 1 :])))


def remove_note(draft: Draft, marker: str) -> Draft:
    """The draft without a footnote and without its calls.

    Raises:
        EditingError: where there is no such note.
    """
    index = _note(draft, marker)
    book = Book.of(draft.footnotes)

    def kept(section: str, calls: Calls) -> Calls:
        return tuple(c for c in calls if book.meant(section, c.marker) != index)

    left = (*draft.footnotes[:index], *draft.footnotes[index + 1 :])
    return tidy(replace(_recalled(draft, kept), footnotes=left))


def _note(draft: Draft, marker: str) -> int:
    found = next((i for i, n in enumerate(draft.footnotes) if marker in (n.marker, n.label)), None)
    if found is None:
        raise EditingError(f"the draft has no footnote {marker.removeprefix('FN')}")
    return found

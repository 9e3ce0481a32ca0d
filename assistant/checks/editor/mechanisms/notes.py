"""Footnotes: each called, each call with its note, no source told twice."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from assistant.checks.editor.place import TITLE, Hit, Text
from precedent.resolution import NoteCall
from precedent.wording import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class Notes:
    """How notes and their calls stand to each other."""

    looks_for: str
    """ "calls" (without a note), "notes" (without a call), "order", "twice" (the same note again)."""

    def __post_init__(self) -> None:
        if self.looks_for not in _LOOKS:
            raise ValueError(f"looks_for is none of {', '.join(_LOOKS)}")

    def meets_in(self, text: Text) -> Iterator[tuple[str, Hit]]:
        """Each call or note that stands alone, out of order, or twice."""
        yield from _LOOKS[self.looks_for](text)


def _all_calls(text: Text) -> Iterator[tuple[str, NoteCall]]:
    """Every call with the label of its place; those of the sponsor line are the masthead's."""
    yield from ((TITLE, call) for call in text.resolution.title_notes)
    yield from ((p.label, call) for p in text.resolution.paragraphs for call in p.notes)


def _calls(text: Text) -> Iterator[tuple[str, Hit]]:
    markers = {note.marker for note in text.resolution.footnotes if note.text.strip()}
    for label, call in _all_calls(text):
        if call.marker not in markers:
            message = f"note {call.marker} is called here, and there is no such note"
            yield label, Hit(call.offset, call.offset, message=message)


def _notes(text: Text) -> Iterator[tuple[str, Hit]]:
    called = {call.marker for _, call in _all_calls(text)}
    called |= {call.marker for call in text.resolution.masthead.calls}
    for note in text.resolution.footnotes:
        # An asterisk may belong to the masthead, whose marks not every reader sees.
        if note.marker not in called and note.marker.isdigit() and not note.section:
            yield note.label, Hit(0, len(note.text), message="nothing calls this note")


def _order(text: Text) -> Iterator[tuple[str, Hit]]:
    last: int | None = None
    for label, call in _all_calls(text):
        if not call.marker.isdigit():
            continue
        number = int(call.marker)
        # The first may be called where no reader sees it, in a masthead.
        last = number if last is None else last
        if number > last + 1:
            message = f"note {number} is called where {last + 1} is next"
            yield label, Hit(call.offset, call.offset, message=message)
        last = max(last, number)


def _twice(text: Text) -> Iterator[tuple[str, Hit]]:
    first: dict[str, str] = {}
    previous = ""
    for note in text.resolution.footnotes:
        words = fold(note.text)
        if note.section or words.startswith(("ibid", "see ibid")) or not words:
            previous = words
            continue
        if words in first:
            after = " or write “Ibid.”" if words == previous else ""
            message = f"the same source is note {first[words]}: call that one again{after}"
            yield note.label, Hit(0, len(note.text), message=message)
        first.setdefault(words, note.marker)
        previous = words


_LOOKS: dict[str, Callable[[Text], Iterator[tuple[str, Hit]]]] = {
    "calls": _calls,
    "notes": _notes,
    "order": _order,
    "twice": _twice,
}

"""Marks of notes and dashes between days: what a pattern over the words alone cannot tell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.checks.editor.place import Hit, Place, guarded
from precedent.references.patterns import MONTH, YEAR

_MARKS = ",;.:"
_DAYS = re.compile(
    rf"(?P<from>\b[Ff]rom |\b[Bb]etween )?\b(?P<first>\d{{1,2}}) ?[-–—] ?(?P<last>\d{{1,2}}) (?={MONTH}\b)"
)
_YEAR = re.compile(YEAR)


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteMark:
    """The mark of a note that stands before a comma or a full stop, and not after it."""

    def meets(self, place: Place) -> Iterator[Hit]:
        """Each such mark; putting the same words in place moves it behind them."""
        for call in place.notes:
            mark = place.text[call.offset : call.offset + 1]
            if mark and mark in _MARKS and call.offset and place.text[call.offset - 1] not in _MARKS:
                words = place.text[call.offset - 1 : call.offset + 1]
                message = f"the mark of note {call.marker} stands after the “{mark}”"
                yield Hit(call.offset - 1, call.offset + 1, words, message)


@dataclass(frozen=True, slots=True, kw_only=True)
class DayDashes:
    """Days with a dash between them: "22-23 September" is "22 and 23 September", "7–11 April" "7 to 11 April"."""

    def meets(self, place: Place) -> Iterator[Hit]:
        """Each such range outside quotation marks."""
        titles = guarded(place)
        for match in _DAYS.finditer(place.text):
            first, last = int(match["first"]), int(match["last"])
            if first >= last or any(span.start <= match.start() < span.end for span in titles):
                continue
            link = "and" if last - first == 1 and not match["from"] else "to"
            start, end = match.start("first"), match.end("last")
            yield Hit(start, end, f"{first} {link} {last}")

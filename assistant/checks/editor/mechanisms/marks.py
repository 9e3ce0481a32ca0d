"""Marks of notes and dashes between days: what a pattern over the words alone cannot tell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.checks.editor.place import Hit, Place, guarded
from precedent.references.patterns import MONTH, YEAR

_MARKS = ",;.:"
_DAYS = re.compile(
    rf"(?:\b(?P<word>[Oo]n|[Ff]rom|[Bb]etween) )?\b(?P<first>\d{{1,2}}) ?[-–—] ?(?P<last>\d{{1,2}}) (?={MONTH}\b)"
)
_GOVERNED = re.compile(r"(?:\([^()]*|\b(?:and|or|to|of|the|for|since|until|till|by|during|dated|through) )\Z")
"""Before days that need no word of their own: in parentheses, or after a word that governs them."""
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
    """Days with a dash between them: "on 22-23 September" is "on 22 and 23 September", "7–11 April" "from 7 to 11"."""

    def meets(self, place: Place) -> Iterator[Hit]:
        """Each such range outside quotation marks."""
        titles = guarded(place)
        for match in _DAYS.finditer(place.text):
            first, last = int(match["first"]), int(match["last"])
            if first >= last or any(span.start <= match.start() < span.end for span in titles):
                continue
            yield _in_words(place.text, match, first, last)


def _in_words(text: str, match: re.Match[str], first: int, last: int) -> Hit:
    """The days with what joins them, and with "on" or "from" where nothing before them stands in its place."""
    start, end, word = match.start("first"), match.end("last"), (match["word"] or "").lower()
    link = "and" if word == "between" or (last - first == 1 and word != "from") else "to"
    days = f"{first} {link} {last}"
    wanted = "on" if link == "and" else "from"
    if word == "on" and wanted == "from":
        initial = "F" if match["word"][0].isupper() else "f"
        return Hit(match.start("word"), end, f"{initial}rom {days}")
    bare = not word and start > 0 and not _GOVERNED.search(text, 0, start)
    return Hit(start, end, f"{wanted} {days}" if bare else days)

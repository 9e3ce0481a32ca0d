"""Words that are in italics and should not be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from assistant.checks.editor.place import Hit, Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Slanted:
    """Words in italics that need none; italics are the drafter's to take off."""

    words: tuple[str, ...]

    def meets(self, place: Place) -> Iterator[Hit]:
        """Every run of italics after the opening that is one of the words."""
        for span in place.titles:
            if span.of(place.text).strip(" ,").lower() in self.words:
                yield Hit(span.start, span.end)

"""The first letter of a place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from assistant.checks.editor.place import Hit, Place

_ADDRESS: Final = re.compile(r"\w+://|www\.|\S+\.\S+/")


@dataclass(frozen=True, slots=True, kw_only=True)
class First:
    """Places that begin with a small letter; an address may."""

    def meets(self, place: Place) -> Iterator[Hit]:
        """The first word."""
        word = re.match(r"[^\W\d_]+", place.text)
        if word and word[0][0].islower() and not _ADDRESS.match(place.text):
            yield Hit(0, word.end(), word[0][0].upper() + word[0][1:])

"""In whose voice a text speaks: an organ says "its"; heads of State in a declaration say "our"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from assistant.checks.editor.place import Hit, Place, Text, guarded
from assistant.checks.rule import Part

_OURS = re.compile(r"\b(?:our|ours|ourselves|we|us)\b")
_WE = re.compile(r"\b[Ww]e\b")
_READ = (Part.PREAMBULAR, Part.OPERATIVE, Part.SUB)
_INSTEAD = {"our": "its", "ourselves": "itself"}
_FEW = 2
"""Times that a text which is no declaration says "we"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """Words of a speaker who is no organ, in a text that is no declaration."""

    def meets_in(self, text: Text) -> Iterator[tuple[str, Hit]]:
        """Each such word outside quotation marks."""
        own = [(label, place) for label, place in text.places if place.part in _READ]
        said = [(label, *_said(place)) for label, place in own]
        if sum(ours for _, ours, _ in said) > _FEW:
            return
        for label, _, hits in said:
            yield from ((label, hit) for hit in hits)


@lru_cache(maxsize=4096)
def _said(place: Place) -> tuple[int, tuple[Hit, ...]]:
    """How often a place says "we", and each word of that speaker outside quotation marks; kept for the next reading."""
    hits = tuple(
        Hit(*match.span(), _INSTEAD.get(match[0]))
        for match in _OURS.finditer(place.text)
        if not any(span.start <= match.start() < span.end for span in guarded(place))
    )
    return len(_WE.findall(place.text)), hits

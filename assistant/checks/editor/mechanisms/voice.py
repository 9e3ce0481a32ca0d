"""Words in which a text speaks of itself in the first person."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from assistant.checks.editor.place import Hit, Place, Text, guarded
from assistant.checks.rule import Part

_SPOKEN: Final = (Part.PREAMBULAR, Part.OPERATIVE, Part.SUB)
_DECLARATION: Final = 0.2
"""Share of its paragraphs from which on a text is a declaration that speaks so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """Words of the first person, but in a text that speaks in it throughout: a declaration, an outcome document."""

    words: tuple[str, ...]
    instead: Mapping[str, str] = field(default_factory=dict)
    """What to put in the place of some of them, where they stand beside words that tell what is meant."""
    before: tuple[str, ...] = ()
    """Words after which that is so."""
    after: tuple[str, ...] = ()
    """Words before which that is so."""
    unless: tuple[str, ...] = ()
    """Patterns of words that are meant so: what lies within one of them is left alone."""
    _find: re.Pattern[str] = field(init=False, repr=False)
    _unless: re.Pattern[str] | None = field(init=False, repr=False)

    def __post_init__(self) -> None:
        words = "|".join(map(re.escape, self.words))
        find = re.compile(rf"(?<![\w“’-])(?:{words})(?![\w’-])|^(?:{'|'.join(map(str.capitalize, self.words))})\b")
        joined = "|".join(f"(?:{each})" for each in self.unless)
        object.__setattr__(self, "_find", find)
        object.__setattr__(self, "_unless", re.compile(joined) if joined else None)

    def meets_in(self, text: Text) -> Iterator[tuple[str, Hit]]:
        """Each such word."""
        places = [(label, place) for label, place in text.places if place.part in _SPOKEN]
        found = [(label, hit) for label, place in places for hit in self._met(place)]
        if len({label for label, _ in found}) < max(2, _DECLARATION * len(places)):
            yield from found

    def _met(self, place: Place) -> Iterator[Hit]:
        meant = [(span.start, span.end) for span in guarded(place)]
        meant += [match.span() for match in self._unless.finditer(place.text)] if self._unless else []
        for match in self._find.finditer(place.text):
            start, end = match.span()
            if not any(first <= start and end <= last for first, last in meant):
                yield Hit(start, end, self._instead(place.text, start, end))

    def _instead(self, text: str, start: int, end: int) -> str | None:
        words = re.findall(r"\w+", text[:start])[-1:], re.findall(r"\w+", text[end:])[:1]
        told = any(word.lower() in self.before for word in words[0]) or any(
            word.lower() in self.after for word in words[1]
        )
        return self.instead.get(text[start:end]) if told else None

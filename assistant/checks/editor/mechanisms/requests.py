"""What a paragraph asks for: a verb that asks, and near it the thing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from assistant.checks.editor.place import Hit, Text
from assistant.checks.rule import Part


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """Paragraphs that ask for a thing; the verb may stand in the paragraph that introduces a list, the thing in it."""

    verbs: str
    """Pattern of the words that ask."""
    things: str
    """Pattern of what is asked for."""
    within: int
    """Characters within which the thing follows the verb."""
    unless: tuple[str, ...] = ()
    """Patterns of words with which a paragraph asks for nothing that is minded."""
    _verbs: re.Pattern[str] = field(init=False, repr=False)
    _things: re.Pattern[str] = field(init=False, repr=False)
    _unless: re.Pattern[str] | None = field(init=False, repr=False)

    def __post_init__(self) -> None:
        joined = "|".join(f"(?:{each})" for each in self.unless)
        object.__setattr__(self, "_verbs", re.compile(self.verbs))
        object.__setattr__(self, "_things", re.compile(self.things))
        object.__setattr__(self, "_unless", re.compile(joined) if joined else None)

    def meets_in(self, text: Text) -> Iterator[tuple[str, Hit]]:
        """From the verb to the thing; in a sub-paragraph from its beginning."""
        above = ""
        for label, place in text.places:
            if place.part not in (Part.OPERATIVE, Part.SUB):
                continue
            above = above if place.part is Part.SUB else place.text
            asks = self._verbs.search(above)
            after = asks.end() if asks and place.part is Part.OPERATIVE else 0
            thing = self._things.search(place.text, after, after + self.within)
            if asks and thing and not (self._unless and self._unless.search(place.text)):
                yield label, Hit(asks.start() if place.part is Part.OPERATIVE else 0, thing.end())

"""Full names that stand again in the paragraph that has named the thing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from assistant.checks.editor.mechanisms.patterns import said
from assistant.checks.editor.place import Hit, Place, guarded


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeated:
    """Names in full after their first mention in a paragraph."""

    instead: Mapping[str, str]
    """Each full name, with the short one that stands after it."""
    message: str = ""
    """In the place of the rule's; `{found}` and `{instead}` stand for the words."""

    def meets(self, place: Place) -> Iterator[Hit]:
        """Each mention but the first, outside quotation marks."""
        for full, short in self.instead.items():
            start = place.text.find(full)
            while start >= 0 and (start := place.text.find(full, start + len(full))) >= 0:
                if not any(span.start <= start < span.end for span in guarded(place)):
                    yield Hit(start, start + len(full), short, said(self.message, full, short))

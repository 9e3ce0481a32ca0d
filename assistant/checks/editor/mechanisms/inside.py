"""The sequence of also and further within one long paragraph: "notes …, also notes …, and further notes"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from assistant.checks.editor.mechanisms.verbs import verbs_within
from assistant.checks.editor.openings import opening_of
from assistant.checks.editor.place import Hit, Place


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainInside:
    """A verb of decision that stands again right after itself without also or further."""

    def meets(self, place: Place) -> Iterator[Hit]:
        """Each such verb."""
        opening = opening_of(place)
        if opening is None:
            return
        said = [(opening.phrase.split()[0].lower(), True, 0, 0)]
        said += [(match["verb"], bool(match["adverb"]), *match.span("verb")) for match in verbs_within(place)]
        for (before, *_), (verb, adverb, start, end) in pairwise(said):
            if verb == before and not adverb:
                message = f"“{verb}” again in one paragraph: “also {verb}”"
                yield Hit(start, end, f"also {verb}", message)

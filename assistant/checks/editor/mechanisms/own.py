"""Resolutions of the organ that speaks, cited in the text and in notes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from assistant.checks.editor.place import Hit, Place, guarded
from assistant.checks.rule import Part
from precedent.session import Organ

_LAST_OF_COUNCIL = 65
"""A resolution of the Human Rights Council is numbered by its session: a number above this one is the Assembly's."""
_ASSEMBLY_S = re.compile(r"(?P<see>^|^See )(?P<at>[Rr]esolution)(?=s? (?P<session>\d{2})/\d)")
_OTHER_ACTS = re.compile(r"\b(?:Council|Committee|Commission|Conference|Board)\b[^,;]*$")
"""Before the citation: another body is the one who acts, and to it the resolution is the Assembly's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnResolution:
    """The organ's own resolution under the organ's name; in a note also another's without its name."""

    def meets(self, place: Place) -> Iterator[Hit]:
        """Each citation, with the words that the organ uses."""
        if place.part is Part.NOTE:
            yield from _in_note(place)
            return
        for match in _named(place.organ).finditer(place.text):
            inside = any(span.start <= match.start() < span.end for span in guarded(place))
            if not inside and not _OTHER_ACTS.search(place.text, 0, match.start()):
                yield Hit(match.start(), match.end(), f"its {match['word']}")


def _in_note(place: Place) -> Iterator[Hit]:
    """Only the Assembly leaves its own name out; seven of nine such notes of a Council have it."""
    own = _named(place.organ).match(place.text.removeprefix("See "))
    if own is not None and place.organ is Organ.GENERAL_ASSEMBLY:
        start = len(place.text) - len(place.text.removeprefix("See "))
        word = own["word"] if start else own["word"].capitalize()
        yield Hit(start, start + own.end(), word)
    elif place.organ in (Organ.ECONOMIC_AND_SOCIAL_COUNCIL, Organ.HUMAN_RIGHTS_COUNCIL):
        match = _ASSEMBLY_S.search(place.text)
        if match is not None and int(match["session"]) > _LAST_OF_COUNCIL:
            message = "in a note of a Council the Assembly’s resolution has its name"
            yield Hit(match.start("at"), match.end("at"), f"General Assembly {match['at'].lower()}", message)


@lru_cache(maxsize=8)
def _named(organ: Organ) -> re.Pattern[str]:
    return re.compile(rf"\b{organ.value} (?P<word>resolutions?)(?= (?:[A-Z]-)?\d)")

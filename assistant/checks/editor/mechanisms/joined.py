"""Words made of parts that are written together in one way only."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from assistant.checks.editor.mechanisms.words import Words
from assistant.checks.editor.place import Hit, Place

_SEAM: Final = re.compile(r"[-| ]")
_JOINTS: Final = {"-": "-", "|": "", " ": " "}


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """Words of two parts that a hyphen joins, a space, or nothing; written otherwise they are met.

    Of a word with several seams every way to write all of them alike is met.
    """

    right: tuple[str, ...]
    """As they are written: "capacity-building", "road map", "peace|keeping" with a bar where parts touch."""
    apart: bool = True
    """Whether a space between the parts is met: not where it may be another thing ("to follow up")."""
    unless: tuple[str, ...] = ()
    """Patterns of words that are meant so: what lies within one of them is left alone."""
    message: str = "it is written “{instead}”"
    """In the place of the rule's; `{found}` and `{instead}` stand for the words."""
    _words: Words = field(init=False, repr=False)

    def __post_init__(self) -> None:
        instead: dict[str, str] = {}
        for word in self.right:
            written = word.replace("|", "")
            if not _SEAM.search(word):
                raise ValueError(f"{word!r} has no seam: a hyphen, a space or a bar")
            for joint in _JOINTS.values():
                other = _SEAM.sub(joint, word)
                if other != written and (joint != " " or self.apart):
                    instead[other.lower()] = written
        words = Words(instead=instead, unless=self.unless, message=self.message)
        object.__setattr__(self, "_words", words)

    def meets(self, place: Place) -> Iterator[Hit]:
        """Every word of the list that is joined otherwise."""
        return self._words.meets(place)

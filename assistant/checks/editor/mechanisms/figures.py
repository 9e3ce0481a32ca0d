"""Small numbers in figures where words are asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from assistant.checks.editor.mechanisms.patterns import said
from assistant.checks.editor.place import Hit, Place, guarded

_CLAUSE = re.compile(r"[;:]|, (?=and \w+s\b)")
_OTHER = re.compile(r"(?<![\w./,–-])\d{2,}(?:[.,]\d+)*(?![\w/–-])")
_NO_COUNT = re.compile(
    r"\b(?:19|20|21)\d\d\b|\d{1,2} (?:January|February|March|April|May|June|July|August)|\d+/\d+"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Numbers below ten in figures before a thing that is counted, where no larger number stands beside them."""

    words: Mapping[str, str]
    """Each figure with its word."""
    before: tuple[str, ...]
    """The things that are counted."""
    message: str = "below 10 it is written in words: “{instead}”"
    """In the place of the rule's; `{found}` and `{instead}` stand for the words."""
    _find: re.Pattern[str] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        things = "|".join(map(re.escape, self.before))
        find = re.compile(
            rf"(?<![\w.,/–$€-])(?<!No\. )(?<!annex )(?<!^)({'|'.join(self.words)})(?= (?:{things})\b(?! of age))"
        )
        object.__setattr__(self, "_find", find)

    def meets(self, place: Place) -> Iterator[Hit]:
        """Each such figure."""
        for match in self._find.finditer(place.text):
            if any(span.start <= match.start() < span.end for span in guarded(place)):
                continue
            if _OTHER.search(_NO_COUNT.sub(" ", place.text)):  # beside a larger number it is a figure too
                continue
            instead = self.words[match[1]]
            yield Hit(*match.span(), instead, said(self.message, match[0], instead))

"""Short forms that stand in a text before they are introduced."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from assistant.checks.editor.place import Hit, Place, Text, guarded
from assistant.checks.rule import Part

_ABBREVIATION: Final = re.compile(
    r"(?<![\w/.-])(?<!\d )(?:[A-Z]{2,}s?|[A-Z]+[a-z]?[A-Z]+s?)(?![\w/]|-\w|\.\d)"
)
_PARENTHESES: Final = re.compile(r"\([^()]*\)")
_NAMED: Final = re.compile(r" (?:(?:of|for|on) )?[A-Z]|\(")
"""What goes on after an abbreviation that is part of a name: "the TRIPS Agreement"."""
_NUMERAL: Final = re.compile(r"[IVXLCDM]+")
_NO_MENTION: Final = (Part.TITLE, Part.NOTE, Part.ENACTING)


@dataclass(frozen=True, slots=True, kw_only=True)
class Introduced:
    """Short forms that need their full form at or before their first mention."""

    full: Mapping[str, str]
    """Each short form, with the words that introduce it and can stand in its place where it is first met."""
    message: str = ""
    """In the place of the rule's; `{found}` and `{instead}` stand for the words."""

    def meets_in(self, text: Text) -> Iterator[tuple[str, Hit]]:
        """The first mention of each short form that has not been introduced by then."""
        places = [(label, place) for label, place in text.places if place.part not in _NO_MENTION]
        for short, full in self.full.items():
            pattern = re.compile(rf"(?<![\w(-]){re.escape(short)}(?![\w)]|-\w)")
            for label, place in places:
                if short not in place.text:
                    continue
                match = pattern.search(place.text)
                at = place.text.lower().find(full.lower())
                if match is not None and not 0 <= at <= match.start():
                    if not _within(match.span(), place):
                        yield label, Hit(*match.span(), full, self.message.replace("{instead}", full))
                    break
                if at >= 0:
                    break


@dataclass(frozen=True, slots=True, kw_only=True)
class Abbreviations:
    """Abbreviations that no words before them introduce: "the World Meteorological Organization (WMO)"."""

    known: tuple[str, ...] = ()
    """Those that need no introduction."""
    full: Mapping[str, str] = field(default_factory=dict)
    """Those whose words are known, to be put in their place."""

    def meets_in(self, text: Text) -> Iterator[tuple[str, Hit]]:
        """Each abbreviation at its first mention, where it has not been introduced by then."""
        introduced = set(self.known)
        for label, place in text.places:
            if place.part in _NO_MENTION or place.part is Part.ANNEX:
                continue
            inside, outside = _abbreviations(place.text)
            introduced |= inside
            for short, span in outside:
                if {short, short.removesuffix("s")} & introduced or _NUMERAL.fullmatch(short):
                    continue
                introduced.add(short)
                if not _within(span, place):
                    yield label, Hit(*span, self.full.get(short))


@lru_cache(maxsize=8192)
def _abbreviations(text: str) -> tuple[frozenset[str], tuple[tuple[str, tuple[int, int]], ...]]:
    """Those within parentheses, and all that are not part of a name, each with its place; kept for the next reading."""
    inside = frozenset(
        short for words in _PARENTHESES.findall(text) for short in _ABBREVIATION.findall(words)
    )
    found = (match for match in _ABBREVIATION.finditer(text) if not _NAMED.match(text, match.end()))
    return inside, tuple((match[0], match.span()) for match in found)


def _within(span: tuple[int, int], place: Place) -> bool:
    return any(each.start <= span[0] and span[1] <= each.end for each in guarded(place))

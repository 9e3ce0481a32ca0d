"""Openings held against those of adopted texts: of the wrong part, of no known form, the adverb misplaced."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.checks.editor.openings import Opening, capital, lexicon, opening_of, other_part
from assistant.checks.editor.place import Hit, Place
from assistant.checks.finding import Severity
from assistant.checks.rule import Part

_PARTICIPLES = ("ing", "ed", "ful", "ous", "ized")
"""How words end that open a preambular paragraph."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpeningForm:
    """What a paragraph opens with where that is no opening of its part."""

    looks_for: str
    """ "wrong part", "form" (no participle in the preamble, no verb elsewhere), "unknown", "adverb" (misplaced)."""

    def __post_init__(self) -> None:
        if self.looks_for not in _LOOKS:
            raise ValueError(f"looks_for is none of {', '.join(_LOOKS)}")

    def meets(self, place: Place) -> Iterator[Hit]:
        """The opening, with the words that should stand there where they are known."""
        opening = opening_of(place)
        if opening is not None and place.part in (Part.PREAMBULAR, Part.OPERATIVE):
            found = _LOOKS[self.looks_for](place, opening)
            if found is not None:
                yield found


def _wrong_part(place: Place, opening: Opening) -> Hit | None:
    here, there = _counts(opening.phrase, place.part)
    if here or not there:
        return None
    where = "operative" if place.part is Part.PREAMBULAR else "preambular"
    phrase = other_part(opening.phrase, place.part)
    words = opening.words(opening.adverb, place.part, phrase) if phrase else None
    message = f"“{opening.phrase}” opens {where} paragraphs: {there:,} times in adopted texts, and never one like this"
    return Hit(0, opening.end, words, message)


def _form(place: Place, opening: Opening) -> Hit | None:
    """No opening at all: "The delegations note", "Invite"."""
    words = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", place.text[: _FIRST_WORDS * 20])[:_FIRST_WORDS]
    if place.text[:1].islower():
        return Hit(0, 1, place.text[0].upper(), "a paragraph begins with a capital")
    if not words:
        return None
    if place.part is Part.PREAMBULAR:
        if opening.known or any(word.endswith(_PARTICIPLES) for word in words):
            return None
        return Hit(0, opening.end, message="a preambular paragraph opens with a participle or an adjective")
    first = next((word for word in words if not (word.endswith("ly") or word in _BEFORE_VERBS)), words[0])
    if (first.endswith("s") and first not in _NO_VERBS) or first.endswith(_PARTICIPLES):
        return None  # a participle is of the wrong part
    singular = f"{words[0]}s"
    known = singular in {phrase.split()[0] for phrase in lexicon()}
    told = f": “{singular}”" if known else ""
    message = f"an operative paragraph opens with a verb in the third person{told}"
    return Hit(
        0, len(words[0]), singular if known else None, message, severity=None if known else Severity.WARNING
    )


def _unknown(place: Place, opening: Opening) -> Hit | None:
    if opening.known or _form(place, opening) or _wrong_part(place, opening):
        return None
    first = capital(opening.phrase.split()[:1])
    near = sum(sum(counts) for phrase, counts in lexicon().items() if phrase.split()[0] == first)
    told = f"; “{first}” opens {near:,} paragraphs in other words" if near else ""
    return Hit(0, opening.end, message=f"no adopted text that was counted opens a paragraph so{told}")


def _adverb(place: Place, opening: Opening) -> Hit | None:
    if opening.placed or not opening.known:
        return None
    words = opening.words(opening.adverb, place.part)
    after = "after the phrase" if place.part is Part.PREAMBULAR else "before the verb"
    return Hit(0, opening.end, words, f"in this part “{opening.adverb}” stands {after}")


_FIRST_WORDS = 3
_LOOKS = {"wrong part": _wrong_part, "form": _form, "unknown": _unknown, "adverb": _adverb}
_BEFORE_VERBS = frozenset({"Once", "Again", "again", "Also", "Further", "also", "further"})
_NO_VERBS = frozenset(
    {"States", "Parties", "Members", "This", "As", "Its", "His", "Governments", "Delegations"}
)
"""Words in s that open a sentence which is none of a resolution's."""


def _counts(phrase: str, part: Part) -> tuple[int, int]:
    """How often adopted texts open so in this part, and in the other."""
    preamble, operative = lexicon().get(phrase, (0, 0))
    here, there = (preamble, operative) if part is Part.PREAMBULAR else (operative, preamble)
    return (0 if here * _RARE < there else here), there


_RARE = 100
"""So many times commoner in the other part, a phrase of this one is a slip that was adopted."""

"""How a paragraph opens: its phrase, the adverb of its chain, whom it addresses.

"Noting with concern also" is the phrase "Noting with concern" with the adverb "also"; "Also requests the
Secretary-General to report" is "Requests" with "also", addressed to the Secretary-General. Where a text has no italics
the longest phrase counts that adopted texts open with.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from assistant.checks.editor.place import Place
from assistant.checks.rule import Part

ADVERBS = ("also", "further")
"""In the order in which they follow each other."""
PREPOSITIONS = frozenset({"of", "that", "the", "with", "in", "to", "by", "as", "at", "and", "from"})
"""Words at the end of an opening in italics that are not part of it: "Taking note of"."""
_LONGEST = 7
"""Words within which an opening ends, its adverb counted."""
_FAR_MORE = 10
"""How many times commoner the longer of two phrases is where the shorter is in italics by a slip: "Calls" upon."""
_WORD = re.compile(r"\S+")
_ADDRESSED = re.compile(r"(?: to|,| that| for|:| in order| where| when|;|\.)(?= |$)")


@dataclass(frozen=True, slots=True)
class Opening:
    """The opening of one paragraph; offsets count characters of its text."""

    phrase: str
    """Without the adverb, with a capital: "Noting with concern"."""
    adverb: str
    """ "also", "further" or ""."""
    end: int
    """Where phrase and adverb end."""
    placed: bool
    """Whether the adverb stands where its part has it: after the phrase in the preamble, before it elsewhere."""
    known: bool
    """Whether adopted texts open so."""

    def words(self, adverb: str, part: Part, phrase: str = "") -> str:
        """The opening, or another phrase, with that adverb where that part has it."""
        phrase = phrase or self.phrase
        if not adverb:
            return phrase
        if part is Part.PREAMBULAR:
            words = phrase.split(" ")
            words.insert(_slot(words), adverb)
            return " ".join(words)
        return f"{adverb.capitalize()} {phrase[0].lower()}{phrase[1:]}"


@lru_cache(maxsize=1)
def lexicon() -> Mapping[str, tuple[int, int]]:
    """How often adopted texts open with a phrase: in the preamble, in the operative part."""
    page = tomllib.loads(
        files("assistant.checks.editor").joinpath("openings.toml").read_text(encoding="utf-8")
    )
    return {phrase: (preamble, operative) for phrase, (preamble, operative) in page.items()}


@lru_cache(maxsize=8192)
def opening_of(place: Place) -> Opening | None:
    """How a paragraph opens; None where it begins with no word."""
    words = list(_WORD.finditer(place.text))[:_LONGEST]
    if not words or not words[0][0][0].isalpha():
        return None
    bare = [word[0].strip(",:;.") for word in words]
    italic = sum(word.end() <= place.opening + 1 for word in words) if place.opening else None
    adverb_at = _adverb_at(bare, place.part, italic)
    size, stripped = _sized(bare, italic, adverb_at)
    if adverb_at is not None and adverb_at > size:  # it belongs to what follows
        adverb_at = None
        size, stripped = _sized(bare, italic, None)
    phrase = capital(stripped[: max(size, 1)])
    last = words[max(size, 1) - (adverb_at is None)]
    return Opening(
        phrase,
        "" if adverb_at is None else bare[adverb_at].lower(),
        last.start() + len(last[0].rstrip(",:;.")),
        placed=adverb_at is None
        or adverb_at in ((_slot(stripped[:size]), size) if place.part is Part.PREAMBULAR else (0,)),
        known=size > 0 and phrase in lexicon(),
    )


def _slot(phrase: list[str]) -> int:
    """Before which word of a preambular phrase the adverb stands; at its end as a rule.

    "Having also considered", "Reaffirming also its commitment".
    """
    if phrase[:1] == ["Having"]:
        return 1
    return phrase.index("its") if "its" in phrase else len(phrase)


def _adverb_at(bare: list[str], part: Part, italic: int | None) -> int | None:
    """Which word is the adverb. "Encourages further efforts" has none: "further" is of the efforts."""
    for number, word in enumerate(bare):
        if word.lower() == "also" or (word.lower() == "further" and number == 0):
            return number
        if word.lower() == "further":
            belongs = part is Part.PREAMBULAR and (italic is None or number < italic)
            return number if belongs else None
    return None


def _sized(bare: list[str], italic: int | None, adverb_at: int | None) -> tuple[int, list[str]]:
    """How many words the phrase has, and the words without the adverb."""
    stripped = bare if adverb_at is None else bare[:adverb_at] + bare[adverb_at + 1 :]
    if italic is None:
        return _plain_size(stripped, adverb_at), stripped
    return _italic_size(stripped, italic, adverb_at), stripped


def _italic_size(stripped: list[str], italic: int, adverb_at: int | None) -> int:
    """How many words are in italics without the adverb and a preposition at the end, with a particle after them."""
    size = italic - (adverb_at is not None and adverb_at < italic)
    while size and stripped[size - 1].lower() in PREPOSITIONS:
        size -= 1
    longer, own = capital(stripped[: size + 1]), capital(stripped[:size])
    if size and longer in lexicon() and sum(lexicon()[longer]) > _FAR_MORE * sum(lexicon().get(own, (0, 0))):
        return size + 1
    return size


def _plain_size(stripped: list[str], adverb_at: int | None) -> int:
    """How many words an opening without italics has: up to its adverb, or as many as adopted texts open with."""
    if adverb_at and capital(stripped[:adverb_at]) in lexicon():
        return adverb_at
    return _known_size(stripped)


def _known_size(words: list[str]) -> int:
    """How many words the longest phrase has that adopted texts open with; 0 where they open with none."""
    known = lexicon()
    return next((n for n in range(len(words), 0, -1) if capital(words[:n]) in known), 0)


def other_part(phrase: str, part: Part) -> str:
    """The phrase in the form of a part, where the first word tells it: "Recalls" → "Recalling" in the preamble.

    Empty where there is no such form, as of "Mindful", or where it is not known.
    """
    first, _, rest = phrase.partition(" ")
    if " and " in phrase:
        return ""
    known = {opening.partition(" ")[0] for opening in lexicon()}
    stem = first[:-1] if part is Part.PREAMBULAR else first.removesuffix("ing")
    if stem == first:
        return ""
    if part is Part.PREAMBULAR:
        forms = (f"{stem}ing", f"{stem.removesuffix('e')}ing", f"{stem}{stem[-1:]}ing")
    else:
        forms = (f"{stem}s", f"{stem}es", f"{stem[:-1]}s" if stem[-2:-1] == stem[-1:] else "")
    found = next((form for form in forms if form in known), "")
    return f"{found} {rest}".strip() if found else ""


def without_adverbs(words: Iterable[str]) -> list[str]:
    """The words without "also" and "further"."""
    return [word for word in words if word.lower().strip(",") not in ADVERBS]


def capital(words: Iterable[str]) -> str:
    """The words as a phrase with a capital."""
    joined = " ".join(words)
    return joined[:1].upper() + joined[1:]


def addressee(place: Place, opening: Opening) -> str:
    """Whom the words after an opening address, in lower case: "the secretary-general"."""
    rest = place.text[opening.end :].strip()
    end = _ADDRESSED.search(rest)
    return (rest[: end.start()] if end else rest).lower()

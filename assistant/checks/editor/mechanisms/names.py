"""Names of bodies and instruments that are nearly right: a word lost, a comma, an "of" for an "on"."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise
from typing import Final, NamedTuple

from assistant.checks.editor.mechanisms.patterns import said
from assistant.checks.editor.place import Hit, Place, guarded

_TOKEN: Final = re.compile(r"[^\W_]+(?:[’'](?!s\b)[^\W_]+)*")
_WITHIN: Final = re.compile(r"[^\w ,/’'-]")
"""What no name has between its words."""
_SMALL: Final = frozenset(
    ("of", "the", "and", "for", "on", "in", "to", "against", "with", "by", "at", "a", "its", "s")
)
_FREE: Final = frozenset(("of", "the", "for", "on", "in", "to", "against"))
"""Small words that may be mistaken for one another; another one, or an "and" too many, is another phrase."""
_STEM: Final = 9
"""Letters by which words are told apart: "Agricultural" is then "Agriculture", "Environmental" "Environment"."""
_OWN: Final = ("ing", "er", "or", "ers", "ors")
"""Endings that make another word of a stem: "Implementing" is no "Implementation", a commissioner no commission."""
_LIKE: Final = (("isation", "ization"), ("our", "or"), ("programme", "program"), ("centre", "center"))
_MANY: Final = 10
"""Texts that must have a name before another way of writing it is doubted."""
_VERY_LONG: Final = 5
"""Words of a name from which on it is known though one of its words is another: "Finance" for "Financing"."""
_LONG: Final = 4
"""Words of a name before capitals alone are minded in it: "United Nations headquarters" are any of them."""


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """What is left of a word when number, spelling and ending are put aside: "Organisations" → "organiza"."""
    found = word.lower().replace("’", "").replace("'", "")
    for ending, plain in (("ies", "y"), ("sses", "ss"), ("s", "")):
        if found.endswith(ending) and len(found) > 3 and not found.endswith("ss"):
            found = found[: -len(ending)] + plain
            break
    for other, plain in _LIKE:
        found = found.replace(other, plain)
    return found[:_STEM] + next((f"-{ending}" for ending in _OWN if found[_STEM:].endswith(ending)), "")


def skeleton(name: str) -> tuple[str, ...]:
    """The words that make a name, without small ones, marks and endings."""
    return tuple(stem(token[0]) for token in _TOKEN.finditer(name) if token[0] not in _SMALL)


class _Word(NamedTuple):
    """A word of a text that is not a small one, and where the words before it end."""

    start: int
    end: int
    stem: str
    capital: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """Names of the register, and those of the rule, written nearly but not quite as they are."""

    names: tuple[str, ...] = ()
    """Names besides those of the register that comes with the program."""
    register: bool = True
    """Whether that register counts too."""
    unless: tuple[str, ...] = ()
    """Patterns of words that are meant so: what lies within one of them is left alone."""
    message: str = ""
    """In the place of the rule's; `{found}` and `{instead}` stand for the words."""
    _known: Mapping[tuple[str, ...], Mapping[str, int]] = field(init=False, repr=False)
    """Each skeleton with the ways in which it is written, and how often each is."""
    _heads: Mapping[str, Sequence[tuple[str, ...]]] = field(init=False, repr=False)
    _unless: re.Pattern[str] | None = field(init=False, repr=False)

    def __post_init__(self) -> None:
        known: dict[tuple[str, ...], dict[str, int]] = defaultdict(dict)
        for name, count in (
            *(registered() if self.register else ()),
            *((name, 10**6) for name in self.names),
        ):
            known[skeleton(name)][name] = count
        heads: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        for words in sorted(known, key=len, reverse=True):
            heads[words[0]].append(words)
        object.__setattr__(self, "_known", dict(known))
        object.__setattr__(self, "_heads", dict(heads))
        joined = "|".join(f"(?:{each})" for each in self.unless)
        object.__setattr__(self, "_unless", re.compile(joined) if joined else None)

    def meets(self, place: Place) -> Iterator[Hit]:
        """Every name that is not written in a known way, the longest at each place."""
        text = place.text
        meant = [(span.start, span.end) for span in guarded(place)]
        meant += [match.span() for match in self._unless.finditer(text)] if self._unless else []
        for run, right in self.written(text):
            found = text[run[0].start : run[-1].end]
            start, end = run[0].start, run[-1].end
            if found != right and not any(a < end and start < b for a, b in meant):
                yield Hit(start, end, right, said(self.message, found, right))

    def written(self, text: str) -> Iterator[tuple[Sequence[_Word], str]]:
        """Each run of words that is a name or was meant to be one, the longest, with the name as it is written."""
        words = list(_words(text))
        number = 0
        while number < len(words):
            taken = 1
            following = words[number + 1].stem if number + 1 < len(words) else ""
            for names in self._heads.get(words[number].stem, ()) if words[number].capital else ():
                if len(names) < _VERY_LONG and names[1] != following:
                    continue
                run = words[number : number + len(names)]
                if not _alike([word.stem for word in run], names):
                    continue
                right = self._right(text, run, self._known[names])
                if right is not None:
                    yield run, right
                    taken = len(run)
                    break
            number += taken

    def _right(self, text: str, run: Sequence[_Word], known: Mapping[str, int]) -> str | None:
        found = text[run[0].start : run[-1].end]
        usual = max(known, key=lambda name: known[name])
        if found in known:
            return found
        return usual if known[usual] >= _MANY and _is_slip(text, run, usual) else None


def _alike(words: Sequence[str], names: Sequence[str]) -> bool:
    """Whether words are those of a name; in a long one one may have another ending."""
    if len(words) != len(names):
        return False
    if len(names) < _VERY_LONG:
        return all(word == name for word, name in zip(words, names, strict=True))
    other = [pair for pair in zip(words, names, strict=True) if pair[0] != pair[1]]
    return not other or (len(other) == 1 and other[0][0][:4] == other[0][1][:4])


def _is_slip(text: str, run: Sequence[_Word], right: str) -> bool:
    """Whether words that make a name were meant to be it; they may as well be another phrase."""
    own = list(_words(right))
    found = text[run[0].start : run[-1].end]
    if sum(word.capital for word in run) * 2 <= len(run) or _WITHIN.search(found):
        return False
    if _number(text, run) != _number(right, own):
        return False
    if len(run) < _LONG and found.lower() == right.lower():
        return False
    small, meant = Counter(_TOKEN.findall(found)), Counter(_TOKEN.findall(right))
    if any(count > meant[word] for word, count in small.items() if word in _SMALL - _FREE):
        return False
    gaps = zip(_gaps(text, run), _gaps(right, own), strict=True)
    return all(_may_be(gap, other) for gap, other in gaps)


def _number(text: str, words: Sequence[_Word]) -> list[bool]:
    """Which words are in the plural that may be so rightly: the thing that is named, each word of a short name."""
    gaps = zip(words, _gaps(text, words), strict=False)
    head = next((one for one, gap in gaps if _TOKEN.search(gap)), words[-1])
    counted = words if len(words) < 3 else (head,)
    return [text[word.start : word.end].removesuffix("ss").endswith("s") for word in counted]


def _words(text: str) -> Iterator[_Word]:
    for token in _TOKEN.finditer(text):
        if token[0] not in _SMALL:
            yield _Word(token.start(), token.end(), stem(token[0]), token[0][0].isupper())


def _gaps(text: str, words: Sequence[_Word]) -> Iterator[str]:
    return (text[one.end : other.start] for one, other in pairwise(words))


def _may_be(gap: str, meant: str) -> bool:
    """Whether what stands between two words may be a slip for what should."""
    if gap == meant:
        return True
    small, own = set(_TOKEN.findall(gap)), set(_TOKEN.findall(meant))
    marks, own_marks = set(_TOKEN.sub("", gap)) - {" "}, set(_TOKEN.sub("", meant)) - {" "}
    added = small - own
    return (bool(own) or added <= {"of", "the"}) and not marks - own_marks - {"-"}


@lru_cache(maxsize=1)
def registered() -> tuple[tuple[str, int], ...]:
    """The names that come with the program, each with how many texts were counted to have it."""
    page = files("assistant.checks.editor").joinpath("registers", "names.txt").read_text(encoding="utf-8")
    pairs = (line.split("\t", 1) for line in page.splitlines() if line and not line.startswith("#"))
    return tuple((name, int(count)) for count, name in pairs)

"""How strongly words speak: openings and modal verbs on the ladders of force.toml, and a change from one to another.

"Urges" → "Encourages" is a step down what is asked, "Concerned" → "Gravely concerned" one up in how a thing is judged.
Words of two ladders are not compared.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from assistant.checks.editor.openings import other_part
from assistant.checks.rule import Part
from precedent.resolution import Span
from precedent.series import differences_between

_WORD = re.compile(r"[^\W\d_]+")
_SKIPPED = frozenset({"also", "further", "its", "once", "again", "in", "this", "that", "regard"})
"""Words within an opening that are of no force."""
_JOINED = re.compile(r"(?:,|\band|\balso|\bfurther|\bregard,?)\s*\Z")
"""What stands before a verb that is not the opening."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where words stand on each ladder that has them, and how far intensifiers ("strongly", "gravely") raise them."""

    rungs: Mapping[str, int]
    """By what the ladder is about."""
    raised: int
    end: int
    """Where the words end in the text that they were found in."""


@dataclass(frozen=True, slots=True)
class Shift:
    """Words that speak more strongly, or less, than those in whose place they stand."""

    span: Span
    """In the later text."""
    before: str
    about: str
    """What the ladder is about: "what is asked"."""
    stronger: bool


@dataclass(frozen=True, slots=True)
class _Ladders:
    openings: Mapping[tuple[str, ...], Mapping[str, int]]
    """Phrase in small letters → ladder → rung."""
    modals: Mapping[str, int]
    about_modals: str
    intensifiers: Mapping[str, int]
    prefixes: frozenset[tuple[str, ...]]


def shifts(before: str, after: str) -> tuple[Shift, ...]:
    """Every change of force from one paragraph to the one that it became: its opening, verbs within, modal verbs."""
    return _shifts(before, after) if before != after else ()


@lru_cache(maxsize=4096)
def _shifts(before: str, after: str) -> tuple[Shift, ...]:
    """Remembered, as an edit of one paragraph leaves all others."""
    return tuple(_found(before, after))


def _found(before: str, after: str) -> Iterator[Shift]:
    old, new = standing(before), standing(after)
    opened = new.end if new else 0
    if old and new and (change := _compared(old, new)):
        yield Shift(Span(0, new.end), before[: old.end], *change)
    for difference in differences_between(before, after):
        was, now = difference.before.of(before).strip(" ,"), difference.after.of(after).strip(" ,")
        if difference.kind != "replace" or difference.after.start < opened or not was or not now:
            continue
        start = after.index(now, difference.after.start)
        change = _modal(was, now)
        if change is None and _JOINED.search(after, 0, start) and was.islower() and now.islower():
            old, new = _whole(was), _whole(now)
            change = _compared(old, new) if old and new else None
        if change:
            yield Shift(Span(start, start + len(now)), was, *change)


def standing(text: str) -> Standing | None:
    """Where the words stand that a text begins with, the longest that a ladder has; None where none has them."""
    known = _ladders()
    phrase: tuple[str, ...] = ()
    raised = 0
    best: Standing | None = None
    for word in _WORD.finditer(text[:160]):
        said = word[0].lower()
        if said in known.intensifiers and (*phrase, said) not in known.prefixes:
            raised += known.intensifiers[said]
        elif (*phrase, said) in known.prefixes:
            phrase = (*phrase, said)
            if phrase in known.openings:
                best = Standing(known.openings[phrase], raised, word.end())
        elif said not in _SKIPPED:
            break
    return best


def _whole(words: str) -> Standing | None:
    """Where words stand that are nothing but one phrase of a ladder, a preposition after it left out."""
    found = standing(words)
    return found if found and len(words[found.end :].split()) < 2 else None


def _compared(old: Standing, new: Standing) -> tuple[str, bool] | None:
    """On which ladder words went up or down; None where they did neither, or where nobody can say which."""
    for about in old.rungs.keys() & new.rungs.keys():
        steps, raised = new.rungs[about] - old.rungs[about], new.raised - old.raised
        if steps * raised < 0 and abs(steps) == 1:
            continue  # "strongly encourages" for "invites"
        if steps or raised:
            return about, (steps or raised) > 0
    return None


def _modal(was: str, now: str) -> tuple[str, bool] | None:
    known = _ladders()
    old, new = known.modals.get(was), known.modals.get(now)
    return None if old is None or new is None or old == new else (known.about_modals, new > old)


@lru_cache(maxsize=1)
def _ladders() -> _Ladders:
    page = tomllib.loads(files("assistant.checks").joinpath("force.toml").read_text(encoding="utf-8"))
    openings: dict[tuple[str, ...], dict[str, int]] = {}
    modals: dict[str, int] = {}
    about_modals = ""
    for about, ladder in page["ladders"].items():
        for rung, phrases in enumerate(ladder["rungs"]):
            if ladder.get("within"):
                about_modals = about
                modals |= dict.fromkeys(phrases, rung)
                continue
            for phrase in phrases:
                for form in filter(None, (phrase, other_part(phrase, Part.PREAMBULAR))):
                    openings.setdefault(tuple(form.lower().split()), {})[about] = rung
    prefixes = frozenset(phrase[:size] for phrase in openings for size in range(1, len(phrase) + 1))
    return _Ladders(openings, modals, about_modals, page["intensifiers"], prefixes)

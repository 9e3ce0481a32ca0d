"""What a query's text asks for: words, running words in quotation marks, words that must not occur. Pure.

Every text is a valid query. Nothing of it reaches the engine as it was typed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from precedent.index.ranking import bare
from precedent.index.spelling import spelled, terms

FEW = 5
"""A query of so few words is looked for with all of them."""

_QUOTED = re.compile(r'["“„]([^"“”„]+)["”]')
_UNWANTED = re.compile(r'(?<!\S)[-−](?:["“„]([^"“”„]+)["”]|(?=[^\W\d_])(\S+))')


@dataclass(frozen=True, slots=True)
class Asked:
    """A query's text taken apart."""

    text: str
    """All that likeness is measured on, as `bare` gives it."""
    terms: tuple[str, ...]
    """Each word in its one spelling, in order."""
    phrases: tuple[tuple[str, ...], ...] = ()
    """Words that have to stand side by side, as terms."""
    exact: tuple[str, ...] = ()
    """The same as `spelled` gives them, in which they are compared in the end."""
    without: tuple[tuple[str, ...], ...] = ()

    @property
    def few(self) -> bool:
        """Whether a passage should have all the words."""
        return len(self.terms) <= FEW

    @property
    def nothing(self) -> bool:
        """Whether no word is asked for."""
        return not (self.terms or self.phrases)

    def complete(self, found: list[str]) -> bool:
        """Whether a passage of these terms has all that are asked for."""
        return set(self.terms) <= set(found)

    def any(self, found: list[str]) -> bool:
        """Whether it has any of them."""
        return not set(self.terms).isdisjoint(found)

    def refused(self, found: list[str]) -> bool:
        """Whether a passage of these terms has what must not occur."""
        running = f" {' '.join(found)} "
        return any(f" {' '.join(words)} " in running for words in self.without)

    def phrased(self, text: str) -> bool:
        """Whether a passage has the phrases as they are asked for."""
        if not self.exact:
            return True
        words = f" {spelled(text)} "
        return all(f" {phrase} " in words for phrase in self.exact)


def ask(text: str, *, plain: bool) -> Asked:
    """Take a query apart; plain text has no operators."""
    text = sound(text)
    phrases: list[str] = []
    without: list[str] = []
    if not plain:
        text = _UNWANTED.sub(lambda found: _taken(found[1] or found[2], without), text)
        text = _QUOTED.sub(lambda found: f" {_taken(found[1], phrases)}{found[1]} ", text)
    return Asked(
        bare(text),
        tuple(terms(text)),
        _each(phrases),
        tuple(filter(None, map(spelled, phrases))),
        _each(without),
    )


def sound(text: str) -> str:
    """The text without halves of characters, which no database takes; arguments of a command line may hold them."""
    return text.encode(errors="replace").decode()


def _each(several: list[str]) -> tuple[tuple[str, ...], ...]:
    return tuple(filter(None, (tuple(terms(words)) for words in several)))


def _taken(words: str, into: list[str]) -> str:
    into.append(words)
    return " "

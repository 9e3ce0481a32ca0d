"""What a query's text asks for: words, running words in quotation marks, words that must not occur. Pure.

Every text is a valid query. Nothing of it reaches the engine unquoted.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from precedent.index.ranking import bare

_QUOTED = re.compile(r'["“„]([^"“”„]+)["”]')
_UNWANTED = re.compile(r"(?<!\S)[-−](?=[^\W\d_])(\S+)")


@dataclass(frozen=True, slots=True)
class Asked:
    """A query's text taken apart; everything is as `bare` gives it."""

    text: str
    """All that likeness is measured on."""
    words: tuple[str, ...]
    """Each once, in order."""
    phrases: tuple[str, ...] = ()
    without: tuple[str, ...] = ()


def ask(text: str, *, plain: bool) -> Asked:
    """Take a query apart; plain text has no operators."""
    phrases: list[str] = []
    without: list[str] = []
    if not plain:
        text = _QUOTED.sub(lambda found: _take(found, phrases, keep=True), text)
        text = _UNWANTED.sub(lambda found: _take(found, without, keep=False), text)
    wanted = bare(text)
    return Asked(wanted, tuple(dict.fromkeys(wanted.split())), tuple(phrases), tuple(without))


def _take(found: re.Match[str], into: list[str], *, keep: bool) -> str:
    if words := bare(found[1]):
        into.append(words)
    return f" {found[1]} " if keep else " "


def sound(text: str) -> str:
    """The text without halves of characters, which no database takes; arguments of a command line may hold them."""
    return text.encode(errors="replace").decode()


def quoted(words: str) -> str:
    """Words as one string of the engine's query language; of `bare` text, so that nothing needs escaping."""
    return f'"{words}"'

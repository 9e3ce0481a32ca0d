"""Wordings of the register of facts, found in texts.

A wording is words as texts have them; `…` stands for words within the sentence, `{}` for a figure.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from precedent.references import Figure, quoted_spans
from precedent.resolution import Resolution, Span

_GAP = r"[^.;]{0,240}?"
_QUALIFIED = (
    r"(?:\s(?:only|just|some|about|approximately|around|roughly|nearly|almost|over|more than|less than"
    r"|an estimated))?"
)
_CLAUSE_END = re.compile(r"[;.]\s|[;.]$")


@lru_cache(maxsize=2048)
def even(text: str) -> str:
    """The text with one kind of apostrophe and of space, of the same length."""
    return _even(text)


@lru_cache(maxsize=2048)
def folded(text: str) -> str:
    """The text made even, in small letters."""
    return even(text).casefold()


def may_stand(wording: str, within: str) -> bool:
    """Whether every run of words of a wording is somewhere in a folded text, which is soon told."""
    return all(part in within for part in _parts(wording))


def in_whole(resolution: Resolution) -> str:
    """All of a text, folded: most of what the register knows is nowhere in it."""
    return _even("\n".join(text for _, text in resolution.places())).casefold()


@lru_cache(maxsize=32768)
def places_of(wording: str, text: str) -> tuple[Span, ...]:
    """Where a wording stands, outside of quotation marks; remembered, as most of a draft stays as it is."""
    if not may_stand(wording, folded(text)):
        return ()
    spans = [Span(*match.span()) for match in _pattern(wording).finditer(even(text))]
    quotes = quoted_spans(text) if spans else ()
    return tuple(s for s in spans if not any(q.start <= s.start and s.end <= q.end for q in quotes))


def fits(wording: str, figure: Figure, text: str) -> bool:
    """Whether a figure stands in a text as a wording with `{}` has it."""
    if not may_stand(wording, folded(text)):
        return False
    before, after = _around(wording)
    text = even(text)
    start = figure.span.start
    behind = before.search(text, max(0, start - 400), start)
    return behind is not None and after.match(text, figure.span.end) is not None


def weight(wording: str) -> int:
    """How much a wording says: where two fit one place, the heavier one is meant."""
    return len(wording.replace("…", "").replace("{}", ""))


def clause_after(text: str, start: int, longest: int) -> str:
    """The words from a place to the end of its clause, at most so many characters."""
    words = text[start : start + longest]
    end = _CLAUSE_END.search(words)
    return words[: end.start()] if end else words


def none_of(spans: Iterable[Span], start: int, end: int) -> bool:
    """Whether no span reaches into [start, end)."""
    return not any(span.start < end and start < span.end for span in spans)


def _even(text: str) -> str:
    return text.replace("’", "'").replace("‘", "'").replace("\u00a0", " ")


@lru_cache(maxsize=512)
def _parts(wording: str) -> tuple[str, ...]:
    return tuple(folded(part.strip()) for part in re.split(r"…|\{\}", wording) if part.strip())


@lru_cache(maxsize=512)
def _pattern(wording: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){_words(wording)}(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=512)
def _around(wording: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    before, after = wording.split("{}")
    behind = rf"(?<!\w){_words(before.strip())}{_QUALIFIED}\s?\Z" if before.strip() else ""
    ahead = rf"\s{_words(after.strip())}(?!\w)" if after.strip() else ""
    return re.compile(behind, re.IGNORECASE), re.compile(ahead, re.IGNORECASE)


def _words(wording: str) -> str:
    parts = (r"\s+".join(map(re.escape, even(part).split())) for part in wording.split("…"))
    return _GAP.join(parts)

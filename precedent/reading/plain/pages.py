"""What stands on every page, between the lines of a text that was copied from one: heads, feet, page numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

_FURNITURE = re.compile(
    r"(?:\d{1,3}/\d{1,3} )?\d{2}-\d{5}(?: ?\([A-Z]\))?(?: +\d{6})?(?: \d{1,3}/\d{1,3})?|\d{1,3}/\d{1,3}"
    r"|\*\d{6,9}\*|Please recycle\W*|Page \d+(?: of \d+)?"
)
_SYMBOL = re.compile(r"[A-Z]+(?:/[\w.()-]+){2,5}(?: \(\d{4}\))?")
_TOP = 16
"""Filled lines that hold the masthead and the title, unless the enacting words stand among them."""
_ENACTS = re.compile(r"The [A-Z][\w’' ()-]{3,80},")


def furniture(lines: Sequence[str]) -> set[int]:
    """Places of the lines that are no part of the text."""
    heads = set(_heads(lines))
    return heads | {place for place, line in enumerate(lines) if _FURNITURE.fullmatch(line)}


def _heads(lines: Sequence[str]) -> Iterator[int]:
    """Running heads: the symbol of the document, with its short title or alone, on every page but the first."""
    filled = [place for place, line in enumerate(lines) if line]
    end = next((n for n, place in enumerate(filled[:_TOP]) if _ENACTS.fullmatch(lines[place])), _TOP)
    top = [lines[place] for place in filled[:end]]
    counts = Counter(lines)
    own = {line for line in (row.removeprefix("United Nations ") for row in top) if _SYMBOL.fullmatch(line)}
    own |= {line for line, count in counts.items() if count > 2 and _SYMBOL.fullmatch(line)}
    first = " ".join(top)
    title = _words(first)
    for order, place in enumerate(filled[end:], end):
        line = lines[place]
        symbol = next(
            (s for s in own if line == s or line.startswith(f"{s} ") or line.endswith(f" {s}")), None
        )
        if symbol is None:
            continue
        if line == symbol or counts[line] > 2 or _words(line.replace(symbol, "")) <= title:
            yield place
            for step in (-1, 1):  # lines of the short title that stand by themselves
                at = order + step
                while end <= at < len(filled) and _is_title(lines[filled[at]], first):
                    yield filled[at]
                    at += step


def _is_title(line: str, first: str) -> bool:
    return len(line) > 3 and line in first and line[-1] != ","


def _words(line: str) -> set[str]:
    return set(re.findall(r"\w+", line.lower()))

"""Wordings that differ in nothing but what every edition changes: dates, sessions, symbols, figures. Pure.

"… at its seventy-eighth session …" and "… at its eightieth session …" are one pattern. Wordings of one pattern are told
as one hit with its variants.
"""

from __future__ import annotations

import re
from hashlib import blake2b

from precedent.index.ranking import bare, fingerprint
from precedent.references.patterns import MONTHS
from precedent.session import ONES, TENS

FEWEST = 6
"""Words that a pattern must have left: "Recalling its resolution …" of two texts is not the same thing said twice."""

_CHANGING = (
    frozenset(map(str.lower, MONTHS))
    | frozenset(ONES)
    | frozenset(TENS)
    | frozenset(f"{tens[:-1]}ieth" for tens in TENS)
    | frozenset(
        [
            "b",
            "c",
            "d",
            "e",
            "ii",
            "iii",
            "iv",
            "v",
            "vi",
            "vii",
            "viii",
            "ix",
            "x",
            "xi",
            "xii",
            "xiii",
            "xiv",
            "xv",
            "xx",
            "xxv",
            "xxx",
            "res",
            "dec",
            "add",
            "rev",
            "corr",
        ]
    )
)
_GLUE = frozenset(["of", "and", "to", "the", "from", "in", "also"])
"""What stands between the members of a list of dates or symbols."""
_NUMBERED = re.compile("(resolution|decision|session|paragraph|report)s")


def pattern(text: str) -> int:
    """The same number for wordings of one pattern, 64 bits with sign; the wording's own where little is left."""
    kept: list[str] = []
    gap = False
    for word in bare(text).split():
        if word in _CHANGING or not word.isalpha():
            while kept and kept[-1] in _GLUE:
                kept.pop()
            gap = True
        elif not (gap and word in _GLUE):
            kept.append(_NUMBERED.sub(r"\1", word))
            gap = False
    if len(kept) < FEWEST:
        return fingerprint(text)
    return int.from_bytes(blake2b(" ".join(kept).encode(), digest_size=8).digest(), signed=True)

"""Pieces of pattern that the finders share, for text in which `evened` made spaces and hyphens ordinary."""

from __future__ import annotations

import re

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
MONTH = f"(?:{'|'.join(MONTHS)})"
DAY = r"(?:0?[1-9]|[12]\d|3[01])"
YEAR = r"(?:1[6-9]|2[01])\d\d"
NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d,]\d)|\d+(?:\.\d+)?"
NAME = r"[A-Z][\w’'/-]*(?:,?(?: (?:and|of|the|on|for|to|against|under|with|by))* [A-Z][\w’'/-]*)*"
"""A run of capitalised words and what links them: "Commission on Science and Technology for Development"."""

_EVEN = str.maketrans({
    "\u00a0": " ", "\u2007": " ", "\u2009": " ", "\u202f": " ", "\n": " ", "\r": " ", "\t": " ",
    "\u2010": "-", "\u2011": "-", "\u2012": "–", "\u2212": "–",
})  # fmt: skip


def evened(text: str) -> str:
    """The text with ordinary spaces, hyphens and dashes, character for character, so that spans stay good."""
    return text.translate(_EVEN)


def pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    r"""Compile a pattern whose spaces stand for one or more, " ?" for any number (in a class write \x20)."""
    return re.compile(source.replace(" ?", " *").replace(" ", " +").replace(" +*", " *"), flags)

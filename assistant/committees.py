"""The Main Committees of the General Assembly, however a drafter names them. Pure."""

from __future__ import annotations

import re
from typing import Final

from precedent.session import ordinal_value

MAIN_COMMITTEES: Final = (
    "First Committee",
    "Second Committee",
    "Third Committee",
    "Special Political and Decolonization Committee (Fourth Committee)",
    "Fifth Committee",
    "Sixth Committee",
)
"""In the order of their numbers (rules of procedure of the General Assembly, rule 98), as documents print them."""
_NAMED: Final = re.compile(
    r"(?:the )?(?:(?:A/)?C\. ?(?P<symbol>\d)|(?P<figure>\d)(?:st|nd|rd|th)?(?: committee)?"
    r"|(?P<words>[a-z]+)(?: committee)?|special political and decolonization(?: committee)?(?P<four>))",
    re.IGNORECASE,
)


def committee_named(words: str) -> str:
    """The name in full: "C.2", "2", "second" and "Fourth Committee" are known; any other stays as it is written."""
    plain = " ".join(words.split())
    found = _NAMED.fullmatch(plain)
    if found is None:
        return plain
    if found["four"] is not None:
        number = 4
    else:
        number = int(found["symbol"] or found["figure"] or ordinal_value(found["words"] or "") or 0)
    return MAIN_COMMITTEES[number - 1] if 0 < number <= len(MAIN_COMMITTEES) else plain

"""Numbers of notes that lost their height: "lamps,3 oil", and "3 See A/85/9" at the foot of the page.

Raised again where one answers the other: a line that begins with the next number, and before it that number glued to a
word or its punctuation. What is only like it (COVID-19, L.17, 70/1) stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from precedent.reading.plain.marks import SUPERSCRIPTS

_NOTE = re.compile(r"(?P<number>\d{1,3})(?:\s+(?=\S)|(?=[A-Z“]))(?P<rest>[A-Z“\"(‘h].*)")
_CITES = re.compile(
    r"(?:See|Ibid|Resolutions?|Decisions?|Official Records|United Nations|General Assembly|Security Council"
    r"|Economic and Social|Report of|Treaty Series|Adopted|Available|https?:|League of|Also|[A-Z]+(?:\.\d)?/\S)"
)
_SKIPPED = 2
"""Notes that may have been lost in between."""
_RAISED = str.maketrans("0123456789", SUPERSCRIPTS)


def raised(lines: Sequence[str]) -> list[str]:
    """The lines, the numbers of notes and their calls as superscripts."""
    found = list(lines)
    last = 0
    place, offset = 0, 0  # where the last call ends
    within = False
    for number, line in enumerate(lines):
        note = _NOTE.fullmatch(line)
        wanted = int(note["number"]) if note else 0
        if note is None or not 0 < wanted - last <= 1 + _SKIPPED:
            within = within and bool(line)
            continue
        call = _call(found, note["number"], (place, offset), number)
        if call is None and not (last and wanted == last + 1 and (within or _CITES.match(note["rest"]))):
            continue
        if call:
            place, offset = call
            digits = note["number"]
            above = found[place]
            start = offset - len(digits)
            found[place] = f"{above[:start]}{digits.translate(_RAISED)}{above[offset:]}"
        found[number] = f"{note['number'].translate(_RAISED)} {note['rest']}"
        last, within = wanted, True
    return found


def _call(lines: Sequence[str], digits: str, after: tuple[int, int], end: int) -> tuple[int, int] | None:
    """Line and offset behind the first place after the last call at which the number is glued to a word."""
    glued = re.compile(
        rf"(?:(?<=[a-z]{{2}})|(?<=[^\W\d_][,;:)”’\"])|(?<=[\d)”’\"][,;:])|(?<=[)”’\"])|(?<=[a-z]{{3}}\.)"
        rf"|(?<=\b(?:19|20)\d\d)){digits}(?![\w/%-]|[.,]\d)"
    )
    for place in range(after[0], end):
        found = glued.search(lines[place], after[1] if place == after[0] else 0)
        if found:
            return place, found.end()
    return None

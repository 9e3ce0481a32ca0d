"""Numbers of notes that lost their height: "lamps,3 oil", and "3 See A/85/9" at the foot of the page.

Raised again where one answers the other: a line that begins with the next number, and before it that number glued to a
word or its punctuation. What is only like it (COVID-19, L.17, 70/1) stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from precedent.reading.plain.marks import SUPERSCRIPTS
from precedent.references.patterns import MONTHS

_DAY = "|".join(MONTHS)
_NOTE = re.compile(rf"(?P<number>\d{{1,3}})(?:\s+(?=\S)|(?=[A-Z“]))(?P<rest>(?!(?:{_DAY})\b)[A-Z“\"(‘h].*)")
_CITES = re.compile(
    r"(?:See|Ibid|Resolutions?|Decisions?|Official Records|United Nations|General Assembly|Security Council"
    r"|Economic and Social|Report of|Treaty Series|Adopted|Available|https?:|League of|Also|[A-Z]+(?:\.\d)?/\S)"
)
_ALONE = re.compile(r"\d{1,3}\.?|\([a-z]{1,4}\)|\d{1,3}/\d{1,4}\.")
"""A number that stands alone on a line although it belongs to the next one."""
_COUNTS = re.compile(
    r"\b(?:the|a|an|its|their|all|and|or|to|of|in|from|at|on|by|with|than|least|between|over|about|articles?|paragraphs?|paras?|chapters?|parts?"
    r"|sections?|goals?|targets?|rules?|annex|phase|items?|tables?|volumes?|no|nos|figure|principles?|regulations?"
    r"|resolutions?|decisions?|option|level|group|category|tier|cluster|pillar|january|february|march|april|may|june|july"
    r"|august|september|october|november|december) ?$",
    re.IGNORECASE,
)
"""Before a number that counts or names something and calls no note."""
_GOES_ON = (
    "(?:and|or|of|the|in|on|to|for|as|which|that|with|by|at|from|its|held|adopted|entitled|including|through)"
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
        if note is None or not 0 < wanted - last <= (1 + _SKIPPED if last else 1):
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
            found[place] = f"{above[:start].rstrip()}{digits.translate(_RAISED)}{above[offset:]}"
            offset -= start - len(above[:start].rstrip())
        found[number] = f"{note['number'].translate(_RAISED)} {note['rest']}"
        last, within = wanted, True
    return _whole(found)


def _call(lines: Sequence[str], digits: str, after: tuple[int, int], end: int) -> tuple[int, int] | None:
    """Line and offset behind the first place after the last call at which the number is glued to a word.

    Where there is none, one that stands behind a space will do.
    """
    glued = re.compile(
        rf"(?:(?<=[a-z]{{2}})|(?<=[^\W\d_][,;:)”’\"])|(?<=[\d)”’\"][,;:])|(?<=[)”’\"])|(?<=[a-z]{{3}}\.)"
        rf"|(?<=\b(?:19|20)\d\d)|(?<=[^\W\d_][,;:)”] )|(?<=[\d)”’\"][,;:] )|(?<=[a-z]{{3}}\. ))"
        rf"{digits}(?![\w/%-]|[.,]\d| [A-Z][a-z]+ \d{{4}})"
    )
    spaced = re.compile(rf"(?:(?<=[^\W\d_] )|(?<=\d{{4}} )){digits}(?= {_GOES_ON}\b|$)")
    for pattern in (glued, spaced):
        for place in range(after[0], end):
            for found in pattern.finditer(lines[place], after[1] if place == after[0] else 0):
                if pattern is glued or not _COUNTS.search(lines[place][: found.start()]):
                    return place, found.end()
    return None


def numbered(lines: Sequence[str]) -> list[str]:
    """The lines, a number that stood alone above the words that it belongs to before them."""
    found: list[str] = []
    held = ""
    for line in lines:
        if held and line:
            found.append(f"{held} {line}")
            held = ""
        elif held and "/" in held:
            continue
        else:
            if held:
                found.append(held)
            held = line if _ALONE.fullmatch(line) else ""
            if not held:
                found.append(line)
    return [*found, held] if held else found


def _whole(lines: list[str]) -> list[str]:
    """The lines; one that was broken because a raised number stood there is whole again."""
    found: list[str] = []
    for line in lines:
        if found and found[-1][-1:] in SUPERSCRIPTS and found[-1] and line[:1].islower():
            found[-1] = f"{found[-1]} {line}"
        else:
            found.append(line)
    return found

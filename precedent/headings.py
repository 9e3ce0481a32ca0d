"""The letters and numerals that are printed before headings: "A. Follow-up", "II Documentation"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from precedent.numbering import letter, roman

_LEAD: Final = re.compile(r"(?P<mark>(?:[A-Z]|[IVXLC]{1,7}|\d{1,2})\.|[IVX]|[IVXLC]{2,7})[ \u00a0]+(?=\S)")
_MARK: Final = re.compile(r"(?P<sign>[A-Z]|[IVXLC]{1,7}|\d{1,2})(?P<end>\.?)")
_MOST: Final = 100


@dataclass(frozen=True, slots=True)
class Style:
    """How headings of one row are numbered: A, B, C or I, II, III or 1, 2, 3, and what stands behind the sign."""

    first: str
    """ "A", "I" or "1"."""
    end: str
    """ "." or nothing."""

    def mark(self, value: int) -> str:
        """What is printed before the heading that is the so-manieth of its row: 3 → "C."."""
        sign = str(value)
        if self.first == "I":
            sign = roman(value).upper()
        elif self.first == "A":
            sign = letter(value).upper()
        return sign + self.end


def lead(line: str) -> tuple[str | None, int]:
    """The mark before a heading that was typed or printed as one line, and where its words begin.

    A letter or a figure is one with a point after it, a numeral without one too; "A global partnership" has none.
    """
    found = _LEAD.match(line)
    if found is None or not readings(found["mark"]):
        return None, 0
    return found["mark"], found.end()


def led(number: str | None, words: str) -> str | None:
    """A heading as one line that `lead` takes apart again; None where it would be taken apart otherwise."""
    line = f"{number} {words}" if number else words
    mark, start = lead(line)
    return line if (mark or "", line[start:]) == (number or "", words) else None


def readings(mark: str) -> dict[Style, int]:
    """What a mark may be: "V." is the fifth of I, II, III and the twenty-second of A, B, C. The likelier one first."""
    found = _MARK.fullmatch(mark)
    if found is None:
        return {}
    sign, end = found["sign"], found["end"]
    if sign.isdigit():
        return {Style("1", end): int(sign)}
    value = _NUMERALS.get(sign)
    meant = {Style("I", end): value} if value else {}
    if len(sign) == 1:
        lettered = {Style("A", end): ord(sign) - ord("A") + 1}
        meant = lettered | meant if sign in "CL" else meant | lettered
    return meant


_NUMERALS: Final = {roman(value).upper(): value for value in range(1, _MOST)}

"""Words that a line never parts: the space or the hyphen between them does not break.

Counted in 90 published documents of the 78th to 80th sessions, where any other two words of a line are parted in
7 to 9 cases of 100: day and month 2 of 1,625; "No.", "vol.", "chap.", "para.", "paragraph", "item", "annex" and
their number 0 of 662, "Part", "rule", "annexes", "sect.", "vols." and "Vol." 0 of 117; "Article" 2 of 77, "section"
9 of 278; a number and its million 0 of 56; the number of a resolution and the letter of its part 1 of 236; a dash
and the word before it 0 of 58. Hyphens part in 5 of 100, but "non-" 0 of 343, spelled ordinals 6 of 330,
"follow-up" 1 of 117, "COVID-19" 0 of 91, "co-", "e-", "pre-", "re-" and "sub-" 0 of 114.
"""

from __future__ import annotations

import re

from precedent.references.patterns import MONTH

_BEFORE_NUMBER = (
    r"Nos?\.|[Vv]ols?\.|chap\.|sects?\.|paras?\.|paragraphs?|items?|[Aa]nnex(?:es)?|[Aa]rticles?|[Ss]ections?|Part|rules?"
    r"|Goals?|targets?"
)
_BOUND = re.compile(
    rf"(?<=\d) (?={MONTH}\b)"
    rf"|(?:(?<=\s)|(?<=\()|^)(?P<noun>{_BEFORE_NUMBER}) (?=[\dIVXivx(])"
    r"|(?<=\d) (?=(?:million|billion|trillion)\b)"
    r"|(?<=\d/\d) (?=[A-Z]\b)|(?<=/\d\d) (?=[A-Z]\b)|(?<=/\d\d\d) (?=[A-Z]\b)"
    r"|(?<=\d) (?=[A-Z] \([IVXL])|(?<=\d [A-Z]) (?=\([IVXL]+\))"
    r"| (?=– )"
)


_PREFIXES = "non|co|e|pre|re|sub|follow|COVID|UN|ES|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_HYPHENS = re.compile(rf"(?<![\w-])(?P<prefix>{_PREFIXES})-(?=\w)", re.IGNORECASE)


def bound(text: str) -> str:
    """The text, as long as before, with spaces and hyphens that do not break where no line should end."""
    spaced = _BOUND.sub(lambda found: (found["noun"] or "") + "\u00a0", text)
    return _HYPHENS.sub(lambda found: f"{found['prefix']}\u2011", spaced)


def headed(text: str) -> str:
    """The same for a title or a heading, whose last line is never one word alone (none of 236 is)."""
    start, space, end = bound(text).rpartition(" ")
    return f"{start}\u00a0{end}" if space and "\u00a0" not in end else start + space + end

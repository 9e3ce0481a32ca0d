"""How deep a sub-paragraph stands, from the marks printed before it and those before its neighbours.

(a) is the first level and (i) the second, but a list may begin with (i), and (i) follows (h) as the ninth letter.
"""

from __future__ import annotations

import re

_MARK = re.compile(r"(?P<open>\()?(?P<word>[a-z]{1,5}|\d{1,2}|[–—•-])(?P<close>[.)])?")
_ROMAN = re.compile(r"(?:x{0,3})(?:ix|iv|v?i{0,3})")
_VALUES = {"i": 1, "v": 5, "x": 10}
_LETTERS = str.maketrans(
    dict(zip("асеорх", "aceopx", strict=True))  # Cyrillic letters that slip in among Latin ones
    | dict(zip("子丑寅卯辰巳午未申酉戌亥", "abcdefghijkl", strict=True))
    | dict(zip("أبجدهوزحطيكلمنسعفص", "abcdefghijklmnopqr", strict=True))
    | dict(
        zip(
            "㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩",
            ("(i)", "(ii)", "(iii)", "(iv)", "(v)", "(vi)", "(vii)", "(viii)", "(ix)", "(x)"),
            strict=True,
        )
    )
)
"""Marks of the other official languages as those of the English text."""


class Levels:
    """Follows the sub-paragraphs of one paragraph; `place` gives the level of the next."""

    def __init__(self) -> None:
        self._open: list[tuple[str, int]] = []

    def restart(self) -> None:
        """A new paragraph begins."""
        self._open.clear()

    def place(self, mark: str, *, nested: int = 0, introduced: bool = False) -> int:
        """Level of a mark: 1 for the first.

        `nested` is the depth that the file itself gives, 0 where it gives none; `introduced` says that the text
        before ends in a colon, so that a new list may begin.
        """
        readings = _readings(mark)
        following = [
            (depth, r) for depth in reversed(range(len(self._open))) for r in readings if self._next(depth, r)
        ]
        starting = [r for r in readings if r[1] == 1]
        if not mark[:1].isalnum() and mark[:1] != "(" and not nested:  # bullets are not counted
            following = [(depth, r) for depth, r in enumerate(self._open) if r == readings[0]]
            introduced = False
        if nested:
            chosen = next((r for depth, r in following if depth == nested - 1), (starting or readings)[0])
            self._open[nested - 1 :] = [chosen]
        elif starting and (introduced or not following):
            self._open.append(starting[0])
        elif following:
            depth, chosen = following[0]
            self._open[depth:] = [chosen]
        else:
            same = [
                (d, r) for d in reversed(range(len(self._open))) for r in readings if self._open[d][0] == r[0]
            ]
            depth, chosen = same[0] if same else (len(self._open), readings[0])
            self._open[depth:] = [chosen]
        return len(self._open)

    def _next(self, depth: int, reading: tuple[str, int]) -> bool:
        style, value = self._open[depth]
        return reading == (style, value + 1)


def _readings(mark: str) -> list[tuple[str, int]]:
    """What a mark may be: (i) is roman 1 or letter 9."""
    found = _MARK.fullmatch(mark.translate(_LETTERS))
    if found is None:
        return [(mark, 1)]
    shape, word = f"{found['open'] or ''}{found['close'] or ''}", found["word"]
    if word.isdigit():
        return [(f"1{shape}", int(word))]
    if not word.isalpha():
        return [(word, 1)]
    readings = []
    if _ROMAN.fullmatch(word):
        values = [_VALUES[letter] for letter in word]
        total = sum(-v if v < max(values[at:]) else v for at, v in enumerate(values))
        readings.append((f"i{shape}", total))
    if len(set(word)) == 1:
        readings.append((f"a{shape}", (len(word) - 1) * 26 + ord(word[0]) - ord("a") + 1))
    return readings or [(f"a{shape}", 1)]

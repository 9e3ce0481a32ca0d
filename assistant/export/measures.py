"""How wide words are in Times, for a preview that breaks lines about where the page does."""

from __future__ import annotations

from functools import lru_cache

_WIDTHS = {
    200: "|", 250: " ,.", 278: "ijlt/:;", 333: "!()-I[]fr`‘’", 389: "Js", 408: '"', 444: "acezkévè“”?", 469: "^",
    480: "{}", 500: "bdghknopquvxy0123456789#$*_–", 541: "~", 556: "FPSß", 564: "+<>=", 611: "ELTZ",
    667: "BCR", 722: "ADGHKNOQUVXYw", 778: "m&", 833: "%", 889: "M", 921: "@", 944: "W", 1000: "—",
}  # fmt: skip
"""Thousandths of the size, by character: the widths that the font's own tables give for Times Roman."""
_NARROW = {"k": 500, "c": 444, "v": 500, "z": 444}
_WIDTH = {letter: width for width, letters in _WIDTHS.items() for letter in letters} | _NARROW
_OTHER = 500
_BOLD = 1.05
"""Bold letters are a little wider."""


@lru_cache(maxsize=16384)
def width(word: str, size: int, scale: int, spacing: int, *, bold: bool = False) -> float:
    """Twentieths of a point that a word takes; `size` in half points, `scale` in per cent, `spacing` per letter."""
    thousandths = sum(_WIDTH.get(letter, _OTHER) for letter in word)
    broad = thousandths / 1000 * size * 10 * scale / 100
    return broad * (_BOLD if bold else 1) + spacing * len(word)

"""What stands on a page: pieces of print with their place, size and style."""

from __future__ import annotations

from typing import NamedTuple


class Chunk(NamedTuple):
    """Some words in one style, as the page has them; `y` is the height of their baseline above the page's foot."""

    x: float
    y: float
    right: float
    size: float
    bold: bool
    italic: bool
    text: str
    """A single space where only space is printed."""
    link: str = ""
    """Address that it leads to when it is followed."""


class Page(NamedTuple):
    """One page; lengths in points."""

    number: int
    height: float
    width: float
    chunks: list[Chunk]
    pictured: bool = False
    """Whether a picture covers a good part of it, as on a scanned page."""

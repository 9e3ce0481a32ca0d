"""How Word would count the paragraphs of a text, so that its count comes to the numbers that are printed.

A text is numbered by one list as long as that list comes to the right number. Where it does not (letters that
start again without a numbered paragraph before them, a number left out, an annex), a new list starts at it. A
mark that no list comes to ("5 bis.") is left to be printed as it stands.
"""

from __future__ import annotations

from collections.abc import Callable

from assistant.export.blocks import Item, List, Role
from precedent.headings import readings
from precedent.numbering import marker

LEVELS = 5
_APART = (Role.ANNEX, Role.INSTRUCTION)
"""Roles whose numbers stand elsewhere than those of the operative paragraphs."""
_MOST = 400
"""No text has more paragraphs of one level."""


def mark(level: int, value: int) -> str:
    """How a list prints a value: "7.", "(b)", "(ii)", "a."."""
    return marker(level, value) if level else f"{value}."


class Counting:
    """Follows the numbers of one document and gives each paragraph its place in a list."""

    def __init__(self) -> None:
        self._lists: list[List] = []
        self._counts: list[list[int | None]] = []
        self._open: list[int] = []
        self._section: tuple[str, Role] | None = None
        self._heads: tuple[str, list[int]] = ("", [])
        """The part in hand, and the lists of its headings, the last one first."""

    @property
    def lists(self) -> tuple[List, ...]:
        """All lists so far."""
        return tuple(self._lists)

    def item(self, number: str, level: int, *, section: str, of: Role) -> Item | None:
        """The place in a list that comes to `number`; None where none can."""
        role = of if of in _APART else Role.OPERATIVE
        if level >= LEVELS:
            return None
        if self._section != (section, role):
            self._section, self._open = (section, role), []
        for name in self._open:
            value = self._next(name, level)
            if mark(level, value) == number:
                return self._take(name, level, value)
        value = _value(number, lambda count: mark(level, count)) or 0
        if not value:
            return None
        self._lists.append(List(role, tuple(value if at == level else 1 for at in range(LEVELS))))
        self._counts.append([None] * LEVELS)
        return self._take(len(self._lists) - 1, level, value)

    def head(self, number: str, *, section: str) -> Item | None:
        """The place of a heading in a list that comes to `number`; None where none can."""
        if self._heads[0] != section:
            self._heads = (section, [])
        known = self._heads[1]
        for name in known:
            value = self._next(name, 0)
            style = self._lists[name].style
            if style and style.mark(value) == number:
                break
        else:
            style, value = next(iter(readings(number).items()), (None, 0))
            if style is None or not value or style.mark(value) != number:
                return None
            name = len(self._lists)
            self._lists.append(List(Role.HEADING, (value, *[1] * (LEVELS - 1)), style))
            self._counts.append([None] * LEVELS)
        self._counts[name][0] = value
        known[:] = [name, *(other for other in known if other != name)]
        return Item(name, 0, value)

    def _next(self, name: int, level: int) -> int:
        now = self._counts[name][level]
        return self._lists[name].starts[level] if now is None else now + 1

    def _take(self, name: int, level: int, value: int) -> Item:
        self._counts[name][level:] = [value, *[None] * (LEVELS - level - 1)]
        self._open = [name, *(other for other in self._open if other != name)]
        return Item(name, level, value)


def _value(number: str, form: Callable[[int], str]) -> int | None:
    return next((value for value in range(1, _MOST) if form(value) == number), None)

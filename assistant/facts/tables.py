"""A table of a file of facts, which knows at what line it stands for whoever has to mend it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import TypeVar

from assistant.errors import FactsUnreadableError

_Kind = TypeVar("_Kind")
Step = tuple[str, int]
"""A key, and which of its tables, counted from 1; 0 for a plain key."""


class Table:
    """One table and where it stands."""

    def __init__(
        self, values: Mapping[str, object], name: str, lines: Sequence[str], steps: tuple[Step, ...] = ()
    ) -> None:
        self.values, self.name, self.lines, self.steps = values, name, lines, steps

    @property
    def at(self) -> str:
        """File and line."""
        return f"{self.name}, line {line_of(self.lines, self.steps)}"

    def wrong(self, key: str, why: str) -> FactsUnreadableError:
        """The error at a key: file, line, entry, what is the matter."""
        steps = (*self.steps, (key, 0)) if key else self.steps
        place = ".".join(f"{word} {number}" if number else word for word, number in steps)
        line = line_of(self.lines, steps)
        return FactsUnreadableError(f"{self.name}, line {line}: {place}: {why}; this entry is left out")

    def only(self, *keys: str) -> None:
        """Refuse every other key."""
        for key in self.values:
            if key not in keys:
                raise self.wrong(key, f"no such key (there are {', '.join(keys)})")

    def given(self, key: str, kind: type[_Kind]) -> _Kind | None:
        """A value of that type; None where there is none."""
        value = self.values.get(key)
        # A truth value is an int, and a moment a date; neither is meant.
        if value is None or (isinstance(value, kind) and not isinstance(value, bool | dt.datetime)):
            return value
        raise self.wrong(key, f"{value!r} is no {_WORDS.get(kind, kind.__name__)}")

    def needed(self, key: str, kind: type[_Kind]) -> _Kind:
        """A value of that type."""
        value = self.given(key, kind)
        if value is None or (isinstance(value, str) and not value.strip()):
            raise self.wrong(key, "missing")
        return value

    def text(self, key: str) -> str:
        """Words, or none."""
        return self.given(key, str) or ""

    def number(self, key: str) -> Decimal:
        """A number, whole or not."""
        value = self.values.get(key)
        if isinstance(value, int | Decimal) and not isinstance(value, bool):
            return Decimal(value)
        raise self.wrong(key, "missing" if value is None else f"{value!r} is no number")

    def words(self, key: str) -> tuple[str, ...]:
        """A list of words; one word alone is a list of one."""
        value = self.values.get(key, [])
        listed = [value] if isinstance(value, str) else value
        if not isinstance(listed, list) or not all(isinstance(each, str) and each.strip() for each in listed):
            raise self.wrong(key, "not a list of words")
        return tuple(listed)

    def tables(self, key: str) -> Iterator[Table]:
        """The tables of a list."""
        for number, values in enumerate(self.given(key, list) or (), 1):
            if not isinstance(values, dict):
                raise self.wrong(key, "not a list of tables")
            yield Table(values, self.name, self.lines, (*self.steps, (key, number)))


def line_of(lines: Sequence[str], steps: Sequence[Step]) -> int:
    """The line of a key, counted from 1; that of the nearest table above it where it cannot be told."""
    found, end = 0, len(lines)
    for depth, (key, number) in enumerate(steps):
        header = re.compile(rf"\s*\[\[\s*{re.escape(key)}\s*\]\]")
        if depth == 0 and number:
            heads = [n for n in range(len(lines)) if header.match(lines[n])]
            if len(heads) >= number:
                found = heads[number - 1]
                end = next(
                    (n for n in range(found + 1, len(lines)) if lines[n].lstrip().startswith("[")), end
                )
                continue
        at = _key(lines, key, found, end)
        found = found if at is None else _item(lines, at, number, end)
    return found + 1


def _key(lines: Sequence[str], key: str, start: int, end: int) -> int | None:
    written = re.compile(rf"(?:^|[{{,])\s*\"?{re.escape(key)}\"?\s*=")
    return next((n for n in range(start, end) if written.search(lines[n])), None)


def _item(lines: Sequence[str], start: int, number: int, end: int) -> int:
    """The line of one of the tables of a list that begins on a line."""
    seen = 0
    for n in range(start, end if number else start):
        seen += lines[n].count("{")
        if seen >= number:
            return n
    return start


_WORDS: dict[type, str] = {dt.date: "date such as 2025-12-15", str: "text", int: "whole number", list: "list"}

"""A rule with its ways of looking, and the book of all of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from assistant.checks.editor.place import Hit, Place, Text
from assistant.checks.rule import Rule


@runtime_checkable
class Local(Protocol):
    """A way of looking at one place alone; its answer may be kept while other paragraphs change."""

    def meets(self, place: Place) -> Iterable[Hit]:
        """What it meets there."""
        ...


@runtime_checkable
class Whole(Protocol):
    """A way of looking at the whole text: at an order, at first and later mentions."""

    def meets_in(self, text: Text) -> Iterable[tuple[str, Hit]]:
        """What it meets, each with the label of its place."""
        ...


@dataclass(frozen=True, slots=True, eq=False)
class Declared:
    """One rule and how it looks."""

    rule: Rule
    ways: tuple[Local | Whole, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Rulebook:
    """Rules in their order, and what was wrong with the files that were left out."""

    declared: tuple[Declared, ...] = ()
    problems: tuple[str, ...] = ()
    """Each says in a line which file and line, and what to do."""

    @property
    def rules(self) -> dict[str, Rule]:
        """Every rule by its id."""
        return {each.rule.id: each.rule for each in self.declared}

    def __iter__(self) -> Iterator[Declared]:
        return iter(self.declared)

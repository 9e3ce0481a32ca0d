"""The filters of a query as conditions in the engine's language. Pure."""

# ruff: noqa: S608 - what is put together are conditions and marks of our own; values are always bound

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from precedent.index.asking import sound
from precedent.index.preparing import key
from precedent.index.protocol import Query
from precedent.index.schema import DAY


@dataclass(slots=True)
class Filter:
    """Conditions of a query in the engine's language."""

    conditions: list[str] = field(default_factory=list)
    values: list[object] = field(default_factory=list)

    @classmethod
    def of(cls, query: Query) -> Filter:
        """What a query's filters demand of a passage p and its document d."""
        found = cls()
        if query.organs:
            found.also(f"d.organ IN ({marks(query.organs)})", *(organ.value for organ in query.organs))
        if query.since:
            found.also("p.id >= ?", query.since.toordinal() << DAY)
        if query.until:
            found.also("p.id < ?", (query.until.toordinal() + 1) << DAY)
        if query.part:
            found.also("p.kind = ?", query.part.value)
        if query.opening and (opening := sound(query.opening).strip(" ,")):
            escaped = opening.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
            found.also(
                "(p.opening LIKE ? ESCAPE '\\' OR p.opening LIKE ? ESCAPE '\\')", escaped, escaped + " %"
            )
        if query.symbol:
            found.also("d.key = ?", key(query.symbol))
        return found

    def also(self, condition: str, *values: object) -> None:
        """Demand one thing more."""
        self.conditions.append(condition)
        self.values += values

    @property
    def sql(self) -> str:
        """To follow a WHERE with at least one condition."""
        return "".join(f" AND {condition}" for condition in self.conditions)


def marks(values: Sequence[object]) -> str:
    """A question mark for each value."""
    return ", ".join("?" * len(values))


def named(columns: str, only: Filter) -> str:
    """A statement for the passages that an expression names and a filter lets through."""
    if not only.conditions:
        return f"SELECT {columns} FROM words f WHERE words MATCH ?"
    return (
        f"SELECT {columns} FROM words f CROSS JOIN passage p ON p.id = f.rowid JOIN document d ON d.id = p.document"
        f" WHERE words MATCH ?{only.sql}"
    )

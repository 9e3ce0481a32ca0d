"""How often slots of a kind were updated in the next edition, counted on adopted texts.

The table `rates.toml` is written by `benchmarks/learn_rates.py`, which names the sessions it counted. A slot is
looked up by what is known of it, the most telling first: its relation and what happened in the last two
editions; then one edition; then what happened alone.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

ENOUGH = 12
"""Slots that must have been counted for a rate to be relied on."""


@dataclass(frozen=True, slots=True)
class Rate:
    """So many slots of a kind were updated, of so many counted."""

    updated: int
    counted: int

    @property
    def share(self) -> float:
        """0 to 1."""
        return self.updated / self.counted if self.counted else 0.0


@dataclass(frozen=True, slots=True)
class Rates:
    """The counted rates, and the sessions of the General Assembly that they were counted on."""

    sessions: str
    table: dict[str, dict[str, Rate]]

    def of(self, kind: str, relation: str, fates: tuple[str, str]) -> Rate:
        """The rate of the narrowest description that was counted often enough."""
        counted = self.table.get(kind, {})
        for key in descriptions(relation, fates):
            rate = counted.get(key)
            if rate is not None and rate.counted >= ENOUGH:
                return rate
        return Rate(0, 0)


def descriptions(relation: str, fates: tuple[str, str]) -> Iterator[str]:
    """How a slot may be described, narrowest first: "next | replaced | replaced", "next | replaced", "replaced"."""
    latest, earlier = fates
    if earlier:
        yield f"{relation} | {latest} | {earlier}"
    yield f"{relation} | {latest}"
    yield latest


@lru_cache(maxsize=1)
def counted_rates() -> Rates:
    """The table that comes with the program."""
    loaded = tomllib.loads(files(__package__).joinpath("rates.toml").read_text(encoding="utf-8"))
    table = {kind: {key: Rate(*pair) for key, pair in rows.items()} for kind, rows in loaded["rates"].items()}
    return Rates(loaded["sessions"], table)

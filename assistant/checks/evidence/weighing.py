"""Pieces of evidence added up: what each weighs, and how likely the slot is updated in the next edition.

The weights (`weights.toml`) are log-odds, learned by `benchmarks/learn_weights.py` from successive editions of
adopted texts; the file names the sessions. They are added, so a reader can see what spoke for an update and what
against it.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from assistant.checks.evidence.piece import Piece


@dataclass(frozen=True, slots=True)
class Verdict:
    """How likely a slot is updated, and what the pieces weigh, the heaviest first."""

    likelihood: float
    """0 to 1."""
    weighed: tuple[tuple[Piece, float], ...]

    def heaviest(self, number: int, *, speaks_for: bool) -> list[Piece]:
        """The pieces that speak most for the update, or most against it."""
        sign = 1 if speaks_for else -1
        return [piece for piece, weight in self.weighed if weight * sign > 0][:number]


@dataclass(frozen=True, slots=True)
class Scale:
    """The weights, the likelihoods from which a slot is shown, and where they were learned."""

    learned_on: str
    counted: int
    """Slots that they were learned on."""
    base: float
    """Log-odds before any evidence."""
    look: float
    """Likelihood from which the drafter should look."""
    sure: float
    """Likelihood from which the words count as certainly out of date."""
    weights: Mapping[Piece, float]

    def weigh(self, pieces: Iterable[Piece]) -> Verdict:
        """The verdict on a slot."""
        known = [(piece, weight) for piece in pieces if (weight := self.weights.get(piece))]
        known.sort(key=lambda pair: -abs(pair[1]))
        total = self.base + sum(weight for _, weight in known)
        return Verdict(1 / (1 + math.exp(-total)), tuple(known))


@lru_cache(maxsize=1)
def scale() -> Scale:
    """The weights that come with the program."""
    text = files("assistant.checks").joinpath("weights.toml").read_text(encoding="utf-8")
    return read_scale(text)


def read_scale(text: str) -> Scale:
    """The weights in the text of a file."""
    page = tomllib.loads(text)
    weights = {
        Piece(aspect, value): float(weight)
        for aspect, rows in page["weights"].items()
        for value, weight in rows.items()
    }
    return Scale(page["learned_on"], page["counted"], page["base"], page["look"], page["sure"], weights)

"""Weights for evidence: logistic regression with a price on every weight, so that what tells little weighs nothing.

Cyclic coordinate descent with Newton steps on rows of present pieces (each there or not), after the way of
liblinear; plain Python, a few minutes for 25,000 rows.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import TypeVar

K = TypeVar("K", bound=Hashable)


def fit(
    rows: Sequence[Sequence[K]],
    updated: Sequence[bool],
    *,
    price: float,
    pull: float,
    enough: int,
    rounds: int = 60,
) -> tuple[float, dict[K, float]]:
    """(log-odds before evidence, weight of each piece).

    Args:
        rows: the pieces of each slot.
        updated: whether it was.
        price: what a weight costs for its size; small ones become nothing.
        pull: what it costs for its square; large ones shrink.
        enough: rows that must have a piece for it to weigh anything.
        rounds: passes over all pieces.
    """
    counted = Counter(piece for row in rows for piece in set(row))
    having: dict[K, list[int]] = defaultdict(list)
    for number, row in enumerate(rows):
        for piece in set(row):
            if counted[piece] >= enough:
                having[piece].append(number)
    share = sum(updated) / len(updated)
    base = math.log(share / (1 - share))
    state = _State([base] * len(rows), [share] * len(rows), [1.0 if u else 0.0 for u in updated])
    weights = dict.fromkeys(having, 0.0)
    everything = list(range(len(rows)))
    for _ in range(rounds):
        base += state.shift(everything, 0.0, 0.0, 0.0)
        moved = 0.0
        for piece, places in having.items():
            step = state.shift(places, weights[piece], price, pull)
            weights[piece] += step
            moved = max(moved, abs(step))
        if moved < 0.01:
            break
    return base, {piece: weight for piece, weight in weights.items() if weight}


@dataclass(slots=True)
class _State:
    """Of each row: its log-odds by the weights so far, the likelihood of these, and what came of it (1 or 0)."""

    odds: list[float]
    guess: list[float]
    wanted: list[float]

    def shift(self, places: list[int], weight: float, price: float, pull: float) -> float:
        """Move one weight by a Newton step, and the rows that have its piece with it; by how much."""
        slope, bend = pull * weight, pull + 1e-6
        for n in places:
            p = self.guess[n]
            slope += p - self.wanted[n]
            bend += p * (1 - p)
        if slope + price <= bend * weight:
            step = -(slope + price) / bend
        elif slope - price >= bend * weight:
            step = -(slope - price) / bend
        else:
            step = -weight
        step = max(-1.0, min(1.0, step))
        if abs(step) < 1e-5:
            return 0.0
        for n in places:
            self.odds[n] += step
            self.guess[n] = 1 / (1 + math.exp(-self.odds[n]))
        return step


def likelihood(row: Sequence[K], base: float, weights: dict[K, float]) -> float:
    """How likely a row is updated, by the weights."""
    return 1 / (1 + math.exp(-base - sum(weights.get(piece, 0.0) for piece in set(row))))

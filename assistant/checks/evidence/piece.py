"""One piece of evidence about a slot: an aspect and what is so, both in words that a reader understands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Piece(NamedTuple):
    """One thing that is known of a slot: ("history", "replaced, replaced, stood")."""

    aspect: str
    """What was looked at; a table of the weights."""
    value: str
    """What was seen; a row of that table."""

    def __str__(self) -> str:
        return f"{self.aspect}: {self.value}"


def step_of(number: float, steps: Sequence[float]) -> str:
    """The step that a number falls in: "up to 3", "over 12"."""
    for step in steps:
        if number <= step:
            return f"up to {step:g}"
    return f"over {steps[-1]:g}"


def held_between(number: int, low: int, high: int) -> str:
    """A signed number, with what lies beyond the bounds taken together: "+1", "-8 or less"."""
    if number <= low:
        return f"{low} or less"
    if number >= high:
        return f"{high:+} or more"
    return f"{number:+}" if number else "0"

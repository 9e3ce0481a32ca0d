"""What the gate says: its points, how each stands, and the places that a point is about."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """How a point stands."""

    OPEN = "open"
    """The draft is not to be tabled like this."""
    LOOK = "look"
    """The drafter should look; the draft may well be right."""
    DONE = "done"
    TOLD = "told"
    """Nothing to be done, but good to know."""


MARKS = {State.OPEN: "●", State.LOOK: "○", State.DONE: "✓", State.TOLD: "·"}
"""One mark for each, the same in text and on the screen."""


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that a point is about."""

    label: str
    """Of the paragraph or footnote (OP7, FN3), or "masthead"; empty for the whole text."""
    words: str
    """What stands there, or what is meant."""
    about: str = ""
    """What is the matter with it."""


@dataclass(frozen=True, slots=True)
class Point:
    """One point of the gate."""

    name: str
    """That never changes: "errors", "sponsors"."""
    title: str
    state: State
    summary: str
    """In one line."""
    items: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class Gate:
    """All points about one draft."""

    symbol: str
    """With a blank where it has no number yet: A/C.2/81/L.__."""
    title: str
    about: str
    """Organ, session, committee and item."""
    points: tuple[Point, ...]

    @property
    def open(self) -> bool:
        """Whether something stands against tabling the draft."""
        return any(point.state is State.OPEN for point in self.points)

    def point(self, name: str) -> Point:
        """The point of that name.

        Raises:
            KeyError: where there is none.
        """
        found = next((point for point in self.points if point.name == name), None)
        if found is None:
            raise KeyError(name)
        return found

    @property
    def verdict(self) -> str:
        """All of it in one line."""
        counts = Counter(point.state for point in self.points)
        told = [
            f"{counts[state]} {words}"
            for state, words in ((State.OPEN, "open"), (State.LOOK, "to look at"), (State.DONE, "done"))
            if counts[state]
        ]
        return f"{'not ready' if self.open else 'ready'} to be tabled: {', '.join(told)}"

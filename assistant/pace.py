"""How fast a long job goes, and how long it will still take, from what it did lately."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field

LATELY = 10.0
"""Seconds that are looked back: what was there already goes by much faster than what is new."""
_SOONEST = 1.0
"""Seconds before which nothing is said."""


@dataclass(slots=True)
class Pace:
    """Measurements of one job; the clock is the caller's."""

    unit: str
    """What is counted, in the plural: "texts"."""
    _seen: deque[tuple[float, int, float | None]] = field(default_factory=deque)

    def measured(self, now: float, done: int, share: float | None = None) -> str:
        """What can be said at this moment: "734 texts, 58 a second, about 40 seconds left".

        Args:
            now: seconds of any clock that only goes forward.
            done: how many are done.
            share: how much of the job that is, 0 to 1; None where it is not known.
        """
        self._seen.append((now, done, share))
        while len(self._seen) > 2 and now - self._seen[0][0] > LATELY:
            self._seen.popleft()
        then, before, earlier = self._seen[0]
        words = [f"{done:,} {self.unit}"]
        passed = now - then
        if passed >= _SOONEST and done > before:
            rate = (done - before) / passed
            words.append(f"{rate:,.0f} a second" if rate >= 1 else f"{rate * 60:,.0f} a minute")
        if passed >= _SOONEST and share is not None and share > (earlier or 0.0):
            words.append(_left((1 - share) * passed / (share - (earlier or 0.0))))
        return ", ".join(words)


def _left(seconds: float) -> str:
    if seconds < 1.5:
        return "nearly done"
    if seconds < 90:
        return f"about {seconds:.0f} seconds left"
    return (
        f"about {seconds / 60:.0f} minutes left"
        if seconds < 5400
        else f"about {seconds / 3600:.0f} hours left"
    )

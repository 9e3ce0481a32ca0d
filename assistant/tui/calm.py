"""Python's collector of garbage stops everything while it looks at every object; here, not while somebody types.

The index's catalogue alone has a million objects that stay. Until it is in memory no full collection is made; then all
that is there is set apart (`gc.freeze`), and a full collection looks at what came since, in a few milliseconds.
"""

from __future__ import annotations

import gc

_YOUNG, _MIDDLE = 5_000, 20
_NEVER, _OLD = 1_000_000, 20


def begin() -> None:
    """Make no full collection yet."""
    gc.set_threshold(_YOUNG, _MIDDLE, _NEVER)


def settled() -> None:
    """What is in memory now stays there: set it apart, and collect as usual what comes."""
    gc.freeze()
    gc.collect()  # looks at nothing, and begins to count anew
    gc.set_threshold(_YOUNG, _MIDDLE, _OLD)

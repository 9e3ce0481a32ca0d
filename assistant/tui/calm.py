"""Python's collector of garbage stops everything while it looks at every object; here, not while somebody types.

While the program starts hardly anything is thrown away, and nothing is collected. The index's catalogue alone has a
million objects that stay. Until it is in memory no full collection is made; then all that is there is set apart
(`gc.freeze`), and a full collection looks at what came since, in a few milliseconds.

The system's allocator gives each thread a heap of its own that is never given back; workers are many and short. One
heap for all holds some sixty megabytes less.
"""

from __future__ import annotations

import gc
import sys

_YOUNG, _MIDDLE = 5_000, 20
_NEVER, _OLD = 1_000_000, 20
_HEAPS = -8
"""The number by which glibc's `mallopt` knows the most heaps that there may be (M_ARENA_MAX)."""


def start() -> None:
    """Collect nothing until the first picture is painted."""
    gc.disable()


def begin() -> None:
    """Make no full collection yet, and one heap for all threads where the system's allocator can be told so.

    To be called once the first picture is painted; once more, or without `start`, it does nothing.
    """
    if gc.isenabled():
        return
    gc.set_threshold(_YOUNG, _MIDDLE, _NEVER)
    gc.enable()
    if sys.platform == "linux":
        import ctypes

        mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
        if mallopt is not None:
            mallopt(_HEAPS, 1)


def settled() -> None:
    """What is in memory now stays there: set it apart, and collect as usual what comes."""
    gc.freeze()
    gc.collect()  # looks at nothing, and begins to count anew
    gc.set_threshold(_YOUNG, _MIDDLE, _OLD)

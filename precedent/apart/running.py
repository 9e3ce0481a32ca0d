"""One piece of work done apart, whoever asks for it and however deep in other work."""

from __future__ import annotations

import atexit
import functools
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import ParamSpec, TypeVar

from precedent.apart.processes import Processes, silent

P = ParamSpec("P")
R = TypeVar("R")


_beat: ContextVar[Callable[[], None]] = ContextVar("beat", default=silent)


@contextmanager
def heard(beat: Callable[[], None]) -> Iterator[None]:
    """While this holds, `beat` is called now and then where this thread waits for work that is done apart.

    What it raises ends that work, and is raised where it was waited for: so a face lets go of what nobody wants any
    more, however deep below it a file is read.
    """
    token = _beat.set(beat)
    try:
        yield
    finally:
        _beat.reset(token)


def run(function: Callable[P, R], *arguments: P.args, **_: P.kwargs) -> R:
    """Call a function of some module in a process of its own, and wait for it; in such a process, call it there.

    Args:
        function: one that a module has under its name; what it is given, returns and raises can be pickled.
        arguments: by their place.

    Raises:
        EndedError: it took longer than `LONGEST`, or more than `MEMORY`, or ended its process.
    """
    return _processes().run(function, arguments, _beat.get())


def run_for(seconds: float, function: Callable[P, R], *arguments: P.args, **_: P.kwargs) -> R:
    """As `run`, with another time than `LONGEST`."""
    return _processes().run(function, arguments, _beat.get(), seconds)


@functools.cache
def _processes() -> Processes:
    made = Processes(1)
    atexit.register(made.close)
    return made

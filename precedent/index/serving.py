"""A process of its own that reads files for an `add`: `python -m precedent.index.serving SECONDS BYTES`.

What it is asked comes in by standard input and its answers leave by standard output, pickled; it ends when nobody can
ask any more. It watches itself: a file that takes too long ends it even where a library in C hangs, and whoever started
it may have been killed. It inherits no terminal and writes nothing else anywhere.
"""

from __future__ import annotations

import faulthandler
import os
import pickle
import sys
from contextlib import suppress
from typing import IO

from precedent.index.preparing import prepare

READY = "ready"
"""Said once, before anything is asked."""


def serve(seconds: float, memory: int) -> None:
    """Answer until there is no more to answer.

    Args:
        seconds: that one file may take.
        memory: bytes that the process may use, where the system can hold it to that.
    """
    with os.fdopen(0, "rb") as asked, os.fdopen(os.dup(1), "wb") as answers:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1)  # so that nothing that a library prints is taken for an answer
        _bound(memory)
        with suppress(BrokenPipeError, EOFError):
            _say(READY, answers)
            while True:
                found = pickle.load(asked)  # noqa: S301 - the process that started this one asks
                faulthandler.dump_traceback_later(seconds, exit=True, file=nowhere)
                answer = prepare(found)
                faulthandler.cancel_dump_traceback_later()
                _say(answer, answers)


def _say(answer: object, answers: IO[bytes]) -> None:
    pickle.dump(answer, answers, pickle.HIGHEST_PROTOCOL)
    answers.flush()


def _bound(memory: int) -> None:
    """Hold the process to so many bytes; macOS lets one ask and does not do it, Windows has no such thing."""
    if sys.platform != "win32":
        import resource

        with suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_AS, (memory, resource.getrlimit(resource.RLIMIT_AS)[1]))


if __name__ == "__main__":
    serve(float(sys.argv[1]), int(sys.argv[2]))

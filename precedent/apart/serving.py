"""A process that works for another: `python -m precedent.apart.serving BYTES FOLDER`.

What it is asked comes in by standard input and its answers leave by standard output, pickled. It ends at once when
whoever started it is gone, in the middle of its work too: a thread waits for that. Another looks at the memory that it
holds. It inherits no terminal and writes nothing else anywhere.
"""

from __future__ import annotations

import faulthandler
import os
import pickle
import queue
import shutil
import sys
import threading
import time
from contextlib import suppress
from typing import IO, Final

from precedent.apart.ended import LET_GO, TOO_MUCH
from precedent.apart.ending import end_tree
from precedent.apart.limits import ADDRESSES, IDLE
from precedent.apart.memory import hold_to, most_held

READY: Final = "ready"
"""Said once, before anything is asked."""
_GRACE: Final = 10.0
"""Seconds beyond those that work may take, after which the process ends where nobody ended it."""
_LOOK: Final = 0.05
"""Seconds between two looks at the memory."""


def serve(memory: int, scratch: str) -> None:
    """Answer until nobody asks any more.

    Args:
        memory: bytes that the process may hold.
        scratch: folder of its temporary files, which goes with it.
    """
    asked, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1):  # so that nothing that a library prints is taken for an answer
        os.dup2(nowhere, stream)
    hold_to(memory * ADDRESSES)
    tasks = queue.SimpleQueue[bytes]()
    threading.Thread(target=_listen, args=(asked, tasks, scratch), daemon=True).start()
    threading.Thread(target=_watch, args=(memory,), daemon=True).start()
    try:
        _say(READY, answers)
        while True:
            try:
                task = tasks.get(timeout=IDLE)
            except queue.Empty:
                os._exit(LET_GO)
            _say(_answer(task, nowhere), answers)
    except BrokenPipeError:
        _end(scratch)


def _answer(task: bytes, nowhere: int) -> object:
    """What a task returns, or raises; which of both it is stands first."""
    try:
        function, arguments, seconds = pickle.loads(task)  # noqa: S301 - the process that started this one asks
        faulthandler.dump_traceback_later(seconds + _GRACE, exit=True, file=nowhere)
        return True, function(*arguments)
    except Exception as error:  # noqa: BLE001 - it is raised where it was asked for
        return False, error
    finally:
        faulthandler.cancel_dump_traceback_later()


def _say(answer: object, answers: IO[bytes]) -> None:
    try:
        words = pickle.dumps(answer, pickle.HIGHEST_PROTOCOL)
    except Exception as error:  # noqa: BLE001 - an error that cannot be sent is told in words
        words = pickle.dumps((False, RuntimeError(f"{error}: {answer!r}"[:1000])))
    answers.write(words)
    answers.flush()


def _listen(asked: IO[bytes], tasks: queue.SimpleQueue[bytes], scratch: str) -> None:
    """Take what is asked; where that ends, so does the process."""
    with suppress(Exception):
        while True:
            tasks.put(pickle.load(asked))  # noqa: S301 - as above
    _end(scratch)


def _watch(memory: int) -> None:
    while most_held() <= memory:
        time.sleep(_LOOK)
    os._exit(TOO_MUCH)


def _end(scratch: str) -> None:
    """End this process and every program that it started, which are of its group; nobody is there to tidy up."""
    shutil.rmtree(scratch, ignore_errors=True)
    if sys.platform == "win32" or os.getpgrp() == os.getpid():
        end_tree(os.getpid())
    os._exit(0)


if __name__ == "__main__":
    serve(int(sys.argv[1]), sys.argv[2])

"""One process that works for this one, seen from here."""

from __future__ import annotations

import os
import pickle
import queue
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Final

from precedent.apart.ended import LET_GO, TOO_MUCH, LateError, broken, too_large
from precedent.apart.ending import end_tree
from precedent.apart.limits import BEAT

if sys.platform == "win32":
    _APART = subprocess.CREATE_NO_WINDOW | subprocess.CREATE_NEW_PROCESS_GROUP
else:
    _APART = 0

WITHIN: Final = "PENHOLDER_WITHIN"
"""Is set in the environment of such a process, and of all that it starts."""


def within() -> bool:
    """Whether this is such a process."""
    return WITHIN in os.environ


class LetGoError(Exception):
    """The process had ended before it took up the work: nobody had asked it anything for a while."""


@dataclass(frozen=True, slots=True)
class _Gone:
    """In place of an answer: the status with which the process ended."""

    status: int | None


def _started(arguments: list[str], folder: str) -> subprocess.Popen[bytes]:
    # It finds what this process found, wherever it is installed.
    paths = os.pathsep.join(filter(None, sys.path))
    temporary = dict.fromkeys(("TMPDIR", "TEMP", "TMP"), folder)
    return subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-P", "-m", "precedent.apart.serving", *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=os.environ | temporary | {"PYTHONPATH": paths, WITHIN: "1"},
        # Neither Ctrl-C nor the end of a terminal is meant for it: it ends when this process lets it go.
        start_new_session=True,
        creationflags=_APART,
    )


class Process:
    """One process that works; in the hands of one thread while it does."""

    def __init__(self, memory: int) -> None:
        self._memory = memory
        self._answers = queue.SimpleQueue[object]()
        self._scratch = tempfile.TemporaryDirectory(prefix="penholder-", ignore_cleanup_errors=True)
        folder = self._scratch.name
        try:
            self._program = _started([str(memory), folder], folder)
        except BaseException:
            self._scratch.cleanup()
            raise
        self._killed = False
        self._listener = threading.Thread(target=self._listen, name="apart", daemon=True)
        self._listener.start()

    @property
    def alive(self) -> bool:
        """Whether it may still be asked."""
        return not self._killed and self._listener.is_alive()

    def greets(self, seconds: float, beat: Callable[[], None]) -> bool:
        """Whether it comes up in time."""
        try:
            return not isinstance(self._next(seconds, beat), _Gone)
        except TimeoutError:
            return False

    def ask(
        self,
        function: Callable[..., Any],
        arguments: tuple[object, ...],
        seconds: float,
        beat: Callable[[], None],
    ) -> Any:  # noqa: ANN401 - whatever the function returns
        """Have a function called there; what it raises is raised here. Afterwards the process may be asked again.

        Raises:
            EndedError: the process ended over it, or took too long.
            LetGoError: the process had ended before.
        """
        task = pickle.dumps((function, arguments, seconds), pickle.HIGHEST_PROTOCOL)
        try:
            assert self._program.stdin is not None  # noqa: S101 - so it was made
            pickle.dump(task, self._program.stdin, pickle.HIGHEST_PROTOCOL)
            self._program.stdin.flush()
        except OSError:  # it is gone, and its end is told below
            pass
        try:
            answer = self._next(seconds, beat)
        except BaseException as interruption:
            self.kill()
            if isinstance(interruption, TimeoutError):
                raise LateError(seconds) from None
            raise
        if isinstance(answer, _Gone):
            if answer.status == LET_GO:
                raise LetGoError
            raise too_large(self._memory) if answer.status == TOO_MUCH else broken(answer.status)
        match answer:
            case (True, found):
                return found
            case (False, MemoryError()):
                raise too_large(self._memory)
            case (False, Exception() as error):
                raise error
        raise broken(None)

    def _next(self, seconds: float, beat: Callable[[], None]) -> object:
        """What it says next; whoever waits is told now and then, and may end it by raising something."""
        until = time.monotonic() + seconds
        while True:
            try:
                return self._answers.get(timeout=BEAT)
            except queue.Empty:
                beat()
                if time.monotonic() > until:
                    raise TimeoutError from None

    def _listen(self) -> None:
        """Take what it says until it ends; a thread of its own, since not every system lets a pipe be waited for."""
        assert self._program.stdout is not None  # noqa: S101 - so it was made
        with suppress(Exception):  # its end, or something that is no answer
            while True:
                self._answers.put(pickle.load(self._program.stdout))  # noqa: S301 - our own process answers
        self.kill()
        self._answers.put(_Gone(self._program.wait()))

    def kill(self) -> None:
        """End it now, with every program that it started."""
        self._killed = True
        if self._program.returncode is None:  # its number is its own until then
            end_tree(self._program.pid)

    def bury(self) -> None:
        """Wait until it is gone, and let go of its pipes and of what it left on the disk."""
        self._program.wait()
        self._listener.join()
        for pipe in (self._program.stdin, self._program.stdout):
            if pipe:
                with suppress(OSError):  # what was still to be written to it
                    pipe.close()
        self._scratch.cleanup()

"""Some processes that work for this one, one or several at a time."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import ParamSpec, TypeVar

from precedent.apart import limits
from precedent.apart.ended import EndedError
from precedent.apart.process import LetGoError, Process, within

P = ParamSpec("P")
R = TypeVar("R")

_MOST = 16
"""Processes at one time, however many cores there are."""
_COMES_UP = 30.0
"""Seconds within which a process says that it is there."""


def silent() -> None:
    """Nobody waits to be told."""


def _stopped() -> EndedError:
    return EndedError("was not read, since that was stopped", certain=False)


class Processes:
    """Processes that work, each in the hands of one thread while it does.

    Within such a process the work is done at once. So it is where none can be started, because the system forbids it or
    the program is in one piece with its interpreter: then without bound.
    """

    def __init__(self, count: int, *, longest: float | None = None, memory: int | None = None) -> None:
        self.count = max(1, min(count, _MOST))
        self._longest = longest or limits.LONGEST
        self._memory = memory or limits.MEMORY
        self._threads = ThreadPoolExecutor(self.count, thread_name_prefix="apart")
        self._lock = threading.Lock()
        self._all: set[Process] = set()
        self._idle: list[Process] = []
        self._closed = False
        self._impossible = within() or not sys.executable or bool(getattr(sys, "frozen", False))

    def submit(self, function: Callable[P, R], *arguments: P.args, **_: P.kwargs) -> Future[R]:
        """Have a function of some module called apart; the future raises what it raises, and `EndedError`."""
        return self._threads.submit(self.run, function, arguments)

    def run(
        self,
        function: Callable[..., R],
        arguments: tuple[object, ...],
        beat: Callable[[], None] = silent,
        longest: float | None = None,
    ) -> R:
        """Have a function called apart, and wait for it.

        Args:
            function: one that a module has under its name; what it is given, returns and raises can be pickled.
            arguments: of the function, by their place.
            beat: called now and then; what it raises ends the process and is raised here.
            longest: seconds that it may take, if not what these processes may.

        Raises:
            EndedError: the process ended over it, took too long or too much memory.
        """
        while True:
            process = self._borrowed(beat)
            if process is None:
                return function(*arguments)
            try:
                found: R = process.ask(function, arguments, longest or self._longest, beat)
            except LetGoError:
                continue
            finally:
                self._give_back(process)
            return found

    def close(self) -> None:
        """End every process, whatever it is doing, and wait until they are gone."""
        with self._lock:
            self._closed = True
            for process in self._all:
                process.kill()
        self._threads.shutdown(wait=True, cancel_futures=True)
        for process in list(self._all):
            process.bury()

    def _borrowed(self, beat: Callable[[], None]) -> Process | None:
        """A process that is idle, or a new one; None where none can be started."""
        with self._lock:
            if self._closed:
                raise _stopped()
            while self._idle:
                idle = self._idle.pop()
                if idle.alive:
                    return idle
                idle.bury()
                self._all.discard(idle)
            if self._impossible:
                return None
            try:
                process = Process(self._memory)
            except OSError:
                self._impossible = True
                return None
            self._all.add(process)
        try:
            if process.greets(_COMES_UP, beat):
                return process
        except BaseException:
            self._drop(process)
            raise
        self._drop(process)
        with self._lock:
            if self._closed:
                raise _stopped()
            self._impossible = True
        return None

    def _give_back(self, process: Process) -> None:
        """Keep it for the next work, or let it go where its own ended it."""
        if not process.alive:
            self._drop(process)
            return
        with self._lock:
            self._idle.append(process)

    def _drop(self, process: Process) -> None:
        process.kill()
        process.bury()
        with self._lock:
            self._all.discard(process)

"""Files read by several processes at once, and what came of them in the order of the files.

Reading is nearly all the work of an `add`, and some of it is done by libraries in C on files that may be hostile. So it
is done elsewhere: both cores work, and a file that crashes its reader, hangs it or eats the memory costs itself and
nothing else. The processes are started as programs (`precedent.index.serving`) and not forked or spawned: they know
nothing of the program, the threads and the terminal of whoever adds, and end with it however it ends.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import wait as wait_for
from dataclasses import dataclass
from itertools import chain
from typing import TypeAlias

from precedent.index.preparing import Records, Text, prepare
from precedent.index.protocol import Failure
from precedent.index.sources import Found

LONGEST = 60.0
"""Seconds that one file may take; the slowest text of the United Nations takes two."""
MEMORY = 2_000_000_000
"""Bytes that one process may use."""
FEW = 4
"""So many small files are read here: to start processes would take longer."""
SMALL = 1_000_000
"""Bytes of those files together."""
IN_FLIGHT = 8
"""Files a process that are read, or wait to be read or written, at one time."""
IN_FLIGHT_BYTES = 64_000_000
BEAT = 0.2
"""Seconds after which whoever waits for a file is told that it is still being read."""

if sys.platform == "win32":
    _APART = subprocess.CREATE_NO_WINDOW | subprocess.CREATE_NEW_PROCESS_GROUP
else:
    _APART = 0

Prepared: TypeAlias = Text | Records | Failure


class _EndedError(Exception):
    """The process that read a file is no more."""

    def __init__(self, reason: str, *, late: bool) -> None:
        super().__init__(reason)
        self.late = late


@dataclass(slots=True)
class _Waiting:
    """A file, and what came of it or will."""

    file: Found | Failure
    outcome: Future[Prepared] | Failure | None
    """None where the index has these bytes already."""


def prepared(
    found: Iterable[Found | Failure], known: Callable[[Found], bool], beat: Callable[[], None]
) -> Generator[tuple[Found | Failure, Prepared | None]]:
    """Each file with what it holds, in order; None where it is known already. Close it when no more is wanted.

    Args:
        found: the files; taken no faster than they are read.
        known: whether a file need not be read.
        beat: called now and then while a file is waited for; what it raises ends the reading.
    """
    files = iter(found)
    few, over = _ahead(files)
    if over or not sys.executable or getattr(sys, "frozen", False):
        for file in chain(few, files):
            yield file, _here(file, known)
        return
    processes = Processes(len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1)
    try:
        yield from _in_order(chain(few, files), known, beat, processes)
    finally:
        processes.close()


def _ahead(files: Iterator[Found | Failure]) -> tuple[list[Found | Failure], bool]:
    """The first files, and whether they are all there are and small and need no library that may crash."""
    few, size = list[Found | Failure](), 0
    for file in files:
        few.append(file)
        if isinstance(file, Found):
            size += len(file.data)
            if len(few) > FEW or size > SMALL or b"%PDF-" in file.data[:1024]:
                return few, False
    return few, True


def _here(file: Found | Failure, known: Callable[[Found], bool]) -> Prepared | None:
    if isinstance(file, Failure):
        return file
    return None if known(file) else prepare(file)


def _in_order(
    files: Iterable[Found | Failure],
    known: Callable[[Found], bool],
    beat: Callable[[], None],
    processes: Processes,
) -> Iterator[tuple[Found | Failure, Prepared | None]]:
    line, size = deque[_Waiting](), 0

    def first() -> tuple[Found | Failure, Prepared | None]:
        nonlocal size
        waiting = line.popleft()
        if not isinstance(waiting.outcome, Future) or not isinstance(waiting.file, Found):
            return waiting.file, waiting.outcome if isinstance(waiting.outcome, Failure) else None
        size -= len(waiting.file.data)
        others = [later.outcome for later in line if isinstance(later.outcome, Future)]
        return waiting.file, _settled(waiting.file, waiting.outcome, others, beat, processes)

    for file in files:
        if isinstance(file, Failure):
            line.append(_Waiting(file, file))
        elif known(file):
            line.append(_Waiting(file, None))
        else:
            line.append(_Waiting(file, processes.submit(file)))
            size += len(file.data)
        while line and (
            not isinstance(line[0].outcome, Future)
            or len(line) > IN_FLIGHT * processes.count
            or size > IN_FLIGHT_BYTES
        ):
            yield first()
    while line:
        yield first()


def _settled(
    file: Found,
    outcome: Future[Prepared],
    others: list[Future[Prepared]],
    beat: Callable[[], None],
    processes: Processes,
) -> Prepared:
    """What a file holds. Where its process ended it is read once more, with nothing else in memory."""
    try:
        return _result(outcome, beat)
    except _EndedError as ended:
        if ended.late:
            return Failure(file.name, str(ended))
    while wait_for(others, BEAT).not_done:
        beat()
    try:
        return _result(processes.submit(file), beat)
    except _EndedError as ended:
        return Failure(file.name, str(ended))


def _result(outcome: Future[Prepared], beat: Callable[[], None]) -> Prepared:
    while True:
        try:
            return outcome.result(BEAT)
        except TimeoutError:
            beat()


class Processes:
    """Some processes that read, each in the hands of one thread while it does."""

    def __init__(self, count: int, *, longest: float | None = None, memory: int | None = None) -> None:
        self.count = max(1, min(count, 16))
        self._limits = (str(longest or LONGEST), str(memory or MEMORY))
        self._threads = ThreadPoolExecutor(self.count, thread_name_prefix="reading")
        self._lock = threading.Lock()
        self._all: set[_Process] = set()
        self._idle: list[_Process] = []
        self._closed = False
        self._impossible = False

    def submit(self, file: Found) -> Future[Prepared]:
        """Have a file read; the future raises what ended its process."""
        return self._threads.submit(self._read, file)

    def close(self) -> None:
        """End every process, whatever it is doing, and wait until they are gone."""
        with self._lock:
            self._closed = True
            for process in self._all:
                process.kill()
        self._threads.shutdown(wait=True, cancel_futures=True)
        for process in self._all:
            process.bury()

    def _read(self, file: Found) -> Prepared:
        process = self._borrow()
        if process is None:
            return prepare(file)
        try:
            answer = process.ask(file)
        except BaseException:
            process.kill()
            process.bury()
            with self._lock:
                self._all.discard(process)
            raise
        with self._lock:
            self._idle.append(process)
        return answer

    def _borrow(self) -> _Process | None:
        """A process that is idle, or a new one; None where none can be started, so that one reads here."""
        with self._lock:
            if self._closed:
                raise _EndedError("stopped", late=False)
            if self._idle:
                return self._idle.pop()
            if self._impossible:
                return None
            try:
                process = _Process(self._limits)
            except OSError:
                self._impossible = True
                return None
            self._all.add(process)
        if process.greets():
            return process
        with self._lock:
            self._impossible = not self._closed
        return None


class _Process:
    """One process that reads."""

    def __init__(self, limits: tuple[str, str]) -> None:
        self._longest = float(limits[0])
        self._program = subprocess.Popen(  # noqa: S603 - our own program
            [sys.executable, "-P", "-m", "precedent.index.serving", *limits],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            # It finds what this process found, wherever it is installed.
            env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            # Neither Ctrl-C nor the end of a terminal is meant for it: it ends when this process lets it go.
            start_new_session=True,
            creationflags=_APART,
        )

    def greets(self) -> bool:
        """Whether it came up."""
        try:
            return bool(self._answer())
        except (EOFError, OSError, pickle.UnpicklingError):
            return False

    def ask(self, file: Found) -> Prepared:
        """Have one file read.

        Raises:
            _EndedError: the process ended over it.
        """
        began = time.monotonic()
        try:
            assert self._program.stdin is not None  # noqa: S101 - so it was made
            pickle.dump(file, self._program.stdin, pickle.HIGHEST_PROTOCOL)
            self._program.stdin.flush()
            answer = self._answer()
        except (EOFError, OSError, pickle.UnpicklingError) as error:
            self.kill()
            raise self._ended(time.monotonic() - began) from error
        if isinstance(answer, Text | Records | Failure):
            return answer
        raise _EndedError("the process that read it answered with something else", late=False)

    def _answer(self) -> object:
        assert self._program.stdout is not None  # noqa: S101 - so it was made
        return pickle.load(self._program.stdout)  # noqa: S301 - our own process answers

    def _ended(self, seconds: float) -> _EndedError:
        code = self._program.wait()
        if seconds >= self._longest * 0.95:
            return _EndedError(f"not read within {self._longest:g} seconds: given up", late=True)
        how = f"signal {-code}" if code < 0 else f"status {code}"
        return _EndedError(
            f"the process that read it ended, twice ({how}): the file is damaged, or needs more memory than there is",
            late=False,
        )

    def kill(self) -> None:
        """End it now."""
        self._program.kill()

    def bury(self) -> None:
        """Wait until it is gone, and let its pipes go."""
        self._program.wait()
        for pipe in (self._program.stdin, self._program.stdout):
            if pipe:
                try:
                    pipe.close()
                except OSError:  # what was still to be written to it
                    continue

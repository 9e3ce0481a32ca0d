"""Files read ahead by several processes at once, and what came of them in the order of the files.

Reading is nearly all the work of an `add`, and some of it is done by libraries in C on files that may be hostile. So it
is done apart (`precedent.apart`): all cores work, and a file that crashes its reader, hangs it or eats the memory costs
itself and nothing else.
"""

from __future__ import annotations

import os
import sys
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future
from concurrent.futures import wait as wait_for
from dataclasses import dataclass
from itertools import chain
from typing import TypeAlias

from precedent.apart import BEAT, EndedError, Processes, heard
from precedent.index.preparing import Records, Text, prepare
from precedent.index.protocol import Failure
from precedent.index.sources import Found
from precedent.reading.bounded import given_up

FEW = 4
"""So many small files are read here: to start processes would take longer."""
SMALL = 1_000_000
"""Bytes of those files together."""
IN_FLIGHT = 8
"""Files a process that are read, or wait to be read or written, at one time."""
IN_FLIGHT_BYTES = 64_000_000

Prepared: TypeAlias = Text | Records | Failure


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
    if over:
        for file in few:
            yield file, _here(file, known, beat)
        return
    processes = Processes(len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1)
    try:
        yield from _in_order(chain(few, files), known, beat, processes)
    finally:
        processes.close()


def _ahead(files: Iterator[Found | Failure]) -> tuple[list[Found | Failure], bool]:
    """The first files, and whether they are all there are, and small."""
    few, size = list[Found | Failure](), 0
    for file in files:
        few.append(file)
        if isinstance(file, Found):
            size += len(file.data)
            if len(few) > FEW or size > SMALL:
                return few, False
    return few, True


def _here(file: Found | Failure, known: Callable[[Found], bool], beat: Callable[[], None]) -> Prepared | None:
    if isinstance(file, Failure):
        return file
    with heard(beat):
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
            line.append(_Waiting(file, processes.submit(prepare, file)))
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
    except EndedError as ended:
        if ended.certain:
            return Failure(file.name, given_up(ended, file.data))
    while wait_for(others, BEAT).not_done:
        beat()
    try:
        return _result(processes.submit(prepare, file), beat)
    except EndedError as ended:
        return Failure(file.name, given_up(ended, file.data))


def _result(outcome: Future[Prepared], beat: Callable[[], None]) -> Prepared:
    while True:
        try:
            return outcome.result(BEAT)
        except TimeoutError:
            beat()

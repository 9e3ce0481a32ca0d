"""A terminal that is closed: the screen hears of it, and leaves.

Workaround for Textual, whose thread that writes ends with an error when the terminal is closed: the screen then waits
for ever for room in its queue. The SIGCONT that the system sends along with SIGHUP begins writing and reading a second
time. A process left like that holds on to the draft. The driver is to be dropped when Textual leaves by itself.
"""

from __future__ import annotations

import os
import select
from collections.abc import Callable
from contextlib import suppress
from threading import Thread, Timer
from typing import IO, Any, cast

from textual.drivers.linux_driver import LinuxDriver

PATIENCE = 10.0
"""Seconds after which a process without a terminal ends, whatever a thread of it may still be doing."""


class _Writing:
    """What is written to, as long as it is there."""

    def __init__(self, file: IO[str]) -> None:
        self._file = file

    def write(self, text: str) -> int:
        """Write, or let it go."""
        with suppress(OSError):
            self._file.write(text)
        return len(text)

    def flush(self) -> None:
        """Hand it over, or let it go."""
        with suppress(OSError):
            self._file.flush()

    def fileno(self) -> int:
        """The descriptor."""
        return self._file.fileno()

    def isatty(self) -> bool:
        """Whether it is a terminal still."""
        return self._file.isatty()


class Terminal(LinuxDriver):
    """A terminal that may be closed at any moment."""

    def __init__(self, *app: Any, **settings: Any) -> None:  # noqa: ANN401 - as Textual calls it
        super().__init__(*app, **settings)
        self._file = cast("Any", _Writing(cast("IO[str]", self._file)))

    def _sigcont_application(self, *signalled: object) -> None:
        if os.isatty(self.fileno):
            super()._sigcont_application(*signalled)


def watch(terminal: int, closed: Callable[[], object]) -> None:
    """Call, from a thread of its own, when the terminal is closed: its signal may be kept off (nohup)."""

    def wait() -> None:
        poll = select.poll()
        poll.register(terminal, 0)
        while not any(event & (select.POLLHUP | select.POLLNVAL) for _, event in poll.poll()):
            pass
        with suppress(RuntimeError):  # the screen has ended already
            closed()

    Thread(target=wait, name="hang-up", daemon=True).start()


def end_soon() -> None:
    """End the process before long: what was done is on the disk, and nobody is there to wait for a thread at work."""
    last = Timer(PATIENCE, os._exit, (1,))
    last.daemon = True
    last.start()

"""A program in a terminal of its own, for what can only be measured from outside: when is what was pressed painted?"""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import NoReturn, Self

KEYS = {"up": "\x1b[A", "down": "\x1b[B", "enter": "\r", "escape": "\x1b", "delete": "\x1b[3~", "space": " "}


class NotPaintedError(AssertionError):
    """What was waited for did not appear."""


class Terminal:
    """A program that runs in a terminal; what it writes is read as it comes."""

    def __init__(self, child: int, master: int) -> None:
        self.child, self.master = child, master
        self.tail = ""
        """The end of what was read."""
        self._left = b""

    @classmethod
    def started(cls, command: Sequence[str], *, size: tuple[int, int] = (120, 40), home: Path) -> Self:
        """Start a program."""
        environment = os.environ | {
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            "PENHOLDER_HOME": str(home),
        }

        def run() -> NoReturn:
            os.execvpe(command[0], list(command), environment)  # noqa: S606 - a program of our own

        return cls.forked(run, size=size, environment=environment)

    @classmethod
    def forked(
        cls,
        run: Callable[[], object],
        *,
        size: tuple[int, int] = (120, 40),
        environment: Mapping[str, str] | None = None,
    ) -> Self:
        """Run a function of this program in a terminal of its own."""
        child, master = pty.fork()
        if not child:
            try:
                os.environ.update(environment or {})
                run()
            finally:
                os._exit(1)
        fcntl.ioctl(master, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
        os.kill(child, signal.SIGWINCH)
        return cls(child, master)

    def send(self, keys: str) -> None:
        """Press keys."""
        os.write(self.master, keys.encode())

    def read(self, patience: float = 0.0) -> str:
        """What it wrote meanwhile; waits so long for the first of it."""
        found = b""
        while select.select([self.master], [], [], 0 if found else patience)[0]:
            try:
                some = os.read(self.master, 65536)
            except OSError:  # the program ended
                break
            if not some:
                break
            found += some
        data = self._left + found
        text = data.decode(errors="ignore")
        self._left = b"" if not data or data[-1] < 0x80 else data[-3:]
        self.tail = (self.tail + text)[-4000:]
        return text

    def until(self, words: str | Callable[[str], bool], patience: float = 20.0) -> float:
        """Read until that is painted; returns how many seconds it took.

        Raises:
            NotPaintedError: it was not painted.
        """
        begun, seen = time.perf_counter(), ""
        is_there = words if callable(words) else lambda text: words in text
        while not is_there(seen):
            left = patience - (time.perf_counter() - begun)
            if left <= 0 or not self.is_alive:
                raise NotPaintedError(f"not painted in {patience:.0f} s; the last was {self.tail[-300:]!r}")
            seen += self.read(min(left, 0.5))
        return time.perf_counter() - begun

    def quiet(self, pause: float = 0.5, patience: float = 60.0) -> None:
        """Read until nothing was written for so long."""
        end = time.monotonic() + patience
        while time.monotonic() < end and self.read(pause):
            pass

    @property
    def is_alive(self) -> bool:
        """Whether the program still runs."""
        try:
            return os.waitpid(self.child, os.WNOHANG) == (0, 0)
        except ChildProcessError:
            return False

    @property
    def memory(self) -> tuple[int, int]:
        """Megabytes that it holds now, and that it held at most."""
        status = dict(
            line.split(":", 1)
            for line in Path(f"/proc/{self.child}/status").read_text(encoding="ascii").splitlines()
        )
        return tuple(int(status[name].split()[0]) // 1024 for name in ("VmRSS", "VmHWM"))  # type: ignore[return-value]

    @property
    def processor(self) -> float:
        """Seconds that the processor worked for it, in all its threads that are still there."""
        files = Path(f"/proc/{self.child}/task").glob("*/schedstat")
        return sum(int(file.read_text(encoding="ascii").split()[0]) for file in files) / 1e9

    @property
    def waited(self) -> float:
        """Seconds that its main thread, and this program, were ready and got no processor: other programs had it."""
        files = (f"/proc/{self.child}/task/{self.child}/schedstat", "/proc/self/schedstat")
        return sum(int(Path(file).read_text(encoding="ascii").split()[1]) for file in files) / 1e9

    def kill(self) -> None:
        """End it at once, as a crash would."""
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.child, signal.SIGKILL)
        with contextlib.suppress(ChildProcessError):
            os.waitpid(self.child, 0)
        with contextlib.suppress(OSError):
            os.close(self.master)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.kill()

"""How far a long job has come, for somebody who watches standard error on a terminal."""

import time
from collections.abc import Iterable, Iterator
from types import TracebackType
from typing import Self, TypeVar

from assistant.cli import diagnostics

Thing = TypeVar("Thing")


class Progress:
    """One line that is drawn over; silent where standard error is no terminal.

    ```
    with Progress("adding", len(paths)) as progress:
        for path in progress.each(paths): ...
    ```
    """

    INTERVAL = 0.1
    """Seconds between two drawings."""

    def __init__(self, label: str, total: int | None = None) -> None:
        self.label = diagnostics.printable(label)
        self.total = total
        self.done = 0
        self._shown = diagnostics.on_terminal()
        self._drawn_at = 0.0

    def __enter__(self) -> Self:
        self._draw()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._clear()

    def advance(self, steps: int = 1) -> None:
        """Count `steps` more as done."""
        self.done += steps
        if self._shown and time.monotonic() - self._drawn_at >= self.INTERVAL:
            self._draw()

    def each(self, things: Iterable[Thing]) -> Iterator[Thing]:
        """The things one by one, each counted when the next one is asked for."""
        for thing in things:
            yield thing
            self.advance()

    def note(self, message: str) -> None:
        """One line of narration that stays above the bar."""
        self._clear()
        diagnostics.note(message)
        self._draw()

    def _draw(self) -> None:
        if not self._shown:
            return
        self._drawn_at = time.monotonic()
        if self.total:
            filled = min(20, 20 * self.done // self.total)
            state = f"[{'#' * filled}{'.' * (20 - filled)}] {self.done} of {self.total}"
        else:
            state = str(self.done)
        diagnostics.write(f"\r{self.label} {state}\x1b[K")

    def _clear(self) -> None:
        if self._shown:
            diagnostics.write("\r\x1b[K")

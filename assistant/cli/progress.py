"""How far a long job has come, for somebody who watches standard error on a terminal."""

import shutil
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
        self._state = ""
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

    def show(self, share: float | None, words: str) -> None:
        """Say in words how far it is; a bar shows which share is done, 0 to 1, where that is known."""
        bar = "" if share is None else f"{_bar(share)} {100 * share:3.0f} % "
        self._state = f"{bar} {diagnostics.printable(words)}".strip()
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
        state = self._state or (
            f"{_bar(self.done / self.total)} {self.done} of {self.total}" if self.total else str(self.done)
        )
        width = shutil.get_terminal_size().columns - 1  # a line that breaks could not be drawn over
        diagnostics.write(f"\r{f'{self.label} {state}'[:width]}\x1b[K")

    def _clear(self) -> None:
        if self._shown:
            diagnostics.write("\r\x1b[K")


def _bar(share: float) -> str:
    filled = min(20, int(20 * share))
    return f"[{'#' * filled}{'.' * (20 - filled)}]"

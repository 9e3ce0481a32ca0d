"""What a process says by its end."""

from __future__ import annotations

from typing import Final

TOO_MUCH: Final = 61
"""Status of a process that held more memory than it may."""
LET_GO: Final = 62
"""Status of a process that nobody asked anything for a while."""


class EndedError(Exception):
    """A process ended over its work, or was ended; the text says why, as what became of a file.

    `certain` is whether the same would come of it again: it took too long, or too much memory.
    """

    def __init__(self, reason: str, *, certain: bool) -> None:
        super().__init__(reason)
        self.certain = certain


class LateError(EndedError):
    """It took longer than it may."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"was not read within {seconds:g} seconds, so it was given up", certain=True)


def too_large(memory: int) -> EndedError:
    """It took too much memory."""
    return EndedError(
        f"needs more memory to be read than any text of the United Nations ({memory / 1e9:g} GB), "
        "so it was given up",
        certain=True,
    )


def broken(status: int | None) -> EndedError:
    """It ended by itself; what a library does that finds no memory looks the same."""
    how = f"signal {-status}" if status is not None and status < 0 else f"status {status}"
    return EndedError(
        f"ended the process that read it ({how}): it is damaged, or needs more memory than there is",
        certain=False,
    )

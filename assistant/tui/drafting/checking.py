"""The draft is checked beside the work: soon after an edit, once the drafter pauses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.timer import Timer

from assistant.tui.background import in_background, patiently

if TYPE_CHECKING:
    from assistant.checks import Report
    from assistant.tui.drafting.board import Board

PAUSE = 0.4
"""Seconds after an edit before the draft is checked again."""


class Checking:
    """Checks the draft of one drafting screen."""

    def __init__(self, board: Board) -> None:
        self._board = board
        self._timer: Timer | None = None

    def soon(self, pause: float = PAUSE) -> None:
        """Check the draft when the drafter pauses; the results replace the marks."""
        if self._timer:
            self._timer.stop()
        self._timer = self._board.set_timer(pause or 0.01, self._check)

    def _check(self) -> None:
        sitting, bench = self._board.sitting, self._board.bench
        draft = sitting.draft

        def work() -> Report:
            return patiently(lambda: bench.report(draft))

        def done(told: Report) -> None:
            if draft is sitting.draft:
                sitting.take_findings(draft, told.findings, told.unheard)
                self._board.show()
                self._board.grow_calm()

        in_background(self._board, work, done, group="check")

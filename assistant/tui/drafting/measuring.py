"""How far each paragraph departs from agreed wording, measured beside the work: what changed first, then the rest.

A paragraph that was measured once is not measured again while its words stand. Nothing here is waited for: until the
answer is there, the outline tells what can be told without the index.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual.timer import Timer

from assistant.departing import Departure
from assistant.draft import Entry
from assistant.handwriting import read_written
from assistant.tui.background import in_background, patiently
from assistant.tui.drafting.sitting import Sitting, measured_by
from precedent.resolution import Kind

if TYPE_CHECKING:
    from assistant.tui.drafting.board import Board

PAUSE = 0.3
"""Seconds without a key press before words that are being typed are measured."""
AT_ONCE = 8
"""Paragraphs that are measured before the outline shows them."""


class Measuring:
    """Measures the paragraphs of one drafting screen."""

    def __init__(self, board: Board) -> None:
        self._board = board
        self._timer: Timer | None = None
        self.at_work = False

    @property
    def _sitting(self) -> Sitting:
        return self._board.sitting

    def go_on(self) -> None:
        """Measure what has not been measured yet, the paragraphs nearest to the one in hand first."""
        sitting = self._sitting
        here = sitting.place or 0
        left = [
            (abs(place - here), entry)
            for place, entry in enumerate(sitting.draft.entries)
            if entry.content.kind is not Kind.HEADING and not sitting.is_measured(entry)
        ]
        left.sort(key=lambda one: one[0])
        self.at_work = bool(left)
        self._board.grow_calm()
        if left:
            self._measure([entry for _, entry in left[:AT_ONCE]], "departures")

    def typed(self, text: str) -> None:
        """Measure the words that are being typed, once the drafter pauses."""
        if self._timer:
            self._timer.stop()
        self._timer = self._board.set_timer(PAUSE, lambda: self._measure_typed(text))

    def _measure_typed(self, text: str) -> None:
        found = self._sitting.in_hand
        if found is None or not self._board.editing or self._board.writing.kind is not None:
            return
        written = read_written(text).paragraphs
        if not written:
            return
        entry = replace(found[0], content=replace(found[0].content, text=written[0].text))
        self._sitting.typed = entry
        if self._sitting.is_measured(entry):
            self._board.show_departures()
        else:
            self._measure([entry], "departure-typed")

    def _measure(self, entries: list[Entry], group: str) -> None:
        draft, provenance = self._sitting.draft, self._board.bench.provenance

        def work() -> list[tuple[Entry, Departure]]:
            around = patiently(lambda: provenance.surroundings(draft))
            return [(e, patiently(lambda e=e: provenance.departure(e, around))) for e in entries]  # type: ignore[misc]

        def done(found: list[tuple[Entry, Departure]]) -> None:
            for entry, departure in found:
                self._sitting.departures[measured_by(entry)] = departure
            self._board.show_departures()
            if group == "departures":
                self.go_on()

        def failed(_: Exception) -> None:
            self.at_work = False  # the check beside it says what is wrong with the index

        in_background(self._board, work, done, group=group, failed=failed)

"""A history and how it stands to the draft file: what the file has, what only the journal has.

The position of the file in the history is kept as editors keep it: the number of steps after which it was
saved, none where that state was left on another branch.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import Any

from assistant.draft import Draft
from assistant.history import History, Step
from assistant.record import draft_from, draft_record
from precedent.record import Record

FORMAT = 1
"""Of the journal's lines; a journal of another one is set aside, not guessed at."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """A history, with the place in it where the file was last saved."""

    history: History
    saved: int | None = 0
    """Steps of the past that the file has; None where the state of the file cannot be reached any more."""
    floor: int = 0
    """Steps of the past that stood unchanged since the file was last saved."""
    files: tuple[str, ...] = ()
    """Digests of what the file may hold: the last text saved and those whose saving was begun since."""

    @property
    def dirty(self) -> bool:
        """Whether the draft differs from its file."""
        return self.saved != len(self.history.past)

    @property
    def unsaved(self) -> tuple[Step, ...]:
        """The steps that lead from the file to the draft, as far as they are known."""
        past, future, saved = self.history.past, self.history.future, self.saved
        if saved is None:
            return past[self.floor :]
        return past[saved:] or tuple(step.reversed() for step in reversed(future[: saved - len(past)]))

    def did(self, step: Step, draft: Draft | None = None) -> Ledger:
        """One more step; `draft` is the result where the caller has it already."""
        saved = self.saved if self.saved is not None and self.saved <= len(self.history.past) else None
        return replace(self, history=self.history.took(step, draft), saved=saved)

    def undone(self) -> Ledger:
        """One step back."""
        history = self.history.undo()
        return replace(self, history=history, floor=min(self.floor, len(history.past)))

    def redone(self) -> Ledger:
        """One undone step again."""
        return replace(self, history=self.history.redo())

    def moved_to(self, steps: int) -> Ledger:
        """So many steps done: others taken back, or done again."""
        found = self
        while len(found.history.past) > max(steps, 0):
            found = found.undone()
        while len(found.history.past) < steps and found.history.future:
            found = found.redone()
        return found

    def saving(self, digest: str) -> Ledger:
        """The file may hold that text from now on."""
        return replace(self, files=(*self.files, digest))

    def saved_as(self, digest: str) -> Ledger:
        """The file holds that text, which is the draft's."""
        steps = len(self.history.past)
        return replace(self, saved=steps, floor=steps, files=(digest,))

    def after(self, line: Record) -> Ledger:
        """The ledger after what one line of the journal says.

        Raises:
            KeyError, TypeError, ValueError: where the line says nothing that can be done.
        """
        if "did" in line:
            return self.did(Step.from_record(line["did"]))
        if "saving" in line:
            return self.saving(line["saving"])
        if "saved" in line:
            return self.saved_as(line["saved"])
        if line.get("move") == "undo" and self.history.past:
            return self.undone()
        if line.get("move") == "redo" and self.history.future:
            return self.redone()
        if line.get("move") == "to":
            return self.moved_to(int(line["steps"]))
        raise ValueError(f"a journal has no line like {line}")

    def trimmed(self, size: int) -> Ledger:
        """The ledger with the last steps only, about that many characters of them."""
        history, room, kept = self.history, size, 0
        for step in reversed(history.past):
            room -= len(json.dumps(step.as_record()))
            if room < 0:
                break
            kept += 1
        gone = len(history.past) - kept
        saved = None if self.saved is None or self.saved < gone else self.saved - gone
        past = history.past[gone:]
        return replace(
            self, history=replace(history, past=past), saved=saved, floor=max(0, self.floor - gone)
        )

    def as_record(self) -> Record:
        """The first line of a journal: all of it as plain data."""
        return {
            "format": FORMAT,
            "draft": draft_record(self.history.draft),
            "past": [step.as_record() for step in self.history.past],
            "future": [step.as_record() for step in self.history.future],
            "saved": self.saved,
            "floor": self.floor,
            "files": list(self.files),
        }

    @classmethod
    def from_record(cls, record: dict[str, Any]) -> Ledger:
        """The ledger that `as_record` described.

        Raises:
            KeyError, TypeError, ValueError: where the record is not one, or one of another format.
        """
        if record["format"] != FORMAT:
            raise ValueError(f"the journal is of format {record['format']}, not {FORMAT}")
        past, future = (tuple(Step.from_record(s) for s in record[key]) for key in ("past", "future"))
        history = History(draft_from(record["draft"]), past, future)
        return cls(history, record["saved"], record["floor"], tuple(record["files"]))

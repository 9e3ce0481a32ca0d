"""What a command changed, as plain data, and the way back and forth through such steps.

A step holds only the values that differ before and after it, so a journal of steps stays small and a step
read back from it does what it did. Nothing here knows which command was run.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from assistant.draft import Draft
from assistant.record import entry_from, entry_record, head_record, with_head
from precedent.record import Record, footnote_from, footnote_record


@dataclass(frozen=True, slots=True)
class Run:
    """Items that stand from a place on, in a list that is alike before and behind them."""

    start: int
    items: tuple[Any, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Patch:
    """One side of a step: the values, before or after it, of what it changed."""

    head: Record = field(default_factory=dict)
    """Of the masthead, title and enacting words, the base and the expected adoption."""
    order: Run | None = None
    """Ids."""
    entries: Mapping[str, Record] = field(default_factory=dict)
    """By id what differs of a paragraph; all of it where the other side has no such paragraph."""
    footnotes: Run | None = None

    def as_record(self) -> Record:
        """Plain data for JSON; what is empty is left out."""
        found: Record = {}
        if self.head:
            found["head"] = self.head
        if self.order:
            found["order"] = [self.order.start, list(self.order.items)]
        if self.entries:
            found["entries"] = dict(self.entries)
        if self.footnotes:
            found["footnotes"] = [self.footnotes.start, [footnote_record(n) for n in self.footnotes.items]]
        return found

    @classmethod
    def from_record(cls, record: Record) -> Patch:
        """The patch that `as_record` described."""
        order, notes = record.get("order"), record.get("footnotes")
        return cls(
            head=record.get("head") or {},
            order=Run(order[0], tuple(order[1])) if order else None,
            entries=record.get("entries") or {},
            footnotes=Run(notes[0], tuple(footnote_from(n) for n in notes[1])) if notes else None,
        )


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that was done, and how to do and undo it."""

    description: str
    """As the drafter reads it: "Delete OP4"."""
    before: Patch
    after: Patch
    at: str = ""
    """When, in ISO form; empty where nobody said."""

    def forward(self, draft: Draft) -> Draft:
        """The draft after the step, from the one before it."""
        return _patched(draft, self.before, self.after)

    def back(self, draft: Draft) -> Draft:
        """The draft before the step, from the one after it."""
        return _patched(draft, self.after, self.before)

    def reversed(self) -> Step:
        """The step that takes this one back."""
        return Step(f"Undo: {self.description}", self.after, self.before, self.at)

    def as_record(self) -> Record:
        """Plain data for JSON."""
        return {
            "description": self.description,
            "at": self.at,
            "before": self.before.as_record(),
            "after": self.after.as_record(),
        }

    @classmethod
    def from_record(cls, record: Record) -> Step:
        """The step that `as_record` described.

        Raises:
            KeyError, TypeError, ValueError: where the record is not a step's.
        """
        return cls(
            record["description"],
            Patch.from_record(record["before"]),
            Patch.from_record(record["after"]),
            record["at"],
        )


@dataclass(frozen=True, slots=True)
class History:
    """A draft with the steps that led to it and those that were taken back."""

    draft: Draft
    past: tuple[Step, ...] = ()
    future: tuple[Step, ...] = ()
    """Steps taken back, the next one to do again first."""

    def did(self, draft: Draft, description: str, at: str = "") -> History:
        """The history with one more step; itself where the draft is the same."""
        return self if draft == self.draft else self.took(step(self.draft, draft, description, at), draft)

    def took(self, taken: Step, draft: Draft | None = None) -> History:
        """The history with a step taken; what was undone before can then not be done again."""
        return History(taken.forward(self.draft) if draft is None else draft, (*self.past, taken))

    def undo(self) -> History:
        """The history one step back; itself at its beginning."""
        if not self.past:
            return self
        last = self.past[-1]
        return History(last.back(self.draft), self.past[:-1], (last, *self.future))

    def redo(self) -> History:
        """The history with the last undone step done again; itself where there is none."""
        if not self.future:
            return self
        first = self.future[0]
        return History(first.forward(self.draft), (*self.past, first), self.future[1:])


def step(old: Draft, new: Draft, description: str, at: str = "") -> Step:
    """What leads from one draft to the other."""
    heads = (head_record(old), head_record(new)) if _heads(old) != _heads(new) else ({}, {})
    order = _runs([e.id for e in old.entries], [e.id for e in new.entries])
    notes = _runs(old.footnotes, new.footnotes)
    entries = _entry_differences(old, new)
    before, after = (
        Patch(
            head={key: value for key, value in heads[side].items() if heads[1 - side].get(key) != value},
            order=order[side],
            entries=entries[side],
            footnotes=notes[side],
        )
        for side in (0, 1)
    )
    return Step(description, before, after, at)


def _heads(draft: Draft) -> tuple[object, ...]:
    head = draft.masthead, draft.title, draft.enacting, draft.base
    return (*head, draft.expected_adoption, draft.dismissals)


def _runs(old: Sequence[Any], new: Sequence[Any]) -> tuple[Run, Run] | tuple[None, None]:
    shorter = min(len(old), len(new))
    head = next((i for i in range(shorter) if old[i] != new[i]), shorter)
    if head == len(old) == len(new):
        return None, None
    room = shorter - head
    tail = next((i for i in range(room) if old[-1 - i] != new[-1 - i]), room)
    return Run(head, tuple(old[head : len(old) - tail])), Run(head, tuple(new[head : len(new) - tail]))


def _spliced(items: tuple[Any, ...], old: Run | None, new: Run | None) -> tuple[Any, ...]:
    if old is None or new is None:
        return items
    return (*items[: new.start], *new.items, *items[old.start + len(old.items) :])


def _entry_differences(old: Draft, new: Draft) -> tuple[dict[str, Record], dict[str, Record]]:
    ours, theirs = ({e.id: e for e in draft.entries} for draft in (old, new))
    before: dict[str, Record] = {}
    after: dict[str, Record] = {}
    for identity in dict.fromkeys((*ours, *theirs)):
        one, other = ours.get(identity), theirs.get(identity)
        if one is other or one == other:
            continue
        was, now = (entry_record(e) if e else {} for e in (one, other))
        if one:
            before[identity] = {key: value for key, value in was.items() if now.get(key, _NOTHING) != value}
        if other:
            after[identity] = {key: value for key, value in now.items() if was.get(key, _NOTHING) != value}
    return before, after


_NOTHING = object()


def _patched(draft: Draft, old: Patch, new: Patch) -> Draft:
    entries = {e.id: e for e in draft.entries}
    for identity, changes in new.entries.items():
        present = entry_record(entries[identity]) if identity in entries else {}
        entries[identity] = entry_from(identity, present | changes)
    order = _spliced(tuple(e.id for e in draft.entries), old.order, new.order)
    found = replace(
        draft,
        entries=tuple(entries[identity] for identity in order),
        footnotes=_spliced(draft.footnotes, old.footnotes, new.footnotes),
    )
    return with_head(found, head_record(found) | new.head) if new.head else found

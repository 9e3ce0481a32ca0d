"""Texts cut for comparison: characters with the runs that they stand in, and how one text became another. Pure."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import TypeAlias

from assistant.export.blocks import Run
from precedent.resolution import Span
from precedent.wording import Difference, differences

_ALIKE = str.maketrans("\u00a0\u202f\u2010\u2011", "  --")
"""What is only bound together otherwise."""
_PARTING = {True: "\ueffe", False: "\uefff"}
"""Private characters for the comma between two marks of notes, raised or not, which is no comma of the text."""
_SPLIT = re.compile(r"\s+|\S+")

Settled: TypeAlias = tuple[Run, bool]
"""A run that has its mark already, and whether it is one of the base."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A text to be compared, and of each of its characters the run that it stands in.

    Runs that have their mark already are no part of it: what somebody before us put in or took out is known.
    """

    text: str
    owners: Sequence[Run]
    settled: Mapping[int, Sequence[Settled]]
    """By the place up to which the text has come before them."""

    @classmethod
    def of(cls, runs: Iterable[Run], called: Callable[[Run], str] = lambda _: "", *, old: bool) -> Stretch:
        """The characters of runs; `called` gives the one that stands for a call of a note."""
        text, owners = "", list[Run]()
        settled: dict[int, list[Settled]] = defaultdict(list)
        for run in runs:
            if run.mark is not None:
                settled[len(text)].append((run, old))
                continue
            shown = called(run) if run.call else _PARTING[run.raised] if run.parts_calls else run.text
            text += shown
            owners += [run] * len(shown)
        return cls(text, owners, settled)

    def part(self, span: Span) -> Stretch:
        """The characters at a span, with what is settled after each of them."""
        settled = {at - span.start: runs for at, runs in self.settled.items() if span.start < at <= span.end}
        return Stretch(span.of(self.text), self.owners[span.start : span.end], settled)

    @property
    def first(self) -> Sequence[Settled]:
        """What is settled before the first character."""
        return self.settled.get(0, ())

    def onto(self, other: Stretch) -> Stretch:
        """Another stretch of the same length whose runs are the work of those who wrote this one's."""
        signed: dict[tuple[int, int], Run] = {}
        owners = [
            signed.setdefault((id(ours), id(theirs)), replace(ours, by=theirs.by)) if theirs.by else ours
            for ours, theirs in zip(other.owners, self.owners, strict=True)
        ]
        places = self.settled.keys() | other.settled.keys()
        settled = {at: (*self.settled.get(at, ()), *other.settled.get(at, ())) for at in places}
        return Stretch(other.text, owners, settled)

    def joined(self, slanted: Sequence[bool | None] = ()) -> Iterator[Run | Settled]:
        """As runs again, each with what is settled after it.

        Args:
            slanted: of each character whether it was italic, where that changed.
        """
        start = 0
        for place, owner in enumerate(self.owners, 1):
            goes_on = place < len(self.owners) and self.owners[place] is owner and not owner.call
            same = goes_on and (not slanted or slanted[place] is slanted[place - 1])
            if same and place not in self.settled:
                continue
            text = "" if owner.call else owner.text if owner.parts_calls else self.text[start:place]
            yield replace(owner, text=text, was_italic=slanted[start] if slanted else None)
            yield from self.settled.get(place, ())
            start = place


def changes(before: str, after: str) -> Iterator[Difference]:
    """The differences in diplomats' units, and within what reads alike those in print: a dash, a space left out."""
    for change in differences(before, after):
        was, now = change.before.of(before), change.after.of(after)
        if change.kind != "equal" or was.translate(_ALIKE) == now.translate(_ALIKE):
            yield change
            continue
        old, new = _SPLIT.findall(was), _SPLIT.findall(now)
        at_old, at_new = change.before.start, change.after.start
        matcher = SequenceMatcher(
            None, [w.translate(_ALIKE) for w in old], [w.translate(_ALIKE) for w in new], autojunk=False
        )
        for kind, start, end, other, far in matcher.get_opcodes():
            end_old = at_old + sum(map(len, old[start:end]))
            end_new = at_new + sum(map(len, new[other:far]))
            yield Difference(kind, Span(at_old, end_old), Span(at_new, end_new))
            at_old, at_new = end_old, end_new


def slants(was: Stretch, now: Stretch) -> list[bool | None]:
    """Of each character that stands, whether it was italic in the base; None where that is as it was."""
    before = [run for c, run in zip(was.text, was.owners, strict=True) if not c.isspace()]
    found: list[bool | None] = []
    at = 0
    for character, run in zip(now.text, now.owners, strict=True):
        if character.isspace() or at >= len(before):
            found.append(None)
            continue
        found.append(None if before[at].italic == run.italic else before[at].italic)
        at += 1
    return found

"""Marks of others: what was put in and taken out before us in a text that came back with tracked changes.

A redline shows every change since its base. Those that somebody else had made already keep their author and date,
whatever was changed around them since: here they are read off the text that came back, and `carrying` finds them again
in ours. Pure.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from assistant.export.blocks import Signature
from precedent.resolution import Resolution, Span
from precedent.review import ChangeKind, Hand, TrackedChange

_PUT_IN = (ChangeKind.INSERTED, ChangeKind.MOVED_HERE)
_MOVED = (ChangeKind.MOVED_AWAY, ChangeKind.MOVED_HERE)


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A file with tracked changes in both of its versions: with none of them made, and with all."""

    original: Resolution
    accepted: Resolution


@dataclass(frozen=True, slots=True)
class Signed:
    """Characters of a place that are the work of somebody else; or words of theirs that stand here no longer."""

    span: Span
    by: Signature
    withdrawn: str = ""
    """Words that they had put in at the beginning of the span, and somebody took out; the span is empty."""
    gone_by: Signature | None = None
    """Who took them out."""
    whole: bool = False
    """Whether the words ended a paragraph of their own, before this one."""


Hands: TypeAlias = Mapping[str, Sequence[Signed]]
"""Of a text: label of a paragraph, a footnote or `TITLE` → what others did there, in order."""


def put_in(accepted: Resolution) -> Hands:
    """What others put into a text, and what of it others took out again."""
    return _by_place(c for c in accepted.changes if c.put_in_by or (c.kind in _PUT_IN and c.end > c.start))


def taken_out(original: Resolution) -> Hands:
    """What others took out of a text."""
    return _by_place(c for c in original.changes if c.kind not in _PUT_IN and c.end > c.start)


def _by_place(changes: Iterable[TrackedChange]) -> Hands:
    found: dict[str, list[Signed]] = defaultdict(list)
    for change in changes:
        if change.label:  # what stands at no place of the text cannot be found again
            found[change.label].append(_signed(change))
    return {label: sorted(signed, key=lambda s: s.span.start) for label, signed in found.items()}


def _signed(change: TrackedChange) -> Signed:
    by = Signature(change.author, change.date, moved=change.kind in _MOVED)
    before, after = change.spaced
    if change.put_in_by is None:
        return Signed(Span(max(0, change.start - before), change.end + after), by)
    words = f"{' ' * before}{change.text}{' ' * after}"
    former = _signature(change.put_in_by)
    return Signed(Span(change.start, change.start), former, words, by, change.whole)


def _signature(hand: Hand) -> Signature:
    return Signature(hand.author, hand.date)

"""Marks of others: what was put in and taken out before us in a text that came back with tracked changes.

A redline shows every change since its base. Those that somebody else had made already are found again in the two
texts, whatever was changed around them since, and keep their author and date. Pure.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from assistant.comparing import MANY, Line, compared
from assistant.export.blocks import Signature
from precedent.resolution import Resolution, Span
from precedent.review import TITLE, ChangeKind, TrackedChange
from precedent.wording import differences

_PUT_IN = (ChangeKind.INSERTED, ChangeKind.MOVED_HERE)


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
    """Words that they had put in at the beginning of the span, and that were taken out since; the span is empty."""


Hands: TypeAlias = Mapping[str, Sequence[Signed]]
"""Of a text: label of a paragraph, a footnote or `TITLE` → what others did there, in order."""
NO_HANDS: Hands = {}


def put_in(text: Resolution, reviewed: Iterable[Reviewed]) -> Hands:
    """What others put into a text, and what of it was taken out again since."""
    found: dict[str, list[Signed]] = defaultdict(list)
    for one in reviewed:
        changes = [c for c in one.accepted.changes if c.kind in _PUT_IN and c.end > c.start]
        for label, signed in _carried(one.accepted, text, changes):
            found[label].append(signed)
    return _in_order(found)


def taken_out(base: Resolution, reviewed: Iterable[Reviewed]) -> Hands:
    """What others took out of a base."""
    found: dict[str, list[Signed]] = defaultdict(list)
    for one in reviewed:
        changes = [c for c in one.original.changes if c.kind not in _PUT_IN and c.end > c.start]
        for label, signed in _carried(one.original, base, changes):
            if not signed.withdrawn:
                found[label].append(signed)
    return _in_order(found)


def _in_order(found: Mapping[str, list[Signed]]) -> Hands:
    return {
        label: sorted(all_of, key=lambda s: (s.span.start, s.span.end)) for label, all_of in found.items()
    }


def _carried(
    source: Resolution, text: Resolution, changes: Sequence[TrackedChange]
) -> Iterator[tuple[str, Signed]]:
    """Changes told of one text, where their words stand in another one."""
    if not changes:
        return
    old, new = _places(source), _places(text)
    by_label: dict[str, list[TrackedChange]] = defaultdict(list)
    for change in changes:
        by_label[change.label].append(change)
    rows = compared([line for _, line in old], [line for _, line in new])
    for row in rows:
        before = row.before if row.before is not None else row.twin
        after = row.after
        if before is None or after is None or old[before][0] not in by_label:
            continue
        label = new[after][0]
        for signed in _within(old[before][1].text, new[after][1].text, by_label[old[before][0]]):
            yield label, signed


def _places(text: Resolution) -> list[tuple[str, Line]]:
    """Every place with its label, as a line to be compared."""
    return [
        (TITLE, Line(TITLE, text.title)),
        *((p.label, Line(MANY, p.text)) for p in text.paragraphs),
        *((f.label, Line(f"{MANY}note", f.text)) for f in text.footnotes),
    ]


def _within(before: str, after: str, changes: Sequence[TrackedChange]) -> Iterator[Signed]:
    """The spaces round words came and went with them; readers tell the words alone."""
    for difference in differences(before, after):
        for change in changes:
            start = max(change.start - before[: change.start].endswith(" "), difference.before.start)
            end = min(change.end + before.startswith(" ", change.end), difference.before.end)
            if not before[start:end].strip() and difference.kind != "equal":
                continue
            if start >= end:
                continue
            by = Signature(change.author, change.date)
            at = difference.after.start
            if difference.kind != "equal":
                yield Signed(Span(at, at), by, before[start:end])
                continue
            shift = at - difference.before.start
            yield Signed(Span(start + shift, end + shift), by)

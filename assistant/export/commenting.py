"""Comments put at their words: a layout whose runs say where each one begins and ends. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from assistant.comparing import nature
from assistant.draft import Draft
from assistant.export.blocks import Anchor, Block, Comment, Layout, Mark, Run

_GONE = (Mark.DELETED, Mark.MOVED_AWAY, Mark.WITHDRAWN)


def commented(layout: Layout, comments: Iterable[Comment]) -> Layout:
    """The layout with comments at their words, in reading order.

    A comment on a note stands at the first call of the note, since Word has none within notes; one whose place is
    not on the page (the masthead) stands at the title.
    """
    placed: dict[int, list[Comment]] = defaultdict(list)
    for comment in comments:
        at, found = _place(layout, comment)
        placed[at].append(found)
    ordered: list[Comment] = []
    blocks = list(layout.blocks)
    for at in sorted(placed):
        here = sorted(placed[at], key=lambda c: (c.start, c.end))
        numbers = range(len(ordered), len(ordered) + len(here))
        blocks[at] = replace(blocks[at], runs=tuple(_anchored(blocks[at].runs, here, numbers)))
        ordered += here
    return replace(layout, blocks=tuple(blocks), comments=tuple(ordered))


def told_changes(redline: Layout, draft: Draft | None) -> Iterator[Comment]:
    """Of every changed paragraph of a redline what kind of change it is, and the reasons that were recorded."""
    entries = {label: draft.entry(identity) for identity, label in draft.labels.items()} if draft else {}
    for block in redline.blocks:
        if not block.changed or block.mark in _GONE or not block.label:
            continue
        entry = entries.get(block.label)
        recorded = [f"{c.label}: {c.before} → {c.after}: {c.reason}" for c in entry.changes] if entry else []
        kind = nature(_words(block, Mark.INSERTED), _words(block, Mark.DELETED))
        lines = ["moved"] if block.mark is Mark.MOVED_HERE else []
        lines += recorded or [str(kind)]
        yield Comment(block.label, 0, len(_words(block, Mark.DELETED)), "\n".join(lines))


def _words(block: Block, without: Mark) -> str:
    moved = Mark.MOVED_AWAY if without is Mark.DELETED else Mark.MOVED_HERE
    left_out = (without, moved, Mark.WITHDRAWN)
    return "".join(run.text for run in block.runs if run.mark not in left_out)


def _place(layout: Layout, comment: Comment) -> tuple[int, Comment]:
    """The block that carries a comment, and the comment with its offsets in that block."""
    label = comment.label
    for at, block in enumerate(layout.blocks):
        if label and block.label == label and block.mark not in _GONE:
            lead = block.typed and block.number and block.item is None
            shift = len(block.number or "") + 1 if lead else 0
            return at, replace(comment, start=comment.start + shift, end=comment.end + shift)
    for at, block in enumerate(layout.blocks):
        offset = 0
        for run in block.runs:
            if run.mark in _GONE:
                continue
            if run.call and layout.notes[run.call.note].label == label:
                return at, replace(comment, start=max(0, offset - 1), end=offset)
            offset += 0 if run.parts_calls else len(run.text)
    title = next((at for at, block in enumerate(layout.blocks) if block.role == "title"), 0)
    return title, replace(comment, start=0, end=len(layout.blocks[title].text))


def _anchored(runs: Sequence[Run], comments: Sequence[Comment], numbers: range) -> Iterator[Run]:
    """Runs with the ends of comments between them; offsets count the words that stand."""
    length = sum(len(run.text) for run in runs if run.mark not in _GONE and not run.parts_calls)
    ends: dict[int, list[Run]] = defaultdict(list)
    for number, comment in zip(numbers, comments, strict=True):
        start = min(max(comment.start, 0), length)
        ends[start].append(Run(anchor=Anchor(number, begins=True)))
        ends[min(max(comment.end, start), length)].append(Run(anchor=Anchor(number, begins=False)))
    offset = 0
    for run in runs:
        if run.mark in _GONE or not run.text or run.parts_calls:
            yield run
            continue
        yield from _pieces(run, ends, offset)
        offset += len(run.text)
    for place in sorted(ends):
        yield from ends[place]


def _pieces(run: Run, ends: dict[int, list[Run]], start: int) -> Iterator[Run]:
    """A run, which begins at an offset, and the ends that stand in it; a bar is never cut, they stand before it."""
    done = start
    for place in sorted(ends):
        if not start <= place < start + len(run.text):
            continue
        if place > done and not run.bar:
            yield replace(run, text=run.text[done - start : place - start])
            done = place
        yield from ends.pop(place)
    yield replace(run, text=run.text[done - start :])

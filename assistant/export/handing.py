"""Runs cut where somebody else's work begins and ends, so that a redline can leave each mark to who made it. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from assistant.export.blocks import Block, Layout, Mark, Note, Role, Run, Signature
from assistant.export.earlier import Hands, Signed
from precedent.review import TITLE

_OF_TEXT = (Role.PREAMBULAR, Role.OPERATIVE, Role.INSTRUCTION, Role.ITEM, Role.ANNEX)


def handed(layout: Layout, hands: Hands) -> Layout:
    """The layout with what others did to its text before in runs of its own, whole paragraphs and notes signed."""
    if not hands:
        return layout
    notes = tuple(replace(n, runs=tuple(_cut(n.runs, hands.get(n.label, ()), ()))) for n in layout.notes)
    blocks: list[Block] = []
    for block in layout.blocks:
        signed = hands.get(TITLE if block.role is Role.TITLE else block.label, ())
        before, within = _paragraphs(signed)
        blocks += (_withdrawn(block, each) for each in before)
        runs = tuple(_cut(block.runs, within, notes))
        blocks.append(replace(block, runs=runs, by=None if block.role is Role.TITLE else _whole(runs)))
    return replace(layout, blocks=tuple(blocks), notes=notes)


def _whole(runs: Iterable[Run]) -> Signature | None:
    """Whose work words are that are all of others: of several, who did most of them."""
    counts: Counter[Signature | None] = Counter()
    for run in runs:
        if run.mark is None and not run.parts_calls and not run.bar:
            counts[run.by] += len(run.text.strip())
    return None if counts.pop(None, 0) or not any(counts.values()) else counts.most_common(1)[0][0]


def _paragraphs(signed: Sequence[Signed]) -> tuple[list[list[Signed]], list[Signed]]:
    """The paragraphs that stood before a place and were withdrawn, and what was done within it."""
    paragraphs: list[list[Signed]] = []
    at = 0
    for place, each in enumerate(signed, 1):
        if not each.withdrawn or each.span.start:
            break
        if each.whole:
            paragraphs.append(list(signed[at:place]))
            at = place
    return paragraphs, list(signed[at:])


def _withdrawn(following: Block, words: Sequence[Signed]) -> Block:
    """A paragraph that was withdrawn before us, set and counted like the one after it."""
    alike = following if following.role in _OF_TEXT else Block(role=Role.PREAMBULAR)
    last = words[-1]
    return replace(
        alike,
        runs=tuple(map(_gone, words)),
        mark=Mark.WITHDRAWN,
        by=last.by,
        gone_by=last.gone_by,
        label="",
    )


def _cut(runs: Iterable[Run], signed: Sequence[Signed], notes: Sequence[Note]) -> Iterator[Run]:
    """Offsets count the words of the paragraph: neither calls of notes nor the commas that part them.

    A call is the work of who wrote its whole note, and so is the comma after it.
    """
    start, caller = 0, None
    for run in runs:
        if run.call is not None:
            caller = _whole(notes[run.call.note].runs) if notes else None
            yield replace(run, by=caller)
        elif not run.text or run.parts_calls:
            yield replace(run, by=caller) if run.text else run
        else:
            end = start + len(run.text)
            within = (at for each in signed for at in (each.span.start, each.span.end) if start < at < end)
            edges = {start, end} if run.bar else {start, end, *within}  # a bar is never cut
            for one, other in pairwise(sorted(edges)):
                here = range(one, other) if run.bar else (one,)
                yield from (_gone(s) for s in signed if s.withdrawn and s.span.start in here)
                by = next((each.by for each in signed if each.span.start <= one < each.span.end), None)
                yield replace(run, text=run.text[one - start : other - start], by=by)
            start = end
    yield from (_gone(s) for s in signed if s.withdrawn and s.span.start >= start)


def _gone(signed: Signed) -> Run:
    """Words that others had put in, and somebody took out."""
    return Run(text=signed.withdrawn, mark=Mark.WITHDRAWN, by=signed.by, gone_by=signed.gone_by)

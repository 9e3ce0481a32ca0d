"""Runs cut where somebody else's work begins and ends, so that a redline can leave each mark to who made it. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from assistant.export.blocks import Layout, Note, Role, Run, Signature
from assistant.export.earlier import Hands, Signed
from precedent.review import TITLE


def handed(layout: Layout, hands: Hands) -> Layout:
    """The layout with what others did to its text before in runs of its own."""
    if not hands:
        return layout
    notes = tuple(replace(n, runs=tuple(_cut(n.runs, hands.get(n.label, ()), ()))) for n in layout.notes)
    blocks = []
    for block in layout.blocks:
        signed = hands.get(TITLE if block.role is Role.TITLE else block.label, ())
        blocks.append(replace(block, runs=tuple(_cut(block.runs, signed, notes))))
    return replace(layout, blocks=tuple(blocks), notes=notes)


def sole(runs: Iterable[Run]) -> Signature | None:
    """The one hand that all words are of; None where they are of several, or of nobody before us."""
    hands = {run.by for run in runs if run.text}
    return hands.pop() if len(hands) == 1 else None


def _cut(runs: Iterable[Run], signed: Sequence[Signed], notes: Sequence[Note]) -> Iterator[Run]:
    """Offsets count the words of the paragraph: neither calls of notes nor the commas that part them.

    A call is the work of who wrote its whole note.
    """
    start = 0
    for run in runs:
        if run.call is not None:
            yield replace(run, by=sole(notes[run.call.note].runs) if notes else None)
        elif not run.text or _parts_calls(run):
            yield run
        else:
            end = start + len(run.text)
            within = (at for each in signed for at in (each.span.start, each.span.end) if start < at < end)
            for one, other in pairwise(sorted({start, end, *within})):
                yield from _withdrawn(signed, one)
                by = next((each.by for each in signed if each.span.start <= one < each.span.end), None)
                yield replace(run, text=run.text[one - start : other - start], by=by)
            start = end
    yield from _withdrawn(signed, start)


def _withdrawn(signed: Sequence[Signed], place: int) -> Iterator[Run]:
    """Words that others had put in at a place and that were taken out since."""
    return (Run(withdrawn=s.withdrawn, by=s.by) for s in signed if s.withdrawn and s.span.start == place)


def _parts_calls(run: Run) -> bool:
    return run.roman and run.text.strip() == ","

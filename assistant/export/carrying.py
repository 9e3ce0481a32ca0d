"""Marks of others carried from the text that they made into the one that it became, and into the base. Pure.

Their words are found again whatever was changed around them since. What they put in and we took out is withdrawn: it is
theirs and gone, words as well as whole paragraphs and notes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from assistant.export.blocks import Block, Layout, Mark, Run, Signature
from assistant.export.redline import followed


def with_what_came(new: Layout, theirs: Iterable[Layout]) -> Layout:
    """The new text in which what others put in has its mark already.

    Args:
        new: the text that theirs became.
        theirs: texts as others left them; what they put in is signed.
    """
    for text in theirs:
        new = _carried(new, followed(text, new), withdrawing=True)
    return _settled(new, Mark.INSERTED, Mark.MOVED_HERE)


def with_what_went(base: Layout, before: Iterable[Layout]) -> Layout:
    """The base in which what others took out has its mark already.

    Args:
        base: the text that changes are shown against.
        before: texts as others found them; what they took out is signed.
    """
    for text in before:
        base = _carried(base, followed(text, base), withdrawing=False)
    return _settled(base, Mark.DELETED, Mark.MOVED_AWAY)


def _carried(text: Layout, ours: Layout, *, withdrawing: bool) -> Layout:
    """A text whose words are signed as our redline from their text to it has them.

    Args:
        text: what their text became.
        ours: the redline.
        withdrawing: whether what they signed and we took out stays, as withdrawn.
    """
    blocks = []
    for block in ours.blocks:
        runs = tuple(_runs(block.runs, withdrawing=withdrawing))
        if block.mark is None or block.mark is Mark.INSERTED:
            blocks.append(replace(block, runs=runs, mark=None, was=None))
        elif withdrawing and (block.by or block.mark is Mark.WITHDRAWN):
            blocks.append(replace(block, runs=tuple(run for run in runs if run.mark), mark=Mark.WITHDRAWN))
        elif any(run.mark for run in runs):
            blocks.append(replace(block, runs=tuple(_own(block.runs))))
    gone = {
        run.call.note
        for block in ours.blocks
        for run in block.runs
        if run.call and not run.call.repeated and run.mark is Mark.DELETED and run.by is None
    }
    notes = tuple(
        replace(note, runs=tuple(_own(note.runs)), gone=True)
        if at in gone
        else replace(note, runs=tuple(_runs(note.runs, withdrawing=withdrawing)))
        for at, note in enumerate(ours.notes)
    )
    return _renumbered(replace(text, blocks=tuple(blocks), notes=notes, lists=ours.lists))


def _runs(runs: Iterable[Run], *, withdrawing: bool) -> Iterator[Run]:
    for run in runs:
        if run.mark in (None, Mark.INSERTED):
            yield replace(run, mark=None, was_italic=None)
        elif withdrawing and (run.by or run.mark is Mark.WITHDRAWN):
            yield replace(run, mark=Mark.WITHDRAWN)


def _own(runs: Iterable[Run]) -> Iterator[Run]:
    """Of a paragraph that we took out its own words, and among them what others had put in."""
    for run in runs:
        yield replace(run, mark=Mark.WITHDRAWN if run.by or run.mark is Mark.WITHDRAWN else None)


def _settled(layout: Layout, mark: Mark, moved: Mark) -> Layout:
    """The layout with a mark on what is signed."""

    def told(by: Signature) -> Mark:
        return moved if by.moved else mark

    def marked(runs: Iterable[Run]) -> tuple[Run, ...]:
        return tuple(replace(run, mark=told(run.by)) if run.by and run.mark is None else run for run in runs)

    def block(one: Block) -> Block:
        own = told(one.by) if one.by and one.mark is None else one.mark
        return replace(one, runs=marked(one.runs), mark=own)

    notes = tuple(replace(note, runs=marked(note.runs)) for note in layout.notes)
    return replace(layout, blocks=tuple(map(block, layout.blocks)), notes=notes)


def _renumbered(layout: Layout) -> Layout:
    """The layout with those of its notes that are called, in the order of their calls, and those that are kept."""
    places: dict[int, int] = {}
    for block in layout.blocks:
        for run in block.runs:
            if run.call:
                places.setdefault(run.call.note, len(places))
    for at, note in enumerate(layout.notes):
        if note.gone and any(run.mark for run in note.runs):
            places.setdefault(at, len(places))

    def placed(run: Run) -> Run:
        return replace(run, call=replace(run.call, note=places[run.call.note])) if run.call else run

    blocks = tuple(replace(block, runs=tuple(map(placed, block.runs))) for block in layout.blocks)
    return replace(layout, blocks=blocks, notes=tuple(layout.notes[old] for old in places))

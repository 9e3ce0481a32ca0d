"""The redline: a layout in which every change since the base is marked.

Accepting all marks gives the new text, rejecting them gives the base: words, notes, numbers, headings and the
lines above the title. Changes are told in diplomats' units, so that no mark begins within a date, a symbol or an
ordinal. What is marked already in either text (`carrying`) is the work of somebody before us: it keeps its mark, and
only the rest is compared. Pure.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from assistant.comparing import Row
from assistant.export.blocks import Block, Call, Layout, Mark, Note, Role, Run, lead_of
from assistant.export.pairing import is_gone, keys_of, lists_of, moved_before, rows_of
from assistant.export.stretches import Settled, Stretch, changes, slants

_FIRST = 0xF0000
_MOST_NOTES = 0x8000
"""Private characters stand for calls of notes while texts are compared: first calls, then repeated ones."""
_STAYING = {Mark.MOVED_HERE: Mark.INSERTED, Mark.MOVED_AWAY: Mark.DELETED}
"""What is told of words that somebody moved, where their other place is not known."""


def redline(base: Layout, new: Layout) -> Layout:
    """The new layout with its changes since the base marked."""
    return _marked(base, new, tuple(moved_before(base, new, rows_of(base, new))))


def followed(base: Layout, new: Layout) -> Layout:
    """The same with what moved told at its new place only, as if it had always stood there."""
    rows = (
        replace(row, before=row.twin, moved=False) if row.moved else row
        for row in rows_of(base, new)
        if not row.moved or row.after is not None
    )
    return _marked(base, new, tuple(rows))


def _marked(base: Layout, new: Layout, rows: Sequence[Row]) -> Layout:
    lists, renamed = lists_of(base, new, rows)
    marking = _Marking(base, new, renamed)
    blocks = tuple(block for row in rows for block in marking.blocks(row))
    return replace(
        new,
        blocks=blocks,
        notes=tuple(marking.notes),
        lists=lists,
        was_head=base.head,
        was_running_title=base.running_title,
    )


class _Marking:
    """Marks one row after the other, and gathers the notes of both texts as they are called."""

    def __init__(self, base: Layout, new: Layout, renamed: dict[int, int]) -> None:
        self._base, self._new, self._renamed = base, new, renamed
        self._keys = keys_of(base.notes, new.notes)
        self._placed: tuple[dict[int, int], dict[int, int]] = ({}, {})
        self._moves: dict[tuple[int, int], int] = {}
        self._repeats: dict[tuple[int, str], str] = {}
        self.notes: list[Note] = []

    def blocks(self, row: Row) -> Iterator[Block]:
        """The block or blocks that a row of the comparison comes to."""
        if row.before is not None and row.after is not None:
            gone = is_gone(self._new.blocks[row.after])
            yield (self._gone if gone else self._both)(row.before, row.after)
        elif row.before is not None:
            yield self._alone(row.before, row, old=True)
        elif row.after is not None and not is_gone(self._new.blocks[row.after]):
            yield self._alone(row.after, row, old=False)

    def _alone(self, place: int, row: Row, *, old: bool) -> Block:
        ours = Mark.DELETED if old else Mark.INSERTED
        block = self._of_base(place) if old else self._new.blocks[place]
        if not row.moved or row.twin is None or block.role is Role.TABLE:  # no mark of Word's moves a row
            mark = _STAYING.get(block.mark, block.mark) if block.mark else ours
            runs = self._marked(self._flat(block, old=old), ours, old=old, first=True)
            return replace(block, runs=tuple(runs), typed=True, mark=mark)
        moved = Mark.MOVED_AWAY if old else Mark.MOVED_HERE
        pair = (place, row.twin) if old else (row.twin, place)
        move = self._moves.setdefault(pair, len(self._moves) + 1)
        before, after = self._of_base(pair[0]), self._new.blocks[pair[1]]
        was, now = self._flat(before, old=True), self._flat(after, old=False)
        found = list(self._settled((was if old else now).first, moved=block))
        for change in changes(was.text, now.text):
            part = was.part(change.before) if old else now.part(change.after)
            found += self._marked(part, moved if change.kind == "equal" else ours, old=old, moved=block)
        return replace(block, runs=tuple(found), typed=True, mark=moved, move=move)

    def _both(self, before: int, after: int) -> Block:
        old, new = self._of_base(before), self._new.blocks[after]
        runs = self._by_cells(old, new, self._merged)
        was = old if _set_otherwise(old, new) else None
        return replace(new, runs=tuple(runs), typed=True, was=was, mark=None, by=old.by)

    def _gone(self, before: int, after: int) -> Block:
        """A paragraph of the base that we took out, with what others had put into it."""
        block = self._of_base(before)
        runs = self._by_cells(block, self._new.blocks[after], self._taken_out)
        return replace(block, runs=tuple(runs), typed=True, mark=Mark.DELETED)

    def _by_cells(
        self, old: Block, new: Block, compared: Callable[[Stretch, Stretch], Iterator[Run]]
    ) -> Iterator[Run]:
        """Two paragraphs compared; of a row each cell by itself, so that no change reaches over a bar."""
        if Role.TABLE not in (old.role, new.role):
            yield from compared(self._flat(old, old=True), self._flat(new, old=False))
            return
        bars = max((tuple(run for run in block.runs if run.bar) for block in (new, old)), key=len)
        for was, now, bar in zip_longest(old.cells, new.cells, bars, fillvalue=()):
            yield from compared(self._stretch(was or (), old=True), self._stretch(now or (), old=False))
            if bar:
                yield bar

    def _taken_out(self, was: Stretch, now: Stretch) -> Iterator[Run]:
        """What we took out, and at their places in it the words of others that went with it."""
        yield from self._settled((*was.first, *now.first))
        for change in changes(was.text, now.text):
            old, new = was.part(change.before), now.part(change.after)
            if change.kind == "equal":
                yield from self._marked(new.onto(old), Mark.DELETED, old=True)
            else:
                yield from self._marked(old, Mark.DELETED, old=True)
                yield from self._settled(pair for at in sorted(new.settled) for pair in new.settled[at])

    def _merged(self, was: Stretch, now: Stretch) -> Iterator[Run]:
        yield from self._settled((*was.first, *now.first))
        for change in changes(was.text, now.text):
            old, new = was.part(change.before), now.part(change.after)
            if change.kind == "equal":
                yield from self._standing(old, new)
            else:
                yield from self._marked(old, Mark.DELETED, old=True)
                yield from self._marked(new, Mark.INSERTED, old=False)

    def _of_base(self, place: int) -> Block:
        """A block of the base, counted by the lists of the redline."""
        block = self._base.blocks[place]
        if block.item is None:
            return block
        return replace(block, item=replace(block.item, list=self._renamed[block.item.list]))

    def _flat(self, block: Block, *, old: bool) -> Stretch:
        """The characters of a block, a number that Word does not count among them.

        A call of a note is one character, the same for notes that are the same.
        """
        lead = (Run(text=text),) if (text := lead_of(block)) else ()
        return self._stretch((*lead, *block.runs), old=old)

    def _stretch(self, runs: Iterable[Run], *, old: bool) -> Stretch:
        return Stretch.of(runs, lambda run: self._character(run, old=old), old=old)

    def _character(self, run: Run, *, old: bool) -> str:
        call = run.call
        if call is None:
            return run.text
        key = self._keys[0 if old else 1][call.note]
        if call.repeated:  # the printed mark is part of it
            return self._repeats.setdefault((key, call.mark), chr(_FIRST + _MOST_NOTES + len(self._repeats)))
        return chr(_FIRST + key)

    def _standing(self, was: Stretch, now: Stretch) -> Iterator[Run]:
        """Characters that stand in both; a note that both call is one note, its own changes marked."""
        for run in was.onto(now).joined(slants(was, now)):
            if isinstance(run, tuple):
                yield self._kept_mark(*run)
            elif run.call is None or run.call.repeated:
                yield self._renumbered(run, old=False)
            else:
                call = run.call
                former = next(r.call for r in was.owners if r.call and self._same(r.call, call))
                yield replace(run, call=self._kept(former, call))

    def _same(self, old: Call, new: Call) -> bool:
        return self._keys[0][old.note] == self._keys[1][new.note]

    def _marked(
        self, stretch: Stretch, mark: Mark, *, old: bool, moved: Block | None = None, first: bool = False
    ) -> Iterator[Run]:
        """Characters under a mark of ours; `first` with what is settled before them all."""
        if first:
            yield from self._settled(stretch.first, moved=moved)
        for group in stretch.joined():
            if isinstance(group, tuple):
                yield self._kept_mark(*group, moved=moved)
            else:
                yield self._placed_call(replace(group, mark=mark), old=old)

    def _settled(self, settled: Iterable[Settled], *, moved: Block | None = None) -> Iterator[Run]:
        return (self._kept_mark(*each, moved=moved) for each in settled)

    def _kept_mark(self, run: Run, old: bool, *, moved: Block | None = None) -> Run:  # noqa: FBT001 - a pair
        """A run with the mark that it came with; a move is one where its paragraph was moved by the same hand."""
        bound = moved is not None and moved.mark is not None
        run = run if bound or run.mark is None else replace(run, mark=_STAYING.get(run.mark, run.mark))
        return self._placed_call(run, old=old)

    def _placed_call(self, run: Run, *, old: bool) -> Run:
        if run.call is None or run.call.repeated:
            return self._renumbered(run, old=old)
        return replace(run, call=self._separate(run.call, old=old))

    def _renumbered(self, run: Run, *, old: bool) -> Run:
        """A repeated call refers to the note where the redline has it."""
        if run.call is None:
            return run
        return replace(run, call=replace(run.call, note=self._placed[0 if old else 1].get(run.call.note, 0)))

    def _kept(self, old: Call, new: Call) -> Call:
        before, after = self._base.notes[old.note], self._new.notes[new.note]
        runs = self._merged(Stretch.of(before.runs, old=True), Stretch.of(after.runs, old=False))
        note = replace(after, runs=tuple(runs))
        self._placed[0][old.note] = self._placed[1][new.note] = len(self.notes)
        self.notes.append(note)
        return replace(new, note=len(self.notes) - 1)

    def _separate(self, call: Call, *, old: bool) -> Call:
        note = (self._base if old else self._new).notes[call.note]
        mark = Mark.DELETED if old else Mark.INSERTED
        stretch = Stretch.of(note.runs, old=old)
        runs = self._marked(stretch, mark, old=old, first=True)
        if old and (kept := self._kept_of(call.note)):
            runs = self._taken_out(stretch, Stretch.of(kept.runs, old=False))
        self._placed[0 if old else 1][call.note] = len(self.notes)
        self.notes.append(replace(note, runs=tuple(runs)))
        return replace(call, note=len(self.notes) - 1)

    def _kept_of(self, old: int) -> Note | None:
        """The note of the new text that is kept for a note of the base that we took out."""
        key = self._keys[0][old]
        kept = (note for note, other in zip(self._new.notes, self._keys[1], strict=True) if other == key)
        return next((note for note in kept if note.gone), None)


def _set_otherwise(old: Block, new: Block) -> bool:
    """Whether a paragraph changed its style, its level or the way it is counted."""

    def looks(block: Block) -> tuple[Role, int, int | None, tuple[int, int] | None]:
        item = block.item
        hangs = bool(block.number) if block.role in (Role.TITLE, Role.HEADING) else None
        return block.role, block.level, hangs, (item.list, item.level) if item else None

    return looks(old) != looks(new)

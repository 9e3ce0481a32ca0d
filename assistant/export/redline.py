"""The redline: a layout in which every change since the base is marked.

Accepting all marks gives the new text, rejecting them gives the base: words, notes, numbers, headings and the
lines above the title. Changes are told in diplomats' units, so that no mark begins within a date, a symbol or an
ordinal. Pure.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from assistant.comparing import MANY, Line, Row, compared
from assistant.export.blocks import Block, Call, Layout, List, Mark, Note, Role, Run, lead_of
from assistant.export.handing import sole
from precedent.resolution import Span
from precedent.wording import Difference, differences

_PARTS = {
    Role.PREAMBULAR: "preamble",
    Role.OPERATIVE: "operative",
    Role.ITEM: "operative",
    Role.CLOSING: "operative",
    Role.ANNEX: "annex",
    Role.TABLE: "table",
    Role.PLAIN: "preamble",
    Role.HEADING: "heading",
    Role.SECTION: "section",
    Role.NOTE: "uncalled note",
}
_END = "end"
"""The part of the last line: the paragraph that ends a file cannot come or go, only change."""
_FIRST = 0xF0000
_ALIKE = str.maketrans("\u00a0\u202f\u2010\u2011", "  --")
"""What is only bound together otherwise."""
_WITHDRAWN = "\U0010fff0"
"""Stands for words that are in neither text; no base has it."""
_SPLIT = re.compile(r"\s+|\S+")
_MOST_NOTES = 0x8000
"""Private characters stand for calls of notes while texts are compared: first calls, then repeated ones."""


def redline(base: Layout, new: Layout) -> Layout:
    """The new layout with its changes since the base marked."""
    lists, renamed = _lists(base, new, rows := _rows(base, new))
    marking = _Marking(base, new, renamed)
    blocks = tuple(block for row in rows for block in marking.blocks(row))
    return replace(new, blocks=blocks, notes=tuple(marking.notes), lists=lists, was_head=base.head)


def _rows(base: Layout, new: Layout) -> tuple[Row, ...]:
    return compared(_lines(base), _lines(new))


def _lines(layout: Layout) -> list[Line]:
    last = len(layout.blocks) - 1
    return [
        Line(
            f"{MANY}{part}" if (part := _PARTS.get(block.role)) else _END if at == last else block.role,
            block.text,
        )
        for at, block in enumerate(layout.blocks)
    ]


def _lists(base: Layout, new: Layout, rows: Sequence[Row]) -> tuple[tuple[List, ...], dict[int, int]]:
    """The lists of both, and the place of each of the base's among them.

    A list of the base that the new text goes on with is the same list, so that Word counts both texts by one.
    """
    together = Counter(
        (old.list, item.list)
        for row in rows
        if row.before is not None and row.after is not None
        if (old := base.blocks[row.before].item) and (item := new.blocks[row.after].item)
    )
    renamed: dict[int, int] = {}
    for (old_list, new_list), _ in together.most_common():
        same = base.lists[old_list] == new.lists[new_list]
        if same and old_list not in renamed and new_list not in renamed.values():
            renamed[old_list] = new_list
    lists = list(new.lists)
    for place, one in enumerate(base.lists):
        if place not in renamed:
            renamed[place] = len(lists)
            lists.append(one)
    return tuple(lists), renamed


@dataclass(frozen=True, slots=True)
class _Characters:
    """A text to be compared, and of each of its characters the run that it stands in."""

    text: str
    owners: list[Run]

    @classmethod
    def of(cls, runs: Iterable[Run], called: Callable[[Run], str] = lambda _: "") -> _Characters:
        """The characters of runs; `called` gives the one that stands for a call of a note."""
        texts = [
            (called(run) if run.call else _WITHDRAWN if run.withdrawn else run.text, run) for run in runs
        ]
        return cls("".join(text for text, _ in texts), [run for text, run in texts for _ in text])

    def part(self, span: Span) -> _Characters:
        """Those at a span."""
        return _Characters(span.of(self.text), self.owners[span.start : span.end])

    def joined(self, slanted: Sequence[bool | None] = ()) -> Iterator[Run]:
        """As runs again; `slanted` says of each character whether it was italic, where that changed."""
        start = 0
        for place, owner in enumerate(self.owners, 1):
            silent = owner.call or owner.withdrawn
            goes_on = place < len(self.owners) and self.owners[place] is owner and not silent
            if goes_on and (not slanted or slanted[place] is slanted[place - 1]):
                continue
            text = "" if silent else self.text[start:place]
            yield replace(owner, text=text, was_italic=slanted[start] if slanted else None)
            start = place


class _Marking:
    """Marks one row after the other, and gathers the notes of both texts as they are called."""

    def __init__(self, base: Layout, new: Layout, renamed: dict[int, int]) -> None:
        self._base, self._new, self._renamed = base, new, renamed
        self._keys = _keys(base.notes, new.notes)
        self._placed: tuple[dict[int, int], dict[int, int]] = ({}, {})
        self._moves: dict[tuple[int, int], int] = {}
        self._repeats: dict[tuple[int, str], str] = {}
        self.notes: list[Note] = []

    def blocks(self, row: Row) -> Iterator[Block]:
        """The block or blocks that a row of the comparison comes to."""
        if row.before is None and row.after is not None:
            yield self._alone(row.after, row, old=False)
        elif row.after is None and row.before is not None:
            yield self._alone(row.before, row, old=True)
        elif row.before is not None and row.after is not None:
            yield self._both(row.before, row.after)

    def _alone(self, place: int, row: Row, *, old: bool) -> Block:
        mark = Mark.DELETED if old else Mark.INSERTED
        block = self._of_base(place) if old else self._new.blocks[place]
        if not row.moved or row.twin is None:
            whole = self._flat(block, old=old)
            alone = tuple(self._marked(whole, mark, old=old))
            return replace(block, runs=alone, typed=True, mark=mark, by=sole(alone))
        moved = Mark.MOVED_AWAY if old else Mark.MOVED_HERE
        pair = (place, row.twin) if old else (row.twin, place)
        move = self._moves.setdefault(pair, len(self._moves) + 1)
        was, now = (
            self._flat(self._of_base(pair[0]), old=True),
            self._flat(self._new.blocks[pair[1]], old=False),
        )
        runs: list[Run] = []
        for change in _changes(was.text, now.text):
            part = was.part(change.before) if old else now.part(change.after)
            runs += self._marked(part, moved if change.kind == "equal" else mark, old=old)
        return replace(block, runs=tuple(runs), typed=True, mark=moved, move=move, by=sole(runs))

    def _both(self, before: int, after: int) -> Block:
        old, new = self._of_base(before), self._new.blocks[after]
        text, other = self._flat(old, old=True), self._flat(new, old=False)
        runs: list[Run] = []
        for change in _changes(text.text, other.text):
            was, now = text.part(change.before), other.part(change.after)
            if change.kind == "equal":
                runs += self._standing(was, now)
            else:
                runs += self._marked(was, Mark.DELETED, old=True)
                runs += self._marked(now, Mark.INSERTED, old=False)
        return replace(new, runs=tuple(runs), typed=True, was=old if _set_otherwise(old, new) else None)

    def _of_base(self, place: int) -> Block:
        """A block of the base, counted by the lists of the redline."""
        block = self._base.blocks[place]
        if block.item is None:
            return block
        return replace(block, item=replace(block.item, list=self._renamed[block.item.list]))

    def _flat(self, block: Block, *, old: bool) -> _Characters:
        """The characters of a block, a number that Word does not count among them.

        A call of a note is one character, the same for notes that are the same.
        """
        lead = (Run(text=text),) if (text := lead_of(block)) else ()
        return _Characters.of((*lead, *block.runs), lambda run: self._character(run, old=old))

    def _character(self, run: Run, *, old: bool) -> str:
        call = run.call
        if call is None:
            return run.text
        key = self._keys[0 if old else 1][call.note]
        if call.repeated:  # the printed mark is part of it
            return self._repeats.setdefault((key, call.mark), chr(_FIRST + _MOST_NOTES + len(self._repeats)))
        return chr(_FIRST + key)

    def _standing(self, was: _Characters, now: _Characters) -> Iterator[Run]:
        """Characters that stand in both; a note that both call is one note, its own changes marked."""
        for run in now.joined(_slants(was, now)):
            if run.call is None or run.call.repeated:
                yield self._renumbered(run, old=False)
                continue
            former = next(r.call for r in was.owners if r.call and self._same(r.call, run.call))
            yield replace(run, call=self._kept(former, run.call))

    def _same(self, old: Call, new: Call) -> bool:
        return self._keys[0][old.note] == self._keys[1][new.note]

    def _marked(self, characters: _Characters, mark: Mark, *, old: bool) -> Iterator[Run]:
        for group in characters.joined():
            run = replace(group, mark=mark)
            if run.call is not None and not run.call.repeated:
                yield replace(run, call=self._separate(run.call, old=old))
            else:
                yield self._renumbered(run, old=old)

    def _renumbered(self, run: Run, *, old: bool) -> Run:
        """A repeated call refers to the note where the redline has it."""
        if run.call is None:
            return run
        return replace(run, call=replace(run.call, note=self._placed[0 if old else 1].get(run.call.note, 0)))

    def _kept(self, old: Call, new: Call) -> Call:
        before, after = self._base.notes[old.note], self._new.notes[new.note]
        text, other = _Characters.of(before.runs), _Characters.of(after.runs)
        runs: list[Run] = []
        for change in _changes(text.text, other.text):
            was, now = text.part(change.before), other.part(change.after)
            if change.kind == "equal":
                runs += now.joined(_slants(was, now))
            else:
                runs += (replace(run, mark=Mark.DELETED) for run in was.joined())
                runs += (replace(run, mark=Mark.INSERTED) for run in now.joined())
        self._placed[0][old.note] = self._placed[1][new.note] = len(self.notes)
        self.notes.append(replace(after, runs=tuple(runs)))
        return replace(new, note=len(self.notes) - 1)

    def _separate(self, call: Call, *, old: bool) -> Call:
        note = (self._base if old else self._new).notes[call.note]
        gone = Mark.DELETED if old else Mark.INSERTED
        self._placed[0 if old else 1][call.note] = len(self.notes)
        self.notes.append(replace(note, runs=tuple(replace(run, mark=gone) for run in note.runs)))
        return replace(call, note=len(self.notes) - 1)


def _changes(before: str, after: str) -> Iterator[Difference]:
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


def _keys(base: Sequence[Note], new: Sequence[Note]) -> tuple[list[int], list[int]]:
    """A number for every note, the same for two that are one note with its words changed.

    Only notes that are numbered in the same way may be one: counted by Word, or with the same mark.
    """
    lines = [
        [
            Line(f"{MANY}counted" if n.counted else f"{MANY}{n.mark}", "".join(r.text for r in n.runs))
            for n in notes
        ]
        for notes in (base, new)
    ]
    keys = list(range(len(base))), list(range(len(base), len(base) + len(new)))
    for row in compared(*lines):
        before = row.before if row.before is not None else row.twin
        after = row.after if row.after is not None else row.twin
        if before is not None and after is not None:
            keys[1][after] = keys[0][before]
    return keys


def _slants(was: _Characters, now: _Characters) -> list[bool | None]:
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


def _set_otherwise(old: Block, new: Block) -> bool:
    """Whether a paragraph changed its style, its level or the way it is counted."""

    def looks(block: Block) -> tuple[Role, int, int | None, tuple[int, int] | None]:
        item = block.item
        title = bool(block.number) if block.role is Role.TITLE else None
        return block.role, block.level, title, (item.list, item.level) if item else None

    return looks(old) != looks(new)

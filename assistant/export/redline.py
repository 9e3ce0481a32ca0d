"""The redline: a layout in which every change since the base is marked.

Accepting all marks gives the new text, rejecting them gives the base: words, notes, numbers, headings and the
lines above the title. Changes are told in diplomats' units, so that no mark begins within a date, a symbol or an
ordinal. Pure.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from assistant.comparing import MANY, Line, Row, compared
from assistant.export.blocks import Block, Call, Layout, List, Mark, Note, Role, Run, lead_of
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
            gone = tuple(self._marked(_flat(block), mark, old=old))
            return replace(block, runs=gone, typed=True, mark=mark)
        moved = Mark.MOVED_AWAY if old else Mark.MOVED_HERE
        pair = (place, row.twin) if old else (row.twin, place)
        move = self._moves.setdefault(pair, len(self._moves) + 1)
        text, other = _flat(self._of_base(pair[0])), _flat(self._new.blocks[pair[1]])
        runs: list[Run] = []
        for change in _changes(self._keyed(text, old=True), self._keyed(other, old=False)):
            span, source = (change.before, text) if old else (change.after, other)
            kind = moved if change.kind == "equal" else mark
            runs += self._marked(source[span.start : span.end], kind, old=old)
        return replace(block, runs=tuple(runs), typed=True, mark=moved, move=move)

    def _both(self, before: int, after: int) -> Block:
        old, new = self._of_base(before), self._new.blocks[after]
        text, other = _flat(old), _flat(new)
        runs: list[Run] = []
        for change in _changes(self._keyed(text, old=True), self._keyed(other, old=False)):
            was, now = (
                text[change.before.start : change.before.end],
                other[change.after.start : change.after.end],
            )
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

    def _keyed(self, characters: Sequence[Run], *, old: bool) -> str:
        """The text for comparison: a call of a note is one character, the same for notes that are the same."""
        return "".join(self._character(run, old=old) for run in characters)

    def _character(self, run: Run, *, old: bool) -> str:
        call = run.call
        if call is None:
            return run.text
        key = self._keys[0 if old else 1][call.note]
        if call.repeated:  # the printed mark is part of it
            return self._repeats.setdefault((key, call.mark), chr(_FIRST + _MOST_NOTES + len(self._repeats)))
        return chr(_FIRST + key)

    def _standing(self, was: Sequence[Run], now: Sequence[Run]) -> Iterator[Run]:
        """Characters that stand in both; a note that both call is one note, its own changes marked."""
        slanted = _slants(was, now)
        for group in _joined(now, slanted):
            if group.call is None or group.call.repeated:
                yield self._renumbered(group, old=False)
                continue
            former = next(r.call for r in was if r.call and self._same(r.call, group.call))
            yield replace(group, call=self._kept(former, group.call))

    def _same(self, old: Call, new: Call) -> bool:
        return self._keys[0][old.note] == self._keys[1][new.note]

    def _marked(self, characters: Sequence[Run], mark: Mark, *, old: bool) -> Iterator[Run]:
        for group in _joined(characters, ()):
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
        text, other = _characters(before.runs), _characters(after.runs)
        runs: list[Run] = []
        for change in _changes(_plain(text), _plain(other)):
            was, now = (
                text[change.before.start : change.before.end],
                other[change.after.start : change.after.end],
            )
            if change.kind == "equal":
                runs += _joined(now, _slants(was, now))
            else:
                runs += (replace(run, mark=Mark.DELETED) for run in _joined(was, ()))
                runs += (replace(run, mark=Mark.INSERTED) for run in _joined(now, ()))
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


def _flat(block: Block) -> list[Run]:
    """The characters of a block, a number that Word does not count among them; a call is one of them."""
    return [*_characters((Run(text=lead),) if (lead := lead_of(block)) else ()), *_characters(block.runs)]


def _characters(runs: Sequence[Run]) -> list[Run]:
    return [one for run in runs for one in ((run,) if run.call else (replace(run, text=c) for c in run.text))]


def _plain(characters: Sequence[Run]) -> str:
    return "".join(run.text for run in characters)


def _joined(characters: Sequence[Run], slanted: Sequence[bool | None]) -> Iterator[Run]:
    """Characters that look alike as one run; `slanted` says of each whether it was italic, where that changed."""
    held: Run | None = None
    words: list[str] = []
    for place, one in enumerate(characters):
        looks = replace(one, text="", was_italic=slanted[place] if slanted else None)
        if held is not None and (looks != held or looks.call is not None):
            yield replace(held, text="".join(words))
            words = []
        held = looks
        words.append(one.text)
    if held is not None:
        yield replace(held, text="".join(words))


def _slants(was: Sequence[Run], now: Sequence[Run]) -> list[bool | None]:
    """Of each character that stands, whether it was italic in the base; None where that is as it was."""
    before = [run for run in was if not run.text.isspace()]
    found: list[bool | None] = []
    at = 0
    for run in now:
        if run.text.isspace() or at >= len(before):
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

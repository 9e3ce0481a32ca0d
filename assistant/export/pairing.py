"""Which paragraphs, lists and notes of two layouts are one, so that a redline changes them in place. Pure.

What came or went before us has its mark already and no counterpart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from assistant.comparing import MANY, Line, Row, compared
from assistant.export.blocks import Block, Layout, List, Mark, Note, Role, Run

_PARTS = {
    Role.PREAMBULAR: "preamble",
    Role.OPERATIVE: "operative",
    Role.INSTRUCTION: "instruction",
    Role.ITEM: "operative",
    Role.CLOSING: "operative",
    Role.ANNEX: "annex",
    Role.PLAIN: "preamble",
    Role.HEADING: "heading",
    Role.SECTION: "section",
    Role.NOTE: "uncalled note",
}
_END = "end"
"""The part of the last line: the paragraph that ends a file cannot come or go, only change. One follows a table."""


def rows_of(base: Layout, new: Layout) -> tuple[Row, ...]:
    """The paragraphs of both, in the order in which a redline shows them."""
    in_table = any(layout.blocks and layout.blocks[-1].role is Role.TABLE for layout in (base, new))
    was, now = _lines(base, "base", ends=not in_table), _lines(new, "new", ends=not in_table)
    parts = {line.text: line.part for line in was}
    for at, block in enumerate(new.blocks):
        if is_gone(block):  # its words are those of the base, whatever it has become before it went
            now[at] = replace(now[at], part=parts.get(now[at].text, now[at].part))
    return compared(was, now)


def _lines(layout: Layout, side: str, *, ends: bool) -> list[Line]:
    last = len(layout.blocks) - 1 if ends else None
    return [
        Line(_END if at == last else _part(block, f"{side} {at}"), _compared(block.runs))
        for at, block in enumerate(layout.blocks)
    ]


def _part(block: Block, alone: str) -> str:
    """A paragraph that came or went before us has no counterpart; one that is gone from the new text may have."""
    if block.mark is not None and not is_gone(block):
        return f"{MANY}{alone}"
    if block.role is Role.TABLE:  # no mark of Word's tells that a row has more cells
        return f"{MANY}row of {len(block.cells)}"
    return f"{MANY}{part}" if (part := _PARTS.get(block.role)) else block.role


def is_gone(block: Block) -> bool:
    """Whether it is ours that went, kept for what others had put into it."""
    return block.mark is Mark.DELETED and block.by is None


def _compared(runs: Iterable[Run]) -> str:
    return "".join(run.text for run in runs if run.mark is None)


def moved_before(base: Layout, new: Layout, rows: Sequence[Row]) -> Iterator[Row]:
    """The rows with both places of what somebody before us moved bound together."""
    away = [row.before for row in rows if row.before is not None and _is(base, row.before, Mark.MOVED_AWAY)]
    here = [row.after for row in rows if row.after is not None and _is(new, row.after, Mark.MOVED_HERE)]
    lines = (
        [Line(f"{MANY}moved", layout.blocks[at].text) for at in places]
        for layout, places in ((base, away), (new, here))
    )
    pairs = {}
    for pair in compared(*lines) if away and here else ():
        before = pair.before if pair.before is not None else pair.twin
        after = pair.after if pair.after is not None else pair.twin
        if before is not None and after is not None:
            pairs[away[before]] = here[after]
    backwards = {after: before for before, after in pairs.items()}
    for row in rows:
        if row.after is None and row.before in pairs:
            yield replace(row, moved=True, twin=pairs[row.before])
        elif row.before is None and row.after in backwards:
            yield replace(row, moved=True, twin=backwards[row.after])
        else:
            yield row


def _is(layout: Layout, place: int, mark: Mark) -> bool:
    return layout.blocks[place].mark is mark


def lists_of(base: Layout, new: Layout, rows: Sequence[Row]) -> tuple[tuple[List, ...], dict[int, int]]:
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


def keys_of(base: Sequence[Note], new: Sequence[Note]) -> tuple[list[int], list[int]]:
    """A number for every note, the same for two that are one note with its words changed.

    Only notes that are numbered in the same way may be one: counted by Word, or with the same mark.
    """
    lines = [
        [
            Line(f"{MANY}{_counted(note, f'{side} {at}')}", _compared(note.runs))
            for at, note in enumerate(notes)
        ]
        for side, notes in (("base", base), ("new", new))
    ]
    keys = list(range(len(base))), list(range(len(base), len(base) + len(new)))
    for row in compared(*lines):
        before = row.before if row.before is not None else row.twin
        after = row.after if row.after is not None else row.twin
        if before is not None and after is not None:
            keys[1][after] = keys[0][before]
    return keys


def _counted(note: Note, alone: str) -> str:
    """How a note is counted; one that came or went before us has no counterpart."""
    if note.runs and all(run.mark for run in note.runs):
        return alone
    return "counted" if note.counted else note.mark

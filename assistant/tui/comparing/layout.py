"""A collation laid out in lines of a given width: side by side where there is room, else one text with its changes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from textual.content import Content

from assistant.chronicle import Run, spaced
from assistant.collating import Collation, Fate, Pair, fold_words, folded, is_fold
from assistant.comparing import Nature

STYLES = {
    Nature.TECHNICAL: "$text-primary",
    Nature.EDITORIAL: "$quiet",
    Nature.SUBSTANTIVE: "bold $text-warning",
}
"""Style of the words that say what kind of change it is."""
_CHANGES = {"equal": "", "delete": "strike $text-error", "insert": "bold underline $text-success"}
_GUTTER = 2
_BETWEEN = " │ "


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some lines that belong together: a change, or what is folded."""

    lines: tuple[Content, ...]
    pairs: tuple[Pair, ...]
    fold: bool
    """Whether it is a line in the place of pairs that need not be looked at."""

    @property
    def change(self) -> Pair | None:
        """The change that it shows."""
        return self.pairs[0] if not self.fold and self.pairs[0].changed else None


@dataclass(frozen=True, slots=True)
class Look:
    """How a collation is looked at."""

    width: int
    """In cells."""
    side_by_side: bool
    only: Nature | None = None
    unfolded: bool = False


def laid_out(told: Collation, look: Look) -> Iterator[Stretch]:
    """The stretches of a collation, top to bottom."""
    for group in folded(told.pairs, look.only):
        if is_fold(group, look.only) and not look.unfolded:
            words = f"⋯ {fold_words(group)}"
            yield Stretch((Content.styled(words, "$quiet"), Content()), group, fold=True)
        else:
            yield from opened(group, look)


def opened(group: Sequence[Pair], look: Look) -> Iterator[Stretch]:
    """Pairs one by one."""
    for pair in group:
        yield Stretch((_head(pair), *_body(pair, look), Content()), (pair,), fold=False)


def _head(pair: Pair) -> Content:
    style = STYLES[pair.nature] if pair.nature else "$quiet"
    return Content.assemble((pair.label, "bold"), "  ", (pair.told, style))


def _body(pair: Pair, look: Look) -> list[Content]:
    if pair.fate is Fate.LEFT:
        return []
    room = look.width - _GUTTER
    runs = pair.runs
    if not look.side_by_side:
        return _words(runs, "").wrap(room)
    column = (room - len(_BETWEEN)) // 2
    left, right = (_words(runs, without).wrap(column) for without in ("insert", "delete"))
    left, right = left if pair.before else [], right if pair.after else []
    return [
        Content.assemble(
            _padded(left, row, column), (_BETWEEN, "$quiet"), right[row] if row < len(right) else ""
        )
        for row in range(max(len(left), len(right)))
    ]


def _words(runs: Sequence[Run], without: str) -> Content:
    kept = [run for run in runs if run.kind != without]
    return Content.assemble(*((run.text, _CHANGES[run.kind]) for run in spaced(kept)))


def _padded(lines: Sequence[Content], row: int, width: int) -> Content:
    line = lines[row].rstrip() if row < len(lines) else Content()
    return line.pad_right(max(width - line.cell_length, 0))


def column_heads(told: Collation, look: Look) -> Content:
    """The names of the two texts, over their columns."""
    if not look.side_by_side:
        return Content.assemble(
            (told.before, "strike $text-error"), " → ", (told.after, "bold $text-success")
        )
    column = (look.width - _GUTTER - len(_BETWEEN)) // 2
    name = Content(told.before).truncate(column, ellipsis=True)
    return Content.assemble(
        " " * _GUTTER, (_padded([name], 0, column).plain, "bold"), _BETWEEN, (told.after, "bold")
    )


def plain_change(told: Collation, pair: Pair) -> str:
    """A change as it is copied: both wordings, each with its reference."""
    sides = ((told.before, pair.before), (told.after, pair.after))
    return "\n".join(f"{side.text} ({name} {side.label})" for name, side in sides if side)

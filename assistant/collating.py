"""Two texts laid beside each other: every line of both with its counterpart, and what kind of change each one is.

A paragraph that moved stands once, where it is now, beside the words that it had; at its former place is a signpost.
The command line, the page and the screen are all made of this. Pure.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from assistant.chronicle import Run, changes
from assistant.comparing import MANY, Line, Nature, Row, compared, nature
from precedent.resolution import Resolution


class Fate(StrEnum):
    """What became of a line."""

    SAME = "unchanged"
    REWORDED = "reworded"
    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    """In the same words to another place."""
    LEFT = "left"
    """A signpost: what stood here stands elsewhere now."""


@dataclass(frozen=True, slots=True)
class Side:
    """One line of one of the two texts."""

    label: str
    """PP2, OP17 (a), FN3; of the masthead "title", "session", "agenda item", "sponsors"."""
    text: str


@dataclass(frozen=True, slots=True)
class Pair:
    """A line and its counterpart; None where there is none."""

    before: Side | None
    after: Side | None
    fate: Fate
    nature: Nature | None = None
    """What kind of change it is; None where nothing changed. A change of place alone is substantive: the order of
    paragraphs is negotiated."""
    moved: bool = False

    @property
    def changed(self) -> bool:
        """Whether a reader has to look at it; signposts are not counted, what they point at is."""
        return self.nature is not None

    @property
    def label(self) -> str:
        """By which it is called: the label that it has now, else the one that it had."""
        side = self.after or self.before
        return side.label if side else ""

    @property
    def runs(self) -> tuple[Run, ...]:
        """The words, as changes of those before."""
        return changes(self.before.text if self.before else "", self.after.text if self.after else "")

    @property
    def told(self) -> str:
        """What happened, in a few words: "reworded · moved from OP7 · technical"."""
        before = self.before.label if self.before else ""
        after = self.after.label if self.after else ""
        if self.fate is Fate.LEFT:
            return f"{before} is now {after}" if before != after else f"{before} stands further on"
        words = [] if self.fate is Fate.MOVED else [str(self.fate)]
        if self.moved:
            words.append(f"moved from {before}" if before != after else "moved")
        elif before and after and before != after:
            words.append(f"was {before}")
        return " · ".join([*words, str(self.nature)] if self.nature else words)


@dataclass(frozen=True, slots=True)
class Collation:
    """The whole of two texts, in the order of the later one."""

    before: str
    """Name of the earlier text: its symbol or file."""
    after: str
    title: str
    pairs: tuple[Pair, ...]

    @property
    def changed(self) -> tuple[Pair, ...]:
        """What a reader has to look at."""
        return tuple(pair for pair in self.pairs if pair.changed)

    def count(self, kind: Nature | Fate) -> int:
        """How many changes of a kind there are, or how many lines share a fate."""
        return sum(kind in (pair.nature, pair.fate) for pair in self.pairs)

    @property
    def summary(self) -> str:
        """One sentence: how many changes of each kind, and how much stands."""
        if not self.changed:
            return "the two texts are the same"
        counts = ", ".join(f"{self.count(kind)} {kind}" for kind in reversed(Nature) if self.count(kind))
        moved = sum(pair.moved for pair in self.changed)
        tail = f"; {moved} moved" if moved else ""
        changes_ = "1 change" if len(self.changed) == 1 else f"{len(self.changed)} changes"
        return f"{changes_}: {counts}{tail}; {self.count(Fate.SAME)} unchanged"


def collated(before: Resolution, after: Resolution, names: tuple[str, str] = ("", "")) -> Collation:
    """Two texts laid beside each other.

    Args:
        before: the earlier text, or the one that is compared with.
        after: the later one; its order is kept.
        names: what the two are called, where it is not their symbols.
    """
    sides = _sides(before), _sides(after)
    rows = compared(*([line for line, _ in side] for side in sides))
    pairs = _pairs(rows, *([one for _, one in side] for side in sides))
    called = [
        name or str(text.masthead.symbol or "draft")
        for name, text in zip(names, (before, after), strict=True)
    ]
    return Collation(called[0], called[1], after.title or before.title, tuple(pairs))


def _sides(text: Resolution) -> list[tuple[Line, Side]]:
    """Every line of a text with the part of the document in which it may have a counterpart."""
    head = text.masthead
    item = " ".join(filter(None, (head.agenda_item, head.agenda_title)))
    known = (
        ("session", head.session or ""),
        ("agenda item", item),
        ("sponsors", ", ".join(head.sponsors)),
        ("title", text.title),
    )
    found = [(Line(name, words), Side(name, words)) for name, words in known if words]
    found += [(Line(f"{MANY}{p.kind}{p.section}", p.text), Side(p.label, p.text)) for p in text.paragraphs]
    found += [(Line(f"{MANY}note{n.section}", n.text), Side(n.label, n.text)) for n in text.footnotes]
    return found


def _pairs(rows: Sequence[Row], before: Sequence[Side], after: Sequence[Side]) -> Iterator[Pair]:
    for row in rows:
        if row.moved and row.after is None and row.before is not None and row.twin is not None:
            yield Pair(before[row.before], after[row.twin], Fate.LEFT)
            continue
        twin = row.twin if row.moved else None
        old = before[place] if (place := row.before if row.before is not None else twin) is not None else None
        yield _pair(old, None if row.after is None else after[row.after], moved=row.moved)


def _pair(old: Side | None, new: Side | None, *, moved: bool) -> Pair:
    if old is None or new is None:
        return Pair(old, new, Fate.ADDED if old is None else Fate.REMOVED, Nature.SUBSTANTIVE)
    if all(run.kind == "equal" for run in changes(old.text, new.text)):
        kind = Nature.SUBSTANTIVE if moved else None
        return Pair(old, new, Fate.MOVED if moved else Fate.SAME, kind, moved)
    return Pair(old, new, Fate.REWORDED, nature(old.text, new.text), moved)


def folded(pairs: Sequence[Pair], only: Nature | None = None) -> Iterator[tuple[Pair, ...]]:
    """The pairs in groups: each change alone, what need not be looked at together in one.

    Args:
        pairs: of a collation.
        only: the one kind of change that is looked at; every kind if None.
    """
    quiet: list[Pair] = []
    for pair in pairs:
        if pair.changed and only in (None, pair.nature):
            if quiet:
                yield tuple(quiet)
                quiet = []
            yield (pair,)
        else:
            quiet.append(pair)
    if quiet:
        yield tuple(quiet)


def is_fold(group: Sequence[Pair], only: Nature | None = None) -> bool:
    """Whether a group of `folded` is one that need not be looked at."""
    return len(group) != 1 or not group[0].changed or only not in (None, group[0].nature)


def fold_words(group: Sequence[Pair]) -> str:
    """What is said in the place of a group: "OP3 to OP9 · 7 unchanged, 1 elsewhere now"."""
    ends = group[0].label, group[-1].label
    counts = Counter("other changes" if pair.changed else str(pair.fate) for pair in group)
    counts["elsewhere now"] = counts.pop(str(Fate.LEFT), 0)
    told = ", ".join(f"{count} {word}" for word, count in counts.items() if count)
    return f"{ends[0] if ends[0] == ends[1] else f'{ends[0]} to {ends[1]}'} · {told}"


def collation_record(told: Collation) -> dict[str, Any]:
    """As plain data: what `penholder compare --format json` prints."""
    return {
        "before": told.before,
        "after": told.after,
        "title": told.title,
        "counts": {str(kind): told.count(kind) for kind in (*Nature, *Fate) if kind is not Fate.LEFT},
        "pairs": [
            {
                "before": pair.before and {"label": pair.before.label, "text": pair.before.text},
                "after": pair.after and {"label": pair.after.label, "text": pair.after.text},
                "fate": str(pair.fate),
                "nature": pair.nature and str(pair.nature),
                "moved": pair.moved,
                "runs": [{"kind": run.kind, "text": run.text} for run in pair.runs] if pair.changed else [],
            }
            for pair in told.pairs
            if pair.fate is not Fate.LEFT
        ],
    }

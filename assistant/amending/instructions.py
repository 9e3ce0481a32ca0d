"""The differences between two texts as instructions, in the order of the text that is amended. Pure.

Every name and number is that of the text as it was circulated. What comes is put behind the paragraph that stands
before it in both texts, under the same paragraph; what stands in place of as many paragraphs of its kind replaces them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from assistant.amending.footnoting import Footnoting
from assistant.amending.places import Tree, chapeau, names
from assistant.amending.rewording import reworded, same_in_print, series
from assistant.comparing import MANY, Line, compared
from precedent.resolution import Kind, NoteCall, Paragraph, Resolution


@dataclass(frozen=True, slots=True)
class Instruction:
    """One instruction, and the paragraphs whose words it brings."""

    words: str
    brought: tuple[Paragraph, ...] = ()
    deletes: str = ""
    """The place that it deletes as a whole, to be told together with the next ones."""
    calls: tuple[NoteCall, ...] = ()
    """Of notes that come with the words it quotes, by their markers in the text that is wanted."""


def instructions(base: Resolution, new: Resolution) -> Iterator[Instruction]:
    """What to do to the base, each paragraph's changes in one instruction."""
    footnoting = Footnoting.of(base, new)
    if not same_in_print(base.title, new.title):
        yield Instruction(f"In the title, {reworded(base.title, new.title, whole=False)}.")
    yield from _Walk(Tree.of(base.paragraphs), Tree.of(new.paragraphs), footnoting).under(None, None)
    for marker, old, wanted in footnoting.changed:
        if same_in_print(old, wanted):
            continue
        yield Instruction(f"In footnote {marker}, {reworded(old, wanted, whole=False)}.")


def together(found: Sequence[Instruction]) -> list[Instruction]:
    """Paragraphs that are deleted one after the other are named in one instruction."""
    told: list[Instruction] = []
    for deleted, group in groupby(found, key=lambda instruction: bool(instruction.deletes)):
        if deleted:
            told.append(Instruction(f"Delete {_listed([each.deletes for each in group])}."))
        else:
            told += group
    return told


class _Walk:
    """Goes through both texts, from the paragraphs that stand under no other to those below them."""

    def __init__(self, old: Tree, new: Tree, footnoting: Footnoting) -> None:
        self._old, self._new, self._footnoting = old, new, footnoting
        self._names = names(old)
        self._kept = _kept(old, new)
        self._sections = {p.section for p in old.paragraphs}

    def under(self, old: int | None, new: int | None) -> Iterator[Instruction]:
        """What is to be done to everything under a paragraph that both texts have."""
        came: list[int] = []
        gone = self._old.children(old)
        before: int | None = None
        for place in self._new.children(new):
            stays = self._kept.get(place)
            if stays is None:
                came.append(place)
                continue
            at = gone.index(stays)
            yield from self._between(old, before, stays, gone[:at], came)
            yield from self._within(stays, place)
            yield from self.under(stays, place)
            came, gone, before = [], gone[at + 1 :], stays
        yield from self._between(old, before, None, gone, came)

    def _within(self, old: int, new: int) -> Iterator[Instruction]:
        """The changes in a paragraph's own words."""
        was, wanted = self._old.paragraphs[old], self._new.paragraphs[new]
        quoted = self._footnoting.quoted(was, wanted)
        if same_in_print(quoted.old, quoted.new):
            return
        words = reworded(quoted.old, quoted.new, whole=True)
        if words:
            told = quoted.told(f"In {self._names[old]}, {words}.")
            yield Instruction(told.text, calls=told.calls)
        else:
            name = chapeau(self._old, old, self._names[old])
            yield Instruction(f"Replace {name} with the following text:", (_alone(wanted),))

    def _between(
        self,
        parent: int | None,
        before: int | None,
        after: int | None,
        gone: Sequence[int],
        came: Sequence[int],
    ) -> Iterator[Instruction]:
        """What went and what came between two paragraphs that stay."""
        pairs = list(zip(gone, came, strict=False))
        if len(gone) == len(came) and all(self._alike(*pair) for pair in pairs):
            for old, new in pairs:
                yield Instruction(
                    f"Replace {self._names[old]} with the following text:", self._brought([new])
                )
            return
        yield from self._deleted(gone, came)
        for (section, _), group in groupby(came, key=self._run):
            run = list(group)
            if parent is None and section not in self._sections:
                yield self._part_added(section, before, run)
            else:
                where = self._where(parent, self._in(section, before), self._in(section, after), run)
                yield Instruction(f"{where} {_what(self._new, run)}", self._brought(run))

    def _run(self, place: int) -> tuple[str, bool]:
        """What one instruction brings: of one part of the text, and preambular or not."""
        paragraph = self._new.paragraphs[place]
        return paragraph.section, paragraph.kind is Kind.PREAMBULAR

    def _alike(self, old: int, new: int) -> bool:
        was, wanted = self._old.paragraphs[old], self._new.paragraphs[new]
        return _shape(was) == _shape(wanted)

    def _deleted(self, gone: Sequence[int], came: Sequence[int]) -> Iterator[Instruction]:
        """Paragraphs that go; an annex that goes as a whole is named alone."""
        there = {self._new.paragraphs[place].section for place in (*self._kept, *came)}
        whole = {p.section for p in self._old.paragraphs if p.section} - there
        for section, group in groupby(gone, key=lambda place: self._old.paragraphs[place].section):
            if section in whole:
                name = self._names[next(group)].rpartition(" of ")[2]
                yield Instruction(f"Delete {name}.", deletes=name)
            else:
                yield from (Instruction(f"Delete {self._names[g]}.", deletes=self._names[g]) for g in group)

    def _part_added(self, section: str, before: int | None, run: Sequence[int]) -> Instruction:
        """An annex that the base has not, with its name above it."""
        name = Paragraph(kind=Kind.HEADING, text=section)
        what = "annex" if section.startswith("Annex") else "part"
        where = f"After {self._names[before]}, add" if before is not None else "Add"
        return Instruction(f"{where} the following {what}:", (name, *self._brought(run)))

    def _in(self, section: str, place: int | None) -> int | None:
        return place if place is not None and self._old.paragraphs[place].section == section else None

    def _where(self, parent: int | None, before: int | None, after: int | None, run: Sequence[int]) -> str:
        """Behind a paragraph of its kind, or before one, else at the end of what it stands in."""
        paragraphs = self._old.paragraphs
        first, last = (self._new.paragraphs[run[end]].kind for end in (0, -1))
        behind = before is not None and paragraphs[before].kind in (first, Kind.HEADING)
        ahead = after is not None and paragraphs[after].kind is last and not paragraphs[after].closing
        if before is not None and (behind or not ahead):
            return f"After {self._names[before]}, insert"
        if after is not None:
            return f"Before {self._names[after]}, insert"
        if parent is not None:
            return f"At the end of {self._names[parent]}, add"
        return "In the text, insert"

    def _brought(self, run: Sequence[int]) -> tuple[Paragraph, ...]:
        """Paragraphs as they are to stand, with everything under them."""
        found: list[Paragraph] = []
        for root in run:
            depth = self._new.paragraphs[root].level
            found.append(_alone(self._new.paragraphs[root]))
            for place in self._new.family(root)[1:]:
                below = self._new.paragraphs[place]
                level = max(0, below.level - depth)
                found.append(replace(_alone(below), number=below.number, level=level, closing=below.closing))
        return tuple(found)


def _kept(old: Tree, new: Tree) -> dict[int, int]:
    """By their places in the new text, the paragraphs that stand under the same paragraph in both, in one order."""
    rows = compared(*([Line(_part(p), p.text) for p in tree.paragraphs] for tree in (old, new)))
    pairs = {row.after: row.before for row in rows if row.after is not None and row.before is not None}
    kept: dict[int, int] = {}
    for place, was in sorted(pairs.items()):
        parent, former = new.parents[place], old.parents[was]
        if (parent is None and former is None) or (parent is not None and kept.get(parent, -1) == former):
            kept[place] = was
    return kept


def _part(paragraph: Paragraph) -> str:
    """One that becomes a sub-paragraph, or is none any more, goes and comes: no formula tells of it otherwise."""
    return f"{MANY}{'/'.join(map(str, _shape(paragraph)))}"


def _shape(paragraph: Paragraph) -> tuple[Kind, int, bool, str]:
    return paragraph.kind, paragraph.level, paragraph.closing, paragraph.section


def _alone(paragraph: Paragraph) -> Paragraph:
    """Without the number that it would have in the text."""
    kind = paragraph.kind if paragraph.kind in (Kind.HEADING, Kind.TABLE) else Kind.AMENDMENT
    level = paragraph.level if kind is Kind.HEADING else 0
    return Paragraph(
        kind=kind, text=paragraph.text, italics=paragraph.italics, notes=paragraph.notes, level=level
    )


_WHAT = {
    Kind.PREAMBULAR: "preambular paragraph",
    Kind.OPERATIVE: "operative paragraph",
    Kind.HEADING: "heading",
    Kind.TABLE: "row",
}


def _what(tree: Tree, run: Sequence[int]) -> str:
    """“the following heading and operative paragraphs:”."""
    kinds = [_kind(tree.paragraphs[place]) for place in run]
    if kinds == [_WHAT[Kind.PREAMBULAR]]:
        return "a new preambular paragraph reading:"
    listed = [f"{kind}{'s' if kinds.count(kind) > 1 else ''}" for kind in dict.fromkeys(kinds)]
    return f"the following {series(listed)}:"


def _kind(paragraph: Paragraph) -> str:
    if paragraph.closing:
        return "closing text"
    if paragraph.level and paragraph.kind is not Kind.HEADING:
        return "subparagraph"
    return _WHAT.get(paragraph.kind, "paragraph")


_PREAMBULAR, _OPERATIVE = "preambular paragraph", "operative paragraph "


def _listed(named: Sequence[str]) -> str:
    """“operative paragraph 4”, “operative paragraph 6” → operative paragraphs 4 and 6."""
    ordinals = [name.split()[1] for name in named if name.endswith(_PREAMBULAR) and len(name.split()) == 4]
    numbers = [name.removeprefix(_OPERATIVE) for name in named if name.removeprefix(_OPERATIVE).isdecimal()]
    left = [
        name
        for name in named
        if name not in {f"{_OPERATIVE}{n}" for n in numbers} | {f"the {o} {_PREAMBULAR}" for o in ordinals}
    ]
    told = [f"the {series(ordinals)} {_PREAMBULAR}{'s' if len(ordinals) > 1 else ''}"] if ordinals else []
    told += [f"operative paragraph{'s' if len(numbers) > 1 else ''} {series(numbers)}"] if numbers else []
    return series([*left, *told])

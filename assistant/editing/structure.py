"""Commands on the order of a draft: put in, take out, move, split, merge, change kind and level.

Every command is a pure function from a draft to a draft. Ids stay, numbers and labels follow from the order,
references to the draft's own paragraphs follow them, footnotes are numbered anew where calls moved.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from assistant.draft import Draft, Entry, Filling, Origin, bare, folded_words, fresh_id
from assistant.editing.following import followed
from assistant.editing.footnotes import tidy, with_notes, without_orphans
from assistant.editing.pieces import Piece
from assistant.editing.places import families, family, landing, place_of, section_at, settled
from assistant.errors import EditingError
from precedent.numbering import UNNUMBERED
from precedent.resolution import Footnote, Kind, Paragraph

DEEPEST = 3
"""The last level of sub-paragraphs: a., b. below (i) below (a)."""


_COUNTED = (Kind.OPERATIVE, Kind.ANNEX)
"""Kinds that are numbered by their place."""


def insert(
    draft: Draft,
    paragraph: Paragraph,
    *,
    after: str | None,
    footnotes: Sequence[Footnote] = (),
    origin: Origin | None = None,
    filling: Filling | None = None,
) -> tuple[Draft, str]:
    """Put a paragraph in after another, or at the start; its calls refer to `footnotes`.

    It goes behind what belongs to that other paragraph, unless it is a part of it itself. A paragraph that
    names no section stands in its neighbour's.

    Returns:
        The new draft and the id of the new paragraph.

    Raises:
        EditingError: where `after` is not in the draft, or a called note is not in `footnotes`.
    """
    index = landing(draft.entries, after, paragraph)
    clean = bare(Piece.of(paragraph).settled().onto(paragraph))
    placed = replace(clean, section=paragraph.section or section_at(draft.entries, index))
    noted, content = with_notes(draft, placed, footnotes)
    identity = fresh_id({e.id for e in draft.entries}, paragraph.text)
    entry = Entry(id=identity, content=content, origin=origin, filling=filling)
    return followed(draft, tidy(_placed(noted, (entry,), index))), identity


def delete(draft: Draft, ids: Iterable[str]) -> Draft:
    """Take paragraphs out, with their sub-paragraphs and with the notes that only they call.

    Raises:
        EditingError: where an id is not in the draft.
    """
    gone = set(families(draft, ids))
    left = replace(draft, entries=tuple(e for i, e in enumerate(draft.entries) if i not in gone))
    return followed(draft, tidy(without_orphans(draft, left)))


def move(draft: Draft, ids: Iterable[str], *, after: str | None) -> Draft:
    """Put paragraphs, with their sub-paragraphs, after another one or at the start, in the order of the text.

    They stand in the section of their new neighbour, and sub-paragraphs are of their new parent's kind.

    Raises:
        EditingError: where an id is not in the draft, or `after` is one of what moves.
    """
    moving = families(draft, ids)
    if not moving:
        return draft
    block = tuple(draft.entries[i] for i in moving)
    if after in {e.id for e in block}:
        raise EditingError("a paragraph cannot be moved behind itself or one of its own sub-paragraphs")
    left = tuple(e for i, e in enumerate(draft.entries) if i not in set(moving))
    index = landing(left, after, block[0].content)
    section = section_at(left, index) if left else block[0].content.section
    block = tuple(
        e if e.content.section == section else replace(e, content=replace(e.content, section=section))
        for e in block
    )
    return followed(draft, tidy(_placed(replace(draft, entries=left), block, index)))


def _placed(draft: Draft, block: tuple[Entry, ...], index: int) -> Draft:
    entries = (*draft.entries[:index], *block, *draft.entries[index:])
    return replace(draft, entries=settled(entries, index, index + len(block)))


def split(draft: Draft, identity: str, offset: int) -> tuple[Draft, str]:
    """Make two paragraphs of one, at a place in its words; sub-paragraphs follow the second.

    Both come from where the one came from; what was decided about words stays with the words.

    Returns:
        The new draft and the id of the second paragraph.

    Raises:
        EditingError: where there is no such paragraph, or no words on one side of the place.
    """
    index = place_of(draft, identity)
    entry = draft.entries[index]
    first, second = Piece.of(entry.content).cut(max(offset, 0))
    if not first.text or not second.text:
        raise EditingError(
            "there are no words on one side of the place; a paragraph is split within its words"
        )
    new = fresh_id({e.id for e in draft.entries}, second.text)
    pair = (
        _decided(replace(entry, content=first.onto(entry.content)), second.text, first=True),
        _decided(
            replace(entry, id=new, content=second.onto(entry.content), filling=None), first.text, first=False
        ),
    )
    entries = (*draft.entries[:index], *pair, *draft.entries[index + 1 :])
    return followed(draft, tidy(replace(draft, entries=entries))), new


def _decided(half: Entry, other: str, *, first: bool) -> Entry:
    """Half of a paragraph with the decisions on its words; those on words in neither stay in the first."""

    def is_here(words: str) -> bool:
        key = folded_words(words)
        return key in folded_words(half.content.text) or (first and key not in folded_words(other))

    return replace(
        half,
        dismissals=tuple(d for d in half.dismissals if is_here(d.words)),
        changes=tuple(c for c in half.changes if is_here(c.after)),
    )


def merge(draft: Draft, identity: str) -> Draft:
    """Make one paragraph of this one and the next; sub-paragraphs of the next follow.

    Raises:
        EditingError: where there is no next paragraph, or only one of the two is a heading, or they stand in
            different parts of the document.
    """
    index = place_of(draft, identity)
    if index + 1 >= len(draft.entries):
        raise EditingError("this is the last paragraph; there is none to merge it with")
    one, other = draft.entries[index : index + 2]
    if (one.content.kind is Kind.HEADING) != (other.content.kind is Kind.HEADING):
        raise EditingError("a heading and a paragraph cannot be merged")
    if one.content.section != other.content.section:
        raise EditingError("the next paragraph stands in another part of the document")
    merged = replace(
        one,
        content=Piece.of(one.content).joined(Piece.of(other.content)).onto(one.content),
        origin=one.origin or other.origin,
        filling=one.filling or other.filling,
        dismissals=tuple(dict.fromkeys((*one.dismissals, *other.dismissals))),
        changes=(*one.changes, *other.changes),
    )
    entries = (*draft.entries[:index], merged, *draft.entries[index + 2 :])
    changed = tidy(replace(draft, entries=settled(entries, index + 1, family(entries, index).stop)))
    return followed(draft, changed, {other.id: one.id})


def set_kind(draft: Draft, identity: str, kind: Kind) -> Draft:
    """Make a paragraph, with its sub-paragraphs, one of another kind.

    Raises:
        EditingError: where there is no such paragraph.
    """
    index = place_of(draft, identity)
    entry, printed = draft.entries[index], draft.resolution.paragraphs[index]
    heading = Kind.HEADING in (kind, printed.kind)
    content = replace(
        printed,
        kind=kind,
        number=None if heading and kind is not printed.kind else printed.number,
        level=0 if heading else printed.level,
        closing=printed.closing and not heading,
    )
    changed = draft.with_entry(replace(entry, content=bare(content)))
    last = family(draft.entries, index).stop
    return followed(draft, replace(changed, entries=settled(changed.entries, index + 1, last)))


def set_counted(draft: Draft, identity: str, *, counted: bool) -> Draft:
    """Print a paragraph without its number, as "Resolves that:" beside numbered ones, or with it again.

    Raises:
        EditingError: where there is no such paragraph, or its place gives it no number.
    """
    entry = draft.entries[place_of(draft, identity)]
    content = entry.content
    if content.kind not in _COUNTED or content.level or content.closing:
        raise EditingError(
            "only an operative paragraph, or one of an annex, can stand with or without a number; "
            "sub-paragraphs always have their letters"
        )
    without = None if content.kind is Kind.ANNEX else UNNUMBERED
    with_one = "1." if content.kind is Kind.ANNEX else None
    changed = replace(content, number=with_one if counted else without)
    return followed(draft, draft.with_entry(replace(entry, content=changed)))


def set_level(draft: Draft, identity: str, level: int) -> Draft:
    """Make a paragraph a sub-paragraph of that level, or a paragraph again; what belongs to it moves along.

    Raises:
        EditingError: where there is no such paragraph, or no such level for it and its sub-paragraphs.
    """
    index = place_of(draft, identity)
    shift = level - draft.entries[index].content.level
    entries = list(draft.entries)
    members = [i for i in family(draft.entries, index) if i == index or entries[i].content.level]
    deepest = max(entries[i].content.level for i in members) + shift
    if level and draft.entries[index].content.kind is Kind.TABLE:
        raise EditingError(f"{draft.labels[identity]} is a row of a table, which has no sub-paragraphs")
    if level < 0 or deepest > DEEPEST:
        raise EditingError(f"there are no sub-paragraphs below level {DEEPEST} (a., b. below (i) below (a))")
    for i in members:
        content = entries[i].content
        moved = replace(content, level=content.level + shift, closing=content.closing and not level)
        entries[i] = replace(entries[i], content=bare(moved))
    return followed(draft, replace(draft, entries=settled(entries, index, members[-1] + 1)))

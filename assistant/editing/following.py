"""References of a draft to its own paragraphs, which follow them: "paragraph 5 above" becomes "paragraph 6 above".

Where the paragraph that is meant is gone its number is put in brackets, which a rule asks the drafter to settle.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from assistant.draft import Draft, Entry
from assistant.editing.headings import relettered
from assistant.editing.pieces import Piece
from precedent.references import ParagraphReference
from precedent.resolution import Kind, Paragraph

_OWN = ("above", "below", "present")
_ITEM = re.compile(r"(?<![\w/])\d{1,3}(?: ?\([a-z]{1,4}\))*(?![\w/])")
_SIDE = re.compile(r"\b(?:above|below)\Z")


@dataclass(frozen=True, slots=True)
class _Order:
    """The operative paragraphs of a draft: what each is called, and which stands before which."""

    ids: Mapping[str, str]
    """As words call it ("7", "7 (a)") → id."""
    names: Mapping[str, str]
    """Id → as words call it."""
    places: Mapping[str, int]
    """Id → how many paragraphs stand before it."""

    @classmethod
    def of(cls, draft: Draft) -> _Order:
        paragraphs = draft.resolution.paragraphs
        named = {
            entry.id: paragraph.label.removeprefix("OP")
            for entry, paragraph in zip(draft.entries, paragraphs, strict=True)
            if paragraph.kind is Kind.OPERATIVE and not paragraph.section and paragraph.number
        }
        places = {entry.id: place for place, entry in enumerate(draft.entries)}
        return cls({name: identity for identity, name in named.items()}, named, places)


def followed(before: Draft, after: Draft, heirs: Mapping[str, str] | None = None) -> Draft:
    """The draft after an edit of its order: its headings counted anew, references to its own paragraphs following them.

    Args:
        before: the draft before the edit.
        after: the draft with its new order.
        heirs: ids of paragraphs that are gone → those that took up their words.
    """
    after = relettered(before, after)
    if not any("paragraph" in entry.content.text for entry in after.entries):
        return after
    old, new = _Order.of(before), _Order.of(after)
    if old.names == new.names:
        return after
    known = {entry.id for entry in before.entries}
    entries = tuple(
        _rewritten(entry, old, new, heirs or {}) if entry.id in known else entry for entry in after.entries
    )
    return (
        after
        if all(a is b for a, b in zip(entries, after.entries, strict=True))
        else replace(after, entries=entries)
    )


def _rewritten(entry: Entry, old: _Order, new: _Order, heirs: Mapping[str, str]) -> Entry:
    content = entry.content
    if content.section or "paragraph" not in content.text:
        return entry
    from precedent.series import references_in  # with the catalogue of editions, which drafting does without

    piece = Piece.of(content)
    for reference in reversed(references_in(content.text, None)):
        if isinstance(reference, ParagraphReference) and reference.where in _OWN and not reference.quoted:
            words = reference.text(content.text)
            now = _words(words, entry.id, (old, new), heirs)
            if now != words:
                piece = piece.reworded(reference.span.start, reference.span.end, now)
    return entry if piece == Piece.of(content) else replace(entry, content=_settled(piece, content))


def _settled(piece: Piece, content: Paragraph) -> Paragraph:
    return piece.settled().onto(content)


def _words(words: str, own: str, orders: tuple[_Order, _Order], heirs: Mapping[str, str]) -> str:
    """A reference with the new names of what it means, and on which side that stands now."""
    old, new = orders
    sides: set[bool] = set()

    def renamed(match: re.Match[str]) -> str:
        name = re.sub(r"(?<=[\d)])\(", " (", match[0])
        identity = old.ids.get(name)
        if identity is None:  # the text had no such paragraph
            return match[0]
        identity = heirs.get(identity, identity)
        if identity not in new.names:
            return f"[{match[0]}]"
        sides.add(new.places[identity] < new.places[own])
        return new.names[identity]

    now = _ITEM.sub(renamed, words)
    if now == words and len(sides) != 1:
        return words
    if len(sides) == 1:
        now = _SIDE.sub("above" if sides.pop() else "below", now)
    return now

"""The proof of a redline: the written file, read again with all changes accepted and with all rejected."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from assistant.export.blocks import Layout
from assistant.export.errors import ExportError
from assistant.export.word import word_file
from precedent.errors import UnreadableFileError
from precedent.reading import word
from precedent.resolution import Resolution
from precedent.review import Version


@dataclass(frozen=True, slots=True)
class Proof:
    """What was found the same: how many paragraphs and notes of the new text and of the base."""

    accepted: tuple[int, int]
    rejected: tuple[int, int]
    earlier: tuple[tuple[str, int], ...] = ()
    """Others whose changes are kept as theirs, and how many of each."""

    def __str__(self) -> str:
        (paragraphs, notes), (former, earlier) = self.accepted, self.rejected
        kept = ", ".join(f"{author or 'nobody named'} ({count})" for author, count in self.earlier)
        kept = f"; changes kept as those of others: {kept}" if kept else ""
        return (
            f"proved: with all changes accepted it is the new text ({paragraphs} paragraphs, {notes} notes), "
            f"with all rejected the base ({former} paragraphs, {earlier} notes){kept}"
        )


def prove(marked: bytes, base: Layout, new: Layout, author: str = "") -> Proof:
    """Read a redline in both versions and hold them against clean files of the two texts, read by the same reader.

    Words, numbers, levels, italics, calls, notes and the lines above the title have to be the same.

    Args:
        marked: the redline.
        base: the text with all changes rejected.
        new: the text with all changes accepted.
        author: whose redline it is; changes of anybody else are those of others.

    Raises:
        ExportError: they are not; the message names the first place.
    """
    try:
        accepted, rejected = word.read(marked, "redline"), word.read(marked, "redline", "original")
        hands = [change.author for change in accepted.changes]
        hands += [change.put_in_by.author for change in accepted.changes if change.put_in_by]
        counts = Counter(hand for hand in hands if hand != author)
        return Proof(
            _same(accepted, "accepted", new), _same(rejected, "original", base), tuple(counts.most_common())
        )
    except UnreadableFileError as problem:
        raise ExportError(
            "the redline was not written: it is too long to be read again and proved; export without --redline"
        ) from problem


def _same(found: Resolution, version: Version, layout: Layout) -> tuple[int, int]:
    wanted = word.read(word_file(layout), "text")
    for (place, one), (_, other) in zip(_seen(found), _seen(wanted), strict=False):
        if one != other:
            which = (
                "accepted, it is not the new text"
                if version == "accepted"
                else "rejected, it is not the base"
            )
            raise ExportError(
                f"the redline was not written: with all changes {which} at {place}. This is a fault of Penholder; "
                "export without --redline and let Word compare the two documents"
            )
    return len(found.paragraphs), len(found.footnotes)


def _seen(resolution: Resolution) -> list[tuple[str, object]]:
    """Everything that a reader of the page sees, with its place."""
    head = resolution.masthead
    return [
        ("the masthead", (head.symbol, head.session, head.committee, head.agenda_item, head.agenda_title)),
        ("the lines above the title", (head.sponsor_line, head.adopted, head.report)),
        ("the title", resolution.title),
        ("the enacting words", resolution.enacting),
        *((p.label, (p.kind, p.number, p.level, p.text, p.notes, p.italics)) for p in resolution.paragraphs),
        *((n.label, (n.text, n.italics)) for n in resolution.footnotes),
        ("the end", (len(resolution.paragraphs), len(resolution.footnotes))),
    ]

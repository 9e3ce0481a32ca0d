"""What the outline shows: paragraphs below a heading, or below another paragraph, may be folded away."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from assistant.draft import Entry
from assistant.editing.places import family
from assistant.labels import squeezed
from precedent.resolution import Kind, Resolution


def below(entries: Sequence[Entry], place: int) -> range:
    """Indexes of what a heading heads, or of what belongs to a paragraph; without itself."""
    head = entries[place].content
    if head.kind is not Kind.HEADING:
        return range(place + 1, family(entries, place).stop)
    end = (
        i
        for i in range(place + 1, len(entries))
        if (entries[i].content.kind is Kind.HEADING and entries[i].content.level <= head.level)
        or entries[i].content.section != head.section
    )
    return range(place + 1, next(end, len(entries)))


def visible(entries: Sequence[Entry], folded: Collection[str]) -> list[int]:
    """Indexes of what is not folded away."""
    hidden: set[int] = set()
    if folded:
        for place, entry in enumerate(entries):
            if entry.id in folded:
                hidden |= set(below(entries, place))
    return [i for i in range(len(entries)) if i not in hidden]


def meant(resolution: Resolution, typed: str, here: int) -> int | None:
    """Index of the paragraph that somebody means who types a label, a number, or some words of it.

    "OP7", "pp 12", "7" (the operative paragraph first), "17b" for OP17 (a)'s neighbour; words are looked for from the
    paragraph after `here` on, round the end of the text.
    """
    wanted = squeezed(typed)
    if not wanted:
        return None
    labels = [squeezed(p.label) for p in resolution.paragraphs]
    for form in (wanted, f"op{wanted}", f"pp{wanted}"):
        for exact in (True, False):
            for place, label in enumerate(labels):
                if label == form or (not exact and label.endswith(form) and not wanted.isdigit()):
                    return place
    words = " ".join(typed.lower().split())
    count = len(labels)
    order = [(here + 1 + step) % count for step in range(count)]
    return next((i for i in order if words in resolution.paragraphs[i].text.lower()), None)

"""Labels as people type them, and the paragraphs that they mean: OP7, "op 7 (a)", op7.a, PP1-PP5, preamble."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from assistant.draft import Draft
from assistant.editing.places import family
from assistant.errors import EditingError
from precedent.resolution import Kind

PARTS = {"preamble": Kind.PREAMBULAR, "operative": Kind.OPERATIVE}
"""Words for every paragraph of a part; "all" is every paragraph there is."""


class NoSuchLabelError(EditingError):
    """A label was named that no paragraph of the draft carries."""


def label_of(typed: str) -> str:
    """A label as texts have it, however it was typed: "op17(a)" and op17.a, which a shell lets pass, are OP17 (a)."""
    spread = re.sub(r"(?<=[\w)])\.(\w+)", r" (\1)", typed)
    spaced = " ".join(spread.replace("(", " (").split())
    return re.sub(r"\b(PP|OP|FN|H|X) ?(?=[\d*])", lambda found: found[1].upper(), spaced, flags=re.IGNORECASE)


def dotted(label: str) -> str:
    """A label without a space or a parenthesis, as it is typed in a shell: op17.a."""
    return re.sub(r" ?\((\w+)\)", r".\1", label).replace(" ", "").replace("–", "-")


def squeezed(label: str) -> str:
    """A label without what people leave out when they type it."""
    return re.sub(r"[\s().]+", "", re.sub("[–—]", "-", label)).lower()


def named(draft: Draft, typed: Iterable[str]) -> tuple[str, ...]:
    """Ids of the paragraphs that labels, ranges of labels (PP1-PP5, OP3-7), ids or words for parts mean, in order.

    Raises:
        NoSuchLabelError: says which of them means none.
    """
    places = {place for words in typed for place in _meant(draft, words.strip())}
    return tuple(entry.id for place, entry in enumerate(draft.entries) if place in places)


def one_named(draft: Draft, typed: str) -> str:
    """The id of the one paragraph that a label or an id means.

    Raises:
        NoSuchLabelError: there is none.
    """
    place = _place(draft, typed.strip())
    if place is None:
        raise NoSuchLabelError(_missing(draft, typed))
    return draft.entries[place].id


def listed(labels: Iterable[str]) -> str:
    """Labels as one says them: "OP7", "OP7 and OP9", "OP7 and 4 more"."""
    names = [label or "a paragraph" for label in labels]
    if len(names) <= 2:
        return " and ".join(names)
    return f"{names[0]} and {len(names) - 1} more"


def _meant(draft: Draft, typed: str) -> Iterator[int]:
    alone = _place(draft, typed)
    if alone is not None:
        yield alone
        return
    if typed.lower() == "all":
        yield from range(len(draft.entries))
        return
    kind = PARTS.get(typed.lower())
    if kind is not None:
        yield from (place for place, entry in enumerate(draft.entries) if entry.content.kind is kind)
        return
    first, _, last = (part.strip() for part in re.sub("[–—]", "-", typed).partition("-"))
    if last[:1].isdigit():
        last = re.sub(r"\d+\D*$", "", first) + last
    start, end = _place(draft, first), _place(draft, last) if last else None
    if start is None or end is None or end < start:
        raise NoSuchLabelError(_missing(draft, typed))
    yield from range(start, family(draft.entries, end).stop)


def _place(draft: Draft, typed: str) -> int | None:
    wanted = squeezed(label_of(typed))
    labels = draft.labels
    found = (place for place, own in enumerate(labels.values()) if wanted and squeezed(own) == wanted)
    by_id = (place for place, identity in enumerate(labels) if identity == typed)
    return next(found, next(by_id, None))


def _missing(draft: Draft, typed: str) -> str:
    labels = [label for label in draft.labels.values() if label]
    there = f"its labels go from {labels[0]} to {labels[-1]}" if labels else "it has no paragraphs yet"
    return f"there is no {typed or 'paragraph without a label'} in it; {there}: penholder outline lists them"

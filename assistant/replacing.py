"""Find and replace over a whole text: every place first, then all of them changed in one step.

What is replaced is looked for in paragraphs, footnotes and the title. A place that lies inside a unit, as "79/1" does
in "resolution 79/194", is told apart: it is hardly ever meant. Italics and calls of notes stay at their words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from assistant.draft import Draft
from assistant.editing import TITLE, replace_words
from assistant.errors import EditingError
from precedent.wording import units

_SMALL = 3
"""Letters of words that have no capital inside a name."""


@dataclass(frozen=True, slots=True)
class Place:
    """One place where the words stand; `label` is a paragraph's, a footnote's (FN3) or `title`."""

    label: str
    start: int
    end: int
    found: str
    words: str
    """What would stand there instead."""
    whole: bool
    """Whether it begins and ends where units do: not "79/1" in "79/194", not "port" in "report"."""

    def around(self, text: str, room: int = 30) -> tuple[str, str]:
        """The words before and after it, cut to about that many characters."""
        before, after = text[: self.start], text[self.end :]
        before = before if len(before) <= room else "…" + before[-room:]
        return before, after if len(after) <= room else after[:room] + "…"


def texts(draft: Draft) -> Iterator[tuple[str, str]]:
    """(label, words) of everything that is searched, in the order of the text."""
    if draft.title:
        yield TITLE, draft.title
    yield from draft.resolution.places()


def places(draft: Draft, sought: str, words: str, *, match_case: bool = False) -> tuple[Place, ...]:
    """Every place where `sought` stands, white space alike, with what would replace it.

    Without `match_case` capitals do not matter, and words that begin a sentence keep their capital.
    """
    if not sought.strip():
        return ()
    pattern = re.compile(
        r"\s+".join(re.escape(word) for word in sought.split()), 0 if match_case else re.IGNORECASE
    )
    found = []
    for label, text in texts(draft):
        matches = list(pattern.finditer(text))
        if not matches:
            continue
        edges = _edges(text)
        for match in matches:
            instead = words if match_case else _as_capital(words, match[0], sought)
            whole = match.start() in edges and match.end() in edges
            found.append(Place(label, match.start(), match.end(), match[0], instead, whole))
    return tuple(found)


def _edges(text: str) -> set[int]:
    """Every offset at which no unit is cut."""
    inside = {at for unit in units(text) for at in range(unit.span.start + 1, unit.span.end)}
    # A word inside a unit of several ("14 December 2022") is a word all the same, figures are not.
    words = {edge for word in re.finditer(r"(?<![\w/-])[^\W\d]+(?![\w/-])", text) for edge in word.span()}
    return (set(range(len(text) + 1)) - inside) | words


def _as_capital(words: str, found: str, sought: str) -> str:
    """The new words with the capitals of a name, or of the beginning of a sentence, where the old ones had them."""
    if not sought.islower() or not words.islower():
        return words
    long = [word for word in found.split() if len(word) > _SMALL]
    if len(found.split()) > 1 and long and all(word[0].isupper() for word in long):
        return " ".join(word.capitalize() if len(word) > _SMALL else word for word in words.split(" "))
    return words[:1].upper() + words[1:] if found[:1].isupper() else words


def replaced(draft: Draft, chosen: Iterable[Place]) -> Draft:
    """The draft with the words of these places replaced.

    Raises:
        EditingError: the words do not stand there any more; nothing is changed then.
    """
    known = dict(texts(draft))
    ordered = sorted(chosen, key=lambda place: (place.label, place.start))
    for label, group in groupby(ordered, key=lambda place: place.label):
        text, end = known.get(label, ""), None
        for place in reversed(list(group)):  # from the end, so that the offsets before stay right
            if text[place.start : place.end] != place.found or (end is not None and place.end > end):
                raise EditingError(f"{label} does not say “{place.found}” there any more; search again")
            end = place.start
            draft = replace_words(draft, label, place.start, place.end, place.words)
    return draft


def told(chosen: Sequence[Place], sought: str, words: str) -> str:
    """The step as the drafter reads it: Replace “x” by “y” in 6 places."""
    count = f"{len(chosen)} place{'' if len(chosen) == 1 else 's'}"
    return f"Replace “{sought}” by “{words}” in {count}" if words else f"Take out “{sought}” in {count}"

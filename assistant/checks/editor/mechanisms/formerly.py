"""Names that changed, judged as of the date of the text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from assistant.checks.editor.mechanisms.words import Words
from assistant.checks.editor.place import Hit, Place, Text
from precedent.resolution import Resolution

KEPT: Final = 8192
"""Places whose findings are kept: some twenty long texts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Formerly:
    """Words of former times, met in texts of a day from which on there are others."""

    instead: Mapping[str, str]
    """The words that are met, each with those to put in its place; "" where nobody can know."""
    since: Mapping[str, str] = field(default_factory=dict)
    """For some of them the day from which on the other words hold, 2022-06-01; without it they always did."""
    unless: tuple[str, ...] = ()
    """Patterns of words that are meant so: what lies within one of them is left alone."""
    message: str = ""
    """In the place of the rule's; `{found}` and `{instead}` stand for the words."""
    _since: Mapping[str, dt.date] = field(init=False, repr=False)
    _met: Callable[[Place], tuple[Hit, ...]] = field(init=False, repr=False)
    """What is met in a place whatever the day; kept, since a text is read again after each edit."""

    def __post_init__(self) -> None:
        unknown = set(self.since) - set(self.instead)
        if unknown:
            raise ValueError(f"since: {min(unknown)!r} is none of the words that are met")
        days = {words: dt.date.fromisoformat(day) for words, day in self.since.items()}
        words = Words(instead=self.instead, unless=self.unless, case=True, message=self.message)
        object.__setattr__(self, "_since", days)
        object.__setattr__(self, "_met", lru_cache(maxsize=KEPT)(lambda place: tuple(words.meets(place))))

    def meets_in(self, text: Text) -> Iterator[tuple[str, Hit]]:
        """Every such name, where the text is of a day on which it was no longer used."""
        day = text.day or _day_of(text.resolution)
        for label, place in text.places:
            for hit in self._met(place):
                since = self._since.get(place.text[hit.start : hit.end])
                if since is None or day is None or since <= day:
                    yield label, hit


def _day_of(resolution: Resolution) -> dt.date | None:
    """The day of a text, for a draft the last of its session; None where nobody can tell."""
    head = resolution.masthead
    if head.adopted or head.date:
        return head.adopted or head.date
    try:
        session = head.session_value
        return session.days[1] if session and not session.kind else None
    except ValueError:
        return None

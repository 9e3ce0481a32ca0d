"""A pattern, what to put in its place, and where it is meant as it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from assistant.checks.editor.place import Hit, Place, guarded


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """A regular expression; of two alternatives that match at one place the first in reading order counts."""

    find: str
    """The pattern; a group named `at` is what the finding quotes, else all of it."""
    replace: str | None = None
    """What to put in the place of what is quoted, with `\\g<name>` for groups; None where nobody can know."""
    unless: tuple[str, ...] = ()
    """Patterns of words that are meant so: what lies within one of them is left alone."""
    quoted: bool = False
    """Whether it looks within quotation marks and titles in italics too."""
    case: bool = True
    """Whether capitals and small letters differ."""
    message: str = ""
    """In the place of the rule's; `{found}` and `{instead}` stand for the words."""
    _find: re.Pattern[str] = field(init=False, repr=False)
    _unless: re.Pattern[str] | None = field(init=False, repr=False)

    def __post_init__(self) -> None:
        flags = re.NOFLAG if self.case else re.IGNORECASE
        object.__setattr__(self, "_find", re.compile(self.find, flags))
        joined = "|".join(f"(?:{each})" for each in self.unless)
        object.__setattr__(self, "_unless", re.compile(joined, flags) if joined else None)
        if self.replace is not None:
            re.sub(self._find, self.replace, "")  # a bad template is told now, not at the first match

    def meets(self, place: Place) -> Iterator[Hit]:
        """Every match that no exception covers."""
        text = place.text
        matches = list(self._find.finditer(text))
        if not matches:
            return
        meant = [match.span() for match in self._unless.finditer(text)] if self._unless else []
        if not self.quoted:
            meant += [(span.start, span.end) for span in guarded(place)]
        for match in matches:
            start, end = match.span("at" if "at" in self._find.groupindex else 0)
            if any(first <= start and end <= last for first, last in meant):
                continue
            instead = None if self.replace is None else match.expand(self.replace)
            if instead != text[start:end]:
                yield Hit(start, end, instead, said(self.message, text[start:end], instead))


def said(message: str, found: str, instead: str | None) -> str:
    """A message with the words put in."""
    return message.replace("{found}", found).replace("{instead}", instead or "")

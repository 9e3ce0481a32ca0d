"""Towns with and without their country: it stands with a town at its first mention, and not with a capital."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from assistant.checks.editor.place import Hit, Place, Text, guarded
from assistant.checks.rule import Part

_READ = (Part.PREAMBULAR, Part.OPERATIVE, Part.SUB)


@dataclass(frozen=True, slots=True, kw_only=True)
class Towns:
    """Capitals with their country, and other towns that are first mentioned without it."""

    capitals: Mapping[str, str]
    """Each with its country, which is left out."""
    towns: Mapping[str, str]
    """Each with its country, which is named."""
    _find: re.Pattern[str] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        names = "|".join(map(re.escape, sorted((*self.capitals, *self.towns), key=len, reverse=True)))
        find = re.compile(
            rf"\b(?:in|at) (?P<town>{names})\b(?! [A-Z]|[-’–/])(?P<after>, (?:the )?[A-Z][^,;.]*)?"
        )
        object.__setattr__(self, "_find", find)

    def meets_in(self, text: Text) -> Iterator[tuple[str, Hit]]:
        """Each such place outside quotation marks."""
        named: set[str] = set()
        for label, place in text.places:
            for match in _matches(self._find, place) if place.part in _READ else ():
                town = match["town"]
                country = self.capitals.get(town) or self.towns[town]
                follows = (match["after"] or "").startswith((f", {country}", f", the {country}"))
                start, end = match.span("town")
                if town in self.capitals and follows:
                    over = match.start("after") + (match["after"].index(country)) + len(country)
                    message = f"{town} is a capital: its country is left out"
                    yield label, Hit(start, over, town, message)
                elif (
                    town in self.towns
                    and not match["after"]
                    and country not in place.text
                    and town not in named
                ):
                    yield (
                        label,
                        Hit(
                            start, end, f"{town}, {country}", f"the country stands with it: {town}, {country}"
                        ),
                    )
                named.add(town)


@lru_cache(maxsize=4096)
def _matches(find: re.Pattern[str], place: Place) -> tuple[re.Match[str], ...]:
    """The towns of a place; kept for the next reading."""
    return tuple(
        match
        for match in find.finditer(place.text)
        if not any(span.start <= match.start("town") < span.end for span in guarded(place))
    )

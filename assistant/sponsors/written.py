"""What a drafter writes of the sponsors, read as values: names in any spelling, groups, marks.

"Iraq (on behalf of the G77); Turkey; Bolivia" are three sponsors, the first of which speaks for a group.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from assistant.sponsors.groups import group_named, known_group
from precedent.names import STATES, letters, parted, spelled

_BEHALF = re.compile(
    r",? ?\((?:also )?on behalf of (?P<inside>[^()]*(?:\([^()]*\)[^()]*)*)\)"
    r"|,? (?:also )?on behalf of (?P<rest>.+)$"
    r"| ?\((?P<named>[^()]+)\)",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"(?:(?:revised )?draft (?:resolution|decision)s? submitted by )?(?:the )?"
    r"(?P<who>(?:Acting )?(?:President|Chair|Vice-Chair|Co-Chairs?|Rapporteur|Facilitators?|Bureau|Secretary-General)"
    r"\b(?! [A-Z]).*)",
    re.DOTALL,
)
_MARK = "\ue000"
"""Stands behind a name in place of the words that say for whom its State speaks."""
_LAST = ("Holy See", "State of Palestine", "Cook Islands", "Niue")
"""States that are not Members of the United Nations: they follow those that are."""


@dataclass(frozen=True, slots=True)
class Sponsor:
    """One State that submits a draft."""

    name: str
    """In list form; as it is written where no State has that name."""
    group: str = ""
    """In whose name it submits the draft, besides its own; empty for none."""
    outside: bool = False
    """Whether it is marked as no member of the organ, as drafts of the Human Rights Council mark it."""

    @property
    def known(self) -> bool:
        """Whether a State has that name."""
        return self.name in STATES

    @property
    def as_written(self) -> str:
        """How a drafter writes it; `written` reads it."""
        group = f" (on behalf of the {self.group})" if self.group else ""
        return f"{self.name}{'*' if self.outside else ''}{group}"


def written(sponsors: Iterable[str]) -> tuple[Sponsor, ...]:
    """The sponsors in the order given, each once; nothing where an officer submits the draft."""
    entries = tuple(sponsors)
    if officer(entries):
        return ()
    found: dict[str, Sponsor] = {}
    for part in (part for entry in entries for part in entry.split(";")):
        for sponsor in _read(part):
            known = found.get(sponsor.name)
            found[sponsor.name] = _joined(known, sponsor) if known else sponsor
    return tuple(found.values())


def officer(sponsors: Iterable[str]) -> str:
    """The officer who submits a draft ("Chair of the Committee"); empty where States do."""
    entries = tuple(entry for entry in sponsors if entry.strip())
    found = _OFFICE.fullmatch(" ".join(entries[0].split()).rstrip(".")) if len(entries) == 1 else None
    return found["who"] if found else ""


def in_order(sponsors: Iterable[Sponsor]) -> tuple[Sponsor, ...]:
    """The sponsors as a list of the United Nations has them: Members by the alphabet, then observer States."""
    return tuple(sorted(sponsors, key=lambda s: (s.name in _LAST, letters(s.name), s.name)))


def _read(entry: str) -> Iterator[Sponsor]:
    groups: list[str] = []

    def marked(found: re.Match[str]) -> str:
        if found["named"] and known_group(found["named"]) is None:
            return found[0]  # Bolivia (Plurinational State of)
        groups.append(group_named(found["inside"] or found["rest"] or found["named"]))
        return _MARK

    alone = spelled(entry.strip(" .;,"))
    words = entry if "*" in entry or alone not in STATES else alone  # "St Kitts and Nevis" is one
    for part in parted(_BEHALF.sub(marked, " ".join(words.split()))):
        name = part.replace(_MARK, "").strip(" *.;,")
        name = re.sub(r"^the (?=[A-ZÀ-Þ])", "", name)
        if name:
            group = groups.pop(0) if _MARK in part else ""
            yield Sponsor(spelled(name), group, "*" in part)


def _joined(one: Sponsor, other: Sponsor) -> Sponsor:
    return replace(one, group=one.group or other.group, outside=one.outside or other.outside)

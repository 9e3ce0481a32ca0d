"""Tracked changes: which words stand in the version that is read, and what is told of the others."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from lxml import etree

from precedent.reading.akn.runs import local
from precedent.reading.word.styles import child, value
from precedent.review import ChangeKind

_ADDED: Final = frozenset({"ins", "moveTo", "cellIns"})
_REMOVED: Final = frozenset({"del", "moveFrom", "cellDel"})
_KINDS: Final = {
    "ins": ChangeKind.INSERTED,
    "del": ChangeKind.DELETED,
    "moveTo": ChangeKind.MOVED_HERE,
    "moveFrom": ChangeKind.MOVED_AWAY,
    "cellIns": ChangeKind.INSERTED,
    "cellDel": ChangeKind.DELETED,
}
_PUT_IN: Final = (ChangeKind.INSERTED, ChangeKind.MOVED_HERE)
_MOST_NAMED: Final = 5


class Change(NamedTuple):
    """What was done to some words, by whom and when."""

    kind: ChangeKind
    author: str
    date: str
    within: Change | None = None
    """That had put in the words which this one took out."""


def change_of(element: etree._Element) -> Change | None:
    """The change that an element tells; None for any other."""
    kind = _KINDS.get(local(element))
    return Change(kind, value(element, "author") or "", value(element, "date") or "") if kind else None


def change_within(element: etree._Element, above: Change | None) -> Change | None:
    """The same for an element that stands within a change."""
    change = change_of(element)
    if change and above and local(element) in _REMOVED and above.kind in _PUT_IN:
        return change._replace(within=above)
    return change


def change_in(properties: etree._Element | None) -> Change | None:
    """The change that the properties of a row or a cell tell."""
    return next(filter(None, map(change_of, () if properties is None else properties)), None)


def cancels(change: Change) -> frozenset[str]:
    """Names of the changes within a change whose words stand in neither version: put in, and taken out again."""
    return _ADDED if change.kind in (ChangeKind.DELETED, ChangeKind.MOVED_AWAY) else _REMOVED


def moment(date: str) -> dt.datetime | None:
    """A date as Word notes it: by the clock of the one who wrote, whatever zone it claims."""
    try:
        return dt.datetime.fromisoformat(date).replace(tzinfo=None)
    except ValueError:
        return None


@dataclass(slots=True)
class Revisions:
    """Decides for one version of a document, and counts the changes that it meets."""

    original: bool = False
    """Whether the text is read as it was before the changes, and not as it is with all of them accepted."""
    changes: set[tuple[str, str, str, str]] = field(default_factory=set)
    """Kind, id, author and date of each change."""

    def keeps(self, element: etree._Element) -> bool:
        """Whether an element stands in this version; one that is no change does."""
        name = local(element)
        if name not in _ADDED and name not in _REMOVED:
            return True
        self._count(element, name)
        return name in (_REMOVED if self.original else _ADDED)

    def keeps_part(self, properties: etree._Element | None) -> bool:
        """Whether a row or a cell with such properties stands in this version."""
        kept = {self.keeps(part) for part in (() if properties is None else properties)}
        return False not in kept

    def joins(self, properties: etree._Element | None) -> bool:
        """Whether the mark that ends a paragraph is not there in this version, so that the next one goes on."""
        return not self.keeps_part(child(properties, "rPr"))

    def _count(self, element: etree._Element, name: str) -> None:
        self.changes.add(
            (
                name,
                value(element, "id") or str(len(self.changes)),
                value(element, "author") or "",
                value(element, "date") or "",
            )
        )

    def told(self) -> str:
        """What is said of the changes; empty where there are none."""
        if not self.changes:
            return ""
        count = len(self.changes)
        authors = Counter(author for _, _, author, _ in self.changes if author)
        named = [name for name, _ in sorted(authors.items(), key=lambda of: (-of[1], of[0]))]
        more = f" and {len(named) - _MOST_NAMED} more" if len(named) > _MOST_NAMED else ""
        by = f" by {', '.join(named[:_MOST_NAMED])}{more}" if named else ""
        read = (
            "read as it was before them; read it as accepted to see it with them"
            if self.original
            else "read as if all were accepted; the original version can be read as well"
        )
        return f"The file has {count} tracked change{'s' if count > 1 else ''}{by}; it was {read}."

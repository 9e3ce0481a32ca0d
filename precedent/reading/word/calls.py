"""The notes that a text calls, numbered as Word numbers them."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from precedent.reading.akn.runs import local
from precedent.reading.word.numbering import counted
from precedent.reading.word.styles import ON, value
from precedent.reading.word.tree import symbol


@dataclass(slots=True)
class Calls:
    """The notes that were called so far, in the order of their first calls."""

    markers: dict[tuple[str, str], str] = field(default_factory=dict)
    """By kind ("footnote", "endnote") and id."""
    formats: dict[str, str] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
    typed: set[tuple[str, str]] = field(default_factory=set)
    """Those whose mark is typed, in the call and in the note."""

    def take(self, reference: etree._Element, kind: str) -> str:
        """The marker of the note that an element calls."""
        own = ""
        if is_typed(reference):
            rest = "".join(symbol(e) if local(e) == "sym" else e.text or "" for e in reference.itersiblings())
            own = " ".join(rest.split())[:8] or "*"
        return self._call(kind, value(reference, "id") or "", own)

    def _call(self, kind: str, identity: str, own: str) -> str:
        key = (kind, identity)
        if key not in self.markers:
            if own:
                self.typed.add(key)
            else:
                self.counts[kind] = self.counts.get(kind, 0) + 1
            form = self.formats.get(kind, "decimal" if kind == "footnote" else "lowerRoman")
            self.markers[key] = own or counted(self.counts[kind], form)
        return self.markers[key]


def is_typed(reference: etree._Element) -> bool:
    """Whether the mark of a note is typed behind its call, and not counted."""
    return value(reference, "customMarkFollows") in ON

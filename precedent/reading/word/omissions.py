"""What a file holds beside its words, or hides: left out of the text, and told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from precedent.reading.akn.runs import local

_DRAWING_TEXT: Final = "/drawingml/"


@dataclass(slots=True)
class Omissions:
    """Everything of one document that no paragraph has a place for."""

    hidden: list[str] = field(default_factory=list)
    """Words that are set as hidden."""
    readings: list[str] = field(default_factory=list)
    """How characters are read, printed small above them (ruby)."""
    drawn: list[str] = field(default_factory=list)
    """Words within a drawing that are no text of Word."""
    embedded: list[str] = field(default_factory=list)
    """Files within the file, by the program that made them ("Excel.Sheet.12"); empty where it is not said."""
    pictures: int = 0
    charts: int = 0
    diagrams: int = 0

    def look_at(self, drawing: etree._Element) -> None:
        """A drawing of either kind, or an embedded object."""
        embeds = False
        waiting = [drawing]
        while waiting:
            part = waiting.pop()
            name = local(part)
            if name == "OLEObject":
                embeds = True
                self.embedded.append((part.get("ProgID") or "")[:60])
            elif name == "pic" or (name == "imagedata" and local(drawing) == "pict"):
                self.pictures += 1
            elif name == "chart":
                self.charts += 1
            elif name == "relIds":
                self.diagrams += 1
            elif name == "textpath":
                self.drawn.append(part.get("string") or "")
            elif name == "t" and _DRAWING_TEXT in str(part.tag):
                self.drawn.append(part.text or "")
            elif name not in ("txbxContent", "Fallback"):
                waiting += reversed(part)
        if local(drawing) == "object" and not embeds:
            self.embedded.append("")

    def told(self) -> Iterator[str]:
        """One sentence for each kind."""
        for what, words in (
            ("Hidden words", self.hidden),
            ("Readings above characters", self.readings),
            ("Words drawn in a picture", self.drawn),
        ):
            if said := " ".join(" ".join(words).split()):
                yield f"{what} are left out: {said}"
        if self.embedded:
            count, named = len(self.embedded), ", ".join(sorted({name for name in self.embedded if name}))
            what = "A file that is embedded" if count == 1 else f"{count} files that are embedded"
            yield f"{what} in it {'is' if count == 1 else 'are'} left out{f' ({named})' if named else ''}."
        counts = ((self.pictures, "picture"), (self.charts, "chart"), (self.diagrams, "diagram"))
        drawn = [f"{count} {name}{'s' if count > 1 else ''}" for count, name in counts if count]
        if drawn:
            yield f"Left out, as it is no text: {', '.join(drawn)}."

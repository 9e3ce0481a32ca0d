"""What stands in the body of the UN's XML, in order, before it is decided what each piece is."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import Final

from precedent.reading.akn.runs import NOTHING, Printed
from precedent.resolution import Kind

ANNEX_NAMES: Final = "Annexe?|Appendi(?:x|ce)|Anexo|Apéndice|Приложение|附件|المرفق"
"""What an annex is headed with in the six languages, as a pattern."""


class Nature(Enum):
    """What a stretch of text is to the document that holds it."""

    MAIN = "the resolution itself"
    PART = "one of several resolutions in a document"
    ANNEX = "an annex"
    DRAFT = "a text recommended for adoption by another organ"


@dataclass(slots=True, kw_only=True)
class Item:
    """One piece of text with what the file says of it; `kind` is None where the file leaves it open."""

    words: Printed = NOTHING
    kind: Kind | None = None
    number: str = ""
    level: int = 0
    """Depth in a list as the file nests it; 0 also for sub-paragraphs that a file sets beside their parent."""
    closing: bool = False
    mark: str = ""
    """For a heading: the name of the part that it may open, "I" or "A"."""
    depth: int = 0
    """For a heading: how far down it stands, by its style or its place."""


@dataclass(slots=True)
class Scope:
    """A stretch of text whose paragraphs are numbered together, unless headings divide it."""

    name: str
    nature: Nature
    items: list[Item] = field(default_factory=list)

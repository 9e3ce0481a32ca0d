"""The notes at the feet of the pages; one that a page cuts in two goes on below the next page's rule."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from precedent.reading.pdf.lines import Line, Part, Sheet
from precedent.reading.pdf.printing import printed
from precedent.resolution import Footnote

_RAISED: Final = re.compile(r"\s*(?P<mark>\d{1,3}|[a-z])\s*")
_STARS: Final = re.compile(r"\s*(?P<mark>\*{1,4})\s*(?P<rest>.*)", re.DOTALL)


@dataclass(slots=True)
class Note:
    """A note as it is put together from lines."""

    marker: str
    page: int
    lines: list[Line] = field(default_factory=list)


def gather(sheets: Sequence[Sheet]) -> tuple[list[Note], list[str]]:
    """The notes in order, and what stands among them without a mark."""
    found: list[Note] = []
    loose: list[str] = []
    for sheet in sheets:
        for line in sheet.notes:
            marker, rest = _marked(line)
            if marker:
                found.append(Note(marker, line.page, [rest]))
            elif found:
                found[-1].lines.append(line)
            else:
                loose.append(line.text)
    return found, loose


def footnote(note: Note, section: str = "") -> Footnote:
    """A note as the anatomy holds it."""
    words = printed(note.lines)
    return Footnote(
        marker=note.marker, text=words.text, italics=words.italics, links=words.links, section=section
    )


def _marked(line: Line) -> tuple[str, Line]:
    """The mark that a line begins with, and the line without it."""
    for place, part in enumerate(line.parts):
        if not part.text.strip():
            continue
        rest: list[Part] = []
        if part.raised and (found := _RAISED.fullmatch(part.text)):
            mark = found["mark"]
        elif stars := _STARS.fullmatch(part.text):
            mark = stars["mark"]
            rest = [part._replace(text=stars["rest"], raised=False)]
        else:
            break
        parts = rest + line.parts[place + 1 :]
        return mark, replace(line, parts=parts)
    return "", line

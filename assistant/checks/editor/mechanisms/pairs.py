"""Quotation marks and brackets that come in pairs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from assistant.checks.editor.place import Hit, Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairs:
    """Marks that are opened and not closed, or closed and not opened, within one paragraph."""

    marks: Mapping[str, str]
    """Each opening mark with its closing one."""

    def meets(self, place: Place) -> Iterator[Hit]:
        """Each mark that stands alone."""
        opened: list[tuple[int, str]] = []
        closing = {close: opening for opening, close in self.marks.items()}
        for offset, mark in enumerate(place.text):
            if mark in self.marks:
                opened.append((offset, mark))
            elif mark in closing:
                if opened and opened[-1][1] == closing[mark]:
                    opened.pop()
                else:
                    yield Hit(offset, offset + 1, None, f"“{closing[mark]}” is missing: what is closed here?")
        for offset, mark in opened:
            yield Hit(offset, offset + 1, None, f"“{self.marks[mark]}” is missing: where does it end?")

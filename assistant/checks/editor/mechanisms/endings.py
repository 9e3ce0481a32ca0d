"""The mark that a paragraph ends with, by where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.checks.editor.place import Hit, Place

_MARK = re.compile(r"[,;.:]?$")
_CLOSED = ("”", '"', ")", "’")
"""A quotation or a parenthesis at the end may hold the mark."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """Paragraphs that end with another mark than their place asks for."""

    marks: tuple[str, ...]
    """The marks that it minds: where another is asked for, another rule speaks."""
    never: bool = False
    """Whether it minds a colon that introduces nothing, whatever mark should stand there."""

    def meets(self, place: Place) -> Iterator[Hit]:
        """The end of the paragraph, where it has not the mark that is asked for."""
        text, wanted = place.text.rstrip(), place.ending
        end = _MARK.search(text)
        if not wanted or not text or end is None or end[0] == wanted or text.endswith(_CLOSED):
            return
        if end[0] == ":":  # that it introduces nothing is for the rule on lists to say
            if self.never and wanted != ".":  # the text of another resolution may follow the last one
                message = f"“:” introduces a list, and none follows; here a paragraph ends with “{wanted}”"
                yield Hit(len(text) - 1, len(text), None, message)
        elif wanted in self.marks:
            start = end.start() if end[0] else len(text) - 1
            found = text[start:]
            message = f"at this place a paragraph ends with “{wanted}”"
            yield Hit(start, len(text), wanted if end[0] else found + wanted, message)

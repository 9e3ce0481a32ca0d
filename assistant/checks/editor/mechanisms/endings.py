"""The mark that a paragraph ends with, by where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from assistant.checks.editor.place import Hit, Place
from assistant.checks.finding import Severity
from assistant.checks.rule import Part

_END = re.compile(r"(?P<at>(?P<joined>[,;]? (?:and|or))|(?P<inside>[,;])[”\"’]|[,;.:])?\Z")
"""What a paragraph ends with: a mark, one within the quotation that it ends with, or an "and" to the next item."""

_SENTENCE = (".”", '."', ".’", ":”", "?")
"""A whole sentence that is quoted keeps its own mark, and so does a question."""


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
        end = _END.search(text)
        if not wanted or not text or end is None or end[0] == wanted or text.endswith(_SENTENCE):
            return
        if end[0] == ":":  # that it introduces nothing is for the rule on lists to say
            if self.never and wanted != ".":  # the text of another resolution may follow the last one
                message = f"“:” introduces a list, and none follows; here a paragraph ends with “{wanted}”"
                yield Hit(len(text) - 1, len(text), None, message)
        elif wanted in self.marks:
            hit = _minded(text, end, wanted)
            # What a text does as a rule is less sure than what every resolution does.
            yield replace(hit, severity=Severity.WARNING) if place.part is Part.ANNEX else hit


def _minded(text: str, end: re.Match[str], wanted: str) -> Hit:
    """The end as it is found, with what should stand there."""
    start, instead = end.start(), wanted
    message = f"at this place a paragraph ends with “{wanted}”"
    if end["joined"]:
        message += f", not with “{end[0].strip()}”"
    elif end["inside"]:
        instead = text[-1] + wanted
        message += ", behind the quotation mark"
    elif not end[0]:
        start = len(text) - 1
        instead = text[start:] + wanted
    return Hit(start, len(text), instead, message)

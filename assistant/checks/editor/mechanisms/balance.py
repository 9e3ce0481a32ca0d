"""Quotation marks and parentheses that come in pairs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.checks.editor.place import Hit, Place

_MARKS = re.compile(r"[“”()]")
_LETTER = re.compile(r"(?:^|[\s(])(?:[a-zA-Z]{1,4}|\d{1,3})\Z")
"""Before a parenthesis that closes none: the letter or number of a list, "a)"."""
_OPENS = {"”": "“", ")": "("}


@dataclass(frozen=True, slots=True, kw_only=True)
class Balance:
    """A mark of a pair that stands alone in its paragraph."""

    def meets(self, place: Place) -> Iterator[Hit]:
        """The first such mark; what follows it may only seem to be wrong."""
        text = place.text
        opened: list[re.Match[str]] = []
        for mark in _MARKS.finditer(text):
            if mark[0] not in _OPENS:
                opened.append(mark)
            elif opened and opened[-1][0] == _OPENS[mark[0]]:
                opened.pop()
            elif mark[0] == ")" and _LETTER.search(text, 0, mark.start()):
                continue
            else:
                yield _hit(opened[-1] if opened else mark)
                return
        if opened:
            yield _hit(opened[0])


def _hit(mark: re.Match[str]) -> Hit:
    what = "quotation" if mark[0] in "“”" else "parenthesis"
    done = "opened and not closed" if mark[0] in "“(" else "closed and not opened"
    return Hit(*mark.span(), message=f"a {what} is {done} in this paragraph")

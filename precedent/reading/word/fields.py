"""Fields of Word: a code that is never shown, and the result that Word last computed for it, which is."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from precedent.reading.word.styles import value

_DEEPEST: Final = 50
"""Fields within fields."""
_LONGEST: Final = 4000
"""Characters of a code."""
_HYPERLINK: Final = re.compile(
    r'\s*HYPERLINK\s+(?:\\[no]\s+)*(?:"(?P<quoted>[^"]*)"|(?P<bare>[^\s"\\]\S*))?', re.IGNORECASE
)
_BOOKMARK: Final = re.compile(r'\\l\s+"?(?P<name>[^"\s]+)', re.IGNORECASE)
_ADDRESS: Final = re.compile(r"(?:https?|ftp|mailto):\S", re.IGNORECASE)


def address(target: str, bookmark: str = "") -> str:
    """Where a link leads; empty for places in the file itself and for files on somebody's disk."""
    target = "".join(target.split())
    if not _ADDRESS.match(target):
        return ""
    return f"{target}#{bookmark}" if bookmark and "#" not in target else target


@dataclass(slots=True)
class _Field:
    code: str = ""
    shown: bool = False
    """Whether its result has begun."""
    link: str = ""
    repeats: bool = False

    def show(self) -> None:
        """The code is complete."""
        self.shown = True
        self.repeats = self.code.split()[:1] == ["NOTEREF"]
        if found := _HYPERLINK.match(self.code):
            bookmark = _BOOKMARK.search(self.code)
            self.link = address(found["quoted"] or found["bare"] or "", bookmark["name"] if bookmark else "")


@dataclass(slots=True)
class Fields:
    """The fields that are open at one place of a story."""

    _open: list[_Field] = field(default_factory=list)
    _skipped: int = 0
    """Fields too deep to be followed."""

    @property
    def shown(self) -> bool:
        """Whether words at this place are shown, and no part of a code."""
        return all(each.shown for each in self._open)

    @property
    def link(self) -> str:
        """Where words at this place lead."""
        return next((each.link for each in reversed(self._open) if each.link), "")

    @property
    def repeats(self) -> bool:
        """Whether the words at this place repeat the mark of a note."""
        return bool(self._open) and self._open[-1].repeats

    def begin(self, code: str | None = None) -> None:
        """A field begins; one that is given with its code shows its result at once."""
        if len(self._open) >= _DEEPEST:
            self._skipped += 1
            return
        self._open.append(_Field(code or ""))
        if code is not None:
            self._open[-1].show()

    def end(self) -> None:
        """The innermost field ends."""
        if self._skipped:
            self._skipped -= 1
        elif self._open:
            self._open.pop()

    def take(self, part: etree._Element, name: str) -> None:
        """A mark of a field, or a part of its code."""
        if name in ("instrText", "delInstrText"):
            if self._open and not self._skipped:
                self._open[-1].code = (self._open[-1].code + (part.text or ""))[:_LONGEST]
            return
        kind = value(part, "fldCharType")
        if kind == "begin":
            self.begin()
        elif kind == "separate" and self._open and not self._skipped:
            self._open[-1].show()
        elif kind == "end":
            self.end()

    def settle(self) -> None:
        """A paragraph ends: a code never goes on in the next one, and a file that says so is damaged."""
        for each in self._open:
            if not each.shown:
                each.show()

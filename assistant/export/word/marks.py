"""Tracked changes as Word has them: who made them and when, round runs, paragraph marks and properties.

ECMA-376 part 1, 17.13.5. Words that moved stand in both places and keep their own marks there.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import count

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from assistant.export.blocks import Mark, Signature
from assistant.export.characters import writable
from assistant.export.word.xml import element

_TAGS = {
    Mark.INSERTED: "w:ins",
    Mark.DELETED: "w:del",
    Mark.MOVED_HERE: "w:moveTo",
    Mark.MOVED_AWAY: "w:moveFrom",
}
_FIRST = 10_000
"""Ids of marks, above those of bookmarks: Word wants each id once."""


class Marks:
    """Makes the marks of one document, by one author at one time but for those that others had made before."""

    def __init__(self, author: str = "", when: dt.datetime | None = None) -> None:
        self._author, self._when = author, when
        self._ids = count(_FIRST)

    def made(
        self, tag: str, *children: BaseOxmlElement | None, by: Signature | None = None, **more: str | int
    ) -> BaseOxmlElement:
        """An element with an id, the author and the time; `by` whom, where it was somebody before us."""
        given: dict[str, str | int] = {"w:id": next(self._ids)}
        named = {f"w:{name}": text for name, text in more.items()}
        return element(tag, given | named | (_signed(by) if by else self._signed()), *children)

    def noted(self, number: int, *lines: BaseOxmlElement) -> BaseOxmlElement:
        """A comment with its number, the author and the time."""
        initials = "".join(word[0] for word in self._author.split()) or "P"
        return element("w:comment", {"w:id": number, **self._signed(), "w:initials": initials[:9]}, *lines)

    def _signed(self) -> dict[str, str | int]:
        given: dict[str, str | int] = {"w:author": writable(self._author)}
        if self._when is not None:
            given["w:date"] = f"{self._when.astimezone(dt.UTC):%Y-%m-%dT%H:%M:%SZ}"
        return given

    def of(self, mark: Mark, by: Signature | None = None) -> BaseOxmlElement:
        """The mark itself: to hold runs, or to stand in the properties of a paragraph."""
        return self.made(_TAGS[mark], by=by)

    def withdrawn(self, by: Signature | None, gone_by: Signature | None) -> tuple[BaseOxmlElement, ...]:
        """The two marks of what one put in and another took out: the outer and the inner."""
        return self.made("w:ins", by=by), self.made("w:del", by=gone_by)

    def moved(
        self, mark: Mark, move: int, paragraph: BaseOxmlElement, by: Signature | None = None
    ) -> Iterator[BaseOxmlElement]:
        """A paragraph at one of its two places, between the marks that bind them together."""
        name = _TAGS[mark]
        start = self.made(f"{name}RangeStart", by=by, name=f"move{move}")
        yield start
        yield paragraph
        yield element(f"{name}RangeEnd", {"w:id": start.get(qn("w:id")) or ""})


def _signed(by: Signature) -> dict[str, str | int]:
    """As it was told: Word notes the clock of who wrote, and calls it UTC."""
    given: dict[str, str | int] = {"w:author": writable(by.author)}
    if by.date is not None:
        given["w:date"] = f"{by.date:%Y-%m-%dT%H:%M:%SZ}"
    return given


def deleted(run: BaseOxmlElement) -> BaseOxmlElement:
    """The run with its words told as deleted ones."""
    for tag, gone in (("w:t", "w:delText"), ("w:instrText", "w:delInstrText")):
        for part in run.iter(qn(tag)):
            part.tag = qn(gone)
    return run

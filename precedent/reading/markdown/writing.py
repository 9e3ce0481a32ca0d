"""A resolution → Markdown: the draft file, which reads well and comes back as it was."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from precedent.headings import led
from precedent.numbering import UNNUMBERED, numbered, uncounted
from precedent.reading.markdown.blocks import Form, guarded, guarded_heading, guarded_name, indent
from precedent.reading.markdown.body import first_section, natural_kind, stands_apart
from precedent.reading.markdown.comments import write_fields, write_opaque
from precedent.reading.markdown.front import front_of, write_front
from precedent.reading.markdown.inline import write_inline, write_marker
from precedent.resolution import Footnote, Kind, Paragraph, Resolution

_ITEM = re.compile(r"\d{1,9}\.")
_MARK = re.compile(r"\([a-z]{1,6}\)|[a-z]{1,6}\.")
_KEPT = (Kind.REPORT, Kind.AMENDMENT)
"""Kinds whose numbers are as printed, not counted."""


def write(
    resolution: Resolution,
    *,
    extra_front: Mapping[str, Any] = MappingProxyType({}),
    comments: Sequence[str | None] = (),
) -> str:
    """The draft file: `parse` reads back the same resolution (its remarks apart), front matter and comments.

    Args:
        resolution: what to write; numbers that do not follow from the order stand in a comment.
        extra_front: further keys of the front matter, with strings or lists of strings.
        comments: one opaque string a paragraph, or None; it comes back byte for byte.
    """
    front = front_of(resolution) | dict(extra_front)
    body = _Writer(section=first_section(resolution.masthead.kind))
    blocks: list[str] = []
    paragraphs = uncounted(resolution.paragraphs)
    for place, (paragraph, counted) in enumerate(zip(paragraphs, numbered(paragraphs), strict=True)):
        comment = comments[place] if place < len(comments) else None
        blocks += body.section_of(paragraph)
        blocks.append(body.block(paragraph, counted.number, comment))
    blocks += [_note(note) for note in resolution.footnotes]
    return write_front(front) + "".join(f"\n{block}\n" for block in blocks)


@dataclass(slots=True)
class _Writer:
    """What has been written so far, as the reader will see it."""

    section: str = ""
    parent: Kind | None = None
    operative: bool = False
    above: str = ""
    """Number printed before the last paragraph at the margin."""

    def section_of(self, paragraph: Paragraph) -> Iterator[str]:
        if paragraph.section != self.section:
            self.section, self.parent, self.operative, self.above = paragraph.section, None, False, ""
            yield f"# {guarded_name(self.section)}".rstrip(" ")

    def block(self, paragraph: Paragraph, counted: str | None, comment: str | None) -> str:
        form = _form(paragraph)
        printed = _printed(paragraph, form, counted)
        fields = self._fields(paragraph, form, printed, counted)
        blanks = ""
        if form is Form.SUB:
            blanks = indent(paragraph.level, self.above)
        elif form is Form.CLOSING:
            blanks = indent(1, self.above)
        if form is Form.HEADING:
            words = guarded_heading(paragraph)
            if (line := led(paragraph.number, words)) is None:
                line, fields = words, {**fields, "number": paragraph.number or ""}
            line = f"{'#' * (min(paragraph.level, 4) + 2)} {line}"
        else:
            line = f"{printed} {guarded(paragraph)}" if printed else guarded(paragraph)
            self._follow(paragraph, printed)
        lines = [write_opaque(comment)] if comment is not None else []
        lines += [write_fields(fields)] if fields else []
        lines += [line.rstrip(" ")] if form is not Form.EMPTY else []
        return "\n".join(blanks + line for line in lines)

    def _follow(self, paragraph: Paragraph, printed: str) -> None:
        self.operative |= paragraph.kind is Kind.OPERATIVE
        if not paragraph.level and not paragraph.closing:
            self.parent, self.above = paragraph.kind, printed

    def _fields(self, paragraph: Paragraph, form: Form, printed: str, counted: str | None) -> dict[str, str]:
        fields = {}
        natural = natural_kind(
            form, section=self.section, parent=self.parent, operative=self.operative, text=paragraph.text
        )
        if natural is not paragraph.kind:
            fields["kind"] = str(paragraph.kind)
        if _level(form, paragraph.level) != paragraph.level:
            fields["level"] = str(paragraph.level)
        kept = paragraph.kind in _KEPT and not paragraph.level
        natural_number = (printed or None) if kept else counted
        if stands_apart(form, paragraph.kind, paragraph.text):
            natural_number = UNNUMBERED
        if paragraph.number != natural_number:
            fields["number"] = paragraph.number or ""
        if paragraph.closing != (form is Form.CLOSING):
            fields["closing"] = "yes" if paragraph.closing else "no"
        if form is Form.EMPTY:
            fields["text"] = "empty"
        return fields


def _form(paragraph: Paragraph) -> Form:
    if paragraph.kind is Kind.HEADING:
        return Form.HEADING
    if paragraph.level:
        return Form.SUB
    if not paragraph.text and not paragraph.notes and (paragraph.closing or not _numbers(paragraph)):
        return Form.EMPTY
    if paragraph.closing:
        return Form.CLOSING
    return Form.ITEM if _numbers(paragraph) else Form.PLAIN


def _numbers(paragraph: Paragraph) -> bool:
    """Whether a number is printed before a paragraph at the margin."""
    if paragraph.kind is Kind.OPERATIVE:
        return paragraph.number != UNNUMBERED
    if paragraph.kind is Kind.ANNEX and paragraph.number is not None:
        return True
    return bool(_ITEM.fullmatch(paragraph.number or ""))


def _printed(paragraph: Paragraph, form: Form, counted: str | None) -> str:
    """The number before the text: the paragraph's own where it can be read back, else the one that is due."""
    fitting = {Form.ITEM: _ITEM, Form.SUB: _MARK}.get(form)
    if fitting is None:
        return ""
    own = paragraph.number or ""
    return own if fitting.fullmatch(own) else counted or "1."


def _level(form: Form, level: int) -> int:
    """The level that a reader sees."""
    if form is Form.HEADING:
        return min(level, 4)
    return level if form is Form.SUB else 0


def _note(note: Footnote) -> str:
    line = f"[^{write_marker(note.marker)}]: {write_inline(note.text, note.italics)}".rstrip(" ")
    return f"{write_fields({'section': note.section})}\n{line}" if note.section else line

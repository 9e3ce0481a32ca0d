"""The body of a draft file as blocks: what each is by its form, and the comments before it.

Only forms are told apart here (a number, an indent, hash signs); what they mean is decided in `parsing`, and
`writing` prints them. Both follow the indents and marks of this module.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum

from precedent.reading.markdown.comments import read_fields
from precedent.reading.markdown.inline import MARKER, escaped, read_marker, write_inline
from precedent.resolution import Paragraph

_COMMENT = re.compile(r"[ \t]*<!--")
_NOTE = re.compile(rf" {{0,3}}\[\^({MARKER})\]:[ \t]*(.*)")
_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+(.*?))?[ \t]*")
_ITEM = re.compile(r" ?(\d{1,9}[.)])(?:[ \t]+(.*)|$)", re.DOTALL)
_SUB = re.compile(r"(\([a-z]{1,6}\)|[a-z]{1,6}[.)])(?:[ \t]+(.*)|$)", re.DOTALL)
_LEADING = re.compile(r"(?:\([a-z]{1,6}|[a-z]{1,6}|\d{1,9})(?=[.)](?:\s|$))|(?=[#>+~-])")
_CALLED = re.compile(rf"\[\^{MARKER}\](?=:)")
_BREAKS = (";", ":", ",", ".")


class Form(Enum):
    """How a block looks."""

    PLAIN = "a paragraph at the margin"
    ITEM = "1. numbered"
    SUB = "indented (a)"
    CLOSING = "indented without a mark"
    HEADING = "##"
    SECTION = "#"
    NOTE = "[^1]:"
    EMPTY = "comments without a paragraph"


@dataclass(frozen=True, slots=True)
class Piece:
    """One block of the body as it stands there."""

    form: Form
    source: str = ""
    mark: str = ""
    """ "7.", "(a)", the hash signs, or the marker of a note."""
    depth: int = 0
    """Level that the indent of a sub-paragraph tells."""
    comments: tuple[str, ...] = ()
    """What stands between `<!--` and `-->`, in order."""


@dataclass(slots=True)
class _Scan:
    lines: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    number: int = 0
    after_note: bool = False

    def flush(self) -> Iterator[Piece]:
        if not self.lines:
            return
        piece = _piece(self.lines, tuple(self.comments), after_note=self.after_note)
        if piece.form is Form.ITEM:
            self.number = int(piece.mark[:-1])
        self.after_note = piece.form is Form.NOTE
        self.lines, self.comments = [], []
        yield piece

    def begins(self, line: str) -> bool:
        """Whether a line begins a block although no blank line stands before it."""
        if _NOTE.match(line) or _HEADING.fullmatch(line):
            return True
        if not self.lines[-1].rstrip().endswith(_BREAKS):
            return False
        item = _ITEM.fullmatch(line)
        if item:
            return int(item[1][:-1]) in (1, self.number + 1, self.number + 2)
        sub = _SUB.fullmatch(line.strip(" \t"))
        return sub is not None and (line.startswith("  ") or sub[1].startswith("("))


def scan(body: str) -> Iterator[Piece]:
    """Blocks in order. Total: every line is in one of them."""
    held = _Scan()
    rest = body.split("\n")[::-1]
    while rest:
        line = rest.pop()
        if _COMMENT.match(line) and (closed := _comment(line, rest)):
            yield from held.flush()
            held.comments.append(closed[0])
            if (read_fields(closed[0]) or {}).get("text") == "empty":
                yield Piece(Form.EMPTY, comments=tuple(held.comments))
                held.comments = []
            if closed[1].strip(" \t"):
                rest.append(closed[1])
        elif not line.strip(" \t"):
            yield from held.flush()
        elif _HEADING.fullmatch(line):
            yield from held.flush()
            held.lines = [line]
            yield from held.flush()
        else:
            if held.lines and held.begins(line):
                yield from held.flush()
            held.lines.append(line)
    yield from held.flush()
    if held.comments:
        yield Piece(Form.EMPTY, comments=tuple(held.comments))


def indent(level: int, number: str) -> str:
    """Blanks before a sub-paragraph of a level, or before closing text (level 1).

    `number` is the one printed before the paragraph above: a viewer of Markdown wants the text under it.
    """
    if level > 1:
        return " " * (2 + 2 * level)
    return " " * (min(max(4, len(number) + 1), 5) if number else 2)


def guarded(paragraph: Paragraph) -> str:
    """A paragraph's text as Markdown, guarded against being taken for another form of block."""
    source = write_inline(paragraph.text, paragraph.italics, paragraph.notes)
    found = _LEADING.match(source) or _CALLED.match(source)
    if not found:
        return source
    return rf"\{source}" if source[:1] in "(#>+~-" else f"{found.group()}\\{source[found.end() :]}"


def guarded_heading(paragraph: Paragraph) -> str:
    """A heading's text as Markdown; hash signs at its end would be taken for decoration."""
    return _tail(write_inline(paragraph.text, paragraph.italics, paragraph.notes))


def guarded_name(name: str) -> str:
    """The name of a section as it stands after its hash sign."""
    return _tail(escaped(name, 0, len(name)))


def _tail(source: str) -> str:
    return re.sub(r"(?:^|(?<= ))(#+)$", r"\\\1", source)


def _comment(line: str, rest: list[str]) -> tuple[str, str] | None:
    """(content, what follows it) of the comment that a line opens; takes further lines from `rest`."""
    start = line.index("<!--") + 4
    end = line.find("-->", start)
    if end >= 0:
        return line[start:end], line[end + 3 :]
    for count, later in enumerate(reversed(rest), 1):
        if (end := later.find("-->")) >= 0:
            content = "\n".join([line[start:], *rest[:-count:-1], later[:end]])
            del rest[-count:]
            return content, later[end + 3 :]
    return None


def _piece(lines: list[str], comments: tuple[str, ...], *, after_note: bool) -> Piece:
    first = lines[0].expandtabs(4)
    blanks = len(first) - len(first.lstrip(" "))
    source = "\n".join(line.strip(" \t") for line in lines)
    if note := _NOTE.match(lines[0]):
        words = "\n".join([note[2].strip(" \t"), *source.split("\n")[1:]])
        return Piece(Form.NOTE, words, read_marker(note[1]), comments=comments)
    if after_note and blanks >= 2:
        return Piece(Form.NOTE, source, comments=comments)
    if len(lines) == 1 and (heading := _HEADING.fullmatch(lines[0])):
        title = re.sub(r"(?:^|[ \t]+)#+$", "", heading[2] or "")
        form = Form.SECTION if heading[1] == "#" else Form.HEADING
        return Piece(form, title, heading[1], comments=comments)
    return _words(source, blanks, comments)


def _words(source: str, blanks: int, comments: tuple[str, ...]) -> Piece:
    """A paragraph: numbered, lettered, or neither, at the margin or indented."""
    margin = blanks < 2
    if margin and (item := _ITEM.fullmatch(source)):
        return Piece(Form.ITEM, item[2] or "", item[1], comments=comments)
    sub = _SUB.fullmatch(source)
    if sub and (not margin or sub[1].startswith("(")):
        depth = 0 if margin else 1 if blanks < 6 else (blanks - 2) // 2
        return Piece(Form.SUB, sub[2] or "", sub[1], depth, comments)
    return Piece(Form.PLAIN if margin else Form.CLOSING, source, comments=comments)

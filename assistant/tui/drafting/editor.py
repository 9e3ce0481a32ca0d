"""The editor of one paragraph: its Markdown, with italics, calls and the words of findings set off as one types."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import ClassVar

from rich.style import Style
from rich.text import Text
from textual.binding import Binding, BindingType
from textual.document._document import EditResult
from textual.document._edit import Edit
from textual.message import Message

from assistant.tui.textarea_undo import SafeTextArea

_ITALIC = re.compile(r"(?<![\\*])\*(?![\s*])(?:\\.|[^*\\])+\*")
_CALL = re.compile(r"\[\^((?:\\.|[^\]\\])+)\]")
_NOTE = re.compile(r"^\[\^((?:\\.|[^\]\\])+)\]:")
_AFTER = ",;:."
"""Marks that a call stands behind (Editorial Manual, footnotes)."""


class Editor(SafeTextArea):
    """The paragraph's Markdown form while it is edited."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "done", "Done"),
        Binding("ctrl+n", "note", "Note here", key_display="^n"),
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {"editor--call", "editor--certain", "editor--doubtful"}

    class Done(Message):
        """The drafter is done with the paragraph."""

    keep: Callable[[str], None] | None = None
    """Keeps what is written; called with each key press before anything is painted."""
    found: tuple[tuple[str, bool], ...] = ()
    """Words of findings in the paragraph, and whether they are certainly wrong."""

    def edit(self, edit: Edit) -> EditResult:
        """Make one change, and keep what is written then."""
        result = super().edit(edit)
        if self.keep:
            self.keep(self.text)
        return result

    def action_done(self) -> None:
        """Leave the paragraph; the screen takes what was written."""
        self.post_message(self.Done())

    def action_note(self) -> None:
        """Call a new note at the cursor and write it; from a note back to the place where it is called.

        The note gets its number, and the others theirs, when the paragraph is left.
        """
        row, column = self.cursor_location
        here = _NOTE.match(self.document.get_line(row))
        if here:
            self._to_call(here[0].removesuffix(":"))
            return
        line = self.document.get_line(row)
        if line[column : column + 1] and line[column] in _AFTER:
            column += 1
        marker = _fresh(self.text)
        self.insert(f"[^{marker}]", (row, column))
        gap = "\n" if any(map(_NOTE.match, self.text.split("\n"))) else "\n\n"
        self.insert(f"{gap}[^{marker}]: ", self.document.end)
        self.move_cursor(self.document.end)

    def _to_call(self, call: str) -> None:
        for row in range(self.document.line_count):
            line = self.document.get_line(row)
            at = line.find(call)
            if at >= 0 and not _NOTE.match(line):
                self.move_cursor((row, at + len(call)))
                return

    def get_line(self, line_index: int) -> Text:
        """A line with italics, calls of notes, and the words of findings set off."""
        names = ("editor--call", "editor--certain", "editor--doubtful")
        styles = tuple(self.get_component_rich_style(name, partial=True) for name in names)
        return _set_off(self.document.get_line(line_index), self.found, styles).copy()


@lru_cache(maxsize=32)
def _set_off(words: str, found: tuple[tuple[str, bool], ...], styles: tuple[Style, ...]) -> Text:
    """Kept for a while: a line that is wrapped is asked for once for each of its rows, with each key press."""
    line, (of_calls, of_certain, of_doubtful) = Text(words, end="", no_wrap=True), styles
    for italic in _ITALIC.finditer(line.plain):
        line.stylize("italic", *italic.span())
    for call in _CALL.finditer(line.plain):
        line.stylize(of_calls, *call.span())
    for sought, certain in found:
        for place in re.finditer(re.escape(sought), line.plain):
            line.stylize(of_certain if certain else of_doubtful, *place.span())
    return line


def _fresh(text: str) -> str:
    """A name for a new note that is not called yet."""
    taken = {call[1] for call in _CALL.finditer(text)}
    return next(name for count in range(1, len(taken) + 2) if (name := f"note{count}") not in taken)

"""Workaround: Textual 8.2.8 crashes when a paste of many lines is undone in a small TextArea.

While the text is rebuilt the cursor may lie below its end (Textualize/textual#6686). Parked at the start, it
cannot. To be dropped when Textual is upgraded beyond the fault; tests/tui/test_textarea_undo.py shows it.
"""

from __future__ import annotations

from textual.widgets import TextArea


class SafeTextArea(TextArea):
    """A TextArea whose undo and redo survive a shrinking text."""

    def undo(self) -> None:
        """Take the last change back."""
        self.move_cursor((0, 0))
        super().undo()

    def redo(self) -> None:
        """Do the last undone change again."""
        self.move_cursor((0, 0))
        super().redo()

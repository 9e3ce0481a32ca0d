"""A line to type a label into: the outline goes there while one types."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Input


class JumpLine(Input):
    """Shown below the outline while it is asked where to go."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "Back")]

    class Left(Message):
        """The drafter is there, or goes back to where they were."""

        def __init__(self, *, stay: bool) -> None:
            super().__init__()
            self.stay = stay

    def __init__(self) -> None:
        super().__init__(placeholder="OP7, PP12, 7, or words", compact=True, select_on_focus=False, id="jump")
        self.display = False

    def begin(self, typed: str) -> None:
        """Ask; what was typed already stands in it, however fast it came."""
        self.value = self.value + typed if self.display else typed
        self.display = True
        self.cursor_position = len(self.value)
        self.screen.set_focus(self)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Stay there."""
        event.stop()
        self.stay()

    def stay(self) -> None:
        """Be done; what it points to is in hand."""
        self._leave(stay=True)

    def action_leave(self) -> None:
        """Back to where one was."""
        self._leave(stay=False)

    def on_blur(self) -> None:
        """Another place was chosen meanwhile."""
        if self.display:
            self._leave(stay=True)

    def _leave(self, *, stay: bool) -> None:
        self.display = False
        self.post_message(self.Left(stay=stay))

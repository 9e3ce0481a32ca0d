"""The line of keys below the draft: what does not fit in a narrow window is left to the palette and to help."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textual.app import ComposeResult
from textual.widgets import Footer, Input, TextArea
from textual.widgets._footer import FooterKey

LAST = (
    "new_words",
    "history",
    "write",
    "templates",
    "dismiss_finding",
    "take",
    "next_finding",
    "find",
    "undo",
    "edit",
)
"""Actions whose keys are left out first, in this order."""


class Keys(Footer):
    """The keys that can be pressed now, as many as fit; saving, exporting and help always."""

    def __init__(
        self, last: Sequence[str] = LAST, *, kept: Mapping[str, Sequence[str]] | None = None
    ) -> None:
        """Take what is left out first.

        Args:
            last: actions whose keys are left out first, in this order.
            kept: by the id of a place what is left out last while one is there.
        """
        super().__init__(compact=True)
        self._last, self._kept = tuple(last), dict(kept or {})

    def _left_out(self) -> list[str]:
        """Actions in the order in which their keys are left out."""
        place = self.screen.focused
        here = self._kept.get(place.id or "", ()) if place else ()
        return [*(name for name in self._last if name not in here), *here]

    def compose(self) -> ComposeResult:
        """Leave keys out until the line fits."""
        # Textual keeps every key that it ever bound to the line's height, for a change of it that never comes: some
        # thirty at each press.
        getattr(self, "__watchers", {}).pop("compact", None)
        keys = [key for key in super().compose() if isinstance(key, FooterKey)]
        if isinstance(
            self.screen.focused, TextArea | Input
        ):  # a letter is typed there, and does nothing else
            keys = [key for key in keys if len(key.key_display) > 1 or not key.key_display.isalnum()]
        room = self.app.size.width
        for name in self._left_out():
            if sum(map(_width, keys)) <= room:
                break
            keys = [key for key in keys if key.action.rpartition(".")[2] != name]
        yield from keys

    def on_resize(self) -> None:
        """Another width bears other keys."""
        self.call_after_refresh(self.recompose)


def _width(key: FooterKey) -> int:
    return len(key.key_display) + len(key.description) + 2

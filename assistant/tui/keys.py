"""The line of keys below a screen: what does not fit in a narrow window is left to the palette and to help.

Textual's own line is a widget a key, and all of them are made anew each time that the focus moves. This is one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from textual.content import Content
from textual.events import Click
from textual.screen import Screen
from textual.widget import Widget

ROOM = 2
"""Cells that a key takes beside its letters and its word."""


@dataclass(frozen=True, slots=True)
class Shown:
    """One key on the line."""

    key: str
    """As Textual names it."""
    printed: str
    words: str
    action: str
    enabled: bool = True

    @property
    def width(self) -> int:
        """Cells that it takes, with the gap behind it."""
        return len(self.printed) + len(self.words) + ROOM


class Keys(Widget):
    """The keys that can be pressed now, as many as fit; the palette's stands at the right."""

    ALLOW_SELECT = False
    DEFAULT_CSS = (
        "Keys { dock: bottom; height: 1; background: $panel; color: $footer-foreground; text-wrap: nowrap; }"
    )

    def __init__(self, last: Sequence[str] = (), *, kept: Mapping[str, Sequence[str]] | None = None) -> None:
        """Take what is left out first.

        Args:
            last: actions whose keys are left out first, in this order.
            kept: by the id of a place what is left out last while one is there.
        """
        super().__init__(id="keys")
        self._last, self._kept = last, dict(kept or {})

    def _left_out(self) -> list[str]:
        """Actions in the order in which their keys are left out."""
        place = self.screen.focused
        here = self._kept.get(place.id or "", ()) if place else ()
        return [*(name for name in self._last if name not in here), *here]

    def on_mount(self) -> None:
        """Follow what can be pressed."""
        self.screen.bindings_updated_signal.subscribe(self, self._changed)

    def _changed(self, screen: Screen[object]) -> None:
        if screen is self.screen and screen.app.app_focus:
            self.refresh()

    @property
    def shown(self) -> tuple[Shown, ...]:
        """What the line shows, from the left; the palette's key is the last."""
        palette = self.app.COMMAND_PALETTE_BINDING
        keys = list(self._keys())
        ending = [key for key in keys if key.key == palette]
        keys = [key for key in keys if key.key != palette]
        if hasattr(self.screen.focused, "cursor_blink"):  # a letter is typed there, and does nothing else
            keys = [key for key in keys if len(key.printed) > 1 or not key.printed.isalnum()]
        room = self.app.size.width - sum(key.width for key in ending)
        for name in self._left_out():
            if sum(key.width for key in keys) <= room:
                break
            keys = [key for key in keys if key.action.rpartition(".")[2] != name]
        return (*keys, *ending)

    def _keys(self) -> Iterator[Shown]:
        palette, seen = self.app.COMMAND_PALETTE_BINDING, set[str]()
        for _, binding, enabled, _ in self.screen.active_bindings.values():
            if binding.action not in seen and (binding.show or binding.key == palette):
                seen.add(binding.action)
                printed = self.app.get_key_display(binding)
                yield Shown(binding.key, printed, binding.description, binding.action, enabled)

    def render(self) -> Content:
        """Each key with its word."""
        keys = self.shown
        left = Content.assemble(*map(_words, keys[:-1]))
        right = Content.assemble(("▏", "$foreground 20%"), *(_words(key).rstrip() for key in keys[-1:]))
        return Content.assemble(left.truncate(self.size.width - right.cell_length, pad=True), right)

    def on_click(self, event: Click) -> None:
        """Press the key that was clicked."""
        keys, at = self.shown, 0
        for key in keys[:-1]:
            if at <= event.x < at + key.width:
                self.app.simulate_key(key.key)
                return
            at += key.width
        if keys and event.x >= self.size.width - keys[-1].width:
            self.app.simulate_key(keys[-1].key)


def _words(key: Shown) -> Content:
    dim = "" if key.enabled else " dim"
    return Content.assemble(
        (key.printed, f"bold $footer-key-foreground{dim}"),
        (f" {key.words} ", f"$footer-description-foreground{dim}"),
    )

"""Everything that can be done on the screen, for the command palette."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol, cast

from textual import on
from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.widgets import Input

from assistant.tui.actions import ABROAD, Action, printed_keys
from assistant.tui.keymap import own_keys

_MOMENT = 0.02
"""Seconds between two looks whether the results are there."""


class _HasActions(Protocol):
    actions: tuple[Action, ...]


class Everything(Provider):
    """The actions of the screen below the palette, and those of every screen."""

    def _actions(self) -> Iterator[Action]:
        yield from getattr(cast("_HasActions", self.screen), "actions", ())
        yield from ABROAD

    def _help(self, action: Action) -> str:
        keys = printed_keys(action, own_keys(self.app))
        return " · ".join(filter(None, (keys, action.help)))

    async def _run(self, action: Action) -> None:
        own = hasattr(self.screen, f"action_{action.name}")
        await self.app.run_action(action.name, self.screen if own else self.app)

    async def discover(self) -> Hits:
        """All of them, before anything is typed."""
        for action in self._actions():
            yield DiscoveryHit(action.title, lambda a=action: self._run(a), help=self._help(action))

    async def search(self, query: str) -> Hits:
        """Those that match what was typed."""
        matcher = self.matcher(query)
        for action in self._actions():
            score = max(matcher.match(action.title), matcher.match(action.help) * 0.6)
            if score > 0:
                yield Hit(
                    score,
                    matcher.highlight(action.title),
                    lambda a=action: self._run(a),
                    help=self._help(action),
                )


class Palette(CommandPalette):
    """Workaround: in Textual 8.2.8 Enter that comes before the results of what was typed runs an older result.

    Results are shown up to a quarter of a second late, and a drafter who knows the words does not wait. Here Enter
    waits for them. To be dropped when Textual does so itself; tests/tui/test_palette.py shows it.
    """

    @on(Input.Submitted)
    def _wait_for_results(self, event: Input.Submitted) -> None:
        group = self._GATHER_COMMANDS_GROUP
        if any(worker.group == group and not worker.is_finished for worker in self.workers):
            event.stop()
            event.prevent_default()
            again = Input.Submitted(event.input, event.value)
            self.set_timer(_MOMENT, lambda: event.input.post_message(again))

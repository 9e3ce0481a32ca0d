"""Everything that can be done on the screen, for the command palette."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol, cast

from textual.command import DiscoveryHit, Hit, Hits, Provider

from assistant.tui.actions import ABROAD, Action, printed_keys


class _HasActions(Protocol):
    actions: tuple[Action, ...]


class Everything(Provider):
    """The actions of the screen below the palette, and those of every screen."""

    def _actions(self) -> Iterator[Action]:
        yield from getattr(cast("_HasActions", self.screen), "actions", ())
        yield from ABROAD

    def _help(self, action: Action) -> str:
        keys = printed_keys(action)
        return " · ".join(filter(None, (keys, action.help)))

    async def _run(self, action: Action) -> None:
        await self.screen.run_action(action.name)

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

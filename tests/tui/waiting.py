"""Waiting for a state of the screen, never for a time."""

import asyncio
import time
from collections.abc import Callable

from textual.pilot import Pilot

PATIENCE = 60.0


async def reached(state: Callable[[], object]) -> None:
    """Wait for a state, whatever the screen is doing.

    Raises:
        AssertionError: it is not reached.
    """
    end = time.monotonic() + PATIENCE
    while not state():
        if time.monotonic() > end:
            raise AssertionError("the screen did not reach the state")
        await asyncio.sleep(0.01)


async def until(pilot: Pilot[None], state: Callable[[], object]) -> None:
    """Let the screen work until a state is reached.

    Raises:
        AssertionError: it is not reached.
    """
    await reached(state)
    await pilot.pause()

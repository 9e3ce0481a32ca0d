"""Pictures of the screens on the sample, for the README and the docs: `python -m assistant.tui.picture docs`.

Nothing of the drafter's own is in them: the sample is rolled forward in a folder that is thrown away.
"""

from __future__ import annotations

import asyncio
import re
import sys
import tempfile
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from pathlib import Path

from textual.pilot import Pilot
from textual.worker import WorkerCancelled

from assistant.tui.app import Interface
from assistant.tui.comparing import Comparing
from assistant.tui.drafting import Drafting
from assistant.tui.tabling import Tabling
from assistant.workbench import SAMPLE_DAY

SIZE = (124, 36)
SHOWN = "PP2"
"""A paragraph that shows what the screen is for: a citation and a note that went stale."""
_FONTS = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)
"""Of another's server; the reader's own fixed letters do as well."""

Begin = Callable[["Pilot[None]"], Awaitable[None]]


async def _until(pilot: Pilot[None], state: Callable[[], object]) -> None:
    while not state():
        await pilot.pause(0.05)
    with suppress(WorkerCancelled):  # a search that another one has overtaken
        await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def opening(pilot: Pilot[None]) -> None:
    """What one can do."""
    await _until(pilot, lambda: pilot.app.screen.query("#begin"))


async def drafting(pilot: Pilot[None]) -> None:
    """A draft with a finding in hand."""
    app = pilot.app
    await _until(pilot, lambda: isinstance(app.screen, Drafting) and app.screen.sitting.up_to_date)
    screen = app.screen
    assert isinstance(screen, Drafting)  # noqa: S101 - waited for
    await _until(pilot, lambda: not screen.measuring.at_work)
    places = {label: place for place, label in enumerate(screen.sitting.draft.labels.values())}
    screen.outline.highlighted = places[SHOWN]
    await pilot.pause()
    await pilot.press("n")
    await _until(pilot, lambda: True)


async def comparing(pilot: Pilot[None]) -> None:
    """The draft and the edition that it was rolled forward from."""
    await drafting(pilot)
    screen = pilot.app.screen
    assert isinstance(screen, Drafting)  # noqa: S101 - waited for
    draft, bench = screen.sitting.draft, screen.bench
    shown = Comparing(lambda: bench.collation(draft.base or "", draft))
    await pilot.app.push_screen(shown)
    await _until(pilot, lambda: shown.stretches)
    await pilot.press("n", "n", "n")


async def gate(pilot: Pilot[None]) -> None:
    """What is open before the draft is tabled."""
    await drafting(pilot)
    await pilot.app.screen.run_action("gate")
    await _until(pilot, lambda: isinstance(pilot.app.screen, Tabling) and pilot.app.screen.found)


PICTURES: dict[str, Begin] = {
    "screen.svg": drafting,
    "opening.svg": opening,
    "comparing.svg": comparing,
    "gate.svg": gate,
}
"""The files, and how the screen gets to look so."""


async def picture(home: Path, begin: Begin, *, sample: bool) -> str:
    """A screen as SVG."""
    app = Interface(home, sample=sample, today=lambda: SAMPLE_DAY)
    async with app.run_test(size=SIZE, notifications=False) as pilot:
        await begin(pilot)
        await pilot.pause()
        return _FONTS.sub("", app.export_screenshot(title="Penholder"))


def main(words: Sequence[str]) -> int:
    """Write the pictures into the folder that is named."""
    folder = Path(*words[:1] or ["docs"])
    for name, begin in PICTURES.items():
        with tempfile.TemporaryDirectory() as home:
            drawn = asyncio.run(picture(Path(home), begin, sample=begin is not opening))
        (folder / name).write_text(drawn, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""A picture of the drafting screen on the sample, for the README: `python -m assistant.tui.picture docs/screen.svg`.

Nothing of the drafter's own is in it: the sample is rolled forward in a folder that is thrown away.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from assistant.tui.app import Interface
from assistant.tui.drafting import Drafting

SIZE = (124, 36)
SHOWN = "PP2"
"""A paragraph that shows what the screen is for: a citation and a note that went stale."""


async def picture(home: Path) -> str:
    """The drafting screen as SVG, on the sample, with a finding in hand."""
    app = Interface(home, sample=True)
    async with app.run_test(size=SIZE, notifications=False) as pilot:
        while not isinstance(app.screen, Drafting) or not app.screen.sitting.up_to_date:
            await pilot.pause(0.05)
        screen = app.screen
        while screen.measuring.at_work:
            await pilot.pause(0.05)
        places = {label: place for place, label in enumerate(screen.sitting.draft.labels.values())}
        screen.outline.highlighted = places[SHOWN]
        await pilot.pause()
        await pilot.press("n")
        await app.workers.wait_for_complete()
        await pilot.pause()
        return app.export_screenshot(title="Penholder")


def main(words: Sequence[str]) -> int:
    """Write the picture to the file that is named."""
    target = Path(*words[:1] or ["docs/screen.svg"])
    with tempfile.TemporaryDirectory() as home:
        target.write_text(asyncio.run(picture(Path(home))), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

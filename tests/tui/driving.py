"""What a test does on the drafting screen, and what it reads there."""

from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import Input

from assistant.draft import Draft
from assistant.storage import parse_draft
from assistant.tui.drafting import Drafting
from assistant.tui.forms import Form
from tests.tui.waiting import until


def texts(screen: Drafting) -> list[str]:
    return [entry.content.text for entry in screen.sitting.draft.entries]


def past(screen: Drafting) -> list[str]:
    return [step.description for step in screen.sitting.desk.history.past]


def told(screen: Drafting) -> str:
    return "\n".join(note.message for note in screen.app._notifications)


async def choose(pilot: Pilot[None], screen: Drafting, label: str) -> None:
    place = list(screen.sitting.draft.labels.values()).index(label)
    screen.outline.highlighted = place
    await until(pilot, lambda: screen.sitting.label == label)


async def fill(pilot: Pilot[None], **values: str) -> None:
    await until(pilot, lambda: isinstance(pilot.app.screen, Form))
    for name, value in values.items():
        pilot.app.screen.query_one(f"#field-{name}", Input).value = value
    await pilot.press("ctrl+s")
    await until(pilot, lambda: not isinstance(pilot.app.screen, Form))


def stored(path: Path) -> Draft:
    return parse_draft(path.read_text(encoding="utf-8"))

"""A session of two hundred random commands on the screen: whatever is done, the files hold the screen's draft.

One session in a normal run; PENHOLDER_SESSIONS asks for more.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from assistant.checks.runner import Report
from assistant.replacing import places, replaced
from assistant.storage import Desk, parse_draft
from assistant.tui.app import Interface
from assistant.tui.drafting import Drafting
from assistant.tui.drafting.updates import Update, UpdatesPane
from assistant.workbench import Workbench
from precedent.resolution import Kind
from tests.tui.waiting import until

SESSIONS = int(os.environ.get("PENHOLDER_SESSIONS", "1"))
LENGTH = 200
WORDS = (
    "harbours",
    "*Notes* the tides,",
    "79/194",
    "of",
    "é “x”;",
    "a[^9] b\n\n[^9]: See.",
    "one\n\ntwo",
    "",
)

Command = tuple[str, int, str]
ACTIONS = [
    "delete",
    "move_up",
    "move_down",
    "deeper",
    "shallower",
    "other_part",
    "with_number",
    "merge",
    "undo",
    "redo",
    "pick",
    "pick_up",
    "pick_down",
    "pick_all",
    "let_go",
    "fold",
    "unfold",
    "fold_all",
    "status",
    "status_agreed",
    "pages",
    "panel",
    "new_words",
]


def choose(screen: Drafting, number: int, _: str) -> None:
    entries = screen.sitting.draft.entries
    if entries and screen.commit():
        screen.sitting.choose(entries[number % len(entries)].id)
        screen.show()


def write(screen: Drafting, number: int, words: str) -> None:
    if screen.commit():
        screen.writing.begin_new((Kind.PREAMBULAR, Kind.OPERATIVE, Kind.HEADING)[number % 3])
        screen.pane.editor.insert(words)


def edit(screen: Drafting, number: int, words: str) -> None:
    screen.begin_edit()
    if screen.editing:
        text = screen.pane.editor.text.split("\n")[0]
        screen.pane.editor.insert(words, (0, number % (len(text) + 1)))
        if number % 3:
            screen.commit()


def replace(screen: Drafting, number: int, words: str) -> None:
    if screen.commit():
        draft = screen.sitting.draft
        found = places(draft, ("the", "harbour", "of")[number % 3], words.split("\n", maxsplit=1)[0])
        screen.do(lambda d: replaced(d, found), "Replace")


def go_back(screen: Drafting, number: int, _: str) -> None:
    if screen.commit():
        history = screen.sitting.desk.history
        screen.sitting.move_to(number % (len(history.past) + len(history.future) + 1))
        screen.changed()


def review(screen: Drafting, number: int, _: str) -> None:
    found = [Update(e.id, change) for e in screen.sitting.draft.entries for change in e.changes]
    if found:
        update = found[number % len(found)]
        screen.on_updates_pane_answered(UpdatesPane.Answered(update, ("accept", "undo")[number % 2]))


def save(screen: Drafting, *_: object) -> None:
    screen.action_save()
    desk = screen.sitting.desk
    assert parse_draft(desk.path.read_text(encoding="utf-8")) == desk.draft
    assert not desk.dirty


COMMANDS: dict[str, Callable[[Drafting, int, str], None]] = {
    "choose": choose,
    "write": write,
    "edit": edit,
    "replace": replace,
    "go_back": go_back,
    "review": review,
    "save": save,
}
commands = st.tuples(
    st.sampled_from([*ACTIONS, *ACTIONS, *COMMANDS, *COMMANDS, "choose", "choose"]),
    st.integers(0, 200),
    st.sampled_from(WORDS),
)


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """No check beside the session: it is about what is written."""
    monkeypatch.setattr(Workbench, "report", lambda *_, **__: Report(()))


@pytest.mark.timeout(120 + 60 * SESSIONS)
@pytest.mark.usefixtures("alone")
@settings(
    max_examples=SESSIONS,
    deadline=None,
    suppress_health_check=[*HealthCheck],
    phases=tuple(Phase) if SESSIONS > 9 else (Phase.explicit, Phase.reuse, Phase.generate),
)
@given(st.lists(commands, min_size=LENGTH, max_size=LENGTH))
def test_whatever_is_done_the_files_hold_the_screen_s_draft(
    stocked: Path, rolled: bytes, done: list[Command]
) -> None:
    folder = Path(tempfile.mkdtemp())
    try:
        file = folder / "draft.md"
        file.write_bytes(rolled)
        asyncio.run(played(Interface(stocked, file), done))
    finally:
        shutil.rmtree(folder)


async def played(app: Interface, done: list[Command]) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, Drafting))
        screen = app.screen
        assert isinstance(screen, Drafting)
        for count, (name, number, words) in enumerate(done, 1):
            if name in COMMANDS:
                COMMANDS[name](screen, number, words)
            else:
                getattr(screen, f"action_{name}")()
            assert screen.sitting.selected <= set(screen.sitting.draft.labels)
            if not count % 20:
                await pilot.pause()
                kept_as_shown(screen)
        assert screen.commit()
        kept_as_shown(screen)
        save(screen)


def kept_as_shown(screen: Drafting) -> None:
    """What somebody else would read now, and what the outline shows, is the draft."""
    desk = screen.sitting.desk
    with Desk.open(desk.path, owner="reader", read_only=True) as other:
        assert other.draft == desk.draft
        assert other.history.past == desk.history.past
    shown = [screen.sitting.draft.entries[i].id for i in screen.sitting.shown]
    assert [option.id for option in screen.outline.options] == shown
    if screen.editing:
        left = desk.unfinished()
        assert left
        assert left.text == screen.pane.editor.text

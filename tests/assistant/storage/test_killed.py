"""Killed at any moment, a desk loses at most the command in flight.

60 rounds in a normal run; PENHOLDER_KILL_ROUNDS asks for more.
"""

from __future__ import annotations

import multiprocessing
import os
import time
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random

from assistant.draft import digest
from assistant.storage import Desk, create, draft_text, parse_draft
from tests.properties.drafts import edited, some_draft

ROUNDS = int(os.environ.get("PENHOLDER_KILL_ROUNDS", "60"))
LONGEST = 0.15
"""Seconds that a process may work before it is killed."""


def drafting(path: Path, seed: int, told: Connection) -> None:
    """Random commands; says what the draft is about to be, and then that it is."""
    random = Random(seed)
    with Desk.open(path, owner="drafter", journal_size=random.choice((3_000, 100_000))) as desk:
        told.send(("is", digest(draft_text(desk.draft))))
        while True:
            chance = random.random()
            if chance < 0.1:
                told.send(("will be", digest(draft_text(desk.draft))))
                desk.save()
            elif chance < 0.25 and desk.history.past:
                told.send(("will be", digest(draft_text(desk.history.undo().draft))))
                desk.undo()
            elif chance < 0.35 and desk.history.future:
                told.send(("will be", digest(draft_text(desk.history.redo().draft))))
                desk.redo()
            elif chance < 0.4:
                desk.snapshot("at random")
            else:
                new, name = edited(desk.draft, random)
                told.send(("will be", digest(draft_text(new))))
                desk.do(new, name)
            told.send(("is", digest(draft_text(desk.draft))))


def possible(heard: Connection) -> set[str]:
    """What the draft may be, from what the process said before it was killed."""
    states: set[str] = set()
    try:
        while True:
            word, state = heard.recv()
            states = {state} if word == "is" else states | {state}
    except (EOFError, OSError):
        return states


def test_killed_at_any_moment_only_the_command_in_flight_is_lost(tmp_path: Path) -> None:
    random = Random(os.environ.get("PENHOLDER_KILL_SEED", "81"))
    path = tmp_path / "draft.md"
    create(path, some_draft(random), owner="test").close()
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["assistant.storage", "tests.properties.drafts"])
    expected = {digest(path.read_text(encoding="utf-8"))}
    worked = 0
    for seed in range(ROUNDS):
        heard, told = context.Pipe(duplex=False)
        process = context.Process(target=drafting, args=(path, seed, told))
        process.start()
        told.close()
        assert heard.poll(30)
        time.sleep(random.random() * LONGEST)
        process.kill()
        process.join()
        process.close()
        expected = possible(heard) or expected
        heard.close()
        worked += len(expected) > 1
        with Desk.open(path, owner="test") as desk:
            assert digest(draft_text(desk.draft)) in expected, f"round {seed}"
            assert not desk.remarks or all("note" in r.text.lower() for r in desk.remarks), desk.remarks
            # The file itself is whole at every moment.
            assert draft_text(parse_draft(path.read_text(encoding="utf-8"))) == path.read_text(
                encoding="utf-8"
            )
            expected = {digest(draft_text(desk.draft))}
            assert not list(path.parent.rglob("*.tmp"))
            if len(desk.draft.entries) > 40:
                desk.do(some_draft(random), "Begin again")
                expected = {digest(draft_text(desk.draft))}
    assert worked > ROUNDS // 20, "hardly ever was a command in flight"

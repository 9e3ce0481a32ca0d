"""Killed at any moment, a desk loses at most the command in flight.

60 rounds in a normal run; PENHOLDER_KILL_ROUNDS asks for more, PENHOLDER_KILL_SEED for other ones.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from assistant.draft import digest
from assistant.storage import Desk, create, draft_text, parse_draft
from tests.properties.drafts import some_draft

ROUNDS = int(os.environ.get("PENHOLDER_KILL_ROUNDS", "60"))
LONGEST = 0.15
"""Seconds that a process may work before it is killed."""
ROOT = Path(__file__).parents[3]


@pytest.fixture
def drafters() -> Iterator[subprocess.Popen[str]]:
    program = [sys.executable, "-m", "tests.assistant.storage.drafter"]
    with subprocess.Popen(
        program, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as server:
        yield server
        assert server.stdin
        server.stdin.close()


def killed(server: subprocess.Popen[str], path: Path, seed: int, after: float) -> set[str]:
    """What the draft may be when a process that worked on it for that long was killed."""
    assert server.stdin
    assert server.stdout
    server.stdin.write(json.dumps([str(path), seed]) + "\n")
    server.stdin.flush()
    heard: list[tuple[str, str]] = []
    while not {"process", "is"} <= {word for word, _ in heard}:
        word, _, state = server.stdout.readline().strip().partition(" ")
        assert word not in ("", "ended"), "the process ended by itself"
        heard.append((word, state))
    time.sleep(after)
    os.kill(int(dict(heard)["process"]), signal.SIGKILL)
    states: set[str] = set()
    for word, state in (*heard, *(line.split() for line in iter(server.stdout.readline, "ended \n"))):
        if word != "process":
            states = {state} if word == "is" else states | {state}
    return states


@pytest.mark.timeout(60 + 3 * ROUNDS)
def test_killed_at_any_moment_only_the_command_in_flight_is_lost(
    tmp_path: Path, drafters: subprocess.Popen[str]
) -> None:
    random = Random(os.environ.get("PENHOLDER_KILL_SEED", "81"))
    path = tmp_path / "draft.md"
    create(path, some_draft(random), owner="test").close()
    in_flight = 0
    for seed in range(ROUNDS):
        expected = killed(drafters, path, seed, random.random() * LONGEST)
        in_flight += len(expected) > 1
        written = path.read_text(encoding="utf-8")
        assert draft_text(parse_draft(written)) == written, "the file itself is whole at every moment"
        with Desk.open(path, owner="test") as desk:
            assert digest(draft_text(desk.draft)) in expected, f"round {seed}"
            # The system may tear the line in flight; no journal may be given up as a whole.
            assert not [remark for remark in desk.remarks if "set aside" in remark.text]
            if len(desk.draft.entries) > 40:
                desk.do(some_draft(random), "Begin again")
        assert not list(path.parent.rglob("*.tmp"))
    assert in_flight, "never was a command in flight"

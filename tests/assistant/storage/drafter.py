"""Processes that draft at random until they are killed.

Run as a program it imports everything once and then forks one such process for every line that it is given.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from random import Random

from assistant.draft import digest
from assistant.storage import Desk, draft_text
from tests.properties.drafts import edited


def say(word: str, state: str | int = "") -> None:
    """One line in one write: a process that is killed says it wholly or not at all."""
    os.write(1, f"{word} {state}\n".encode())


def drafting(path: Path, seed: int) -> None:
    """Random commands; says what the draft is about to be, and then that it is."""
    random = Random(seed)
    with Desk.open(path, owner="drafter", journal_size=random.choice((3_000, 100_000))) as desk:
        say("is", digest(draft_text(desk.draft)))
        while True:
            chance = random.random()
            if chance < 0.1:
                desk.save()
            elif chance < 0.25 and desk.history.past:
                say("will-be", digest(draft_text(desk.history.undo().draft)))
                desk.undo()
            elif chance < 0.35 and desk.history.future:
                say("will-be", digest(draft_text(desk.history.redo().draft)))
                desk.redo()
            elif chance < 0.4:
                desk.snapshot("at random")
            else:
                new, name = edited(desk.draft, random)
                say("will-be", digest(draft_text(new)))
                desk.do(new, name)
            say("is", digest(draft_text(desk.draft)))


def serve() -> None:
    """Fork for every line on standard input: a path and a seed as JSON."""
    for line in sys.stdin:
        path, seed = json.loads(line)
        child = os.fork()
        if not child:
            drafting(Path(path), seed)
        say("process", child)
        os.waitpid(child, 0)
        say("ended")


if __name__ == "__main__":
    serve()

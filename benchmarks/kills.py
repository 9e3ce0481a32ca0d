"""The drafting screen killed at random moments of a random session: nothing but the last key press may be lost.

    python benchmarks/kills.py [--rounds 1000] [--seed 81] [--how kill|hang-up|full]

Each round opens the real screens in a terminal of their own, presses keys at random (walking, writing, moving,
deleting, undoing, saving), and ends the process at a random moment: by SIGKILL, by closing its terminal, or after its
files may not grow any more as on a full disk. The process tells beside its work what it is about to write and what it
has written. What the draft is when it is opened again is then held against that: every step that was acknowledged, and
what was being written up to the last key press or the one before it. A program that goes on without its terminal would
hold on to the draft: that counts as lost, too.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from terminal import KEYS, NotPaintedError, Terminal

from assistant.checks.runner import Report
from assistant.draft import Draft, digest, draft_of
from assistant.facts import load_facts
from assistant.resources import sample_folder
from assistant.storage import Desk, create, draft_text, parse_draft
from assistant.templating import load_templates
from assistant.tui.app import Interface
from assistant.tui.drafting import Drafting
from assistant.tui.drafting.writing import Writing
from assistant.workbench import Workbench
from precedent.reading import read

EDITION = "A_RES_114_35.md"
MOST = 14
"""Things that are done in a session, some of them a dozen key presses."""
LETTERS = "abc ,;é"
TEMPLATES, FACTS = load_templates(Path("none")), load_facts(Path("none"))


def mark(draft: Draft) -> str:
    """Stands for a draft."""
    return digest(draft_text(draft))


def telling(say: Callable[..., None]) -> None:
    """Let this process say what it writes: `will-be` and `is` a draft; `typed` before words are kept, `done` after."""
    write, keep = Desk._write, Writing.keep  # noqa: SLF001 - where everything is written

    def told_write(desk: Desk, line: dict[str, object], ledger: object) -> None:
        say("will-be", mark(ledger.history.draft))  # type: ignore[attr-defined]
        try:
            write(desk, line, ledger)  # type: ignore[arg-type]
        finally:
            say("is", mark(desk.draft))

    def told_keep(writing: Writing, text: str | None) -> None:
        say("typed" if text is not None else "ended", text or "")
        keep(writing, text)

    Desk._write = told_write  # type: ignore[method-assign, assignment]  # noqa: SLF001
    Writing.keep = told_keep  # type: ignore[method-assign]


def session(home: Path, path: Path, pipe: int) -> None:
    """The real screens on a draft, in this process."""

    def say(*words: str) -> None:
        os.write(pipe, (json.dumps(words) + "\n").encode())

    telling(say)
    # Read once, before any process is forked: what is tried here is writing.
    Workbench.templates = lambda _: TEMPLATES  # type: ignore[method-assign]
    Workbench.facts = FACTS  # type: ignore[method-assign, assignment]
    Workbench.report = lambda *_, **__: Report(())  # type: ignore[method-assign]
    show = Drafting.on_mount

    def shown(screen: Drafting) -> None:
        say("is", mark(screen.sitting.draft))
        show(screen)

    Drafting.on_mount = shown  # type: ignore[method-assign]
    Interface(home, path).run_and_raise()
    os._exit(0)


def pressed(chance: random.Random) -> str:
    """Some keys."""
    kind = chance.random()
    if kind < 0.35:
        return chance.choice((KEYS["down"], KEYS["down"], KEYS["up"]))
    if kind < 0.6:
        return "\r" + "".join(chance.choice(LETTERS) for _ in range(chance.randint(1, 15)))
    if kind < 0.7:
        return chance.choice("aa") + "".join(chance.choice(LETTERS) for _ in range(chance.randint(1, 9)))
    if kind < 0.8:
        return "\x1b"
    return chance.choice(("s", "u", "u", "\x19", "\x13", "J", "K", "c", "m", ">", "<", " ", "\x1a", "d"))


def played(terminal: Terminal, chance: random.Random) -> None:
    """Press keys, one after the other as a fast typist does or all at once, and stop in the middle of them."""
    for _ in range(chance.randint(0, MOST)):
        for key in keys_of(pressed(chance)):
            with contextlib.suppress(OSError):
                terminal.send(key)
            time.sleep(chance.choice((0, 0, 0.002, 0.02)))
        if chance.random() < 0.8:  # it keeps up, mostly
            terminal.read(2.0)
            terminal.quiet(chance.choice((0.0, 0.02, 0.05)), 2.0)
        if not terminal.is_alive:
            return
    time.sleep(chance.random() * 0.05)


def keys_of(text: str) -> list[str]:
    """Key by key; a sequence is one."""
    return [text] if text.startswith("\x1b[") else list(text)


def heard(pipe: int) -> list[tuple[str, str]]:
    """What the process said until it ended."""
    data = b""
    while some := os.read(pipe, 1 << 20):
        data += some
    return [(line[0], line[1] if len(line) > 1 else "") for line in map(json.loads, data.splitlines())]


def expected(told: list[tuple[str, str]]) -> tuple[set[str], set[str | None]]:
    """What the draft may be, and what may be kept of the words that were being written."""
    drafts: set[str] = set()
    words: list[str | None] = [None]
    for word, state in told:
        if word in ("is", "will-be"):
            drafts = {state} if word == "is" else drafts | {state}
        elif word == "typed":
            words.append(state)
        else:
            words.append(None)
    return drafts, set(words[-2:])


def judged(path: Path, told: list[tuple[str, str]], *, before: str, full: bool) -> str:
    """What was lost; nothing where all is well. Where no key was pressed the draft is what it was before."""
    drafts, words = expected(told)
    drafts = {before} if before else drafts
    written = path.read_text(encoding="utf-8")
    if draft_text(parse_draft(written)) != written:
        return "the file is not whole"
    with Desk.open(path, owner="kills") as desk:
        left = desk.unfinished()
        if drafts and mark(desk.draft) not in drafts:
            return f"the draft is not one of {drafts}"
        if any("set aside" in remark.text for remark in desk.remarks):
            return f"a journal was given up: {desk.remarks}"
        kept = left.text if left else None
        if drafts and not full and kept not in words:
            return f"of {words} there is {kept!r}"
        if len(desk.draft.entries) < 12:
            desk.do(sample(), "Begin again")
    return ""


def sample() -> Draft:
    """What the sessions work on."""
    return draft_of(read(sample_folder() / EDITION))


def round_of(home: Path, path: Path, chance: random.Random, how: str) -> tuple[str, bool, int]:
    """One session; what was lost, whether words were being written, and how many were said."""
    before, goes_on = "", False
    if chance.random() < (
        0.3 if how == "hang-up" else 0.03
    ):  # it ends while it begins, and nobody has touched it
        with Desk.open(path, owner="kills") as desk:
            if desk.unfinished() is None:  # else they are brought back by themselves
                before = mark(desk.draft)
    out, pipe = os.pipe()
    terminal = Terminal.forked(lambda: session(home, path, pipe), size=(80, 24))
    os.close(pipe)
    try:
        if before:
            terminal.quiet(chance.random() * 0.3, chance.random() * 2)
        else:
            terminal.until("Outline ·", 60)
            terminal.until("finding", 60)
            played(terminal, chance)
        if how == "full":
            journal = path.with_name(f".{path.name}.penholder") / "journal.jsonl"
            size = journal.stat().st_size if journal.exists() else 0
            resource.prlimit(terminal.child, resource.RLIMIT_FSIZE, (size + 100, resource.RLIM_INFINITY))
            played(terminal, chance)
            if not terminal.is_alive:
                return "the program ended because of a full disk", False, 0
    except NotPaintedError as error:
        return str(error), False, 0
    finally:
        if how == "hang-up":
            os.close(terminal.master)
            end = time.monotonic() + 20
            while (goes_on := terminal.is_alive) and time.monotonic() < end:
                time.sleep(0.01)
        terminal.kill()
    told = heard(out)
    os.close(out)
    lost = (
        "it goes on without its terminal"
        if goes_on
        else judged(path, told, before=before, full=how == "full")
    )
    return lost, bool(told) and told[-1][0] == "typed", len(told)


def main() -> int:
    """Play, end, judge; the status is 1 where something was lost."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=81)
    parser.add_argument("--how", choices=("kill", "hang-up", "full"), default="kill")
    arguments = parser.parse_args()
    chance = random.Random(arguments.seed)  # noqa: S311 - keys, not secrets
    lost = writing = said = 0
    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        home, path = Path(folder) / "home", Path(folder) / "draft.md"
        home.mkdir()
        create(path, sample(), owner="kills").close()
        for count in range(1, arguments.rounds + 1):
            why, typing, words = round_of(home, path, chance, arguments.how)
            writing, said = writing + typing, said + words
            if why:
                lost += 1
                print(f"round {count}: {why}", flush=True)
            if sys.stderr.isatty() or not count % 100:
                print(f"{count} rounds, {lost} with losses", end="\r", file=sys.stderr)
    print(
        f"{arguments.rounds} sessions ended by {arguments.how} in {time.monotonic() - begun:.0f} s: "
        f"{lost} lost something; {writing} in the middle of a paragraph; {said} steps and key presses told"
    )
    return int(lost > 0)


if __name__ == "__main__":
    sys.exit(main())

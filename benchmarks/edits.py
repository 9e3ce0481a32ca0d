"""How long a check takes while a draft is written: the whole text at first, then after each edit of one paragraph.

    python benchmarks/edits.py [--home HOME] [--symbol A/RES/78/132] [--edits 100]

Without HOME the index of five sessions that `evaluate.py` keeps is taken, or made. The text is rolled forward by
another process, so that nothing is remembered at the first check; then one paragraph after the other gets a few
words more, and the draft is checked after each, as the drafting screen does. Each check is held against one that
asks the index anew.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from reference_texts import PROGRAMS, TESTED, digest

from assistant.checks import Context, report
from assistant.checks.agreed import as_agreed, origins
from assistant.draft import Draft
from assistant.editing import replace_words
from assistant.workbench import Workbench

T = TypeVar("T")
Taken = tuple[float, float]
"""Milliseconds of the processor and of the clock."""
WORDS = ("and lanterns", "on 4 May 2023", "and 12 per cent", "of the harbour", "at its eightieth session")
_LONGEST_ANCESTRY = TESTED[1]


def main() -> None:
    """Check, edit, check; print the median and the 95th of 100."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--home", type=Path)
    parser.add_argument("--symbol", default="A/RES/78/132")
    parser.add_argument("--edits", type=int, default=100)
    arguments = parser.parse_args()
    home = arguments.home or _LONGEST_ANCESTRY.home(digest())
    bench = Workbench(home)
    draft = rolled(home, arguments.symbol)
    _, opened = timed(lambda: bench.editions(draft))  # the catalogue is made when the draft is opened
    _, cold = timed(lambda: bench.report(draft))
    day = draft.expected_adoption or bench.today()
    choose = random.Random(1945)  # noqa: S311 - it has to be the same each time
    after: list[Taken] = []
    differ = 0
    for _ in range(arguments.edits):
        draft = edited(draft, choose)
        told, taken = timed(lambda now=draft: bench.report(now))  # type: ignore[misc]
        after.append(taken)
        now = draft.resolution
        anew = Context(bench.index, day, None, bench.facts, bench.rules, origins=origins(draft, now))
        whole = report(now, anew).findings
        differ += as_agreed(draft, whole, bench.known_rules, bench.index) != told.findings
    print(
        f"{arguments.symbol}: {len(draft.entries)} paragraphs; milliseconds of the processor (of the clock)"
    )
    print(f"catalogue of the index {opened[0]:6.1f} ({opened[1]:.1f})")
    print(f"first check            {cold[0]:6.1f} ({cold[1]:.1f})")
    for name, share in (("median", 0.5), ("95th of 100", 0.95)):
        processor, clock = (at(share, [taken[side] for taken in after]) for side in (0, 1))
        print(f"after one edit         {processor:6.1f} ({clock:.1f}) {name}")
    print(f"{differ} of {len(after)} checks said something else than one that asks the index anew")


def rolled(home: Path, symbol: str) -> Draft:
    """The next draft of a text, as another process made it."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "draft.md"
        command = [PROGRAMS / "penholder", "--home", home, "roll", symbol, "--to", file]
        subprocess.run(command, check=False, capture_output=True)
        return Workbench(home).draft(file)


def timed(work: Callable[[], T]) -> tuple[T, Taken]:
    """What work gives, and what it took."""
    processor, clock = time.thread_time(), time.perf_counter()
    done = work()
    return done, ((time.thread_time() - processor) * 1000, (time.perf_counter() - clock) * 1000)


def at(share: float, times: list[float]) -> float:
    """The time that such a share of them stay below."""
    return sorted(times)[min(int(len(times) * share), len(times) - 1)]


def edited(draft: Draft, choose: random.Random) -> Draft:
    """A few words more in one paragraph."""
    entry = choose.choice(draft.entries)
    text = entry.content.text
    place = choose.choice([at for at, mark in enumerate(text) if mark == " "] or [len(text)])
    return replace_words(draft, draft.labels[entry.id], place, place, f" {choose.choice(WORDS)}")


if __name__ == "__main__":
    main()

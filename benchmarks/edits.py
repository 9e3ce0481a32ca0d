"""How long a check takes while a draft is written: the whole text at first, then after each edit of one paragraph.

    python benchmarks/edits.py HOME [--symbol A/RES/79/194] [--edits 60]

HOME is a home folder whose index has the text and its earlier editions. The text is rolled forward; then one
paragraph after the other gets a few words more, and the draft is checked after each, as the drafting screen does.
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from assistant.checks import Context, report
from assistant.draft import Draft
from assistant.editing import replace_words
from assistant.workbench import Workbench

T = TypeVar("T")
WORDS = ("and lanterns", "on 4 May 2023", "and 12 per cent", "of the harbour", "at its eightieth session")


def main() -> None:
    """Check, edit, check; print the median and the 95th of 100."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("home", type=Path)
    parser.add_argument("--symbol", default="A/RES/79/194")
    parser.add_argument("--edits", type=int, default=60)
    arguments = parser.parse_args()
    bench = Workbench(arguments.home)
    text = bench.text(arguments.symbol)
    adopted = text.masthead.adopted or dt.date(2024, 12, 1)
    draft = bench.roll(arguments.symbol, as_of=adopted + dt.timedelta(days=350))
    bench.close()
    bench = Workbench(arguments.home)
    _, opened = timed(lambda: bench.editions(draft))  # the catalogue is made when the draft is opened
    _, cold = timed(lambda: bench.report(draft))
    choose, after, whole = random.Random(1945), [], []  # noqa: S311 - no secret
    for _ in range(arguments.edits):
        draft = edited(draft, choose)
        now = draft
        told, taken = timed(lambda: bench.report(now))  # noqa: B023 - called at once
        after.append(taken)
        context = Context(bench.index, adopted + dt.timedelta(days=350), None, bench.facts, bench.rules)
        again, taken = timed(lambda: report(now.resolution, context))  # noqa: B023
        whole.append(taken)
        if again.findings != told.findings:
            print("the check after an edit says something else than a whole one")
    print(f"{arguments.symbol}: {len(draft.entries)} paragraphs; catalogue {opened * 1000:.0f} ms")
    print(f"cold               {cold * 1000:6.1f} ms")
    print(
        f"whole, again       {statistics.median(whole) * 1000:6.1f} ms median, {p95(whole) * 1000:.1f} ms p95"
    )
    print(
        f"after one edit     {statistics.median(after) * 1000:6.1f} ms median, {p95(after) * 1000:.1f} ms p95"
    )


def timed(work: Callable[[], T]) -> tuple[T, float]:
    """What work gives, and the seconds that it took."""
    start = time.thread_time()
    return work(), time.thread_time() - start


def p95(times: list[float]) -> float:
    """The time that 95 of 100 stay below."""
    return sorted(times)[min(int(len(times) * 0.95), len(times) - 1)]


def edited(draft: Draft, choose: random.Random) -> Draft:
    """A few words more in one paragraph."""
    entry = choose.choice(draft.entries)
    text = entry.content.text
    place = choose.choice([at for at, mark in enumerate(text) if mark == " "] or [len(text)])
    return replace_words(draft, draft.labels[entry.id], place, place, f" {choose.choice(WORDS)}")


if __name__ == "__main__":
    main()

"""Measure checks and search against the reference texts, and hold the figures against what is asked of them.

    python benchmarks/evaluate.py [--fresh]

The texts lie in `../shared` or where PENHOLDER_SHARED points; the programs beside them, `evaluate/stale.py` and
`evaluate/finding.py`, do the measuring and know nothing of this project but its command line. The indexes that they
need are kept in `build/evaluate` and made anew when the package that fills them, or the texts, have changed.

Leaves with 1 where a figure is missed or nothing could be measured.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import time
from dataclasses import dataclass

from reference_texts import CORPUS, PROGRAMS, SHARED, TESTED, archive, digest, home, sweep, tell


@dataclass(frozen=True, slots=True)
class Asked:
    """One figure that is asked for."""

    line: str
    """How the line begins that tells it: "all", "whole", "scrap"."""
    name: str
    """The words before the figure in that line, as a pattern."""
    bound: float
    at_most: bool = False

    def read(self, lines: list[str]) -> float | None:
        """The figure; None where no line tells it."""
        for line in lines:
            if line.startswith(f"{self.line}:") and (found := re.search(rf"{self.name} ([\d.]+)", line)):
                return float(found[1])
        return None

    def met(self, figure: float) -> bool:
        """Whether the figure is good enough."""
        return figure < self.bound if self.at_most else figure >= self.bound


STALE = (
    Asked("all", "recall", 0.82),
    Asked("all", "precision", 0.72),
    Asked("all", "errors alone: recall", 0.48),
    Asked("all", "errors alone: recall [0-9.]+, precision", 0.94),
    Asked("all", "exact replacement", 0.38),
    Asked("all", "figure", 0.70),
)
FINDING = (
    Asked("whole", "first", 0.91),
    Asked("whole", "in five", 0.985),
    Asked("whole", "p95", 50, at_most=True),
    Asked("scrap", "in five", 0.985),
    Asked("scrap", "p95", 50, at_most=True),
)


def main() -> int:
    """Make the indexes, run both programs, print their lines and the verdict."""
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("--fresh", action="store_true", help="make the indexes anew in any case")
    options = arguments.parse_args()
    if not CORPUS.is_dir():
        tell(
            f"the reference texts are not at {SHARED} (PENHOLDER_SHARED may point to them): nothing measured"
        )
        return 1
    stamp = digest()
    sweep(stamp, everything=options.fresh)
    pairs = [words for pair in TESTED for words in ("--pair", *pair.words, pair.home(stamp))]
    searched = home("ga", range(75, 79), stamp)
    stale = measure("stale.py", *pairs)
    finding = measure(
        "finding.py",
        *("--earlier", *(archive("ga", n) for n in range(75, 79)), "--later", archive("ga", 79)),
        *("--home", searched),
    )
    print()
    verdicts = [told(asked, stale) for asked in STALE] + [told(asked, finding) for asked in FINDING]
    return 0 if all(verdicts) else 1


def told(asked: Asked, lines: list[str]) -> bool:
    """Print what was asked and what is so."""
    figure = asked.read(lines)
    met = figure is not None and asked.met(figure)
    sign = "under" if asked.at_most else "at least"
    found = "not told" if figure is None else f"{figure:g}"
    print(f"{'met   ' if met else 'MISSED'}  {asked.line} {asked.name}: {found} ({sign} {asked.bound:g})")
    return met


def measure(program: str, *words: object) -> list[str]:
    """Run a program of the reference texts with the project's own interpreter and `penholder`; its lines."""
    began = time.perf_counter()
    run = subprocess.run(
        [sys.executable, SHARED / "evaluate" / program, *map(str, words)],
        stdout=subprocess.PIPE,
        text=True,
        check=False,
        env={**os.environ, "PATH": f"{PROGRAMS}{os.pathsep}{os.environ.get('PATH', '')}"},
    )
    print(run.stdout, end="", flush=True)
    tell(f"{program}: {time.perf_counter() - began:.0f} s, exit status {run.returncode}")
    return run.stdout.splitlines() if run.returncode == 0 else []


if __name__ == "__main__":
    sys.exit(main())

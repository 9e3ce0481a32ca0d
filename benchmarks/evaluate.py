"""Measure checks and search against the reference texts, and hold the figures against what is asked of them.

    python benchmarks/evaluate.py [--fresh]

The texts lie in `../shared` or where PENHOLDER_SHARED points; the programs beside them, `evaluate/stale.py` and
`evaluate/finding.py`, do the measuring and know nothing of this project but its command line. The indexes that they
need are kept in `build/evaluate` and made anew when the package that fills them, or the texts, have changed.

Leaves with 1 where a figure is missed or nothing could be measured.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("PENHOLDER_SHARED") or ROOT.parent / "shared").resolve()
CORPUS = SHARED / "corpus"
CACHE = ROOT / "build" / "evaluate"
PROGRAMS = Path(sysconfig.get_path("scripts"))


@dataclass(frozen=True, slots=True)
class Asked:
    """One figure that is asked for."""

    line: str
    """How the line begins that tells it: "all", "whole", "scrap"."""
    name: str
    """The words before the figure in that line."""
    bound: float
    at_most: bool = False

    def read(self, lines: list[str]) -> float | None:
        """The figure; None where no line tells it."""
        for line in lines:
            if line.startswith(f"{self.line}:") and (
                found := re.search(rf"{re.escape(self.name)} ([\d.]+)", line)
            ):
                return float(found[1])
        return None

    def met(self, figure: float) -> bool:
        """Whether the figure is good enough."""
        return figure < self.bound if self.at_most else figure >= self.bound


STALE = (Asked("all", "recall", 0.70), Asked("all", "precision", 0.50))
FINDING = (
    Asked("whole", "first", 0.85),
    Asked("whole", "in five", 0.97),
    Asked("whole", "p95", 100, at_most=True),
    Asked("scrap", "in five", 0.98),
    Asked("scrap", "p95", 100, at_most=True),
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
    to_77 = home(range(74, 78), stamp)
    to_78 = home(range(74, 79), stamp, grown_from=to_77)
    searched = home(range(75, 79), stamp)
    stale = measure(
        "stale.py",
        *("--pair", archive(77), archive(78), "78", "2023-10-01", to_77),
        *("--pair", archive(78), archive(79), "79", "2024-10-01", to_78),
    )
    finding = measure(
        "finding.py",
        *("--earlier", *map(archive, range(75, 79)), "--later", archive(79), "--home", searched),
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


def home(sessions: range, stamp: str, grown_from: Path | None = None) -> Path:
    """A home folder whose index holds these sessions of the General Assembly and nothing else."""
    folder = CACHE / f"ga-{sessions[0]}-{sessions[-1]}-{stamp}"
    if folder.is_dir():
        return folder
    began = time.perf_counter()
    making = folder.with_name(f"making-{folder.name}")
    shutil.rmtree(making, ignore_errors=True)
    if grown_from is not None:
        shutil.copytree(grown_from, making)
    archives = [archive(n) for n in (sessions[-1:] if grown_from else sessions)]
    subprocess.run([PROGRAMS / "penholder", "--home", making, "add", *archives], check=True)
    making.rename(folder)
    tell(f"index of the sessions {sessions[0]} to {sessions[-1]}: {time.perf_counter() - began:.0f} s")
    return folder


def archive(session: int) -> Path:
    """The adopted texts of one session of the General Assembly."""
    return CORPUS / f"ga-{session}.tar.xz"


def digest() -> str:
    """Stands for what an index is made from: the package that reads and keeps the texts, and the texts."""
    found = hashlib.sha256()
    for path in sorted((ROOT / "precedent").rglob("*.py")):
        found.update(path.read_bytes())
    for path in map(archive, range(74, 80)):
        found.update(f"{path.name} {path.stat().st_size}".encode())
    return found.hexdigest()[:12]


def sweep(stamp: str, *, everything: bool) -> None:
    """Remove the indexes that no longer count."""
    for folder in CACHE.glob("*-*"):
        if everything or not folder.name.endswith(stamp):
            shutil.rmtree(folder)


def tell(line: str) -> None:
    """Narration."""
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())

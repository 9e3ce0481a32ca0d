"""The reference texts, and home folders whose indexes hold some of their sessions and nothing else."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
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
_UNREADABLE = 3
"""Exit status of `add` where some member of an archive is no text; the others are in the index."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sessions that follow each other: each edition of the first is judged by its successor in the second."""

    organ: str
    """As the archives are named: "ga", "ecosoc"."""
    first: int
    """The organ's first session at hand: where an index begins."""
    base: int

    @property
    def successor(self) -> int:
        """The session of the later editions."""
        return self.base + 1

    @property
    def as_of(self) -> dt.date:
        """A day in the successor's session before it adopts: in October, for the Council in June."""
        if self.organ == "ga":
            return dt.date(self.successor + 1945, 10, 1)
        return dt.date(self.successor, 6, 1)

    def home(self, stamp: str) -> Path:
        """A home folder whose index ends at the base session."""
        grown = Pair(self.organ, self.first, self.base - 1).home(stamp) if self.base > self.first else None
        return home(self.organ, range(self.first, self.base + 1), stamp, grown)

    @property
    def words(self) -> list[str]:
        """The pair as `evaluate/stale.py` is told of it, but for the home folder."""
        ends = [str(archive(self.organ, n)) for n in (self.base, self.successor)]
        return [*ends, str(self.successor), self.as_of.isoformat()]


LEARNED = (Pair("ga", 74, 74), Pair("ga", 74, 75), Pair("ga", 74, 76), Pair("ecosoc", 2021, 2021))
"""Pairs that weights are learned on."""
TESTED = (Pair("ga", 74, 77), Pair("ga", 74, 78), Pair("ecosoc", 2021, 2022), Pair("ecosoc", 2021, 2023))
"""Pairs that the figures are counted on; nothing is learned on them."""


def archive(organ: str, session: int) -> Path:
    """The adopted texts of one session."""
    return CORPUS / f"{organ}-{session}.tar.xz"


def home(organ: str, sessions: range, stamp: str, grown_from: Path | None = None) -> Path:
    """A home folder whose index holds these sessions of an organ and nothing else."""
    folder = CACHE / f"{organ}-{sessions[0]}-{sessions[-1]}-{stamp}"
    if folder.is_dir():
        return folder
    began = time.perf_counter()
    making = folder.with_name(f"making-{folder.name}")
    shutil.rmtree(making, ignore_errors=True)
    if grown_from is not None:
        shutil.copytree(grown_from, making)
    archives = [archive(organ, n) for n in (sessions[-1:] if grown_from else sessions)]
    done = subprocess.run([PROGRAMS / "penholder", "--home", making, "add", *archives], check=False)
    if done.returncode not in (0, _UNREADABLE):
        sys.exit(f"the index of {organ} {sessions[0]} to {sessions[-1]} could not be made")
    making.rename(folder)
    tell(f"index of {organ} {sessions[0]} to {sessions[-1]}: {time.perf_counter() - began:.0f} s")
    return folder


def digest() -> str:
    """Stands for what an index is made from: the package that reads and keeps the texts, and the texts."""
    found = hashlib.sha256()
    for path in sorted((ROOT / "precedent").rglob("*.py")):
        found.update(path.read_bytes())
    for path in sorted(CORPUS.glob("*.tar.xz")):
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

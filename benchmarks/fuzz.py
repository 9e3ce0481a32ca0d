"""Damage real files in many ways and read them: nothing but "unreadable" may come of it, soon and in little memory.

    python benchmarks/fuzz.py [FORMAT...] [--count N] [--seed N] [--only N]

Each input is made from one of the reference texts by chance that can be repeated: the same seed, format and number are
the same input on every machine that has the same texts. It is read in a child process, which is watched: an error other
than `UnreadableFileError`, a crash, more than 5 seconds of the processor or more than 500 MB is a failure. Inputs that
fail are kept in `build/fuzz` with what happened; `--only N` reads the one with that number again.

Leaves with 1 where something failed.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import random
import resource
import sys
import tarfile
import time
import traceback
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import TypeVar

from damage import TOKENS, damaged

from assistant.resources import sample_folder
from precedent.errors import UnreadableFileError
from precedent.reading import markdown, read, read_bytes
from precedent.writing import akn

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("PENHOLDER_SHARED") or ROOT.parent / "shared").resolve()
KEPT = ROOT / "build" / "fuzz"
COUNT, SEED = 10_000, 1945
SECONDS, MEGABYTES = 5.0, 500.0
PATIENCE = 60.0
"""Seconds after which a child that says nothing is ended; the machine may be busy with other things."""
ADDRESSES = 4_000_000_000
"""Bytes of address space that a child may take: a bomb ends it and not the machine."""
SAMPLES = 60
"""Files of a format that inputs are made from."""


def main() -> int:
    """Print one line a format."""
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("formats", nargs="*", metavar="FORMAT", help=f"some of {', '.join(TOKENS)}")
    arguments.add_argument("--count", type=int, default=COUNT, help="inputs a format")
    arguments.add_argument("--seed", type=int, default=SEED)
    arguments.add_argument("--only", type=int, help="the one input with that number")
    arguments.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    options = arguments.parse_args()
    failures = 0
    for suffix in options.formats or TOKENS:
        samples = samples_of(suffix)
        if not samples:
            print(f"{suffix}: no file at hand to damage")
            continue
        numbers = [options.only] if options.only is not None else range(options.count)
        found = Tally(suffix, options.seed)
        run(found, numbers, samples, options.workers)
        print(found.line(), flush=True)
        for number, what in sorted(found.failures.items()):
            keep(found, number, what, samples)
        failures += len(found.failures)
    return int(failures > 0)


Item = TypeVar("Item")


@dataclass(slots=True)
class Tally:
    """What came of the inputs of one format."""

    suffix: str
    seed: int
    inputs: int = 0
    refused: int = 0
    seconds: float = 0.0
    megabytes: float = 0.0
    failures: dict[int, str] = field(default_factory=dict)

    def add(self, number: int, outcome: Outcome) -> None:
        """Count one input."""
        self.inputs += 1
        self.refused += outcome.refused
        self.seconds = max(self.seconds, outcome.seconds)
        self.megabytes = max(self.megabytes, outcome.megabytes)
        if outcome.failure:
            self.failures[number] = outcome.failure
        elif outcome.seconds > SECONDS:
            self.failures[number] = f"took {outcome.seconds:.1f} s"
        elif outcome.megabytes > MEGABYTES:
            self.failures[number] = f"took {outcome.megabytes:.0f} MB"

    def line(self) -> str:
        """The figures."""
        read_ = self.inputs - self.refused - len(self.failures)
        return (
            f"{self.suffix}: {self.inputs:,} inputs, {self.refused:,} refused, {read_:,} read, "
            f"worst {self.seconds:.2f} s, worst {self.megabytes:.0f} MB, {len(self.failures)} failures"
        )


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one input."""

    refused: bool = False
    failure: str = ""
    seconds: float = 0.0
    megabytes: float = 0.0


def samples_of(suffix: str) -> list[bytes]:
    """Some files of a format: of the reference texts where they are at hand, else of the program's own samples."""
    corpus = SHARED / "corpus"
    if suffix == "pdf":
        return [p.read_bytes() for p in spread(sorted((corpus / "pdf").rglob("*.pdf")))]
    if suffix == "docx":
        return [p.read_bytes() for p in spread(sorted((corpus / "docx").glob("*.docx")))]
    if suffix == "txt" and (SHARED / "seeds").exists():
        return [p.read_bytes() for p in sorted((SHARED / "seeds").glob("*.txt"))]
    own = [read(path) for path in sorted(sample_folder().iterdir())]
    xml = [akn.write(text).encode() for text in own]
    for archive in sorted(corpus.glob("[eghs]*-*.tar.xz")):
        xml += first_of(archive, 3)
    if suffix == "xml":
        return xml
    texts = [read_bytes(data, "x.xml") for data in spread(xml)]
    return [markdown.write(text).encode() for text in texts]


def first_of(archive: Path, count: int) -> list[bytes]:
    """The first XML files of an archive."""
    found: list[bytes] = []
    with tarfile.open(archive) as members:
        for member in members:
            if member.name.endswith(".xml") and (file := members.extractfile(member)):
                found.append(file.read())
            if len(found) == count:
                break
    return found


def spread(found: Sequence[Item]) -> list[Item]:
    """So many of them as are used, from all over."""
    return list(found[:: max(1, len(found) // SAMPLES)])[:SAMPLES]


def made(suffix: str, seed: int, number: int, samples: Sequence[bytes]) -> bytes:
    """The input with that number."""
    return damaged(suffix, samples, random.Random(f"{seed}:{suffix}:{number}"))  # noqa: S311 - can be repeated


def run(found: Tally, numbers: Iterable[int], samples: Sequence[bytes], workers: int) -> None:
    """Give the inputs to child processes and watch them."""
    waiting = iter(numbers)
    children = [Child(found, samples) for _ in range(workers)]
    busy = [child for child in children if child.give(next(waiting, None))]
    while busy:
        wait([child.line for child in busy], timeout=1)
        for child in busy:
            outcome = child.answer()
            if outcome is not None:
                found.add(child.number, outcome)
                if found.inputs % 500 == 0:
                    print(found.line(), file=sys.stderr, flush=True)
                child.give(next(waiting, None))
        busy = [child for child in busy if child.number >= 0]
    for child in children:
        child.end()


class Child:
    """A process that reads one input after the other; a new one takes over when it dies."""

    def __init__(self, found: Tally, samples: Sequence[bytes]) -> None:
        self._found, self._samples = found, samples
        self.number = -1
        self._since = 0.0
        self._start()

    def _start(self) -> None:
        context = multiprocessing.get_context("spawn")
        self.line, far = context.Pipe()
        self._process = context.Process(
            target=child_main, args=(far, self._found.suffix, self._found.seed, self._samples), daemon=True
        )
        self._process.start()
        far.close()

    def give(self, number: int | None) -> bool:
        """Hand it the next input; False where there is none."""
        self.number = -1 if number is None else number
        self._since = time.monotonic()
        if number is not None:
            self.line.send(number)
        return number is not None

    def answer(self) -> Outcome | None:
        """What came of its input; None while it is at work."""
        try:
            if self.line.poll():
                return self.line.recv()  # type: ignore[no-any-return]
        except EOFError:
            self._process.join()
            code = self._process.exitcode
            self._start()
            return Outcome(failure=f"the process ended with {code}")
        if time.monotonic() - self._since < PATIENCE:
            return None
        self._process.kill()
        self._process.join()
        self._start()
        return Outcome(failure=f"no answer after {PATIENCE:.0f} s")

    def end(self) -> None:
        """Let it go."""
        self.line.close()
        self._process.join()


def child_main(line: Connection, suffix: str, seed: int, samples: Sequence[bytes]) -> None:
    """Read inputs until there are no more."""
    resource.setrlimit(resource.RLIMIT_AS, (ADDRESSES, ADDRESSES))
    while True:
        try:
            number = line.recv()
        except EOFError:
            return
        line.send(tried(made(suffix, seed, number, samples), f"{number}.{suffix}"))


def tried(data: bytes, name: str) -> Outcome:
    """Read one input and measure it."""
    forget_peak()
    began = time.process_time()
    refused, failure = False, ""
    try:
        read_bytes(data, name)
    except UnreadableFileError as problem:
        refused = True
        if "\n" in str(problem):
            failure = f"a message of more than one line: {problem}"
    except BaseException:  # noqa: BLE001 - whatever it is, it is what is looked for
        failure = traceback.format_exc()
    return Outcome(refused, failure, time.process_time() - began, peak())


def forget_peak() -> None:
    """Begin to measure memory anew; only Linux can."""
    with suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")


def peak() -> float:
    """The most memory that this process held, in MB."""
    try:
        status = Path("/proc/self/status").read_text(encoding="ascii")
        return int(status.split("VmHWM:")[1].split()[0]) / 1024
    except (OSError, IndexError):
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def keep(found: Tally, number: int, what: str, samples: Sequence[bytes]) -> None:
    """Put an input that failed, and what happened, where it can be looked at."""
    KEPT.mkdir(parents=True, exist_ok=True)
    place = KEPT / f"{found.seed}-{number}.{found.suffix}"
    place.write_bytes(made(found.suffix, found.seed, number, samples))
    place.with_name(place.name + ".why").write_text(what, encoding="utf-8")
    print(f"  {place.relative_to(ROOT)}: {what.strip().splitlines()[-1]}")


if __name__ == "__main__":
    sys.exit(main())

"""Files made to hang or to burst whoever reads them, read by `penholder read` as anyone would read them.

    python benchmarks/hostile.py [NAME...]

Each is read in a program of its own, whose time is told with what it said. It may say that it gave up; what takes
longer than it may, ends without a word or leaves a process behind is a failure.

Leaves with 1 where something failed.
"""

from __future__ import annotations

import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from precedent.apart.limits import LONGEST  # noqa: E402 - the line above finds it
from tests.apart_seen import working  # noqa: E402
from tests.hostile_pdfs import PDFS  # noqa: E402
from tests.hostile_texts import TEXTS  # noqa: E402

PENHOLDER = Path(sysconfig.get_path("scripts")) / "penholder"
PATIENCE = LONGEST + 15
"""Seconds: what a file may take, and what the program takes beside it."""
LARGER = 20
"""So many times as large as what is read without a process of its own."""


def main() -> int:
    """Print one line a file."""
    wanted, failures = sys.argv[1:], 0
    with tempfile.TemporaryDirectory() as folder:
        for name, suffix, data in files():
            if wanted and name not in wanted:
                continue
            path = Path(folder) / f"{name.replace(' ', '-')}.{suffix}"
            path.write_bytes(data)
            failed, line = tried(path)
            failures += failed
            print(f"{'FAILED ' if failed else ''}{path.name} ({len(data) / 1e6:.2f} MB): {line}", flush=True)
            path.unlink()
    return int(failures > 0)


def files() -> Iterator[tuple[str, str, bytes]]:
    """Name, suffix and content of each."""
    for made in PDFS:
        yield made.__name__, "pdf", made()
    for name, text in TEXTS.items():
        yield name, "md", text.encode()
        yield f"{name}, much of it", "md", text.encode() + text.partition("\n\n")[2].encode() * LARGER


def tried(path: Path) -> tuple[bool, str]:
    """Whether reading a file failed, and what is told of it."""
    began = time.monotonic()
    with subprocess.Popen(
        [PENHOLDER, "read", str(path)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    ) as program:
        try:
            _, said = program.communicate(timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            program.kill()
            return True, f"went on after {PATIENCE:g} seconds"
    seconds = time.monotonic() - began
    words = said.decode(errors="replace").strip().splitlines()
    told = words[-1][:160] if words else "read"
    failed = program.returncode not in (0, 3) or bool(working(program.pid))
    return failed, f"{seconds:.1f} s, {told}"


if __name__ == "__main__":
    sys.exit(main())

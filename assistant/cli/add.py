"""`penholder add`: takes earlier texts into the precedent index."""

import argparse
import datetime as dt
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.cli import diagnostics, output
from assistant.cli.diagnostics import ExitStatus
from assistant.cli.progress import Progress
from assistant.pace import Pace
from assistant.workbench import Workbench

if TYPE_CHECKING:
    from precedent.index import Added
    from precedent.index import Progress as SoFar


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "sources",
        metavar="PATH",
        nargs="+",
        type=Path,
        help="a file, a folder, a .zip or .tar archive; the UN's metadata of adopted texts as well",
    )
    parser.add_argument(
        "--set-aside",
        action="store_true",
        help="keep the index that is there under another name and start a new one (after damage, or for a new version)",
    )
    parser.add_argument("--format", choices=("text", "json"), default="text")


def run(arguments: argparse.Namespace) -> int:
    """Add everything that can be read, and say what could not be."""
    if arguments.set_aside:
        _set_aside(arguments.home)
    bench = Workbench(arguments.home)
    last: list[SoFar] = []
    pace = Pace("texts")

    with _ended_like_ctrl_c(), Progress("adding") as shown:

        def progress(state: "SoFar") -> None:
            last[:] = [state]
            shown.show(state.share, pace.measured(time.monotonic(), state.done, state.share))

        added: Added | None
        try:
            added, interrupted = bench.add(arguments.sources, progress), False
        except KeyboardInterrupt:
            added, interrupted = last[0].so_far if last else None, True
    if added is not None:
        _print(added, arguments.format)
    if interrupted:
        diagnostics.problem(
            "interrupted: what is counted is in the index; add the same again to go on from there"
        )
    return ExitStatus.UNREADABLE if interrupted or (added is not None and added.failed) else ExitStatus.DONE


@contextmanager
def _ended_like_ctrl_c() -> Iterator[None]:
    """Whoever tells the process to end gets the same as with Ctrl-C: a clean stop, and what was done told."""

    def stop(_signal: int, _frame: object) -> None:
        raise KeyboardInterrupt

    try:
        before = signal.signal(signal.SIGTERM, stop)
    except ValueError:  # not in the main thread, where no signal arrives
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _set_aside(home: Path) -> None:
    from precedent.index import set_aside

    aside = set_aside(home, dt.datetime.now().astimezone())
    if aside:
        diagnostics.note(f"the index that was there is now {aside}; delete it when you no longer need it")


def _print(added: "Added", form: str) -> None:
    for failure in added.failed:
        diagnostics.problem(f"{failure.path}: {failure.reason}")
    if form == "json":
        output.json_text(
            {
                "added": added.added,
                "replaced": added.replaced,
                "unchanged": added.unchanged,
                "paragraphs": added.paragraphs,
                "failed": [{"path": failure.path, "reason": failure.reason} for failure in added.failed],
                "other_languages": added.other_languages,
                "records": added.records,
            }
        )
        return
    parts = [
        f"{added.added:,} added ({added.paragraphs:,} paragraphs)",
        f"{added.replaced:,} replaced by a newer copy" if added.replaced else "",
        f"{added.unchanged:,} unchanged" if added.unchanged else "",
        f"{added.records:,} records of votes and sponsors" if added.records else "",
        f"{added.other_languages:,} in other languages kept but not searched"
        if added.other_languages
        else "",
        f"{len(added.failed):,} failed" if added.failed else "",
    ]
    output.line(", ".join(filter(None, parts)))

"""`penholder add`: takes earlier texts into the precedent index."""

import argparse
import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.cli import diagnostics, output
from assistant.cli.diagnostics import ExitStatus
from assistant.cli.progress import Progress
from assistant.workbench import Workbench

if TYPE_CHECKING:
    from precedent.fetching.fetcher import Fetching
    from precedent.index import Added, Failure
    from precedent.index import Progress as SoFar


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "sources",
        metavar="PATH|SYMBOL|URL",
        nargs="+",
        help="a file, a folder, a .zip or .tar archive; the UN's metadata of adopted texts as well; "
        "a document symbol or an address to be fetched",
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

    with Progress("adding") as shown:

        def progress(state: "SoFar") -> None:
            last[:] = [state]
            shown.label = "adding"
            shown.advance()

        def fetching(state: "Fetching") -> None:
            shown.label = diagnostics.printable(f"{state}; done")
            shown.advance(0)

        added: Added | None
        try:
            added, interrupted = bench.add(arguments.sources, progress, fetching), False
        except KeyboardInterrupt:
            added, interrupted = last[0].so_far if last else None, True
    if added is not None:
        _print(added, arguments.format)
    if interrupted:
        diagnostics.problem(
            "interrupted: what is counted is in the index; add the same again to go on from there"
        )
    return ExitStatus.UNREADABLE if interrupted or (added is not None and added.failed) else ExitStatus.DONE


def _set_aside(home: Path) -> None:
    from precedent.index import set_aside

    aside = set_aside(home, dt.datetime.now().astimezone())
    if aside:
        diagnostics.note(f"the index that was there is now {aside}; delete it when you no longer need it")


def _print(added: "Added", form: str) -> None:
    _tell(added.failed)
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
        f"{added.passed_over:,} passed over that {'is no text' if added.passed_over == 1 else 'are no texts'}"
        if added.passed_over
        else "",
        f"{len(added.failed):,} failed" if added.failed else "",
    ]
    output.line(", ".join(filter(None, parts)))


def _tell(failed: "tuple[Failure, ...]") -> None:
    """One line for each failure; what a host that had stopped answering was not asked for is told in one for all."""
    from precedent.index import Postponed

    postponed = [failure for failure in failed if isinstance(failure, Postponed)]
    for failure in failed:
        if not isinstance(failure, Postponed) or len(postponed) == 1:
            diagnostics.problem(f"{failure.path}: {failure.reason}")
    if len(postponed) > 1:
        first, last = postponed[0], postponed[-1]
        diagnostics.problem(f"{first.path} to {last.path}, {len(postponed):,} in all: {first.reason}")

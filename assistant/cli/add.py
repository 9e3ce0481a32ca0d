"""`penholder add`: takes earlier texts into the precedent index."""

import argparse
import datetime as dt
import signal
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Self

from assistant.cli import counted, diagnostics, pasted
from assistant.cli.dates import day
from assistant.cli.diagnostics import ExitStatus
from assistant.cli.piped import STANDARD_INPUT
from assistant.cli.progress import Progress
from assistant.pace import Pace
from assistant.workbench import Workbench

if TYPE_CHECKING:
    from precedent.fetching.fetcher import Fetching
    from precedent.index import Added
    from precedent.index import Progress as SoFar


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "sources",
        metavar="PATH|SYMBOL|URL",
        nargs="+",
        help="a file, a folder, a .zip or .tar archive; the UN's metadata of adopted texts as well; "
        "a document symbol or an address to be fetched; - for standard input (a pasted text)",
    )
    parser.add_argument(
        "--symbol", default="", help="of the text on standard input, where it does not say so"
    )
    parser.add_argument("--adopted", type=day, metavar="DATE", help="day on which that text was adopted")
    parser.add_argument(
        "--set-aside",
        action="store_true",
        help="keep the index that is there under another name and start a new one (after damage, or for a new version)",
    )
    parser.add_argument("--format", choices=("text", "json"), default="text")


def run(arguments: argparse.Namespace) -> int:
    """Add everything that can be read, and say what could not be."""
    piped = str(STANDARD_INPUT) in arguments.sources
    if piped and len(arguments.sources) > 1:
        diagnostics.problem("standard input is one text: add it alone")
        return ExitStatus.USAGE
    if not piped and (arguments.symbol or arguments.adopted):
        diagnostics.problem(
            "--symbol and --adopted are for a text on standard input: penholder add - --symbol …"
        )
        return ExitStatus.USAGE
    if arguments.set_aside:
        _set_aside(arguments.home)
    bench = Workbench(arguments.home)
    if piped:
        return pasted.add(bench, arguments.symbol, arguments.adopted, arguments.format)
    last: list[SoFar] = []
    pace = Pace("texts")

    with _Stop() as stop, Progress("adding") as shown:

        def progress(state: "SoFar") -> None:
            last[:] = [state]
            stop.here()
            shown.show(state.share, pace.measured(time.monotonic(), state.done, state.share))

        def fetching(state: "Fetching") -> None:
            stop.here()
            shown.show(None, str(state))

        added: Added | None
        try:
            added, interrupted = bench.add(arguments.sources, progress, fetching), False
        except KeyboardInterrupt:
            added, interrupted = last[0].so_far if last else None, True
    if added is not None:
        counted.tell(added, arguments.format)
    if interrupted:
        diagnostics.problem(
            "interrupted: what is counted is in the index; add the same again to go on from there"
        )
    return ExitStatus.UNREADABLE if interrupted or (added is not None and added.failed) else ExitStatus.DONE


class _Stop:
    """Ctrl-C, or whoever tells the process to end: the work stops at the next place where it may, with what is done.

    An exception out of a signal may arise anywhere, even where Python can only print it. So the first signal is only
    noted, and raised where progress is told; a second one does not wait for that.
    """

    def __init__(self) -> None:
        self._asked = False
        self._before: dict[signal.Signals, signal._HANDLER] = {}

    def __enter__(self) -> Self:
        for kind in (signal.SIGINT, signal.SIGTERM):
            with suppress(ValueError):  # not in the main thread, where no signal arrives
                self._before[kind] = signal.signal(kind, self._ask)
        return self

    def __exit__(self, *_: object) -> None:
        for kind, before in self._before.items():
            signal.signal(kind, before)

    def _ask(self, _signal: int, _frame: object) -> None:
        if self._asked:
            raise KeyboardInterrupt
        self._asked = True

    def here(self) -> None:
        """Stop, where that was asked for."""
        if self._asked:
            raise KeyboardInterrupt


def _set_aside(home: Path) -> None:
    from precedent.index import set_aside

    aside = set_aside(home, dt.datetime.now().astimezone())
    if aside:
        diagnostics.note(f"the index that was there is now {aside}; delete it when you no longer need it")

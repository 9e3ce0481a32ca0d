"""`penholder index`: what the precedent index holds, and making it anew from the texts that it keeps."""

import argparse
import datetime as dt

from assistant.cli import diagnostics, output
from assistant.cli.diagnostics import ExitStatus
from assistant.cli.progress import Progress


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "--rebuild",
        action="store_true",
        help="make it anew from the texts that it keeps: after damage, or for another version of Penholder",
    )


def run(arguments: argparse.Namespace) -> int:
    """Rebuild if asked, and say how things stand."""
    from precedent.index import MANY_BEHIND, open_index, rebuild

    status = ExitStatus.DONE
    if arguments.rebuild:
        with Progress("rebuilding") as shown:

            def progress(done: int, total: int) -> None:
                shown.total, shown.done = total, done - 1
                shown.advance()

            rebuilt = rebuild(arguments.home, dt.datetime.now().astimezone(), progress)
        for failure in rebuilt.failed:
            diagnostics.problem(f"{failure.path}: {failure.reason}")
            status = ExitStatus.UNREADABLE
        if rebuilt.aside:
            diagnostics.note(
                f"the file as it was is now {rebuilt.aside}; add the texts that are missing again"
            )
    with open_index(arguments.home) as index:
        state = index.state()
    output.line(f"{state.counts.documents:,} texts, {state.counts.passages:,} paragraphs: {state.path}")
    if not state.counts.documents:
        return status
    output.line(
        f"{state.size / 1e6:,.1f} MB, {state.size / max(state.counts.passages, 1):,.0f} bytes a paragraph"
    )
    if state.behind:
        output.line(
            f"{state.behind:,} wordings are compared one by one at each search: "
            + (
                "slow; `penholder index --rebuild` makes it fast"
                if state.behind > MANY_BEHIND
                else "too few to matter"
            )
        )
    return status

"""`penholder roll`: an earlier text forward into a new draft."""

import argparse
import datetime as dt
from pathlib import Path

from assistant.checks import Severity
from assistant.cli import output
from assistant.cli.dates import day
from assistant.cli.diagnostics import ExitStatus, note, problem
from assistant.workbench import Workbench
from precedent.session import Session


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "source", metavar="SYMBOL|FILE", help="a symbol that the precedent index holds, or a file"
    )
    parser.add_argument("--session", type=int, help="session of the new edition; the next one if left out")
    parser.add_argument(
        "--as-of", type=day, metavar="DATE", help="expected day of adoption, 2026-12-15; today if left out"
    )
    parser.add_argument(
        "--to", type=Path, required=True, metavar="DRAFT.md", help="the draft to write; must not exist yet"
    )
    parser.add_argument(
        "--force", action="store_true", help="write over a draft that exists (a snapshot of it is kept)"
    )


def run(arguments: argparse.Namespace) -> int:
    """Write the draft and say what was updated and what is left."""
    bench = Workbench(arguments.home)
    for wrong in bench.problems:
        problem(wrong)
    draft = bench.roll(arguments.source, session=arguments.session, as_of=arguments.as_of)
    desk = bench.create(arguments.to, draft, overwrite=arguments.force)
    desk.close()
    labels = draft.labels
    changes = [
        (labels[entry.id] + ("" if change.after in entry.content.text else " note"), change)
        for entry in draft.entries
        for change in entry.changes
    ]
    left = bench.check(draft)
    for label, change in changes:
        output.line(f"{label:<10} “{change.before}” → “{change.after}”")
        output.line(f"           {change.reason}")
    session = draft.masthead.session_value
    if arguments.as_of is None and session is not None and _is_over(session, bench.today()):
        note(
            f"the {session} is over: updates were judged as of {draft.expected_adoption}; --as-of says another day"
        )
    errors = sum(f.severity is Severity.ERROR for f in left)
    note(
        f"{arguments.to}: {len(changes)} updates made, {len(left)} findings left ({errors} certain); "
        f"next: penholder check {arguments.to}"
    )
    return ExitStatus.FINDINGS if left else ExitStatus.DONE


def _is_over(session: Session, day: dt.date) -> bool:
    try:
        return not session.kind and session.days[1] < day
    except ValueError:
        return False

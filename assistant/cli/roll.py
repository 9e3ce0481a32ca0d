"""`penholder roll`: an earlier text forward into a new draft."""

import argparse
from collections.abc import Iterator
from pathlib import Path

from assistant.checks import Severity
from assistant.cli import output
from assistant.cli.dates import day, session
from assistant.cli.diagnostics import ExitStatus, note, problem
from assistant.cli.findings import counted, print_findings
from assistant.draft import Change, Draft
from assistant.workbench import Workbench
from precedent.wording import day_words


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "source", metavar="SYMBOL|FILE", help="a symbol that the precedent index holds, or a file"
    )
    parser.add_argument(
        "--session",
        type=session,
        metavar="N",
        help="session of the new edition; the next one in which it is due if left out",
    )
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
    """Write the draft and say what was updated, what is left, and what more goes stale before it is adopted."""
    bench = Workbench(arguments.home)
    for wrong in bench.problems:
        problem(wrong)
    plan = bench.plan_roll(arguments.source, session=arguments.session, as_of=arguments.as_of)
    for remark in plan.remarks:
        note(remark)
    draft = bench.rolled(plan)
    bench.create(arguments.to, draft, overwrite=arguments.force).close()
    changes = list(_changes(draft))
    for label, change in changes:
        output.line(f"{label:<10} “{change.before}” → “{change.after}”")
        output.line(f"           {change.reason}")
    ahead = bench.outlook(draft)
    if ahead.left:
        output.line("\nLeft to settle")
        print_findings(ahead.left)
    if ahead.ahead:
        output.line(f"\nStands today, out of date by {day_words(ahead.by)}")
        print_findings(ahead.ahead)
    errors = sum(f.severity is Severity.ERROR for f in ahead.left)
    more = f", {len(ahead.ahead)} more by {day_words(ahead.by)}" if ahead.ahead else ""
    note(
        f"{arguments.to}: {counted(len(changes), 'update')} made, {counted(len(ahead.left), 'finding')} left "
        f"({errors} certain){more}; next: penholder check {arguments.to}"
    )
    return ExitStatus.FINDINGS if ahead.left or ahead.ahead else ExitStatus.DONE


def _changes(draft: Draft) -> Iterator[tuple[str, Change]]:
    """Every update with its place, in reading order."""
    labels = draft.labels
    for entry in draft.entries:
        for change in entry.changes:
            yield labels[entry.id] + ("" if change.after in entry.content.text else " note"), change

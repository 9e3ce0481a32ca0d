"""`penholder dismiss`: a finding put aside for good, with the reason."""

import argparse
from pathlib import Path

from assistant.checks import put_aside
from assistant.cli import output
from assistant.cli.choosing import chosen_finding, declare_finding
from assistant.cli.diagnostics import ExitStatus, problem
from assistant.cli.unsaved import do_and_save
from assistant.workbench import Workbench


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("draft", type=Path, metavar="DRAFT", help="a draft file")
    declare_finding(parser)
    parser.add_argument(
        "--reason", required=True, metavar="TEXT", help="why the words stand; kept with the draft"
    )


def run(arguments: argparse.Namespace) -> int:
    """Put one finding aside; its place, rule and words say which."""
    bench = Workbench(arguments.home)
    for wrong in bench.problems:
        problem(wrong)
    reason = " ".join(arguments.reason.split())
    if not reason:
        problem("--reason is empty; say why the words stand, for whoever takes the draft over")
        return ExitStatus.USAGE
    with bench.open(arguments.draft) as desk:
        finding = chosen_finding(arguments, desk.draft, bench.check(desk.draft))
        if finding is None:
            return ExitStatus.USAGE
        draft = put_aside(desk.draft, finding, reason, bench.today())
        do_and_save(desk, draft, f"Put aside: {finding.message}")
    output.line(f"{finding.label} {finding.rule}: “{finding.found or finding.message}” put aside: {reason}")
    return ExitStatus.DONE

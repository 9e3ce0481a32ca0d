"""`penholder mend`: everything in a draft mended that is safe, as one step that can be undone."""

import argparse
from pathlib import Path

from assistant.cli import output
from assistant.cli.diagnostics import ExitStatus, note, problem
from assistant.workbench import Workbench


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("draft", type=Path, metavar="DRAFT", help="the draft file")
    parser.add_argument(
        "--rule",
        action="append",
        default=[],
        dest="rules",
        metavar="RULE",
        help="only this rule (PU08), those of a family (SQ, punctuation); may be given again",
    )
    parser.add_argument(
        "--agreed",
        action="store_true",
        help="also wording that was taken over unchanged from an adopted text",
    )
    parser.add_argument("--dry-run", action="store_true", help="say what would be mended and change nothing")


def run(arguments: argparse.Namespace) -> int:
    """Mend, save, and say what was mended and what is left."""
    bench = Workbench(arguments.home)
    for wrong in (*bench.facts.problems, *bench.rules.problems):
        problem(wrong)
    with bench.open(arguments.draft, read_only=arguments.dry_run) as desk:
        draft, mended = bench.mend(desk.draft, arguments.rules, agreed=arguments.agreed)
        left = bench.check(draft)
        if mended and not arguments.dry_run:
            desk.do(draft, f"Mend {len(mended)} findings")
            desk.save()
    for finding in mended:
        output.line(f"{finding.label:<10} {finding.rule}: “{finding.found}” → “{finding.suggestion}”")
        output.line(f"           {finding.message}")
    would = "would be mended" if arguments.dry_run else "mended"
    note(f"{arguments.draft}: {len(mended)} {would}, {len(left)} findings left")
    return ExitStatus.FINDINGS if left else ExitStatus.DONE

"""`penholder export`: a draft as Word, PDF, HTML, Markdown or XML."""

import argparse
from pathlib import Path

from assistant.cli.dates import day
from assistant.cli.diagnostics import ExitStatus, note, problem
from assistant.cli.unsaved import note_unsaved
from assistant.workbench import OpenFindingsError, Workbench


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("draft", type=Path, metavar="DRAFT")
    parser.add_argument(
        "--to", type=Path, required=True, metavar="FILE", help=".docx, .pdf, .html, .md or .xml"
    )
    parser.add_argument(
        "--force", action="store_true", help="export although findings are open that are certain"
    )
    parser.add_argument(
        "--as-of", type=day, metavar="DATE", help="expected day of adoption that findings are judged by"
    )


def run(arguments: argparse.Namespace) -> int:
    """Write the document; where certain findings are open, name them instead."""
    bench = Workbench(arguments.home)
    try:
        written = bench.export(
            bench.draft(arguments.draft), arguments.to, force=arguments.force, as_of=arguments.as_of
        )
    except OpenFindingsError as error:
        problem(str(error))
        for finding in error.findings:
            note(f"  {finding.label:<10} {finding.rule}: “{finding.found}” {finding.message}")
        return ExitStatus.FINDINGS
    note(f"written: {written}")
    note_unsaved(bench, arguments.draft)
    return ExitStatus.DONE

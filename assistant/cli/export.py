"""`penholder export`: a draft as Word, PDF, HTML, Markdown or XML."""

import argparse
from dataclasses import replace
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
        "--redline",
        action="store_true",
        help="show every change since the base text as tracked changes, and prove that both texts are in the file",
    )
    parser.add_argument(
        "--amendment",
        action="store_true",
        help="write the formal instructions that turn the base text, a draft that was circulated, into this one",
    )
    parser.add_argument(
        "--base",
        metavar="FILE|SYMBOL",
        help="the text that changes are shown against, if not the edition that was rolled forward",
    )
    parser.add_argument(
        "--comments",
        action="store_true",
        help="open findings as comments at their words; in a redline the kind of each change and its reason too",
    )
    parser.add_argument("--author", default="", help="whose changes and comments they are: your delegation")
    parser.add_argument(
        "--template", type=Path, metavar="FILE.docx", help="a Word file whose styles the document is set in"
    )
    parser.add_argument(
        "--as-of", type=day, metavar="DATE", help="expected day of adoption that findings are judged by"
    )


def run(arguments: argparse.Namespace) -> int:
    """Write the document; where certain findings are open, name them instead."""
    bench = Workbench(arguments.home)
    draft = bench.draft(arguments.draft)
    extras = bench.extras(
        draft,
        redline=arguments.redline and not arguments.amendment,
        comments=arguments.comments,
        base=arguments.base,
        author=arguments.author,
        source=arguments.draft,
    )
    extras = replace(extras, house=arguments.template)
    source = bench.amendment(draft, arguments.base) if arguments.amendment else draft
    try:
        written = bench.export(
            source, arguments.to, force=arguments.force, as_of=arguments.as_of, extras=extras
        )
    except OpenFindingsError as error:
        problem(str(error))
        for finding in error.findings:
            note(f"  {finding.label:<10} {finding.rule}: “{finding.found}” {finding.message}")
        return ExitStatus.FINDINGS
    for line in str(written).splitlines():
        note(line)
    note_unsaved(bench, arguments.draft)
    return ExitStatus.DONE

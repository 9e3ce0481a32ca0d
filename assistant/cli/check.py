"""`penholder check`: findings in drafts, or in earlier texts as if they were tabled again."""

import argparse
import datetime as dt
from dataclasses import asdict
from pathlib import Path

from assistant.checks import Finding, Severity
from assistant.cli import output
from assistant.cli.dates import day
from assistant.cli.diagnostics import ExitStatus, problem
from assistant.cli.piped import STANDARD_INPUT, piped
from assistant.cli.unsaved import note_unsaved
from assistant.draft import Draft
from assistant.errors import AssistantError
from assistant.workbench import Workbench
from precedent.errors import UnreadableFileError

_MARKS = {Severity.ERROR: "error", Severity.WARNING: "look", Severity.INFO: "note"}


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "files",
        nargs="+",
        type=Path,
        metavar="FILE",
        help="a draft, or any text that is read; - for standard input (a pasted text)",
    )
    parser.add_argument(
        "--session", type=int, help="session in which the text will be tabled (a year for the Council)"
    )
    parser.add_argument(
        "--as-of", type=day, metavar="DATE", help="expected day of adoption, 2026-12-15; today if left out"
    )
    parser.add_argument(
        "--why",
        action="store_true",
        help="the pieces of evidence that weighed most for and against each finding",
    )
    parser.add_argument("--format", choices=("text", "jsonl"), default="text")


def run(arguments: argparse.Namespace) -> int:
    """Print the findings of every file that can be read."""
    bench = Workbench(arguments.home)
    for wrong in (*bench.facts.problems, *bench.rules.problems):
        problem(wrong)
    status = ExitStatus.DONE
    failed = False
    for path in arguments.files:
        try:
            findings = _findings(bench, path, arguments.session, arguments.as_of)
        except (UnreadableFileError, AssistantError) as error:
            problem(str(error))
            failed = True
            continue
        if findings:
            status = ExitStatus.FINDINGS
        _print(path, findings, arguments.format, why=arguments.why)
        if path != STANDARD_INPUT:
            note_unsaved(bench, path)
    return ExitStatus.UNREADABLE if failed else status


def _findings(
    bench: Workbench, path: Path, session: int | None, as_of: dt.date | None
) -> tuple[Finding, ...]:
    text = bench.draft_or_text(path, piped() if path == STANDARD_INPUT else None)
    if as_of is None and not isinstance(text, Draft):
        as_of = bench.today()
    return bench.check(text, session=session, as_of=as_of)


def _print(path: Path, findings: tuple[Finding, ...], form: str, *, why: bool) -> None:
    if form == "jsonl":
        for finding in findings:
            output.json_line(as_record(path, finding))
        return
    output.line(f"{path}: {len(findings)} findings" if findings else f"{path}: nothing found")
    for finding in findings:
        output.line(f"  {finding.label:<10} {_MARKS[finding.severity]:<5} {finding.rule}: “{finding.found}”")
        output.line(f"             {finding.message}")
        if finding.suggestion is not None:
            output.line(f"             → “{finding.suggestion}”")
        if finding.reason:
            output.line(f"             {finding.reason}")
        for line in finding.weighed if why else ():
            output.line(f"             {line}")


def as_record(path: Path, finding: Finding) -> dict[str, object]:
    """A finding as the contract prints it."""
    record = asdict(finding)
    label = record.pop("label")
    del record["words_certain"]
    ordered = {
        "file": str(path),
        "rule": record.pop("rule"),
        "severity": str(record.pop("severity")),
        "paragraph": label,
    }
    return ordered | record | {"weighed": list(finding.weighed), "evidence": list(finding.evidence)}

"""`penholder check`: findings in drafts, or in earlier texts as if they were tabled again."""

import argparse
import datetime as dt
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from assistant.checks import Finding, Report, standing
from assistant.cli import output
from assistant.cli.dates import day, session
from assistant.cli.diagnostics import ExitStatus, note, problem
from assistant.cli.findings import counted, print_findings
from assistant.cli.piped import STANDARD_INPUT, piped
from assistant.cli.unsaved import note_unsaved
from assistant.draft import Draft
from assistant.errors import AssistantError
from assistant.workbench import Workbench
from precedent.errors import PrecedentError
from precedent.resolution import Remark, Resolution


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "files",
        nargs="+",
        metavar="FILE|SYMBOL",
        help="a draft, any text that is read, or a symbol that the index holds; - for standard input (a pasted text)",
    )
    parser.add_argument(
        "--session",
        type=session,
        metavar="N",
        help="in which the text will be tabled (a year for the Council)",
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
    for wrong in bench.problems:
        problem(wrong)
    status = ExitStatus.DONE
    failed = False
    for source in map(Path, arguments.files):
        try:
            text, doubts = _text(bench, source)
            told = _report(bench, text, arguments.session, arguments.as_of)
        except (PrecedentError, AssistantError) as error:
            problem(str(error))
            failed = True
            continue
        findings = standing(text, told.findings) if isinstance(text, Draft) else told.findings
        if findings or doubts:
            status = ExitStatus.FINDINGS
        _print(source, findings, arguments.format, why=arguments.why)
        for doubt in doubts:
            problem(f"{source}{f', {doubt.label}' if doubt.label else ''}: {doubt.text}")
        for line in _beside(bench, text, told):
            note(f"{source}: {line}")
        if source.exists():
            note_unsaved(bench, source)
    return ExitStatus.UNREADABLE if failed else status


def _text(bench: Workbench, source: Path) -> tuple[Draft | Resolution, tuple[Remark, ...]]:
    """What is to be checked, and what is doubtful in a draft file."""
    if source != STANDARD_INPUT and not source.exists():
        return bench.text(str(source)), ()
    opened = bench.opened(source, piped() if source == STANDARD_INPUT else None)
    adopted = opened.draft.masthead.adopted is not None
    return (opened.draft.resolution if adopted else opened.draft), opened.remarks


def _report(bench: Workbench, text: Draft | Resolution, session: int | None, as_of: dt.date | None) -> Report:
    if as_of is None and not isinstance(text, Draft):
        as_of = bench.today()
    return bench.report(text, session=session, as_of=as_of)


def _beside(bench: Workbench, text: Draft | Resolution, told: Report) -> Iterator[str]:
    """What a reader of the findings should know as well."""
    unused = sum(a.is_unused for a in bench.dismissals(text, told)) if isinstance(text, Draft) else 0
    if unused:
        yield f"{unused} dismissal{' is' if unused == 1 else 's are'} not needed any more: penholder dismissals"
    if told.unheard:
        yield told.unheard


def _print(path: Path, findings: tuple[Finding, ...], form: str, *, why: bool) -> None:
    if form == "jsonl":
        for finding in findings:
            output.json_line(as_record(path, finding))
        return
    output.line(f"{path}: {counted(len(findings), 'finding') if findings else 'nothing found'}")
    print_findings(findings, why=why)


def as_record(path: Path, finding: Finding) -> dict[str, object]:
    """A finding as the contract prints it."""
    record = asdict(finding)
    label = record.pop("label")
    for inner in ("words_certain", "safe", "agreed"):
        del record[inner]
    ordered = {
        "file": str(path),
        "rule": record.pop("rule"),
        "severity": str(record.pop("severity")),
        "paragraph": label,
    }
    return ordered | record | {"weighed": list(finding.weighed), "evidence": list(finding.evidence)}

"""`penholder sources`: the table that a delegation brings to the room."""

import argparse
import shutil
import textwrap
from pathlib import Path

from assistant.chronicle import plain_runs, shortened
from assistant.cli import diagnostics, output
from assistant.cli.diagnostics import ExitStatus, note
from assistant.cli.unsaved import note_unsaved
from assistant.departing import MARKS
from assistant.draft import Draft, draft_of
from assistant.ledger import Ledger, ledger_record
from assistant.workbench import Workbench

_WIDEST = 100


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("draft", metavar="DRAFT", help="a draft, another text, or a symbol in the index")
    parser.add_argument(
        "--to", type=Path, metavar="FILE", help=".docx, .pdf, .html or .csv; standard output if left out"
    )
    parser.add_argument("--format", choices=("text", "json"), default="text")


def run(arguments: argparse.Namespace) -> int:
    """Print or write the table."""
    bench = Workbench(arguments.home)
    text = bench.draft_or_symbol(arguments.draft)
    draft = text if isinstance(text, Draft) else draft_of(text)
    if not bench.index.count().documents:
        note(f"the precedent index in {arguments.home} is empty; add earlier texts with: penholder add PATH")
    table = bench.provenance.ledger(draft)
    if arguments.to is not None:
        from assistant.export.ledger import write_ledger

        note(f"written: {write_ledger(table, arguments.to)} ({table.summary})")
    elif arguments.format == "json":
        output.json_text(ledger_record(table))
    else:
        _print(table)
    if Path(arguments.draft).exists():
        note_unsaved(bench, Path(arguments.draft))
    return ExitStatus.DONE


def _print(table: Ledger) -> None:
    width = max(min(shutil.get_terminal_size((_WIDEST, 24)).columns, _WIDEST), 40)
    output.line(table.title)
    for row in table.rows:
        behind = " · ".join(filter(None, (row.source, row.day, row.vote)))
        output.line(
            f"{MARKS[row.degree]} {output.styled(f'{row.label:<10}', '1')} {behind or row.difference}"
        )
        if not row.identical:
            words = plain_runs(shortened(row.runs)) if row.source else row.runs[0].text
            lines = textwrap.wrap(diagnostics.printable(words), width - 13, break_on_hyphens=False)
            for line in lines:
                output.line(f"             {line}")
    output.line()
    output.line(table.summary)

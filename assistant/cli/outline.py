"""`penholder outline`: every paragraph of a draft with its label and how far it has come."""

import argparse
from pathlib import Path

from assistant.cli import output
from assistant.cli.diagnostics import ExitStatus
from assistant.cli.drafts import paragraph_record, print_paragraph
from assistant.cli.unsaved import note_unsaved
from assistant.draft import Draft, Status
from assistant.labels import dotted
from assistant.workbench import Workbench


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("draft", metavar="DRAFT", type=Path, help="a draft, or any text that can be read")
    parser.add_argument("--open", action="store_true", help="only what is not agreed yet")
    parser.add_argument(
        "--format",
        choices=("text", "jsonl", "labels"),
        default="text",
        help="labels: these alone, as a shell lets them pass (op7.a)",
    )


def run(arguments: argparse.Namespace) -> int:
    """Print a line a paragraph, and how many of them are open."""
    bench = Workbench(arguments.home)
    draft = bench.draft(arguments.draft)
    labels = draft.labels
    for entry in draft.entries:
        if arguments.open and entry.status is not Status.OPEN:
            continue
        label = labels[entry.id]
        if arguments.format == "jsonl":
            output.json_line(paragraph_record(entry, label))
        elif arguments.format == "labels":
            output.line(dotted(label))
        else:
            print_paragraph(entry, label)
    if arguments.format == "text":
        output.line(summary(draft))
    note_unsaved(bench, arguments.draft)
    return ExitStatus.DONE


def summary(draft: Draft) -> str:
    """How many paragraphs have come how far."""
    count = {status: sum(entry.status is status for entry in draft.entries) for status in Status}
    return ", ".join(f"{number} {status.value}" for status, number in count.items())

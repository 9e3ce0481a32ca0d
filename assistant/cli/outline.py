"""`penholder outline`: every paragraph of a draft with its label and how far it has come."""

import argparse
import shutil
from pathlib import Path

from assistant.cli import output
from assistant.cli.diagnostics import ExitStatus
from assistant.cli.unsaved import note_unsaved
from assistant.draft import Draft, Status
from assistant.workbench import Workbench

_WIDEST = 100
_MARKS = {Status.OPEN: " ", Status.AD_REF: "½", Status.AGREED: "✓"}


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("draft", metavar="DRAFT", type=Path, help="a draft, or any text that can be read")
    parser.add_argument("--open", action="store_true", help="only what is not agreed yet")
    parser.add_argument("--format", choices=("text", "jsonl"), default="text")


def run(arguments: argparse.Namespace) -> int:
    """Print a line a paragraph, and how many of them are open."""
    bench = Workbench(arguments.home)
    draft = bench.draft(arguments.draft)
    labels = draft.labels
    for entry in draft.entries:
        if arguments.open and entry.status is not Status.OPEN:
            continue
        if arguments.format == "jsonl":
            content, updates = entry.content, sum(not change.review for change in entry.changes)
            output.json_line(
                {
                    "label": labels[entry.id], "status": entry.status.value, "opening": content.opening,
                    "text": content.text, "updates": updates,
                }
            )  # fmt: skip
        else:
            width = max(min(shutil.get_terminal_size((_WIDEST, 24)).columns, _WIDEST), 40) - 14
            text = entry.content.text
            words = text if len(text) <= width else f"{text[: width - 1].rstrip()}…"
            output.line(f"{_MARKS[entry.status]} {output.styled(f'{labels[entry.id]:<10}', '1')} {words}")
    if arguments.format == "text":
        output.line(_summary(draft))
    note_unsaved(bench, arguments.draft)
    return ExitStatus.DONE


def _summary(draft: Draft) -> str:
    count = {status: sum(entry.status is status for entry in draft.entries) for status in Status}
    return ", ".join(f"{number} {status.value}" for status, number in count.items())

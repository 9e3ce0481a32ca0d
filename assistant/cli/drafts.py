"""A command that changes a draft: one step in its journal, as the screen makes it, saved, and told."""

from __future__ import annotations

import argparse
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from assistant.cli import output
from assistant.cli.diagnostics import ExitStatus, note, problem
from assistant.cli.unsaved import do_and_save
from assistant.draft import Draft, Entry, Status
from assistant.errors import EditingError
from assistant.labels import listed
from assistant.workbench import Workbench
from precedent.record import Record

WIDEST = 100
_MARKS = {Status.OPEN: " ", Status.AD_REF: "½", Status.AGREED: "✓"}


@dataclass(frozen=True, slots=True)
class Made:
    """What a command makes of a draft."""

    draft: Draft
    told: str
    """The step as the drafter reads it: Move OP7 after OP9."""
    shown: tuple[str, ...] = ()
    """Ids of the paragraphs that it was about; those that are gone are passed over."""


def declare_draft(parser: argparse.ArgumentParser) -> None:
    """Declare the draft, whether it is only tried, and how the result is printed."""
    parser.add_argument("draft", type=Path, metavar="DRAFT", help="a draft file")
    parser.add_argument("--dry-run", action="store_true", help="say what would be done and change nothing")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="how it is printed")


def change(arguments: argparse.Namespace, make: Callable[[Workbench, Draft], Made]) -> int:
    """Make one step of a draft; print what was done and how the paragraphs stand now.

    Raises:
        AssistantError, PrecedentError: as the desk and the workbench say; nothing is changed then.
    """
    bench, path = Workbench(arguments.home), arguments.draft
    try:
        with bench.open(path, read_only=arguments.dry_run) as desk:
            before = desk.draft
            made = make(bench, before)
            if not arguments.dry_run:
                do_and_save(desk, made.draft, made.told)
    except EditingError as error:
        problem(f"{path}: {error}")
        return ExitStatus.USAGE
    tell(made, arguments.format, changed=made.draft != before)
    note_agreed(path, before, made.draft)
    return ExitStatus.DONE


def tell(made: Made, form: str, *, changed: bool) -> None:
    """Print what was done, and the paragraphs that it was about."""
    labels = made.draft.labels
    shown = [entry for entry in made.draft.entries if entry.id in made.shown]
    if form == "json":
        paragraphs = [paragraph_record(entry, labels[entry.id]) for entry in shown]
        output.json_text({"did": made.told, "changed": changed, "paragraphs": paragraphs})
        return
    output.line(made.told if changed else f"{made.told}: nothing changed")
    for entry in shown:
        print_paragraph(entry, labels[entry.id])


def paragraph_record(entry: Entry, label: str) -> Record:
    """A paragraph of a draft as data; its id stays when its label does not."""
    return {
        "label": label,
        "id": entry.id,
        "status": entry.status.value,
        "opening": entry.content.opening,
        "text": entry.content.text,
        "updates": sum(not change.review for change in entry.changes),
    }


def print_paragraph(entry: Entry, label: str) -> None:
    """A paragraph in one line, with its status and its label."""
    width = max(min(shutil.get_terminal_size((WIDEST, 24)).columns, WIDEST), 40) - 14
    text = entry.content.headline
    words = text if len(text) <= width else f"{text[: width - 1].rstrip()}…"
    output.line(f"{_MARKS[entry.status]} {output.styled(f'{label:<10}', '1')} {words}")


def note_agreed(path: Path, before: Draft, after: Draft) -> None:
    """Say which paragraphs were agreed, and have other words now."""
    were = {entry.id: entry for entry in before.entries if entry.status is not Status.OPEN}
    labels = after.labels
    other = [
        labels[entry.id]
        for entry in after.entries
        if entry.id in were and entry.content.text != were[entry.id].content.text
    ]
    if other:
        note(
            f"{path}: {listed(other)} had been agreed, with other words: penholder status sets it open again"
        )

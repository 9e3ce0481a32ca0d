"""`penholder updates`: what was put in place when a draft was rolled forward, let stand or taken back one by one."""

import argparse
from dataclasses import asdict
from pathlib import Path

from assistant.cli import output
from assistant.cli.diagnostics import ExitStatus, note, problem
from assistant.cli.unsaved import do_and_save
from assistant.draft import Change, Draft
from assistant.editing import accept
from assistant.mending import take_back
from assistant.workbench import Workbench


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("draft", type=Path, metavar="DRAFT", help="a draft file")
    for option, what in (("--stand", "let it stand"), ("--take-back", "put the words from before it back")):
        parser.add_argument(
            option,
            type=int,
            action="append",
            default=[],
            metavar="NUMBER",
            help=f"{what}, by its number in the list; may be repeated",
        )
    parser.add_argument("--left", action="store_true", help="list only those that nobody let stand yet")
    parser.add_argument("--format", choices=("text", "jsonl"), default="text", help="how they are printed")


def run(arguments: argparse.Namespace) -> int:
    """List them, or settle some as one step that can be undone."""
    bench = Workbench(arguments.home)
    wanted = (*arguments.stand, *arguments.take_back)
    with bench.open(arguments.draft, read_only=not wanted) as desk:
        found = [(entry.id, change) for entry in desk.draft.entries for change in entry.changes]
        if not wanted:
            _list(arguments, desk.draft, found)
            return ExitStatus.DONE
        wrong = [number for number in wanted if not 1 <= number <= len(found)]
        if wrong or set(arguments.stand) & set(arguments.take_back):
            said = (
                f"there is no update {wrong[0]}" if wrong else "an update stands or is taken back, not both"
            )
            problem(
                f"{arguments.draft}: {said}; penholder updates {arguments.draft} lists them ({len(found)})"
            )
            return ExitStatus.USAGE
        draft = desk.draft
        for number in dict.fromkeys(arguments.stand):
            draft = accept(draft, *found[number - 1])
        for number in dict.fromkeys(arguments.take_back):
            draft = take_back(draft, *found[number - 1])
        do_and_save(desk, draft, _told(arguments, desk.draft, found))
    left = sum(not change.review for entry in draft.entries for change in entry.changes)
    note(f"{arguments.draft}: {len(set(wanted))} settled, {left} left to look at")
    return ExitStatus.DONE


def _told(arguments: argparse.Namespace, draft: Draft, found: list[tuple[str, Change]]) -> str:
    """The step as the screen tells it: Take back: 80/1 → 81/2 in PP3."""
    numbers = (*arguments.stand, *arguments.take_back)
    what = "Take back" if arguments.take_back else "Let stand"
    if len(numbers) > 1:
        return (
            f"{what if not (arguments.stand and arguments.take_back) else 'Settle'}: {len(numbers)} updates"
        )
    identity, change = found[numbers[0] - 1]
    return f"{what}: {change.before.strip()} → {change.after.strip()} in {draft.labels[identity]}"


def _list(arguments: argparse.Namespace, draft: Draft, found: list[tuple[str, Change]]) -> None:
    labels = draft.labels
    for number, (identity, change) in enumerate(found, 1):
        if arguments.left and change.review:
            continue
        if arguments.format == "jsonl":
            record = {"number": number, "paragraph": labels[identity]} | asdict(change)
            output.json_line(record)
            continue
        mark = "✓" if change.review else " "
        output.line(f"{number:>3} {mark} {labels[identity]:<10} “{change.before}” → “{change.after}”")
        output.line(f"                 {change.reason} ({change.rule}, {change.label})")
    if arguments.format == "text":
        left = sum(not change.review for _, change in found)
        output.line(f"{left} to look at, {len(found) - left} let stand" if found else "no update is recorded")

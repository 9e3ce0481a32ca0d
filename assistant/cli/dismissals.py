"""`penholder dismissals`: what was put aside in a draft, why, and what no finding needs any more."""

import argparse
from dataclasses import asdict
from pathlib import Path

from assistant.checks import Aside
from assistant.cli import output
from assistant.cli.diagnostics import ExitStatus, note, problem
from assistant.cli.unsaved import do_and_save
from assistant.draft import Draft
from assistant.editing import restore
from assistant.workbench import Workbench


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("draft", type=Path, metavar="DRAFT", help="a draft file")
    parser.add_argument("--prune", action="store_true", help="take those out that no finding needs any more")
    parser.add_argument(
        "--restore",
        type=int,
        action="append",
        default=[],
        metavar="NUMBER",
        help="take one back, by its number in the list; may be repeated",
    )
    parser.add_argument("--format", choices=("text", "jsonl"), default="text")


def run(arguments: argparse.Namespace) -> int:
    """List them, or take some out; that can be undone on the screen."""
    bench = Workbench(arguments.home)
    for wrong in bench.problems:
        problem(wrong)
    takes_out = bool(arguments.prune or arguments.restore)
    with bench.open(arguments.draft, read_only=not takes_out) as desk:
        kept = bench.dismissals(desk.draft)
        if not takes_out:
            _list(arguments, desk.draft, kept)
            return ExitStatus.DONE
        missing = [number for number in arguments.restore if not 1 <= number <= len(kept)]
        if missing:
            problem(f"{arguments.draft}: there is no dismissal {missing[0]} in it; they are {len(kept)}")
            return ExitStatus.USAGE
        out = [
            each
            for number, each in enumerate(kept, 1)
            if number in arguments.restore or (arguments.prune and each.is_unused)
        ]
        draft = desk.draft
        for each in out:
            draft = restore(draft, each.entry, each.dismissal)
        do_and_save(desk, draft, f"Take {_counted(len(out))} back")
        _list(arguments, draft, tuple(out))
    note(f"{arguments.draft}: {_counted(len(out))} taken back, {len(kept) - len(out)} kept")
    return ExitStatus.DONE


def _counted(count: int) -> str:
    return f"{count} dismissal{'' if count == 1 else 's'}"


def _list(arguments: argparse.Namespace, draft: Draft, kept: tuple[Aside, ...]) -> None:
    labels = draft.labels
    for number, each in enumerate(kept, 1):
        finding, dismissal = each.finding, each.dismissal
        place = finding.label if finding else labels[each.entry] if each.entry else "masthead"
        if arguments.format == "jsonl":
            record = {"file": str(arguments.draft), "paragraph": place} | asdict(dismissal)
            output.json_line(record | {"unused": each.is_unused, "told": each.told})
            continue
        output.line(f"{number:>3}  {place:<10} {dismissal.rule}: “{dismissal.words}”")
        if dismissal.before or dismissal.after:
            output.line(f"                … {dismissal.before} “{dismissal.words}” {dismissal.after} …")
        output.line(
            f"                {' – '.join(filter(None, (dismissal.on, dismissal.reason, each.told)))}"
        )
    if arguments.format == "text" and not kept:
        output.line(f"{arguments.draft}: nothing is put aside")

"""`penholder steps`: what was done to a draft, told and taken back, also what was done on the screen."""

import argparse
import datetime as dt
from pathlib import Path

from assistant.cli import output
from assistant.cli.diagnostics import ExitStatus, problem
from assistant.cli.unsaved import move_and_save
from assistant.history import Step
from assistant.storage import Desk
from assistant.workbench import Workbench


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("draft", type=Path, metavar="DRAFT", help="a draft file")
    going = parser.add_mutually_exclusive_group()
    going.add_argument(
        "--undo", type=int, nargs="?", const=1, metavar="COUNT", help="take the last step back, or so many"
    )
    going.add_argument(
        "--redo", type=int, nargs="?", const=1, metavar="COUNT", help="do what was taken back again"
    )
    going.add_argument(
        "--to", type=int, metavar="NUMBER", help="the draft as it was after that step; 0 for its beginning"
    )
    going.add_argument(
        "--save", action="store_true", help="save what was left unsaved, on the screen or here"
    )
    parser.add_argument("--format", choices=("text", "json"), default="text", help="how they are printed")


def run(arguments: argparse.Namespace) -> int:
    """List the steps, the newest first, or go to one of them."""
    if arguments.save:
        return _save(arguments)
    asked = (arguments.undo, arguments.redo, arguments.to)
    goes = any(count is not None for count in asked)
    with Workbench(arguments.home).open(arguments.draft, read_only=not goes) as desk:
        if not goes:
            _list(desk, arguments.format)
            return ExitStatus.DONE
        here, most = len(desk.history.past), len(desk.history.past) + len(desk.history.future)
        wanted = _wanted(here, *asked)
        if not 0 <= wanted <= most:
            problem(
                f"{arguments.draft}: {_how_many(here, most)}; penholder steps {arguments.draft} lists them"
            )
            return ExitStatus.USAGE
        steps = (*desk.history.past, *desk.history.future)
        move_and_save(desk, wanted)
    back = wanted < here
    went = [steps[place] for place in range(min(here, wanted), max(here, wanted))]
    for step in reversed(went) if back else went:
        output.line(f"{'Undone' if back else 'Done again'}: {step.description}")
    return ExitStatus.DONE


def _save(arguments: argparse.Namespace) -> int:
    with Workbench(arguments.home).open(arguments.draft) as desk:
        steps = desk.recovered
        if desk.dirty:
            desk.save()
    for step in steps:
        output.line(f"Saved: {step.description}")
    if not steps:
        output.line("nothing was left unsaved")
    return ExitStatus.DONE


def _wanted(here: int, undo: int | None, redo: int | None, to: int | None) -> int:
    """After how many steps the draft is wanted; below 0 or too high where there are not so many."""
    if undo is not None:
        return here - undo if undo >= 0 else -1
    if redo is not None:
        return here + redo if redo >= 0 else -1
    return -1 if to is None else to


def _how_many(here: int, most: int) -> str:
    return f"{here} step{'' if here == 1 else 's'} can be undone, {most - here} done again"


def _list(desk: Desk, form: str) -> None:
    past, future = desk.history.past, desk.history.future
    steps = (*past, *future)
    if form == "json":
        output.json_text(
            [
                {
                    "number": number,
                    "at": step.at,
                    "description": step.description,
                    "done": number <= len(past),
                    "saved": number == desk.saved_steps,
                }
                for number, step in enumerate(steps, 1)
            ]
        )
        return
    for number, step in reversed(list(enumerate(steps, 1))):
        _print(number, step, len(past), desk.saved_steps)
    _print(0, None, len(past), desk.saved_steps)


def _print(number: int, step: Step | None, now: int, saved: int | None) -> None:
    words = step.description if step else "as it was when its history begins"
    told = [
        "now" if number == now else "",
        "taken back" if number > now else "",
        "saved" if number == saved else "",
    ]
    behind = ", ".join(filter(None, told))
    line = f"{number:>4}  {moment(step.at) if step else '':<17} {words}{f'  ({behind})' if behind else ''}"
    output.line(output.styled(line, "1") if number == now else line)


def moment(at: str) -> str:
    """When, to the minute, here; nothing where a step does not tell."""
    try:
        return f"{dt.datetime.fromisoformat(at).astimezone():%Y-%m-%d %H:%M}"
    except ValueError:
        return ""

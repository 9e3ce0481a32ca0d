"""`penholder`, `penholder DRAFT`, `penholder --sample`: draft on the screen."""

import argparse
import difflib
import importlib
import os
import sys
from pathlib import Path

from assistant.cli import diagnostics, output
from assistant.cli.commands import COMMANDS
from assistant.cli.diagnostics import ExitStatus
from assistant.version import version


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare what the screen can be opened on."""
    parser.add_argument("--sample", action="store_true", help="open the sample")
    parser.add_argument("draft", nargs="?", metavar="DRAFT", help="the draft to open")
    parser.add_argument("--version", action="store_true", help="print the version and leave")


def run(arguments: argparse.Namespace) -> int:
    """Open the screen; the two faces do not know each other, so it is found by name."""
    if arguments.version:
        output.line(f"penholder {version()}")
        return ExitStatus.DONE
    refusal = _refusal(arguments.draft, sample=arguments.sample)
    if refusal:
        diagnostics.problem(refusal)
        return ExitStatus.USAGE
    path = Path(arguments.draft) if arguments.draft else None
    screen = importlib.import_module("assistant.tui")
    return int(screen.open_interface(arguments.home, path, arguments.sample) or ExitStatus.DONE)


def _refusal(draft: str | None, *, sample: bool) -> str | None:
    """Why the screen cannot be opened so, if it cannot."""
    if draft and sample:
        return "name a draft or --sample, not both"
    if draft and not Path(draft).suffix and not Path(draft).exists():
        near = difflib.get_close_matches(draft, COMMANDS, n=1)
        hint = f"; did you mean penholder {near[0]}?" if near else "; see penholder --help"
        return f"there is no command and no draft {draft!r}{hint}"
    if os.environ.get("TEXTUAL_DRIVER"):  # a browser is the terminal: penholder serve
        return None
    if not (sys.stdin and sys.stdin.isatty() and sys.stdout and sys.stdout.isatty()):
        return "the screen needs a terminal; penholder --help lists the commands that do without"
    return None

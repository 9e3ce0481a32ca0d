"""`penholder log`: where the log lies, and what it says last."""

import argparse

from assistant.cli import diagnostics, output
from assistant.cli.diagnostics import ExitStatus
from assistant.incidents import LOG, last_lines


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare how much is printed."""
    parser.add_argument("--last", type=int, metavar="N", default=0, help="print its last N lines as well")


def run(arguments: argparse.Namespace) -> int:
    """Print where it is."""
    log = arguments.home / LOG
    output.line(str(log))
    if not log.exists():
        diagnostics.note("there is nothing in it yet")
    elif arguments.last < 1:
        diagnostics.note(
            "it tells what the program did and no word of a draft; penholder settings --log full keeps the messages "
            "of errors as well"
        )
    for line in last_lines(arguments.home, arguments.last) if arguments.last > 0 else ():
        output.line(line)
    return ExitStatus.DONE

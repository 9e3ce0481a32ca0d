"""`penholder settings`: the own delegation and the delegations to watch."""

import argparse

from assistant import settings
from assistant.cli import output
from assistant.cli.diagnostics import ExitStatus
from assistant.settings import Settings


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("--delegation", metavar="STATE", help='the State you speak for, "" for none: Fiji')
    parser.add_argument(
        "--watch",
        metavar="STATE",
        action="append",
        help='a State whose votes and sponsorship are told as well; may be repeated; "" for none',
    )


def run(arguments: argparse.Namespace) -> int:
    """Set what is given, and print what is set."""
    now = settings.load(arguments.home)
    if arguments.delegation is not None or arguments.watch is not None:
        delegation = (
            now.delegation if arguments.delegation is None else " ".join(arguments.delegation.split())
        )
        watch = now.watch if arguments.watch is None else arguments.watch
        now = Settings(delegation, tuple(dict.fromkeys(name.strip() for name in watch if name.strip())))
        settings.save(arguments.home, now)
    output.line(f"{arguments.home / settings.FILE}")
    output.line(f"delegation: {now.delegation or 'none'}")
    output.line(f"watch: {', '.join(now.watch) or 'none'}")
    return ExitStatus.DONE

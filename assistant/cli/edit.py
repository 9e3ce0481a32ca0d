"""`penholder edit`: one change to a draft, as a step like those of the screen: moved, deleted, split, filled in."""

import argparse

from assistant.cli.commands import example_lines
from assistant.cli.drafts import change, declare_draft
from assistant.cli.parsing import add_home
from assistant.cli.verbs import VERBS


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare a parser of its own for everything that can be done."""
    below = parser.add_subparsers(dest="verb", required=True, metavar="WHAT", title="what is done")
    for name, verb in VERBS.items():
        one = below.add_parser(
            name,
            prog=f"penholder edit {name}",
            help=verb.summary,
            description=f"{verb.summary[0].upper()}{verb.summary[1:]}.",
            epilog=example_lines(verb.examples),
        )
        add_home(one, again=True)
        declare_draft(one)
        verb.declare(one)


def run(arguments: argparse.Namespace) -> int:
    """Do it, save it, and print how the paragraphs stand now."""
    verb = VERBS[arguments.verb]
    return change(arguments, lambda bench, draft: verb.make(bench, draft, arguments))

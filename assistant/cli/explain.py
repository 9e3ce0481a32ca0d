"""`penholder explain`: what a rule looks for, on whose authority, and how often it speaks."""

import argparse
from difflib import get_close_matches

from assistant.checks import RULES
from assistant.checks.firing import firing
from assistant.cli import output
from assistant.cli.diagnostics import ExitStatus, problem


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("rule", nargs="?", metavar="RULE", help="the id of a finding; every rule if left out")


def run(arguments: argparse.Namespace) -> int:
    """Print one rule, or the list of them."""
    if arguments.rule is None:
        for rule in RULES.values():
            output.line(f"{rule.id:<18} {rule.title}")
        return ExitStatus.DONE
    chosen = RULES.get(arguments.rule)
    if chosen is None:
        near = get_close_matches(arguments.rule, RULES, n=1)
        hint = f"did you mean {near[0]}?" if near else "penholder explain lists them"
        problem(f"{arguments.rule}: there is no such rule; {hint}")
        return ExitStatus.USAGE
    counted = firing().get(chosen.id)
    output.line(f"{chosen.id}: {chosen.title}")
    output.line()
    output.line(chosen.explanation)
    output.line()
    output.line(f"authority  {chosen.authority}")
    output.line(f"flagged    {chosen.flagged}")
    output.line(f"instead    {chosen.preferred}")
    output.line(f"counted    {counted or 'not counted yet'}")
    return ExitStatus.DONE

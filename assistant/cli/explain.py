"""`penholder explain`: what a rule looks for, on whose authority, and how often it speaks."""

import argparse
from collections.abc import Iterable
from difflib import get_close_matches

from assistant.checks import Profile
from assistant.checks.firing import firing
from assistant.checks.rule import Family, Rule
from assistant.cli import output
from assistant.cli.diagnostics import ExitStatus, problem
from assistant.workbench import Workbench


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("rule", nargs="?", metavar="RULE", help="the id of a finding; every rule if left out")


def run(arguments: argparse.Namespace) -> int:
    """Print one rule, or the list of them by family."""
    bench = Workbench(arguments.home)
    for wrong in (*bench.rules.problems, *bench.profile.problems):
        problem(wrong)
    rules = bench.known_rules
    if arguments.rule is None:
        _list(rules.values(), bench.profile)
        return ExitStatus.DONE
    chosen = rules.get(arguments.rule) or rules.get(arguments.rule.upper())
    if chosen is None:
        near = get_close_matches(arguments.rule, rules, n=1)
        hint = f"did you mean {near[0]}?" if near else "penholder explain lists them"
        problem(f"{arguments.rule}: there is no such rule; {hint}")
        return ExitStatus.USAGE
    _tell(chosen, bench.profile)
    return ExitStatus.DONE


def _list(rules: Iterable[Rule], profile: Profile) -> None:
    for family in Family:
        own = [rule for rule in rules if rule.family is family]
        if own:
            output.line(f"{family.capitalize()}")
        for rule in own:
            told = profile.told(rule.id) or ("" if rule.on else "only when asked")
            output.line(f"  {rule.id:<18} {rule.title}{f' ({told})' if told else ''}")


def _tell(rule: Rule, profile: Profile) -> None:
    counted = firing().get(rule.id)
    output.line(f"{rule.id}: {rule.title}")
    output.line()
    output.line(rule.explanation)
    output.line()
    output.line(f"severity   {rule.severity}{'' if rule.on else ', only when asked'}")
    output.line(f"organs     {', '.join(organ.value for organ in rule.organs) or 'all'}")
    output.line(f"looks at   {', '.join(rule.parts) or 'the whole text'}")
    if rule.drafts:
        output.line("of         drafts alone")
    if rule.matter:
        output.line(f"gate       under {rule.matter}")
    output.line(f"authority  {rule.authority}")
    if rule.flagged:
        output.line(f"flagged    {rule.flagged}")
        output.line(f"instead    {rule.preferred}")
    output.line(f"counted    {counted or 'not counted yet'}")
    output.line(f"set        {profile.told(rule.id) or 'nothing: it is as it comes'}")

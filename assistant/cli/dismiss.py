"""`penholder dismiss`: a finding put aside for good, with the reason."""

import argparse
import re
from pathlib import Path

from assistant.checks import Finding, put_aside, standing
from assistant.cli import output
from assistant.cli.diagnostics import ExitStatus, problem
from assistant.cli.unsaved import do_and_save
from assistant.workbench import Workbench


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("draft", type=Path, metavar="DRAFT", help="a draft file")
    parser.add_argument(
        "place", metavar="LABEL", help="where it is, as penholder check says: OP17, FN3, masthead"
    )
    parser.add_argument("rule", nargs="?", metavar="RULE", help="the id of its rule, where there are several")
    parser.add_argument(
        "--words", metavar="TEXT", help="the words there, with those beside them, where there are several"
    )
    parser.add_argument(
        "--reason", required=True, metavar="TEXT", help="why the words stand; kept with the draft"
    )


def run(arguments: argparse.Namespace) -> int:
    """Put one finding aside; its place, rule and words say which."""
    bench = Workbench(arguments.home)
    for wrong in bench.problems:
        problem(wrong)
    reason = " ".join(arguments.reason.split())
    if not reason:
        problem("--reason is empty; say why the words stand, for whoever takes the draft over")
        return ExitStatus.USAGE
    label = " ".join(arguments.place.split()).casefold()
    with bench.open(arguments.draft) as desk:
        found = standing(desk.draft, bench.report(desk.draft).findings)
        there = [f for f in found if f.label.casefold() == label]
        text = desk.draft.resolution.text_at(there[0].label) or "" if there else ""
        chosen = [f for f in there if _is_meant(f, text, arguments.rule, arguments.words)]
        if len(chosen) != 1:
            problem(f"{arguments.draft}: {_which(chosen or there, text) or _nothing(arguments.place)}")
            return ExitStatus.USAGE
        (finding,) = chosen
        draft = put_aside(desk.draft, finding, reason, bench.today())
        do_and_save(desk, draft, f"Put aside: {finding.message}")
    output.line(f"{finding.label} {finding.rule}: “{finding.found or finding.message}” put aside: {reason}")
    return ExitStatus.DONE


def _is_meant(finding: Finding, text: str, rule: str | None, words: str | None) -> bool:
    if rule is not None and rule.casefold() != finding.rule.casefold():
        return False
    if words is None or words.casefold() in finding.found.casefold():
        return True
    spans = (found.span() for found in re.finditer(re.escape(words), text, re.IGNORECASE))
    return any(start <= finding.start and finding.end <= end for start, end in spans)


def _nothing(place: str) -> str:
    return f"nothing is found in {place}; penholder check lists what is found"


def _which(there: list[Finding], text: str) -> str:
    told = "; ".join(f"{f.rule} “{_with_neighbours(f, text)}”" for f in there)
    return f"name one of the findings in {there[0].label}, by RULE and --words: {told}" if there else ""


def _with_neighbours(finding: Finding, text: str) -> str:
    """The words of a finding with some beside them, which tell it from another."""
    return text[_start(text, finding.start) : finding.end].strip() or finding.message


def _start(text: str, place: int) -> int:
    """Where the two words before a place begin."""
    return max(text.rfind(" ", 0, max(text.rfind(" ", 0, max(place - 1, 0)), 0)), 0)

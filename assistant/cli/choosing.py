"""One finding of a draft, named by its place, its rule and its words."""

import argparse
import re
from collections.abc import Iterable

from assistant.checks import Finding
from assistant.cli.diagnostics import problem
from assistant.draft import Draft
from assistant.labels import label_of, squeezed


def declare_finding(parser: argparse.ArgumentParser) -> None:
    """Declare what says which finding is meant."""
    parser.add_argument(
        "place", metavar="LABEL", help="where it is, as penholder check says: OP17, FN3, masthead"
    )
    parser.add_argument("rule", nargs="?", metavar="RULE", help="the id of its rule, where there are several")
    parser.add_argument(
        "--words", metavar="TEXT", help="the words there, with those beside them, where there are several"
    )


def chosen_finding(
    arguments: argparse.Namespace, draft: Draft, findings: Iterable[Finding]
) -> Finding | None:
    """The one that is meant; None where there is none or several, which is then told."""
    label = squeezed(label_of(arguments.place))
    there = [f for f in findings if squeezed(f.label) == label]
    text = draft.resolution.text_at(there[0].label) or "" if there else ""
    chosen = [f for f in there if _is_meant(f, text, arguments.rule, arguments.words)]
    if len(chosen) == 1:
        return chosen[0]
    problem(f"{arguments.draft}: {_which(chosen or there, text) or _nothing(arguments.place)}")
    return None


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

"""`penholder take`: the words that a finding suggests, put in place and recorded with the reason."""

import argparse

from assistant.checks import Finding
from assistant.cli.choosing import chosen_finding, declare_finding
from assistant.cli.diagnostics import ExitStatus, note, problem
from assistant.cli.drafts import Made, declare_draft, tell
from assistant.cli.unsaved import do_and_save
from assistant.draft import Draft
from assistant.mending import same_elsewhere, take_all
from assistant.workbench import Workbench


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    declare_draft(parser)
    declare_finding(parser)
    many = parser.add_mutually_exclusive_group()
    many.add_argument(
        "--everywhere",
        action="store_true",
        help="the same figure, report or name as well, wherever else the draft has it",
    )
    many.add_argument("--alike", action="store_true", help="every suggestion of the same rule")


def run(arguments: argparse.Namespace) -> int:
    """Take one suggestion, or all like it, as one step."""
    bench = Workbench(arguments.home)
    for wrong in bench.problems:
        problem(wrong)
    with bench.open(arguments.draft, read_only=arguments.dry_run) as desk:
        before = desk.draft
        findings = bench.check(before)
        finding = chosen_finding(arguments, before, findings)
        if finding is None:
            return ExitStatus.USAGE
        chosen = _chosen(arguments, finding, findings)
        if not chosen:
            problem(
                f"{arguments.draft}: {finding.label}: {finding.message}; no words are known to put there: "
                f"penholder edit rewrite {arguments.draft} {finding.label!r}, or penholder dismiss"
            )
            return ExitStatus.USAGE
        draft = take_all(before, chosen)
        places = ", ".join(dict.fromkeys(f.label for f in chosen))
        made = Made(draft, f"Take the suggestion in {places}", _ids(before, chosen))
        if not arguments.dry_run:
            do_and_save(desk, draft, made.told)
    tell(made, arguments.format, changed=draft != before)
    others = [f.label for f in same_elsewhere(finding, findings) if f not in chosen]
    if others:
        note(
            f"{arguments.draft}: the same stands in {', '.join(dict.fromkeys(others))}; --everywhere takes all"
        )
    return ExitStatus.DONE


def _chosen(
    arguments: argparse.Namespace, finding: Finding, findings: tuple[Finding, ...]
) -> tuple[Finding, ...]:
    """The findings whose words are taken; none where nothing is offered."""
    if arguments.everywhere:
        chosen = same_elsewhere(finding, findings)
    elif arguments.alike:
        asked = bool(finding.agreed)
        chosen = tuple(f for f in findings if f.rule == finding.rule and (asked or not f.agreed))
    else:
        chosen = (finding,)
    return tuple(f for f in chosen if f.suggestion is not None)


def _ids(draft: Draft, chosen: tuple[Finding, ...]) -> tuple[str, ...]:
    entries = (draft.at(finding.label) for finding in chosen)
    return tuple(entry.id for entry in entries if entry is not None)

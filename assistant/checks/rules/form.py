"""The masthead of a draft: what has to be filled in before it is submitted."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.checks.finding import Finding, Severity
from assistant.checks.rule import Family, Matter, Rule
from precedent.resolution import DocumentKind, Masthead, Resolution
from precedent.session import Organ

RULES = (
    Rule(
        id="masthead-open",
        family=Family.PROCESS,
        drafts=True,
        matter=Matter.MASTHEAD,
        title="The masthead lacks what a draft needs before it is submitted",
        explanation=(
            "Agenda items are numbered anew at each session, and sponsors are named anew for each draft, so neither "
            "is carried over."
        ),
        authority="mastheads of L-documents as circulated; rules of procedure on proposals",
        flagged="a draft of the General Assembly without an agenda item or sponsors",
        preferred="agenda item 15, sponsors named in list form",
    ),
)


def judge(resolution: Resolution) -> Iterator[Finding]:
    """Findings in the masthead of a draft; an adopted text has nothing to be filled in."""
    if resolution.masthead.adopted is not None:
        return
    yield from _masthead(resolution.masthead)


def _masthead(head: Masthead) -> Iterator[Finding]:
    if head.kind is not DocumentKind.DRAFT:
        return
    missing = []
    if not head.agenda_item and head.organ is not Organ.SECURITY_COUNCIL:  # whose drafts name none
        missing.append("the number of the agenda item")
    if not head.sponsors and not head.sponsor_line:
        missing.append("the sponsors")
    if missing:
        yield Finding(
            rule="masthead-open",
            severity=Severity.WARNING,
            label="masthead",
            start=0,
            end=0,
            found="",
            message=f"to be filled in before the draft is submitted: {' and '.join(missing)}",
            authority=RULES[0].authority,
        )

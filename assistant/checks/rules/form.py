"""What is left of the negotiation or of a template: brackets, blanks, labels with bis and alt."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.checks.finding import Finding, Severity
from assistant.checks.rule import Rule
from precedent.resolution import Resolution

RULES = (
    Rule(
        id="unfinished",
        title="Brackets, blanks or negotiation marks are left",
        explanation="Square brackets, blanks to be filled and labels with bis or alt are gone before a text is tabled.",
        authority="CONVENTIONS ST10; Editorial Manual, paragraphs and subparagraphs",
        flagged="Requests the Secretary-General to report [at its next session]",
        preferred="Requests the Secretary-General to report at its next session",
    ),
)

_LEFT = re.compile(
    r"\[(?:[^\[\]]{0,400})\]|_{2,}|\bTBC\b|\bTBD\b|\bXX+\b|\?\?+|…{2,}|\b(?:PP|OP) ?\d+ (?:bis|ter|quater|alt)\b"
)
_USUAL = re.compile(r"\[(?:sic|\.\.\.|…)\]")


def judge(resolution: Resolution) -> Iterator[Finding]:
    """A finding for each mark that is left; adopted texts have none but in quotations."""
    if resolution.masthead.adopted is not None:
        return
    for label, text in resolution.places():
        for left in _LEFT.finditer(text):
            if _USUAL.fullmatch(left[0]):
                continue
            yield Finding(
                rule="unfinished",
                severity=Severity.ERROR,
                label=label,
                start=left.start(),
                end=left.end(),
                found=left[0],
                message="settle this before the text is tabled",
                authority=RULES[0].authority,
            )

"""What is left of the negotiation or of a template: brackets, blanks, labels with bis and alt."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from assistant.checks.finding import Finding, Severity
from assistant.checks.rule import Rule
from precedent.resolution import DocumentKind, Kind, Masthead, Paragraph, Resolution

RULES = (
    Rule(
        id="unfinished",
        title="Brackets, blanks or negotiation marks are left",
        explanation="Square brackets, blanks to be filled and labels with bis or alt are gone before a text is tabled.",
        authority="United Nations Editorial Manual, paragraphs and subparagraphs",
        flagged="Requests the Secretary-General to report [at its next session]",
        preferred="Requests the Secretary-General to report at its next session",
    ),
    Rule(
        id="end-mark",
        title="A paragraph does not end as its place asks",
        explanation=(
            "A preambular paragraph ends with a comma; an operative one with a semicolon, the last with a full stop, "
            "one that introduces a list with a colon. 99 per cent of adopted paragraphs do."
        ),
        authority="United Nations Editorial Manual, resolutions; kept by 99 per cent of adopted paragraphs",
        flagged="Requests the Secretary-General to report to it; (as the last paragraph)",
        preferred="Requests the Secretary-General to report to it.",
    ),
    Rule(
        id="masthead-open",
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

_END = re.compile(r"[,;.:]?$")
_LEFT = re.compile(
    r"\[(?:[^\[\]]{0,400})\]|_{2,}|\bTBC\b|\bTBD\b|\bXX+\b|\?\?+|…{2,}|\b(?:PP|OP) ?\d+ (?:bis|ter|quater|alt)\b"
)
_USUAL = re.compile(r"\[(?:sic|\.\.\.|…)\]")


def judge(resolution: Resolution) -> Iterator[Finding]:
    """Findings about the form of a draft; adopted texts are left as they were adopted."""
    if resolution.masthead.adopted is not None:
        return
    yield from _left_over(resolution)
    yield from _end_marks(resolution.paragraphs)
    yield from _masthead(resolution.masthead)


def _left_over(resolution: Resolution) -> Iterator[Finding]:
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


def _end_marks(paragraphs: Sequence[Paragraph]) -> Iterator[Finding]:
    main = [p for p in paragraphs if not p.section and p.kind in (Kind.PREAMBULAR, Kind.OPERATIVE)]
    stops = [p.text.endswith((".", ":")) for p in main if p.kind is Kind.OPERATIVE and not p.level]
    if sum(stops) * 2 > len(stops) > 2:
        main = [p for p in main if p.kind is Kind.PREAMBULAR]
    for paragraph, following in zip_longest(main, main[1:]):
        wanted = _wanted(paragraph, following)
        end = _END.search(paragraph.text)
        if end is None or not paragraph.text or end[0] == wanted or paragraph.text.endswith(("”", '"', ")")):
            continue
        start = end.start() if end[0] else max(0, len(paragraph.text) - 1)
        found = paragraph.text[start:]
        yield Finding(
            rule="end-mark",
            severity=Severity.WARNING,
            label=paragraph.label,
            start=start,
            end=len(paragraph.text),
            found=found,
            message=f"at this place a paragraph ends with “{wanted}”",
            suggestion=wanted if end[0] else found + wanted,
            authority=RULES[1].authority,
        )


def _wanted(paragraph: Paragraph, following: Paragraph | None) -> str:
    if following is not None and following.level > paragraph.level and following.kind is paragraph.kind:
        return ":"
    if paragraph.kind is Kind.PREAMBULAR:
        return ","
    return "." if following is None else ";"


def _masthead(head: Masthead) -> Iterator[Finding]:
    if head.kind is not DocumentKind.DRAFT:
        return
    missing = []
    if not head.agenda_item:
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
            authority=RULES[2].authority,
        )

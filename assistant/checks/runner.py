"""Runs the rules over a text."""

from __future__ import annotations

from assistant.checks.editor import read_through
from assistant.checks.editor.place import ENACTING, TITLE
from assistant.checks.finding import Finding
from assistant.checks.rules import (
    citations,
    form,
    meetings,
    process,
    reports,
    series_note,
    stale,
    statistics,
    superseded,
    timing,
)
from assistant.checks.rules.registered import absorbed
from assistant.checks.subject import Context, Subject
from assistant.draft import Draft, folded_words
from precedent.resolution import Resolution


def check(resolution: Resolution, context: Context) -> tuple[Finding, ...]:
    """Every finding in a text, in reading order.

    An earlier text is judged as if it were tabled again at the context's session.

    Raises:
        IndexUnavailableError: the precedent index cannot be read.
    """
    subject = Subject(resolution, context)
    found = [
        finding
        for slot in subject.slots
        for finding in (
            meetings.move(slot, subject) or stale.judge(slot, subject),
            citations.judge(slot, subject),
            citations.judge_title(slot, subject),
            meetings.judge(slot, subject),
        )
        if finding
    ]
    told = (*statistics.judge(subject), *reports.judge(subject), *superseded.judge(subject))
    found = absorbed(told, found)
    found += reports.judge_latest(subject)
    found += series_note.judge(subject)
    found += timing.judge(subject)
    found += form.judge(resolution)
    found += process.judge(resolution, context.asked)
    found += read_through(resolution, context.book, context.asked)
    before = (TITLE, ENACTING)
    order = {
        label: place for place, label in enumerate((*before, *(label for label, _ in resolution.places())))
    }
    found.sort(key=lambda f: (order.get(f.label, len(order)), f.start, f.rule))
    return tuple(found)


def standing(draft: Draft, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """The findings that the drafter has not put aside.

    A dismissal is keyed by rule, paragraph and words: it holds while other words change, and ends when these do.
    """
    return tuple(f for f in findings if not dismissed(draft, f))


def dismissed(draft: Draft, finding: Finding) -> bool:
    """Whether a finding was put aside."""
    entry = draft.at(finding.label)
    words = folded_words(finding.found)
    return entry is not None and any(d.rule == finding.rule and d.words == words for d in entry.dismissals)

"""Runs the rules over a text."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.checks.editor import read_through
from assistant.checks.editor.place import ENACTING, TITLE
from assistant.checks.finding import Finding
from assistant.checks.missing import missing
from assistant.checks.rules import (
    citations,
    consistency,
    departures,
    form,
    meetings,
    mentions,
    quotations,
    reports,
    series_note,
    stale,
    statistics,
    superseded,
    timing,
)
from assistant.checks.rules.registered import absorbed
from assistant.checks.subject import Context, Slot, Subject
from precedent.resolution import Resolution


@dataclass(frozen=True, slots=True)
class Report:
    """What a check has to say of a text."""

    findings: tuple[Finding, ...]
    """In reading order."""
    missing: tuple[str, ...] = ()
    """The evidence that could not speak, each in a few words."""
    has_precedent: bool = True
    """Whether there was an earlier edition to hold it against."""

    @property
    def unheard(self) -> str:
        """The evidence that could not speak, in a line; empty where all of it could."""
        return f"evidence that was missing: {'; '.join(self.missing)}" if self.missing else ""


def report(resolution: Resolution, context: Context) -> Report:
    """Every finding in a text, and which evidence was missing.

    Raises:
        IndexUnavailableError: the precedent index cannot be read.
    """
    subject = Subject(resolution, context)
    return Report(_findings(subject), missing(subject), subject.has_precedent)


def check(resolution: Resolution, context: Context) -> tuple[Finding, ...]:
    """Every finding in a text, in reading order.

    An earlier text is judged as if it were tabled again at the context's session. What is set of the rules in the
    context's profile is applied last, after what the rules say of themselves.

    Raises:
        IndexUnavailableError: the precedent index cannot be read.
    """
    return _findings(Subject(resolution, context))


def _staleness(slot: Slot, subject: Subject) -> Finding | None:
    """The surest finding on a slot; that an ordinal beside it was moved on tells more than its own past does."""
    told = stale.judge(slot, subject)
    if told is not None and told.rule == "stale-tense":
        return told
    return meetings.left_behind(slot, subject) or told


def _findings(subject: Subject) -> tuple[Finding, ...]:
    resolution = subject.resolution
    found = [
        finding
        for slot in subject.slots
        for finding in (
            meetings.move(slot, subject) or _staleness(slot, subject),
            citations.judge(slot, subject),
            citations.judge_title(slot, subject),
            meetings.judge(slot, subject),
        )
        if finding
    ]
    cited = tuple(reports.judge(subject))
    figures = statistics.judge(subject, {finding.label for finding in cited})
    told = (*figures, *cited, *superseded.judge(subject))
    newest = (*statistics.vouched(subject), *reports.vouched(subject))
    found = absorbed(told, found, newest, subject)
    found += reports.judge_latest(subject)
    found += series_note.judge(subject)
    found += timing.judge(subject)
    found += quotations.judge(subject)
    found += consistency.judge(subject)
    found += departures.judge(subject)
    found += form.judge(resolution)
    read = read_through(resolution, subject.context.book, subject.asked, subject.context.as_of)
    found += mentions.dated(read, subject)
    found = [kept for f in found if (kept := subject.context.profile.applied(f, subject.organ))]
    before = (TITLE, ENACTING)
    order = {
        label: place for place, label in enumerate((*before, *(label for label, _ in resolution.places())))
    }
    found.sort(key=lambda f: (order.get(f.label, len(order)), f.start, f.rule))
    return tuple(found)

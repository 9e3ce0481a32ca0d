"""Reports that come out again and again, cited by their year and title."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.checks.finding import Finding, Severity
from assistant.checks.phrasing import in_whole, may_stand
from assistant.checks.rule import Rule
from assistant.checks.rules.registered import Quoted, Vouched, registered
from assistant.checks.subject import Subject
from assistant.facts import Report
from precedent.references import YearReference
from precedent.wording import fold

RULES = (
    Rule(
        id="stale-report",
        title="A report is cited of which a later edition is out",
        explanation=(
            "A text cites the newest edition of a report that comes out again and again, by its year and title. An "
            "edition that was not the newest when the words were adopted is meant for itself and stands."
        ),
        authority="practice of adopted texts; the titles as official texts give them",
        flagged="the report entitled State of the Harbours 2057: Dark Piers (when that of 2058 is out)",
        preferred="the report entitled State of the Harbours 2058: First Lamps",
    ),
    Rule(
        id="stale-latest",
        title="“Latest” or “current” goes with a year that is long over",
        explanation=(
            "Words such as “latest”, “most recent” and “current” are carried over while the year beside them grows old."
        ),
        authority="arithmetic on the expected day of adoption",
        flagged="the latest report on harbours, of 2056 (in a text of 2059)",
        preferred="the latest report on harbours, of 2058",
        severity=Severity.INFO,
    ),
)
_STILL_DRAFTING = dt.timedelta(days=90)
"""How long before its adoption a text is drafted: what came out since was not passed over on purpose."""
_IMPRINT = re.compile(r",? \((?:[A-Z][^()]{0,60}, )?(?P<year>(?:19|20)\d\d)\)")
_SALES = re.compile(r",? \([^()]*Sales No\.")
_SEPARATOR = re.compile(r"(?:: | ?[–—-] |, )(?:[“\"])?")
_LATEST = re.compile(
    r"\b(?:(?:latest|most recent)\b[^.;“”]{0,100}?|current\b(?! (?:and|year|session))[^,.;“”]{0,40}?)"
    r"(?=\b(?:19|20)\d\d\b)"
)


@dataclass(frozen=True, slots=True)
class _Citation:
    """An edition of a report as a text names it; `start` is where its year begins."""

    label: str
    text: str
    start: int
    edition: Report


def judge(subject: Subject) -> Iterator[Finding]:
    """Findings on the reports that the register knows."""
    known = subject.context.facts.reports(subject.context.as_of)
    cited = list(_cited(subject, known))
    for each in cited:
        edition, newest = each.edition, known[each.edition.series][-1]
        newer = any(e.edition.series == edition.series and e.edition.year > edition.year for e in cited)
        if edition.year >= newest.year or newer or _meant_for_itself(edition, subject):
            continue
        end, words = _words(each, newest)
        yield registered(
            Quoted(each.label, each.text, each.start, end), RULES[0], newest, subject,
            message=f"a later edition is out: {newest.about}",
            suggestion=words,
        )  # fmt: skip


def vouched(subject: Subject) -> Iterator[Vouched]:
    """The editions of which the register has nothing newer, on that day or since."""
    known = subject.context.facts.reports(subject.context.as_of)
    last = subject.context.facts.reports(dt.date.max)
    for each in _cited(subject, known):
        if last[each.edition.series][-1] == each.edition:
            yield Vouched(each.label, each.start, each.start + 4, each.edition)


def judge_latest(subject: Subject) -> Iterator[Finding]:
    """Findings on what is called the latest, with a year before last."""
    for label, slots in subject.by_label.items():
        for slot in slots:
            year = slot.reference
            if (
                not isinstance(year, YearReference)
                or year.year >= subject.context.as_of.year - 1
                or year.quoted
            ):
                continue
            said = next((m for m in _LATEST.finditer(slot.text) if m.end() == year.span.start), None)
            if said is not None:
                yield Finding(
                    rule=RULES[1].id,
                    severity=Severity.INFO,
                    label=label,
                    start=said.start(),
                    end=year.span.end,
                    found=slot.text[said.start() : year.span.end],
                    message=f"{year.year} is long over: is it still the latest?",
                    authority=RULES[1].authority,
                )


def _cited(subject: Subject, known: Mapping[str, Sequence[Report]]) -> Iterator[_Citation]:
    """Every edition that the text names."""
    whole = in_whole(subject.resolution)
    named = [e for e in known.values() if any(may_stand(name, whole) for name in e[-1].names)]
    for label, text in subject.resolution.places() if named else ():
        for editions in named:
            for start, year in _years(editions[-1].names, text):
                edition = next((e for e in editions if str(e.year) == year), None)
                if edition is not None:
                    yield _Citation(label, text, start, edition)


@lru_cache(maxsize=32768)
def _years(names: tuple[str, ...], text: str) -> tuple[tuple[int, str], ...]:
    """Where a text names a year of a report, and the year; remembered, as most of a draft stays as it is."""
    return tuple((match.start("year"), match["year"]) for match in _pattern(names).finditer(text))


@lru_cache(maxsize=64)
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    longest = sorted(names, key=len, reverse=True)
    either = "|".join(r"\s+".join(map(re.escape, name.split())) for name in longest)
    return re.compile(rf"\b(?:{either})(?: for|,)?\s+(?P<year>(?:19|20)\d\d)\b", re.IGNORECASE)


def _meant_for_itself(edition: Report, subject: Subject) -> bool:
    """Whether a newer edition was out long before the words were adopted."""
    if subject.base_adopted is None:
        return False
    then = subject.context.facts.reports(subject.base_adopted - _STILL_DRAFTING)
    return any(other.year > edition.year for other in then.get(edition.series, ()))


def _words(cited: _Citation, newest: Report) -> tuple[int, str | None]:
    """Where the words that move on end, and what follows them: the year, a title after it, the year of the imprint."""
    text, end = cited.text, cited.start + 4
    words: str | None = str(newest.year)
    mark = _SEPARATOR.match(text, end)
    title = cited.edition.title
    if mark and title and fold(text[mark.end() : mark.end() + len(title)]) == fold(title):
        end = mark.end() + len(title)
        words = f"{newest.year}{mark[0]}{newest.title}" if newest.title else None
    elif mark and mark[0].startswith((":", " –", " —")):
        words = None  # a title that the register does not know
    imprint = _IMPRINT.match(text, end)
    if imprint and imprint["year"] == str(cited.edition.year):
        moved = (
            text[end : imprint.start("year")] + str(newest.year) + text[imprint.end("year") : imprint.end()]
        )
        end, words = imprint.end(), words + moved if words is not None else None
    elif _SALES.match(text, end):
        words = None  # its sales number cannot be known
    return end, words

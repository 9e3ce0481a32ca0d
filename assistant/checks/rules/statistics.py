"""Figures of which the register of facts has a newer value.

The entry knows its places by what it measures: however many paragraphs carry the figure, the words for each of them
come from that one entry.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from assistant.checks.finding import Finding, Severity
from assistant.checks.phrasing import fits, weight
from assistant.checks.rule import Rule
from assistant.checks.rules.registered import Quoted, Vouched, registered
from assistant.checks.subject import Slot, Subject
from assistant.facts import Statistic, Trust
from precedent.references import Figure, YearReference
from precedent.references.figures import find_figures

RULES = (
    Rule(
        id="stale-statistic",
        title="A figure of which the register of facts has a newer value",
        explanation=(
            "Figures are carried over after a newer edition of their source is out; some stood unchanged through three "
            "adopted texts. The register has the value with its year and edition. A figure that is told of its own "
            "year stays true, so there the drafter looks."
        ),
        authority="the newest value that an official text, or the publication itself, gives",
        flagged="41 per cent of harbours have no light (the register has 38 per cent for 2058)",
        preferred="38 per cent of harbours have no light",
    ),
)

_PEOPLE = ("", "people", "persons", "individuals")
_PER_CENT = {"%": "per cent", "percent": "per cent"}
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_SURE_WORDS = 5
"""From so many words on, a wording is enough to know the figure by; a shorter one needs a value that it had before."""
_YEAR_BEFORE = 160
"""Characters before a figure in which the year that it is told of may stand."""
_ROUNDED = Decimal("2.5")
"""By how many hundredths a fraction in words ("a third") may be off."""
_HUNDRED = 100

Known = dict[str, tuple[Statistic, ...]]


@dataclass(frozen=True, slots=True)
class _Told:
    """A figure of a text that the register knows."""

    slot: Slot
    figure: Figure
    values: tuple[Statistic, ...]
    """Of what it measures, the one that holds last."""
    year: Slot | None
    """The year that the text tells it of, where the register has a value of that year."""

    @property
    def newest(self) -> Statistic:
        return self.values[-1]

    @property
    def holds(self) -> bool:
        return _same(self.figure, self.newest)

    @property
    def had(self) -> Statistic | None:
        """The last of the earlier values that the text has."""
        return next((value for value in reversed(self.values[:-1]) if _same(self.figure, value)), None)


def judge(subject: Subject, moving: AbstractSet[str] = frozenset()) -> Iterator[Finding]:
    """Findings on the figures that the register knows, and on the years that go with them.

    Args:
        subject: the text under check.
        moving: labels of the notes that cite an edition of a report of which a later one is out. A figure with such a
            note is no certainty: the two go together.
    """
    known = subject.context.facts.statistics(subject.context.as_of)
    for slots in subject.by_label.values() if known else ():
        told = [each for slot in slots if (each := _told(slot, slots, known)) is not None]
        for each in told:
            if each.newest.instead in known:
                yield _replaced(each, known[each.newest.instead][-1], subject)
            elif not (each.holds or _told_later(each, subject)):
                alone = moving.isdisjoint(subject.notes_of(each.slot.label))
                yield _outdated(each, subject, alone=alone)
        yield from _years(slots, told, subject)


def vouched(subject: Subject) -> Iterator[Vouched]:
    """The figures of which the register has nothing newer, on that day or since."""
    known = subject.context.facts.statistics(subject.context.as_of)
    last = subject.context.facts.statistics(dt.date.max)
    for slots in subject.by_label.values() if known else ():
        for slot in slots:
            each = _told(slot, slots, known)
            if each is not None and each.holds and last[each.newest.measures][-1] == each.newest:
                span = each.figure.span
                yield Vouched(slot.label, span.start, span.end, each.newest)


def _told(slot: Slot, slots: Sequence[Slot], known: Known) -> _Told | None:
    figure = slot.reference
    if not isinstance(figure, Figure) or figure.quoted:
        return None
    values = _measured(figure, slot.text, known)
    return _Told(slot, figure, values, _year_of(slot, slots, values)) if values else None


def _measured(figure: Figure, text: str, known: Known) -> tuple[Statistic, ...]:
    """The values of what a figure measures, the one that holds last; () for what the register does not know.

    A value that the register never had is measured by a wording of many words only.
    """
    folded = text.casefold()
    best = ""
    found: tuple[Statistic, ...] = ()
    for values in known.values():
        entry = values[-1]
        if not _same_unit(figure, _figure(entry)) or not all(w.casefold() in folded for w in entry.beside):
            continue
        for wording in entry.wordings:
            if weight(wording) > weight(best) and fits(wording, figure, text):
                best, found = wording, values
    had = any(_same(figure, value) for value in found)
    return found if had or len(best.replace("…", " ").split()) > _SURE_WORDS else ()


def _told_later(told: _Told, subject: Subject) -> bool:
    """Whether the text has a value that the register knows of a later day."""
    values = subject.context.facts.statistics(dt.date.max)[told.newest.measures]
    return told.had is None and any(_same(told.figure, value) for value in values)


def _replaced(told: _Told, now: Statistic, subject: Subject) -> Finding:
    span = told.figure.span
    message = f"it is no longer measured so: the register has {now.about}"
    quoted = Quoted(told.slot.label, told.slot.text, span.start, span.end)
    return registered(quoted, RULES[0], now, subject, message=message)


def _outdated(told: _Told, subject: Subject, *, alone: bool) -> Finding:
    newest, had = told.newest, told.had
    start, words = _words(told)
    message = f"a newer value is out: {newest.about}"
    if had is None:  # it may be newer than what the register has
        message = f"the register of facts has another value: {newest.about}"
        words = None if newest.due(subject.context.as_of) else words
    certain = words is not None and had is not None and newest.trust is Trust.OFFICIAL and told.year is None
    return registered(
        Quoted(told.slot.label, told.slot.text, start, told.figure.span.end),
        RULES[0],
        newest,
        subject,
        message=message,
        said=f"the words are those of {had.source}" if had else "",
        suggestion=words,
        severity=Severity.ERROR if certain else Severity.WARNING,
        words_certain=certain and alone,
    )


def _words(told: _Told) -> tuple[int, str | None]:
    """Where the words for the new value begin, and the words: the figure as it is written, with another number."""
    figure, slot, newest = told.figure, told.slot, told.newest
    number = f"{newest.value.normalize():f}"
    words, changed = _NUMBER.subn(number, slot.words, count=1)
    scales = [re.findall(r"[a-z]+illion", each) for each in (slot.words, newest.unit)]
    if not changed or scales[0] != scales[1]:
        return figure.span.start, None
    start = figure.span.start
    if figure.approximate not in ("", "only"):
        before = re.search(rf"\b{re.escape(figure.approximate)} \Z", slot.text[:start], re.IGNORECASE)
        start = before.start() if before else start
    return start, " ".join(filter(None, (newest.about_word, words)))


def _year_of(slot: Slot, slots: Sequence[Slot], values: Sequence[Statistic]) -> Slot | None:
    """The year that the text tells a figure of: "in 2022, 66 per cent of …"."""
    start, had = slot.reference.span.start, {value.year for value in values}
    for other in reversed(slots):
        year = other.reference
        if (
            isinstance(year, YearReference)
            and not (year.quoted or year.in_name)
            and start - _YEAR_BEFORE <= year.span.end <= start
            and not re.search(r"[;.] ", slot.text[year.span.end : start])
            and slot.text[: year.span.start].lower().endswith("in ")
        ):
            return other if year.year in had else None
    return None


def _years(slots: Sequence[Slot], told: Sequence[_Told], subject: Subject) -> Iterator[Finding]:
    """The year moves with its figures, where all of them are told of one other year."""
    for slot in slots:
        newest = [each.newest for each in told if each.year is slot]
        years = {value.year for value in newest}
        if not newest or None in years or not isinstance(slot.reference, YearReference):
            continue
        if years == {slot.reference.year}:
            continue
        span = slot.reference.span
        yield registered(
            Quoted(slot.label, slot.text, span.start, span.end),
            RULES[0],
            newest[0],
            subject,
            message="the year goes with the figures that are told of it",
            suggestion=str(newest[0].year) if len(years) == 1 else None,
        )


def _same(figure: Figure, value: Statistic) -> bool:
    """Whether a figure is a value; a fraction in words is one that is near it."""
    other = _figure(value)
    if _is_share(figure) and other.unit == "per cent":
        return abs(figure.value * _HUNDRED - other.value) <= _ROUNDED
    return figure.value == other.value


def _same_unit(one: Figure, other: Figure) -> bool:
    units = [_PER_CENT.get(figure.unit, figure.unit) for figure in (one, other)]
    if _is_share(one):
        return units[1] == "per cent"
    return units[0] == units[1] or all(unit in _PEOPLE for unit in units)


def _is_share(figure: Figure) -> bool:
    """Whether it is a fraction: "a third", "two thirds"."""
    return not figure.unit and 0 < figure.value < 1


def _figure(value: Statistic) -> Figure:
    return _parsed(value.words)


@lru_cache(maxsize=512)
def _parsed(words: str) -> Figure:
    return next(find_figures(words))

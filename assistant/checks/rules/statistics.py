"""Figures of which the register of facts has a newer value.

The entry knows its places by what it measures: however many paragraphs carry the figure, the words for each of them
come from that one entry.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from assistant.checks.finding import Finding, Severity
from assistant.checks.phrasing import fits, weight
from assistant.checks.rule import Rule
from assistant.checks.rules.registered import Quoted, registered
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
Known = dict[str, tuple[Statistic, ...]]
_YEAR_BEFORE = 160
"""Characters before a figure in which the year that it is told of may stand."""


def judge(subject: Subject) -> Iterator[Finding]:
    """Findings on the figures that the register knows, and on the years that go with them."""
    known = subject.context.facts.statistics(subject.context.as_of)
    for slots in subject.by_label.values() if known else ():
        due = [
            (slot, values)
            for slot in slots
            if isinstance(slot.reference, Figure) and not slot.reference.quoted
            if (values := _measured(slot, known)) and _outdated(slot.reference, values, known)
        ]
        years = {id(slot): _year_of(slot, slots, values) for slot, values in due}
        for slot, values in due:
            yield _finding(slot, values, known, subject, dated=years[id(slot)] is not None)
        yield from _years(slots, due, years, subject)


def _measured(slot: Slot, known: Known) -> tuple[Statistic, ...]:
    """The values of what a figure measures, the one that holds last; () for what the register does not know.

    A value that the register never had is measured by a wording of many words only.
    """
    figure, text = slot.reference, slot.text
    if not isinstance(figure, Figure):
        return ()
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
    had = any(figure.value == _figure(value).value for value in found)
    return found if had or len(best.replace("…", " ").split()) > _SURE_WORDS else ()


def _outdated(figure: Figure, values: Sequence[Statistic], known: Known) -> bool:
    """Whether another value holds now, or something else is measured."""
    return values[-1].instead in known or figure.value != _figure(values[-1]).value


def _finding(
    slot: Slot,
    values: Sequence[Statistic],
    known: Known,
    subject: Subject,
    *,
    dated: bool,
) -> Finding:
    newest = values[-1]
    figure = slot.reference
    assert isinstance(figure, Figure)  # noqa: S101 - `measured` knows no other
    other = known.get(newest.instead, ())
    if other:
        now = other[-1]
        return registered(
            Quoted(slot.label, slot.text, figure.span.start, figure.span.end), RULES[0], now, subject,
            message=f"it is no longer measured so: the register has {now.about}",
        )  # fmt: skip
    had = next((v for v in reversed(values[:-1]) if _figure(v).value == figure.value), None)
    certain = had is not None and newest.trust is Trust.OFFICIAL and not dated
    start, words = _words(slot, newest)
    return registered(
        Quoted(slot.label, slot.text, start, figure.span.end),
        RULES[0],
        newest,
        subject,
        message=f"a newer value is out: {newest.about}",
        said=f"the words are those of {had.source}" if had else "",
        suggestion=words,
        severity=Severity.ERROR if certain else Severity.WARNING,
        words_certain=certain,
    )


def _words(slot: Slot, newest: Statistic) -> tuple[int, str | None]:
    """Where the words for the new value begin, and the words: the figure as it is written, with another number."""
    figure, start = slot.reference, slot.reference.span.start
    assert isinstance(figure, Figure)  # noqa: S101
    if figure.approximate not in ("", "only"):
        before = re.search(rf"\b{re.escape(figure.approximate)} \Z", slot.text[:start], re.IGNORECASE)
        start = before.start() if before else start
    number = f"{newest.value.normalize():f}"
    words, changed = _NUMBER.subn(number, slot.words, count=1)
    scales = [re.findall(r"[a-z]+illion", each) for each in (slot.words, newest.unit)]
    if not changed or scales[0] != scales[1]:
        return figure.span.start, None
    return start, " ".join(filter(None, (newest.about_word, words)))


def _year_of(slot: Slot, slots: Sequence[Slot], values: Sequence[Statistic]) -> Slot | None:
    """The year that the text tells a figure of: "in 2022, 66 per cent of …"."""
    start = slot.reference.span.start
    years = [
        other
        for other in slots
        if isinstance(other.reference, YearReference)
        and not (other.reference.quoted or other.reference.in_name)
        and start - _YEAR_BEFORE <= other.reference.span.end <= start
        and not re.search(r"[;.] ", slot.text[other.reference.span.end : start])
        and slot.text[: other.reference.span.start].lower().endswith("in ")
    ]
    had = {v.year for v in values if _figure(v).value == getattr(slot.reference, "value", None)}
    last = years[-1] if years else None
    return last if last and isinstance(last.reference, YearReference) and last.reference.year in had else None


def _years(
    slots: Sequence[Slot],
    due: Sequence[tuple[Slot, Sequence[Statistic]]],
    years: dict[int, Slot | None],
    subject: Subject,
) -> Iterator[Finding]:
    """The year moves with its figures, where all of them are told of one other year."""
    for year in slots:
        values = [known[-1] for slot, known in due if years[id(slot)] is year]
        told = {value.year for value in values}
        if not values or None in told:
            continue
        yield registered(
            Quoted(year.label, year.text, year.reference.span.start, year.reference.span.end),
            RULES[0],
            values[0],
            subject,
            message="the year goes with the figures that are told of it",
            suggestion=str(values[0].year) if len(told) == 1 else None,
        )


def _figure(value: Statistic) -> Figure:
    return _parsed(value.words)


@lru_cache(maxsize=512)
def _parsed(words: str) -> Figure:
    return next(find_figures(words))


def _same_unit(one: Figure, other: Figure) -> bool:
    units = [_PER_CENT.get(figure.unit, figure.unit) for figure in (one, other)]
    return units[0] == units[1] or all(unit in _PEOPLE for unit in units)

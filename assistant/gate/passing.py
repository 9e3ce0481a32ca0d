"""Every point of the gate, worked out from a draft and what is known about it."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from assistant import asked
from assistant.agenda import as_printed
from assistant.checks import RULES, Aside, Finding, Rule, Severity
from assistant.checks.rule import Matter
from assistant.draft import Draft, Status
from assistant.export.opening import printed_symbol
from assistant.gate.point import Gate, Item, Point, State
from assistant.sponsors import Submitters
from assistant.working_days import Deadline
from precedent.references import DecisionCitation, DocumentReference, ResolutionCitation, find_references
from precedent.resolution import Kind, Resolution
from precedent.session import Organ
from precedent.symbol import Symbol
from precedent.wording import day_words

MASTHEAD = "masthead"

_PROPOSAL = re.compile(r"\{(?:\+\+.*?\+\+|--.*?--|~~.*?~~|>>.*?<<|==.*?==)\}", re.DOTALL)
"""Marks of proposals and comments as the draft file has them (CriticMarkup)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What the gate is told about a draft."""

    findings: tuple[Finding, ...] = ()
    """Those that the drafter has not put aside; of rules on a matter of the gate also where they speak only there."""
    rules: Mapping[str, Rule] = field(default_factory=lambda: RULES)
    """Every rule by its id, those of the house too."""
    asides: tuple[Aside, ...] = ()
    """What the drafter has put aside."""
    known: Callable[[Symbol], bool] = field(default=lambda _: True)
    """Whether a document is in the index or the register, or is cited by a text that is."""
    last: Resolution | None = None
    """The last edition of the text."""
    deadline: Deadline | None = None
    """Until when the draft is to be handed in; None where the day of the meeting is not known."""
    today: dt.date


def gate(draft: Draft, known: Known) -> Gate:
    """All points, those that stand against tabling the draft among them."""
    text = draft.resolution
    head = draft.masthead
    organ = head.organ.value if head.organ else ""
    item = f"item {head.agenda_item}" if head.agenda_item else ""
    about = " · ".join(filter(None, (organ, head.session, head.committee, item)))
    found: defaultdict[Matter | None, list[Finding]] = defaultdict(list)
    for finding in known.findings:
        rule = known.rules.get(finding.rule)
        found[rule.matter if rule else None].append(finding)
    points = (
        _errors(found[None]),
        _warnings(found[None]),
        _brackets(found[Matter.BRACKETS]),
        _proposals(text),
        _agreed(draft),
        _dates(found[Matter.DATES]),
        _symbols(text, known.known),
        _masthead(draft),
        _sponsors(text, found[Matter.SPONSORS]),
        _budget(text, found[Matter.BUDGET]),
        _reports(text),
        _agenda(text, known.last),
        _review(text, known.last),
        _length(text, known.last),
        _deadline(head.organ, known.deadline, known.today),
        _dismissals(draft, known.asides),
    )
    return Gate(printed_symbol(head), draft.title, about, points)


def _items(findings: Iterable[Finding]) -> tuple[Item, ...]:
    return tuple(Item(f.label, f.found, f"{f.rule}: {f.message}") for f in findings)


def _count(number: int, one: str, several: str = "") -> str:
    return f"{number or 'no'} {one if number == 1 else several or f'{one}s'}"


def _errors(findings: Iterable[Finding]) -> Point:
    found = [f for f in findings if f.severity is Severity.ERROR]
    state = State.OPEN if found else State.DONE
    return Point("errors", "Certain findings", state, _count(len(found), "error"), _items(found))


def _warnings(findings: Iterable[Finding]) -> Point:
    found = [f for f in findings if f.severity is Severity.WARNING]
    counts = Counter(f.rule for f in found)
    items = tuple(
        Item(
            ", ".join(dict.fromkeys(f.label for f in found if f.rule == rule)), rule, _count(count, "finding")
        )
        for rule, count in counts.most_common()
    )
    state = State.LOOK if found else State.DONE
    return Point("warnings", "Findings to look at", state, _count(len(found), "warning"), items)


def _brackets(found: list[Finding]) -> Point:
    state = State.OPEN if found else State.DONE
    summary = f"{_count(len(found), 'place')} where the text is not settled"
    return Point("brackets", "Brackets and blanks", state, summary, _items(found))


def _proposals(text: Resolution) -> Point:
    items = [
        Item(label, mark[0], "a proposal or comment is open")
        for label, words in text.places()
        for mark in _PROPOSAL.finditer(words)
    ]
    items += [Item(comment.label, comment.text, f"comment of {comment.author}") for comment in text.comments]
    state = State.OPEN if items else State.DONE
    summary = f"{_count(len(items), 'proposal or comment', 'proposals and comments')} open"
    return Point("proposals", "Proposals and comments", state, summary, tuple(items))


def _agreed(draft: Draft) -> Point:
    """How far the paragraphs have come, where the drafter keeps that at all."""
    labels = draft.labels
    places = {status: [labels[e.id] for e in draft.entries if e.status is status] for status in Status}
    counts = ", ".join(f"{len(found)} {status}" for status, found in places.items() if found)
    if len(places[Status.OPEN]) == len(draft.entries):
        return Point("agreed", "Agreed in the room", State.TOLD, "the status of no paragraph was set")
    waiting = {status: places[status] for status in (Status.OPEN, Status.AD_REF) if places[status]}
    items = tuple(Item(", ".join(found), str(status)) for status, found in waiting.items())
    state = State.LOOK if items else State.DONE
    return Point("agreed", "Agreed in the room", state, f"paragraphs: {counts}", items)


def _dates(found: list[Finding]) -> Point:
    state = State.OPEN if found else State.DONE
    summary = f"{_count(len(found), 'citation')} without a date or with a wrong one"
    return Point("dates", "Dates of resolutions cited", state, summary, _items(found))


def _symbols(text: Resolution, known: Callable[[Symbol], bool]) -> Point:
    places: dict[Symbol, list[str]] = {}
    for label, words in text.places():
        for reference in find_references(words, text.masthead.organ):
            if isinstance(reference, ResolutionCitation | DecisionCitation | DocumentReference):
                places.setdefault(reference.symbol, []).append(label)
    unknown = {symbol: labels for symbol, labels in places.items() if not known(symbol)}
    items = tuple(
        Item(", ".join(dict.fromkeys(labels)), str(symbol), "in no text at hand")
        for symbol, labels in unknown.items()
    )
    state = State.LOOK if items else State.DONE
    summary = f"{len(unknown)} of {_count(len(places), 'document')} cited are in no text at hand"
    summary = summary if places else "no documents cited"
    return Point("symbols", "Documents cited", state, summary, items)


def _masthead(draft: Draft) -> Point:
    head = draft.masthead
    wanted = [
        ("title", draft.title, head.organ is not Organ.SECURITY_COUNCIL),
        ("organ", head.organ, True),
        ("session", head.session, head.organ is not Organ.SECURITY_COUNCIL),
        ("agenda item", head.agenda_item, head.organ is not Organ.SECURITY_COUNCIL),
        ("title of the agenda item", head.agenda_title, head.organ is not Organ.SECURITY_COUNCIL),
        ("expected adoption", draft.expected_adoption, True),
    ]
    missing = [Item(MASTHEAD, name, "missing") for name, value, needed in wanted if needed and not value]
    symbol = printed_symbol(head) or "no symbol"
    blank = "" if head.symbol else "; the Secretariat gives the number"
    state = State.OPEN if missing else State.DONE
    return Point("masthead", "Masthead", state, f"{symbol}{blank}", tuple(missing))


def _sponsors(text: Resolution, found: list[Finding]) -> Point:
    printed = as_printed(text)
    line = printed.masthead.sponsor_line or ""
    certain = any(f.severity is Severity.ERROR for f in found)
    stars = {call.marker for call in printed.masthead.sponsor_notes}
    notes = tuple(Item(MASTHEAD, f"{n.marker} {n.text}") for n in printed.footnotes if n.marker in stars)
    state = State.OPEN if certain or not line else State.LOOK if found else State.DONE
    marked = Submitters(line, printed.masthead.sponsor_notes).marked
    return Point("sponsors", "Sponsors", state, marked or "none is named", (*notes, *_items(found)))


def _budget(text: Resolution, found: list[Finding]) -> Point:
    if text.masthead.organ is Organ.SECURITY_COUNCIL:
        return Point("budget", "Budget", State.TOLD, "no statement is made for texts of the Security Council")
    state = State.LOOK if found else State.DONE
    places = _count(len({f.label for f in found}), "paragraph")
    return Point(
        "budget",
        "Budget",
        state,
        f"{places} that may have implications for the programme budget",
        _items(found),
    )


def _reports(text: Resolution) -> Point:
    items = tuple(Item(r.label, r.who, r.when) for r in asked.reports(text))
    return Point("reports", "Reports asked for", State.TOLD, _count(len(items), "report"), items)


def _agenda(text: Resolution, last: Resolution | None) -> Point:
    items = tuple(Item(i.label, i.session, i.title) for i in asked.agenda_items(text))
    before = tuple(asked.agenda_items(last)) if last else ()
    state = State.TOLD if items or not before else State.LOOK
    summary = ", ".join(item.words for item in items) or "no item is put on an agenda"
    if state is State.LOOK:
        summary += f"; the last edition did in {before[0].label}"
    return Point("agenda", "Provisional agenda", state, summary, items)


def _review(text: Resolution, last: Resolution | None) -> Point:
    clause = asked.review_clause(text)
    before = asked.review_clause(last) if last else None
    if clause is not None:
        item = Item(clause.label, clause.text)
        return Point(
            "review", "Review clause", State.TOLD, f"the question stays open by {clause.label}", (item,)
        )
    lost = f"; the last edition had one in {before.label}" if before else ""
    return Point("review", "Review clause", State.LOOK if lost else State.TOLD, f"there is none{lost}")


def _length(text: Resolution, last: Resolution | None) -> Point:
    words, paragraphs = _measured(text)
    summary = f"{words:,} words in {_count(paragraphs, 'paragraph')}"
    if last is not None:
        before, their = _measured(last)
        change = f"{(words - before) / before:+.0%}" if before else "new"
        name = str(last.masthead.symbol or "the last edition")
        summary += f"; {name} has {before:,} in {their} ({change})"
    return Point("length", "Length", State.TOLD, summary)


def _measured(text: Resolution) -> tuple[int, int]:
    """Words and paragraphs of a text, without its notes, headings and annexes."""
    own = [p for p in text.paragraphs if p.kind in (Kind.PREAMBULAR, Kind.OPERATIVE) and not p.section]
    return sum(len(p.text.split()) for p in own), sum(p.level == 0 and not p.closing for p in own)


def _deadline(organ: Organ | None, until: Deadline | None, today: dt.date) -> Point:
    title = "Deadline"
    if organ in (Organ.SECURITY_COUNCIL, Organ.HUMAN_RIGHTS_COUNCIL):
        told = f"the {organ.value} sets its own; none is reckoned here"
        return Point("deadline", title, State.TOLD, told)
    if until is None:
        return Point("deadline", title, State.LOOK, "the day of the meeting is not known")
    left = (until.day - today).days
    when = "over" if left < 0 else "today" if left == 0 else f"in {_count(left, 'day')}"
    meeting = day_words(until.meeting)
    summary = f"to be handed in by {day_words(until.day)} ({when}): four full working days before {meeting}"
    items = [Item("", day_words(day), f"{name}, no working day") for day, name in until.skipped]
    if until.unknown:
        items.append(
            Item("", " and ".join(until.unknown), f"the days of {until.meeting.year} are not known here")
        )
    return Point("deadline", title, State.OPEN if left < 0 else State.TOLD, summary, tuple(items))


def _dismissals(draft: Draft, asides: Iterable[Aside]) -> Point:
    labels = draft.labels
    items = tuple(
        Item(
            labels[aside.entry] if aside.entry else MASTHEAD,
            aside.dismissal.words,
            f"{aside.dismissal.rule}: {aside.dismissal.reason or 'no reason given'}",
        )
        for aside in asides
        if not aside.is_unused
    )
    state = State.TOLD if items else State.DONE
    summary = f"{_count(len(items), 'finding')} put aside"
    return Point("dismissals", "Findings put aside", state, summary, items)

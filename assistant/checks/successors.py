"""What could stand in a slot in the next edition, where it can be known."""

from __future__ import annotations

import datetime as dt
import re

from assistant.checks.subject import Slot, Subject
from precedent.index.protocol import Card
from precedent.references import (
    DateReference,
    DayRange,
    DocumentReference,
    MonthReference,
    PeriodReference,
    Reference,
    ResolutionCitation,
    SessionReference,
    YearReference,
)
from precedent.series import Fate, references_in
from precedent.session import ordinal_words
from precedent.symbol import Symbol
from precedent.wording import day_words, fold

LATELY = dt.timedelta(days=3 * 366)

_DIGITS = re.compile(r"\d{4}|(?<=[/–-])\d\d\b")


def next_words(slot: Slot, subject: Subject) -> str | None:
    """The words that follow from arithmetic: what moved by the same step in each edition moves by it again."""
    reference = slot.reference
    match reference:
        case SessionReference(number=number, organ=organ, unit=unit):
            if organ is subject.organ and unit == "session" and not slot.words[0].isdigit():
                ahead = _sessions_ahead(subject)
                return session_words(slot, number + ahead) if ahead else None
            shift = _shift(slot, subject)
            return session_words(slot, number + shift) if shift else None
        case DocumentReference():
            return _next_document(slot, subject)
        case YearReference() | PeriodReference() | MonthReference() | DateReference() | DayRange():
            return _moved_up(slot, subject) or _years_on(slot, subject)
        case _:
            return None


def _years_on(slot: Slot, subject: Subject) -> str | None:
    """The same day or days so many years later."""
    shift = _shift(slot, subject)
    if not shift or not _same_days(slot.reference, slot.steps[0].reference):
        return None
    words = _DIGITS.sub(lambda m: _later(m[0], shift), slot.words)
    return words if _in_calendar(words) else None


def _moved_up(slot: Slot, subject: Subject) -> str | None:
    """What the same sentence looks forward to, where the edition before looked forward to what stands here now.

    "Welcomes the fifth forum, held from 2 to 5 May 2059, and looks forward to the sixth, from 4 to 7 May 2060".
    """
    before = slot.steps[0] if slot.steps else None
    if (
        before is None
        or before.reference is None
        or isinstance(slot.reference, YearReference | PeriodReference)
    ):
        return None
    earlier = subject.texts_before.get(before.edition, {}).get(before.label, "")
    announced = _following(before.reference, earlier, subject)
    if announced is None or fold(announced.text(earlier)) != fold(slot.words):
        return None
    ahead = _following(slot.reference, slot.text, subject)
    return ahead.text(slot.text) if ahead is not None and ahead.text(slot.text) != slot.words else None


def _following(reference: Reference, text: str, subject: Subject) -> Reference | None:
    """The next reference of that kind in a text."""
    after = (r for r in references_in(text, subject.organ) if r.span.start >= reference.span.end)
    return next((r for r in after if type(r) is type(reference)), None)


def _same_days(now: Reference, before: Reference | None) -> bool:
    """Whether two times differ in the year only: a financial period, the end of a year, a yearly day."""
    match now, before:
        case DateReference(date=day), DateReference(date=then):
            return (day.month, day.day) == (then.month, then.day)
        case DayRange(start=start, end=end), DayRange(start=first, end=last):
            return [(d.month, d.day) for d in (start, end)] == [(d.month, d.day) for d in (first, last)]
        case MonthReference(month=month), MonthReference(month=then):
            return month == then
        case _:
            return isinstance(now, YearReference | PeriodReference)


def _in_calendar(words: str) -> bool:
    """Whether a year has the day: 29 February moves on to none."""
    return "29 February" not in words


def _next_document(slot: Slot, subject: Subject) -> str | None:
    """A document that keeps its number from session to session, as the supplements of the Official Records do."""
    reference, before = slot.reference, slot.steps[0].reference if slot.steps else None
    shift = _shift(slot, subject)
    if not shift or not isinstance(reference, DocumentReference) or not isinstance(before, DocumentReference):
        return None
    session, last = reference.symbol.session, before.symbol.session
    if not session.isdigit() or f"/{session}/" not in slot.words:
        return None
    if slot.words.replace(f"/{session}/", f"/{last}/") != str(before.symbol):
        return None
    return slot.words.replace(f"/{session}/", f"/{int(session) + shift}/")


def session_words(slot: Slot, number: int) -> str | None:
    """The slot's words with another number, written as they write it."""
    reference = slot.reference
    if not isinstance(reference, SessionReference):
        return None
    at = slot.words.lower().find(reference.words)
    if at < 0 or (not 1 <= number <= 199 and not reference.words.isdigit()):
        return None
    old = slot.words[at : at + len(reference.words)]
    if reference.words.isdigit():
        new = str(number)
    elif reference.words[0].isdigit():
        new = f"{number}{_suffix(number)}"
    else:
        new = ordinal_words(number)
    if old[:1].isupper():
        new = new[:1].upper() + new[1:]
    return slot.words[:at] + new + slot.words[at + len(old) :]


def citation_words(slot: Slot, card: Card) -> str | None:
    """The slot's words citing another resolution, dated where the slot is dated."""
    reference = slot.reference
    if not isinstance(reference, ResolutionCitation):
        return None
    number = Symbol.parse(card.symbol).citation
    start, end = reference.number_span.start, reference.number_span.end
    words = slot.text[reference.span.start : start] + number + slot.text[end : reference.span.end]
    dated = reference.date_span
    if dated is None or card.adopted is None or not reference.span.start <= dated.start < reference.span.end:
        return words
    head = slot.text[reference.span.start : start] + number + slot.text[end : dated.start]
    return head + adoption_words(card) + slot.text[dated.end : reference.span.end]


def adoption_words(card: Card) -> str:
    """The adoption date as text has it: "15 December 2025"."""
    return day_words(card.adopted) if card.adopted else ""


def later_edition(symbol: Symbol, subject: Subject) -> Card | None:
    """The last edition of the series of a cited text, if one later than it is known to the index or the register."""
    found = (_later_in_index(symbol, subject), _later_in_register(symbol, subject))
    return max(filter(None, found), key=lambda card: card.adopted or dt.date.min, default=None)


def _later_in_index(symbol: Symbol, subject: Subject) -> Card | None:
    index = subject.context.index
    cited = index.card(str(symbol))
    if cited is None or not cited.title or cited.adopted is None:
        return None
    later = [
        card
        for card in index.cards(cited.organ, cited.title)
        if card.adopted is not None and cited.adopted < card.adopted <= subject.context.as_of
    ]
    return later[-1] if later else None


def _later_in_register(symbol: Symbol, subject: Subject) -> Card | None:
    known = subject.editions_known(symbol)
    last = subject.context.facts.resolution(known[-1], subject.context.as_of) if known else None
    return last.card if last is not None and last.symbol != symbol else None


def follows_series(slot: Slot, subject: Subject) -> bool:
    """Whether the register tells that a citation is of the newest edition each time, not of a certain act.

    It is where another edition stood here before, or where a note of the paragraph lists the editions up to the
    one before it.
    """
    reference = slot.reference
    if not isinstance(reference, ResolutionCitation):
        return False
    known = subject.editions_known(reference.symbol)
    before = slot.steps[0] if slot.steps else None
    if before and before.fate is Fate.REPLACED and isinstance(before.reference, ResolutionCitation):
        return before.reference.symbol in known
    place = known.index(reference.symbol) if known else 0
    if place == 0:
        return False
    return any(
        [r.symbol for r in subject.references(note) if isinstance(r, ResolutionCitation)][-1:]
        == [known[place - 1]]
        for note in subject.notes_of(slot.label)
    )


def cites_newest(slot: Slot, subject: Subject) -> bool:
    """Whether a citation was of the newest edition that the register knows when its words were written.

    A text that cites an older one means that very act. For words of the drafter's own, written nobody knows when,
    an edition of the last three years counts, unless the text cites the newest elsewhere.
    """
    reference = slot.reference
    if not isinstance(reference, ResolutionCitation):
        return False
    known = subject.editions_known(reference.symbol)
    facts, as_of = subject.context.facts, subject.context.as_of
    cited = facts.resolution(reference.symbol, as_of)
    if cited is None or not known:
        return False
    written = None if slot.touched else subject.base_adopted
    if written is None:
        return as_of - cited.adopted <= LATELY and known[-1] not in subject.cited
    then = [s for s in known if str(s) != subject.base_symbol and facts.resolution(s, written)]
    return bool(then) and then[-1] == reference.symbol


def means_that_act(slot: Slot, subject: Subject) -> bool:
    """Whether a citation that never moved was of an older edition than the register knows for its time."""
    reference = slot.reference
    if not isinstance(reference, ResolutionCitation) or Fate.REPLACED in slot.fates:
        return False
    return bool(subject.editions_known(reference.symbol)) and not cites_newest(slot, subject)


def _sessions_ahead(subject: Subject) -> int:
    """Sessions between the base and the new edition."""
    if subject.session is None or subject.base_session is None:
        return 0
    return max(0, subject.session - subject.base_session)


def _shift(slot: Slot, subject: Subject) -> int:
    """By how much a counted slot moves on: as it moved in each edition before, by the sessions between them."""
    now = _number(slot.reference)
    before = [_number(step.reference) for step in slot.steps[:2] if step.reference is not None]
    if now is None or not before or before[0] is None:
        return 0
    moved = now - before[0]
    if moved <= 0 or (len(before) > 1 and before[1] is not None and before[0] - before[1] != moved):
        return 0
    last = subject.before_base[0].session if subject.before_base else ""
    between = subject.base_session - int(last) if last.isdigit() and subject.base_session else 1
    ahead = _sessions_ahead(subject) or 1
    return moved * ahead // between if between > 0 and (moved * ahead) % between == 0 else 0


def _number(reference: Reference | None) -> int | None:
    match reference:
        case SessionReference(number=number):
            return number
        case YearReference(year=year) | PeriodReference(last=year) | MonthReference(year=year):
            return year
        case DateReference(date=day) | DayRange(end=day):
            return day.year
        case DocumentReference(symbol=symbol) if symbol.session.isdigit():
            return int(symbol.session)
        case _:
            return None


def _later(digits: str, shift: int) -> str:
    if len(digits) == 2:
        return f"{(int(digits) + shift) % 100:02d}"
    return str(int(digits) + shift)


def _suffix(number: int) -> str:
    if 10 <= number % 100 <= 20:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")

"""The text under check, prepared: what it is an edition of, and what is known of every slot in it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache

from assistant.checks.editor import Rulebook, shipped_rules
from assistant.checks.profile import Profile
from assistant.facts import Register, shipped_facts
from precedent.index.protocol import Card, PrecedentIndex
from precedent.references import Reference, ResolutionCitation
from precedent.resolution import Kind, Resolution
from precedent.series import Edition, Fate, History, Step, editions, histories, references_in
from precedent.session import Organ, Session
from precedent.symbol import Symbol
from precedent.wording import fold

EDITIONS = 4
"""How many earlier editions the history of a slot is followed through."""


@dataclass(frozen=True, slots=True)
class Context:
    """What a check is made against."""

    index: PrecedentIndex
    as_of: dt.date
    """The expected day of adoption: what is past or ahead is judged by it."""
    session: int | None = None
    """Session (or year) in which the text will be tabled; None: the draft's own, or the one after the base's."""
    facts: Register = field(default_factory=shipped_facts)
    """What is known without the index."""
    book: Rulebook = field(default_factory=shipped_rules)
    """The rules that are data: the program's own, and the house's."""
    asked: frozenset[str] = frozenset()
    """Ids of rules that speak only when they are asked, and are."""
    profile: Profile = field(default_factory=Profile)
    """What the drafter has set of the rules."""
    origins: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """Symbol and label of the paragraph that each one of a draft remembers it was taken from, by its own label."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One reference in a text with its history."""

    label: str
    text: str
    reference: Reference
    steps: tuple[Step, ...]
    """What stood here in the base edition's predecessors, latest first."""
    touched: bool = False
    """Whether the draft's words already differ from the base edition's here."""
    based_on: Reference | None = None
    """What stands in the base edition here; for an earlier text the reference itself."""
    fates: tuple[Fate, ...] = field(init=False)
    """What happened here, latest step first."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "fates", tuple(step.fate for step in self.steps))

    @property
    def words(self) -> str:
        """The reference as it stands."""
        return self.reference.text(self.text)

    @property
    def place(self) -> tuple[str, int]:
        """Which slot of the text it is."""
        return self.label, self.reference.span.start

    @property
    def places(self) -> tuple[str, ...]:
        """The earlier places, as evidence: "A/RES/76/189 OP52"."""
        return tuple(f"{step.edition} {step.label}" for step in self.steps if step.label)


@lru_cache(maxsize=8192)
def _folded(words: str) -> str:
    return fold(words)


def card_of(resolution: Resolution) -> Card | None:
    """What stands behind a text that the index does not hold; None where it has no symbol."""
    head = resolution.masthead
    if head.symbol is None:
        return None
    return Card(
        symbol=str(head.symbol),
        organ=head.organ,
        session=head.symbol.session,
        number=head.symbol.number,
        title=resolution.title,
        adopted=head.adopted,
        vote=head.vote,
        draft_symbol=head.draft_symbol,
        agenda_item=head.agenda_item,
        sponsors=head.sponsors,
    )


class Subject:
    """A text under check, its base edition and the editions before that.

    An earlier text is checked as if it were tabled again, so it is its own base. A draft's base is the last
    adopted edition of its series.
    """

    def __init__(self, resolution: Resolution, context: Context) -> None:
        self.resolution = resolution
        self.context = context
        self.organ = resolution.masthead.organ or Organ.GENERAL_ASSEMBLY
        self._editions = [
            c for c in editions(context.index, resolution) if c.adopted and c.adopted <= context.as_of
        ]

    @cached_property
    def asked(self) -> frozenset[str]:
        """Ids of rules that speak only when they are asked, and are: for this check, or in the settings."""
        return self.context.asked | self.context.profile.asked(self.organ)

    @cached_property
    def is_draft(self) -> bool:
        """Whether the text is not adopted yet."""
        return self.resolution.masthead.adopted is None

    @cached_property
    def base(self) -> Card | None:
        """The last adopted edition; for an earlier text itself."""
        if self.is_draft:
            return self._editions[-1] if self._editions else None
        own = str(self.resolution.masthead.symbol or "")
        return next((c for c in self._editions if c.symbol == own), None) or card_of(self.resolution)

    @cached_property
    def base_symbol(self) -> str:
        """Symbol of the base; empty for a first edition."""
        if self.is_draft:
            return self.base.symbol if self.base else ""
        return str(self.resolution.masthead.symbol or "")

    @cached_property
    def base_adopted(self) -> dt.date | None:
        """When the base was adopted."""
        return self.base.adopted if self.is_draft and self.base else self.resolution.masthead.adopted

    @cached_property
    def base_session(self) -> int | None:
        """Number of the session (or year) that adopted the base."""
        session = self.base.session if self.is_draft and self.base else ""
        symbol = self.resolution.masthead.symbol
        if not self.is_draft and symbol is not None:
            session = symbol.session
        if session.isdigit():
            return int(session)
        return Session.on(self.base_adopted, self.organ).number if self.base_adopted else None

    @cached_property
    def session(self) -> int | None:
        """Session in which the text will be tabled."""
        if self.context.session is not None:
            return self.context.session
        own = self.resolution.masthead.session_value
        if self.is_draft:
            return own.number if own else None
        return self.base_session + 1 if self.base_session is not None else None

    @property
    def tabled_again(self) -> bool:
        """Whether a new edition is meant; an adopted text on the day of its adoption is as it should be."""
        return self.is_draft or self.base_adopted is None or self.context.as_of > self.base_adopted

    @cached_property
    def has_precedent(self) -> bool:
        """Whether the index holds the base or an edition before it: else there is no past to judge by."""
        return bool(self.before_base) or self.context.index.card(self.base_symbol) is not None

    @cached_property
    def before_base(self) -> tuple[Card, ...]:
        """Editions adopted before the base, latest first."""
        known = [c for c in self._editions if c.symbol != self.base_symbol]
        if self.base_adopted is not None:
            known = [c for c in known if c.adopted is not None and c.adopted <= self.base_adopted]
        return tuple(reversed(known))

    @cached_property
    def history(self) -> History:
        """The text and the editions that it goes back to; a draft's first step is to its base."""
        cards = [c.symbol for c in self.before_base[:EDITIONS]]
        if self.is_draft and self.base:
            cards.insert(0, self.base.symbol)
        texts = [text for symbol in cards if (text := self.context.index.document(symbol)) is not None]
        now = replace(Edition.of(self.resolution), organ=self.organ)
        return histories(now, [Edition.of(text) for text in texts])

    @cached_property
    def texts_before(self) -> dict[str, Mapping[str, str]]:
        """The texts of every earlier edition that the history goes through, by symbol and label."""
        return {edition.symbol: edition.texts for edition in self.history.earlier}

    def base_text(self, label: str) -> str:
        """The paragraph of the base that a label's came of; for an earlier text its own."""
        if not self.is_draft:
            return self.resolution.text_at(label) or ""
        came_of = self.history.links[0].get(label) if self.history.links else None
        return self.texts_before[self.base_symbol][came_of] if came_of is not None else ""

    def references(self, label: str) -> tuple[Reference, ...]:
        """The references of one paragraph or footnote."""
        return references_in(self.resolution.text_at(label) or "", self.organ)

    @cached_property
    def slots(self) -> tuple[Slot, ...]:
        """Every reference of every paragraph and footnote, in reading order."""
        return tuple(self._slots())

    def _slots(self) -> Iterator[Slot]:
        reported = {p.label for p in self.resolution.paragraphs if p.kind is Kind.REPORT}
        for label, text in self.resolution.places():
            for reference in references_in(text, self.organ) if label not in reported else ():
                yield self.slot(label, text, reference)

    def slot(self, label: str, text: str, reference: Reference) -> Slot:
        """One reference of a paragraph or footnote, with what is known of its place."""
        steps = self.history.of_slot(label, reference)
        if not self.is_draft:
            return Slot(label, text, reference, steps, based_on=reference)
        if self.base is None:  # nothing is carried over, so every word is the drafter's
            return Slot(label, text, reference, steps, touched=True)
        first = steps[0] if steps else None
        touched = first is None or first.fate is not Fate.STOOD
        return Slot(label, text, reference, steps[1:], touched, first.reference if first else None)

    @cached_property
    def by_label(self) -> Mapping[str, Sequence[Slot]]:
        """The slots of each paragraph and footnote that has any."""
        found: dict[str, list[Slot]] = {}
        for slot in self.slots:
            found.setdefault(slot.label, []).append(slot)
        return found

    @cached_property
    def _by_words(self) -> Mapping[str, Sequence[Slot]]:
        found: dict[str, list[Slot]] = {}
        for slot in self.slots:
            found.setdefault(_folded(slot.words), []).append(slot)
        return found

    @cached_property
    def callers(self) -> Mapping[str, str]:
        """Label of a note → label of the paragraph that calls it."""
        return {f"FN{call.marker}": p.label for p in self.resolution.paragraphs for call in p.notes}

    def neighbours(self, slot: Slot) -> list[Slot]:
        """The other slots of its paragraph."""
        return [other for other in self.by_label.get(slot.label, ()) if other.place != slot.place]

    def twins(self, slot: Slot) -> list[Slot]:
        """The other slots of the text with the same words."""
        return [other for other in self._by_words.get(_folded(slot.words), ()) if other.place != slot.place]

    def notes_of(self, label: str) -> tuple[str, ...]:
        """Labels of the footnotes that a paragraph calls."""
        calls = (p.notes for p in self.resolution.paragraphs if p.label == label)
        return tuple(f"FN{call.marker}" for notes in calls for call in notes)

    @cached_property
    def cited(self) -> frozenset[Symbol]:
        """Every resolution that the text cites."""
        return frozenset(
            reference.symbol
            for _, text in self.resolution.places()
            for reference in references_in(text, self.organ)
            if isinstance(reference, ResolutionCitation)
        )

    def editions_known(self, symbol: Symbol) -> tuple[Symbol, ...]:
        """The series of a cited text as the register of facts has it on the day of the check, oldest first."""
        return tuple(e.symbol for e in self.context.facts.editions(symbol, self.context.as_of))

    def told_by(self, symbol: str) -> tuple[str, ...]:
        """Where the register of facts has an adoption from, as evidence; nothing for what the index holds."""
        if self.context.index.card(symbol) is not None:
            return ()
        fact = self.context.facts.resolution(Symbol.parse(symbol), self.context.as_of)
        return (f"register of facts: {fact.source}",) if fact else ()

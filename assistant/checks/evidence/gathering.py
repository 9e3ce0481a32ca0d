"""Every piece of evidence about a slot of an earlier text, or of a draft where it still has the base's words."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.checks.evidence import citing, past, times, wording
from assistant.checks.evidence.piece import Piece
from assistant.checks.subject import Slot, Subject
from assistant.checks.traits import kind_of, relation_of


def gather(slot: Slot, subject: Subject) -> Iterator[Piece]:
    """What is known of a slot; each aspect at most a few times."""
    kind, relation = kind_of(slot), relation_of(slot, subject)
    time = times.place_in_time(slot, subject)
    fate, two, three = (past.fates(slot, subject, length) for length in (1, 2, past.LONGEST))
    yield Piece("kind", kind)
    yield Piece("kind, exact time", f"{kind}, {time}")
    yield Piece("history", three)
    yield Piece("kind, exact time, last fate", f"{kind}, {time}, {fate}")
    yield Piece("kind, time, last two fates", f"{kind}, {relation}, {two}")
    part = wording.part_of(slot.label)
    yield Piece("part, last fate", f"{kind}, {part}, {fate}")
    if slot.reference.quoted:
        yield Piece("quoted", kind)
    yield from times.ages(slot, subject)
    yield from past.shifts(slot, subject, kind)
    yield from past.of_paragraph(slot, subject)
    yield from past.of_others(slot, subject, fate)
    yield from past.of_notes(slot, subject)
    yield from wording.next_to(slot, kind)
    yield from wording.opening(slot, kind)
    yield from wording.tense(slot, kind, relation, fate)
    yield from wording.in_list(slot, subject, kind, fate)
    yield from citing.citations(slot, subject, kind, fate)

"""What the index knows of a cited text: later editions, and who else cites it."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.checks.evidence.piece import Piece, step_of
from assistant.checks.evidence.times import place_in_time, session_of_edition
from assistant.checks.subject import Slot, Subject
from assistant.checks.successors import later_edition
from precedent.references import DecisionCitation, DocumentReference, ResolutionCitation

_FEW = (0, 1, 3, 10, 40)


def citations(slot: Slot, subject: Subject, kind: str, fate: str) -> Iterator[Piece]:
    """How often it is cited by others, lately and before."""
    reference = slot.reference
    if not isinstance(reference, ResolutionCitation | DecisionCitation | DocumentReference):
        return
    own = {subject.base_symbol, *(card.symbol for card in subject.before_base)}
    others = {place.symbol for place in subject.context.index.citing(str(reference.symbol))}
    sessions = [session_of_edition(symbol) for symbol in others - own]
    lately = sum(session == subject.base_session for session in sessions)
    before = len(sessions) - lately
    yield Piece("others citing it in that session", f"{kind}, {step_of(lately, _FEW)}")
    yield Piece("others citing it before", f"{kind}, {step_of(before, _FEW)}")
    if isinstance(reference, ResolutionCitation):
        yield from _editions(slot, reference, subject, fate)


def _editions(slot: Slot, reference: ResolutionCitation, subject: Subject, fate: str) -> Iterator[Piece]:
    later = "known" if later_edition(reference.symbol, subject) is not None else "none"
    yield Piece("later edition of the cited text, last fate", f"{later}, {fate}")
    yield Piece("later edition of the cited text, time", f"{later}, {place_in_time(slot, subject)}")
    beside = sum(isinstance(other.reference, ResolutionCitation) for other in subject.neighbours(slot))
    yield Piece("citations beside it, last fate", f"{min(5, beside)}, {fate}")

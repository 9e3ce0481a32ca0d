"""What happened at a slot, to its paragraph and to what stands beside it, in the editions before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from assistant.checks.evidence.piece import Piece, step_of
from assistant.checks.evidence.times import session_of_edition
from assistant.checks.subject import Slot, Subject
from assistant.checks.successors import next_words
from precedent.references import SessionReference
from precedent.series import Fate

LONGEST = 3
"""Steps of a slot's history that are told one by one."""


def fates(slot: Slot, subject: Subject, length: int = LONGEST) -> str:
    """What happened in the last steps, latest first: "replaced, stood"; "first edition" where there was none before."""
    if slot.fates:
        return ", ".join(slot.fates[:length])
    return "unknown" if subject.before_base else "first edition"


def of_paragraph(slot: Slot, subject: Subject) -> Iterator[Piece]:
    """Whether the base's paragraph is new, or has the words of the edition before."""
    step = slot.steps[0] if slot.steps else None
    if step is None:
        return
    if step.fate is Fate.NEW_PARAGRAPH:
        yield Piece("paragraph", "new in the last edition")
        return
    earlier = subject.texts_before.get(step.edition, {}).get(step.label)
    same = "unchanged" if earlier == subject.base_text(slot.label) else "reworked"
    yield Piece("paragraph", f"{same}, {step.fate}")


def of_others(slot: Slot, subject: Subject, fate: str) -> Iterator[Piece]:
    """What happened to the other slots of the paragraph, and to the same words elsewhere in the text."""
    others = subject.neighbours(slot)
    if others:
        share = sum(other.fates[:1] == (Fate.REPLACED,) for other in others) / len(others)
        told = step_of(share, (0, 0.34, 0.67, 1))
        yield Piece("share of its paragraph replaced, last fate", f"{told}, {fate}")
    twins = subject.twins(slot)
    for seen in Counter(str(twin.fates[0]) if twin.fates else "unknown" for twin in twins):
        yield Piece("fate of the same words elsewhere, and here", f"{seen}, {fate}")


def of_notes(slot: Slot, subject: Subject) -> Iterator[Piece]:
    """What calls the note that it stands in."""
    caller = subject.callers.get(slot.label)
    if caller is None:
        return
    text = subject.resolution.text_at(caller) or ""
    yield Piece("opening of the note's caller", text.split(" ", 1)[0].lower().strip(","))
    replaced = any(other.fates[:1] == (Fate.REPLACED,) for other in subject.by_label.get(caller, ()))
    yield Piece("note's caller", "something replaced" if replaced else "nothing replaced")


def shifts(slot: Slot, subject: Subject, kind: str) -> Iterator[Piece]:
    """Whether a counted slot moved by an even step, and a session by as many as lie between the editions."""
    if slot.fates[:1] == (Fate.REPLACED,) and slot.steps[0].reference is not None:
        known = "even" if next_words(slot, subject) is not None else "uneven"
        yield Piece("step", f"{kind}, {known}")
    now, before = slot.reference, _reference_before(slot.steps)
    edition = session_of_edition(slot.steps[0].edition) if slot.steps else None
    if isinstance(now, SessionReference) and isinstance(before, SessionReference) and edition:
        moved = (now.number - before.number) - ((subject.base_session or edition) - edition)
        yield Piece("session moved with the editions", f"{max(-3, min(4, moved)):+}, {slot.fates[0]}")


def _reference_before(steps: Sequence[object]) -> object:
    return getattr(steps[0], "reference", None) if steps else None

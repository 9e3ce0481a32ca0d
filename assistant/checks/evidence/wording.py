"""The words around a slot: what opens its paragraph, what stands next to it, whether they look ahead or back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from assistant.checks.evidence.piece import Piece
from assistant.checks.subject import Slot, Subject
from assistant.checks.traits import kind_of

_AHEAD = re.compile(
    r"\b(?:looks? forward to|looking forward to|to be (?:held|convened|organized|hosted|submitted|launched|presented"
    r"|issued|published)|will (?:be|take|mark|convene|hold)|upcoming|forthcoming|scheduled|planned|decides to|requests)"
    r"\b[^;]*$",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"\b(?:the holding of|the convening of|was held|were held|took place|held|convened|adopted|launched|hosted"
    r"|organized|entered into force|established)\b[^;]{0,120}$",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[;.]\s")
_AFTER = re.compile(r"\s*([\w-]+|[^\w\s])")


def part_of(label: str) -> str:
    """Where a label stands: "preamble", "operative", "note" or "elsewhere"."""
    for sign, part in (("FN", "note"), ("PP", "preamble"), ("OP", "operative")):
        if sign in label:
            return part
    return "elsewhere"


def next_to(slot: Slot, kind: str) -> Iterator[Piece]:
    """The words on both sides."""
    before = slot.text[: slot.reference.span.start].lower().split()
    yield Piece("word before", f"{kind}: {before[-1].strip(',(') if before else '(begins)'}")
    after = _AFTER.match(slot.text, slot.reference.span.end)
    yield Piece("word after", f"{kind}: {after[1].lower() if after else '(ends)'}")


def opening(slot: Slot, kind: str) -> Iterator[Piece]:
    """The first word of its paragraph; of a note nothing."""
    if part_of(slot.label) != "note":
        word = slot.text.split(" ", 1)[0].lower().strip(",")
        yield Piece("opening, kind", f"{word}, {kind}")


def tense(slot: Slot, kind: str, relation: str, fate: str) -> Iterator[Piece]:
    """Whether the words before it look ahead or back."""
    looks = _looks(slot.text[: slot.reference.span.start])
    yield Piece("words look, time", f"{looks}: {kind}, {relation}")
    yield Piece("words look, last fate", f"{looks}, {fate}")


@lru_cache(maxsize=8192)
def _looks(before: str) -> str:
    """Where the words before a slot look; remembered, as an edit of one paragraph leaves the slots of all others."""
    sentence = _SENTENCE.split(before)[-1]
    return "ahead" if _AHEAD.search(sentence) else "back" if _BEHIND.search(sentence) else "neither way"


def in_list(slot: Slot, subject: Subject, kind: str, fate: str) -> Iterator[Piece]:
    """Its place among those of its kind in the paragraph."""
    same = [other for other in subject.by_label[slot.label] if kind_of(other) == kind]
    at = next((n for n, other in enumerate(same) if other.place == slot.place), 0)
    place = "alone" if len(same) == 1 else "first" if at == 0 else "last" if at == len(same) - 1 else "amid"
    yield Piece("list, last fate", f"{kind}, {place} of {min(3, len(same))}, {fate}")

"""What a text is made of: enacting words, numbers, letters, at least one operative paragraph."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby

from assistant.checks.editor.place import ENACTING, TITLE, Hit, Text
from assistant.checks.rule import Part
from precedent.numbering import marker
from precedent.resolution import DocumentKind, Kind, Paragraph
from precedent.session import Organ


@dataclass(frozen=True, slots=True, kw_only=True)
class Structure:
    """One thing that the whole of a resolution has."""

    looks_for: str

    def __post_init__(self) -> None:
        if self.looks_for not in _LOOKS:
            raise ValueError(f"looks_for is none of {', '.join(_LOOKS)}")

    def meets_in(self, text: Text) -> Iterator[tuple[str, Hit]]:
        """Where it is missing or otherwise; nothing in what is no resolution."""
        if text.resolution.masthead.kind in (DocumentKind.RESOLUTION, DocumentKind.DRAFT):
            yield from _LOOKS[self.looks_for](text)


def _enacting(text: Text) -> Iterator[tuple[str, Hit]]:
    said, wanted = text.resolution.enacting.strip(), text.organ.enacting
    main = _main(text)
    if said == wanted or not main:
        return
    goes_on = said == wanted.rstrip(",") and main[0].kind is not Kind.PREAMBULAR
    if not goes_on:
        yield ENACTING, Hit(0, len(text.resolution.enacting), wanted, f"the enacting words are “{wanted}”")


def _title(text: Text) -> Iterator[tuple[str, Hit]]:
    if not text.resolution.title.strip() and text.organ is not Organ.SECURITY_COUNCIL and _main(text):
        yield TITLE, Hit(0, 0, message="the text has no title")


def _operative(text: Text) -> Iterator[tuple[str, Hit]]:
    main = _main(text)
    if main and not any(p.kind is Kind.OPERATIVE for p in main):
        last = main[-1]
        yield (
            last.label,
            Hit(0, len(last.text), message="the text decides nothing: it has no operative paragraph"),
        )


def _alone(text: Text) -> Iterator[tuple[str, Hit]]:
    own = [p for p in _main(text) if p.kind is Kind.OPERATIVE and not p.level and not p.closing]
    if len(own) == 1 and own[0].number:
        yield own[0].label, Hit(0, 0, message="a single operative paragraph has no number")


def _numbers(text: Text) -> Iterator[tuple[str, Hit]]:
    for _, group in groupby(text.resolution.paragraphs, key=lambda p: p.section):
        counted = [
            p for p in group if p.kind is Kind.OPERATIVE and not p.level and not p.closing and p.number
        ]
        for count, paragraph in enumerate(counted, _start(counted)):
            printed = (paragraph.number or "").strip(". ")
            if printed.isdigit() and int(printed) != count:
                message = f"numbered {printed} where {count} is next"
                yield paragraph.label, Hit(0, 0, message=message)
                break


def _start(counted: list[Paragraph]) -> int:
    """Sections of a text number on from one to the next."""
    first = (counted[0].number or "").strip(". ") if counted else ""
    return int(first) if first.isdigit() else 1


def _letters(text: Text) -> Iterator[tuple[str, Hit]]:
    last: dict[int, dict[str, int]] = {}
    for paragraph in text.resolution.paragraphs:
        if paragraph.closing or paragraph.kind not in (Kind.PREAMBULAR, Kind.OPERATIVE):
            continue
        for deeper in [level for level in last if level > paragraph.level]:
            del last[deeper]
        series = _series(paragraph)
        if not series:
            continue
        before = last.setdefault(paragraph.level, {})
        # "(i)" after "(h)" is a letter, and by itself a number; a list of numbers may stand at its letter's level.
        going_on = {kind: count for kind, count in series.items() if count == before.get(kind, 0) + 1}
        if not going_on and series.get("number") == 1 and "letter" in before:
            going_on = {"number": 1}
        if not going_on:
            kind = next((each for each in series if each in before), next(iter(series)))
            wanted = marker(1 if kind == "letter" else 2, before.get(kind, 0) + 1)
            yield paragraph.label, Hit(0, 0, message=f"lettered {paragraph.number} where {wanted} is next")
        before.update(going_on or series)


def _series(paragraph: Paragraph) -> dict[str, int]:
    """What a printed marker counts to, read as a letter and as a number; empty for what is neither."""
    printed = paragraph.number or ""
    if not paragraph.level or not printed.startswith("("):
        return {}
    found = {"letter": _LETTERS.get(printed), "number": _NUMBERS.get(printed)}
    return {kind: count for kind, count in found.items() if count}


_LETTERS = {marker(1, count): count for count in range(1, 53)}
_NUMBERS = {marker(2, count): count for count in range(1, 60)}


def _empty(text: Text) -> Iterator[tuple[str, Hit]]:
    for label, place in text.places:
        if place.part is not Part.NOTE and not place.text.strip():
            yield label, Hit(0, len(place.text), message="the paragraph is empty")


def _main(text: Text) -> list[Paragraph]:
    return [
        p
        for p in text.resolution.paragraphs
        if p.kind in (Kind.PREAMBULAR, Kind.OPERATIVE) and not p.section.startswith("Annex")
    ]


_LOOKS: dict[str, Callable[[Text], Iterator[tuple[str, Hit]]]] = {
    "enacting words": _enacting,
    "title": _title,
    "operative paragraph": _operative,
    "number of one": _alone,
    "numbers": _numbers,
    "letters": _letters,
    "empty": _empty,
}

"""A paragraph made one of the other part: its opening in the other form, its end mark, its place."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from assistant.draft import Draft
from assistant.editing.pieces import Piece
from assistant.editing.places import family, place_of
from assistant.editing.structure import move, set_kind
from assistant.errors import EditingError
from precedent.reading.openings import VERBS, opening_of, participle, third_person
from precedent.resolution import Kind, Paragraph

_MORE = ("bear", "believe", "desire", "expect", "fear", "honour", "keep", "seek", "strive", "wish")
_FEELINGS = (
    (r"(deep|grave|serious|great)ly concerned\b", r"Expresses \1 concern"),
    (r"concerned\b", "Expresses concern"),
    (r"(deep|grave)ly alarmed\b", r"Expresses \1 alarm"),
    (r"alarmed\b", "Expresses alarm"),
    (r"convinced\b", "Expresses its conviction"),
    (r"determined\b", "Expresses its determination"),
)
"""What a preamble says as an adjective, and an operative paragraph with a verb."""
_PREPOSITIONS = ("of", "upon", "for", "that", "to", "at", "with")
_PARTS = {Kind.PREAMBULAR: Kind.OPERATIVE, Kind.OPERATIVE: Kind.PREAMBULAR}


def opening_in(opening: str, part: Kind) -> str:
    """An opening as it stands in that part: "Recalling also" ↔ "Also recalls"; itself where no other form is known."""
    adverb, bare = _without_adverb(opening)
    other = _other_form(bare, part)
    return opening if other == bare else _with_adverb(other, adverb, part)


def _without_adverb(opening: str) -> tuple[str, str]:
    """("also", "Recalling"): the adverb of a chain, wherever it stands."""
    found = re.search(r"\b(also|further)\b", opening, re.IGNORECASE)
    if not found:
        return "", opening
    words = " ".join((opening[: found.start()] + opening[found.end() :]).split())
    return found[0].lower(), words[:1].upper() + words[1:]


def _with_adverb(words: str, adverb: str, part: Kind) -> str:
    """In the preamble it follows the phrase, in the operative part it comes first."""
    if not adverb:
        return words
    if part is Kind.OPERATIVE:
        return f"{adverb.capitalize()} {words[:1].lower()}{words[1:]}"
    phrase, space, last = words.rpartition(" ")
    return f"{phrase} {adverb} {last}" if space and last in _PREPOSITIONS else f"{words} {adverb}"


def _other_form(opening: str, part: Kind) -> str:
    if part is Kind.OPERATIVE:
        for adjective, feeling in _FEELINGS:
            made, count = re.subn(rf"^{adjective}", feeling, opening.lower())
            if count:
                return made
    forms = _forms(part)
    words = re.split(r"(\W+)", opening)
    found = False
    for place, word in enumerate(words):
        before = [w.lower() for w in words[:place] if w.isalpha()]
        # "Recognizing and welcoming": the first verb, and what "and" joins to it; nouns that look alike stay.
        if word.lower() in forms and (not found or "and" in before[-2:]):
            other = forms[word.lower()]
            words[place] = other.capitalize() if word[0].isupper() else other
            found = True
    return "".join(words)


@lru_cache(maxsize=2)
def _forms(part: Kind) -> dict[str, str]:
    pairs = [(participle(verb), third_person(verb)) for verb in (*VERBS, *_MORE)]
    return dict(pairs) if part is Kind.OPERATIVE else {verb: ing for ing, verb in pairs}


def change_part(draft: Draft, identity: str) -> Draft:
    """Make a preambular paragraph operative, or the other way round, with its sub-paragraphs.

    It goes to the border of the two parts: to the beginning of the operative part, or to the end of the preamble. Its
    opening is put into the other form where that is known, and a comma at its end becomes a semicolon, or the other
    way round.

    Raises:
        EditingError: where there is no such paragraph, or it is of neither part.
    """
    entry = draft.entries[place_of(draft, identity)]
    part = _PARTS.get(entry.content.kind)
    if part is None or entry.content.level or entry.content.closing:
        raise EditingError("only a whole preambular or operative paragraph can be made one of the other part")
    section = entry.content.section
    preamble = [
        e.id
        for e in draft.entries
        if e.content.kind is Kind.PREAMBULAR and e.content.section == section and e.id != identity
    ]
    changed = set_kind(draft, identity, part)
    own = family(draft.entries, place_of(draft, identity))
    for place in {own.start, own.stop - 1}:
        one = changed.entries[place]
        content = _ended(_opened(one.content, part) if place == own.start else one.content, part)
        changed = changed.with_entry(replace(one, content=content))
    members = {draft.entries[i].id for i in own}
    border = next((i for i in reversed(preamble) if i not in members), None)
    if border is None:
        first = next((e for e in draft.entries if e.content.section == section), entry)
        place = place_of(draft, first.id)
        if first.id in members:
            return changed
        border = draft.entries[place - 1].id if place else None
    return move(changed, [identity], after=border)


def _opened(paragraph: Paragraph, part: Kind) -> Paragraph:
    opening = paragraph.opening
    if not opening:
        known = opening_of(paragraph.text, _PARTS[part])
        opening = known.of(paragraph.text) if known else ""
    start = paragraph.text.find(opening)
    other = opening_in(opening, part)
    if not opening or other == opening:
        return paragraph
    return Piece.of(paragraph).reworded(start, start + len(opening), other).onto(paragraph)


def _ended(paragraph: Paragraph, part: Kind) -> Paragraph:
    """With the end mark of that part; what ends with a colon or without a mark stays."""
    was, mark = (",", ";") if part is Kind.OPERATIVE else (";.", ",")
    size = len(paragraph.text)
    if paragraph.text[-1:] not in tuple(was):
        return paragraph
    return Piece.of(paragraph).reworded(size - 1, size, mark).onto(paragraph)

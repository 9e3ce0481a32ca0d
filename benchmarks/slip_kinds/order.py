"""Slips of structure and order: numbers, openings, chains of also and further, references and repeated words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Final

from precedent.references import quoted_spans
from precedent.resolution import Kind, Paragraph, Resolution
from slip_kinds.planting import ENACTING, TITLE, Slip, SlipKind, italic_titles, main_paragraphs, swapped

_FINITE: Final = {
    "Recalling": "Recalls", "Recognizing": "Recognizes", "Reaffirming": "Reaffirms", "Noting": "Notes",
    "Welcoming": "Welcomes", "Taking": "Takes", "Stressing": "Stresses", "Acknowledging": "Acknowledges",
    "Emphasizing": "Emphasizes", "Expressing": "Expresses", "Underlining": "Underlines", "Reiterating": "Reiterates",
    "Considering": "Considers", "Encouraging": "Encourages", "Commending": "Commends", "Affirming": "Affirms",
    "Condemning": "Condemns", "Highlighting": "Highlights", "Deploring": "Deplores", "Underscoring": "Underscores",
}  # fmt: skip
_PARTICIPLES: Final = {finite: participle for participle, finite in _FINITE.items()} | {
    "Requests": "Requesting", "Calls": "Calling", "Decides": "Deciding", "Urges": "Urging", "Invites": "Inviting",
    "Recalls": "Recalling", "Endorses": "Endorsing", "Approves": "Approving", "Recommends": "Recommending",
}  # fmt: skip
Make = Callable[[Paragraph], Slip | None]


def _each(kind: Kind, make: Make) -> Callable[[Resolution], Iterator[Slip]]:
    def find(text: Resolution) -> Iterator[Slip]:
        for paragraph in main_paragraphs(text):
            if paragraph.kind is kind and not paragraph.level and not paragraph.closing and paragraph.opening:
                slip = make(paragraph)
                if slip is not None:
                    yield slip

    return find


def _first_word(table: dict[str, str]) -> Make:
    def make(paragraph: Paragraph) -> Slip | None:
        first = paragraph.text.split(" ", 1)[0].rstrip(",")
        instead = table.get(first)
        return instead and Slip(label=paragraph.label, start=0, end=len(first), words=instead)  # type: ignore[return-value]

    return make


def _small_letter(paragraph: Paragraph) -> Slip | None:
    first = paragraph.text[:1]
    return Slip(label=paragraph.label, start=0, end=1, words=first.lower()) if first.isupper() else None


def _misspelt(paragraph: Paragraph) -> Slip | None:
    first = paragraph.text.split(" ", 1)[0]
    if len(first) < 6 or first[3] == first[4]:
        return None
    return Slip(
        label=paragraph.label, start=0, end=len(first), words=first[:3] + first[4] + first[3] + first[5:]
    )


def _adverb(pattern: str, instead: str) -> Make:
    """Something else in the place of the adverb of an opening."""
    compiled = re.compile(pattern)

    def make(paragraph: Paragraph) -> Slip | None:
        match = compiled.search(paragraph.opening)
        if match is None or not paragraph.text.startswith(paragraph.opening):
            return None
        words = match.expand(instead)
        rest = paragraph.opening[match.end() :].lstrip()
        if match.start() == 0 and rest and words == "":  # the verb becomes the first word
            return Slip(label=paragraph.label, start=0, end=match.end() + 2, words=rest[0].upper())
        return Slip(label=paragraph.label, start=match.start(), end=match.end(), words=words)

    return make


def _after_the_verb(paragraph: Paragraph) -> Slip | None:
    match = re.fullmatch(r"Also (\w+)", paragraph.opening)
    if match is None or not paragraph.text.startswith(paragraph.opening):
        return None
    words = f"{match[1].capitalize()} also"
    return Slip(label=paragraph.label, start=0, end=match.end(), words=words)


def _orphan(text: Resolution) -> Iterator[Slip]:
    """An adverb where the paragraph before opens with another verb."""
    own = [p for p in main_paragraphs(text) if not p.level and p.opening]
    for one, other in pairwise(own):
        first, second = one.opening.split(), other.opening.split()
        chained = bool({*first, *second} & {"Also", "Further"}) or second[0] in first
        if other.kind is one.kind is Kind.OPERATIVE and not chained:
            words = f"Also {second[0].lower()}"
            yield Slip(label=other.label, start=0, end=len(second[0]), words=words)


def _numbered(text: Resolution, *, level: int, ahead: int) -> Iterator[Slip]:
    own = [p for p in main_paragraphs(text) if p.kind is Kind.OPERATIVE and p.number]
    for one, other in pairwise(own):
        if one.level == other.level == level and one.number and other.number:
            number = _next(other.number) if ahead else one.number
            if number is not None:
                label = other.label
                after = (*_labels_after(text, label), *_renumbered(label, number))
                yield Slip(label=label, start=0, end=0, words="", number=number, beside=after)


def _labels_after(text: Resolution, label: str) -> tuple[str, ...]:
    labels = [p.label for p in text.paragraphs]
    at = labels.index(label)
    return tuple(labels[at + 1 : at + 2])


def _renumbered(label: str, number: str) -> tuple[str, ...]:
    own = (
        f"OP{number.rstrip('.')}"
        if label.startswith("OP") and "(" not in label
        else f"{label.rsplit(' ', 1)[0]} {number}"
    )
    return own, f"{own} bis"


def _next(number: str) -> str | None:
    if digits := re.fullmatch(r"(\d+)\.", number):
        return f"{int(digits[1]) + 1}."
    letter = re.fullmatch(r"\(([a-y])\)", number)
    return f"({chr(ord(letter[1]) + 1)})" if letter else None


def _single_numbered(text: Resolution) -> Iterator[Slip]:
    own = [p for p in main_paragraphs(text) if p.kind is Kind.OPERATIVE and not p.level]
    if len(own) == 1 and own[0].number is None:
        yield Slip(label=own[0].label, start=0, end=0, words="", number="1.")


def _doubled(least: int, most: int) -> Callable[[Resolution], Iterator[Slip]]:
    def find(text: Resolution) -> Iterator[Slip]:
        for paragraph in main_paragraphs(text):
            words = list(re.finditer(r"[A-Za-z-]+", paragraph.text))
            meant = [(s.start, s.end) for s in quoted_spans(paragraph.text)] + italic_titles(paragraph)
            for at in range(2, len(words) - most, 7):
                size = least + at % (most - least + 1)
                start, end = words[at].start(), words[at + size - 1].end()
                run = paragraph.text[start:end]
                if not re.search(r"[^\w -]", run) and not any(a < end and start < b for a, b in meant):
                    yield Slip(label=paragraph.label, start=end, end=end, words=f" {run}")

    return find


_DATED: Final = re.compile(
    r"\bresolution (\d{2,4}/\d{1,3})(?P<date> of \d{1,2} (?:January|February|March|April|May|June|July|August"
    r"|September|October|November|December) \d{4})"
)


def _first_mention_undated(text: Resolution) -> Iterator[Slip]:
    seen: set[str] = set()
    for paragraph in main_paragraphs(text):
        for match in _DATED.finditer(paragraph.text):
            if match[1] not in seen:
                yield Slip(label=paragraph.label, start=match.start("date"), end=match.end("date"), words="")
        seen.update(re.findall(r"\b\d{2,4}/\d{1,3}\b", paragraph.text))


def _dated_again(text: Resolution) -> Iterator[Slip]:
    dates: dict[str, str] = {}
    for paragraph in main_paragraphs(text):
        for match in re.finditer(r"\bresolution (\d{2,4}/\d{1,3})\b(?! of \d)", paragraph.text):
            if match[1] in dates and match.start() > 20:
                yield Slip(label=paragraph.label, start=match.end(), end=match.end(), words=dates[match[1]])
        dates |= {match[1]: match["date"] for match in _DATED.finditer(paragraph.text)}


def _nowhere(text: Resolution) -> Iterator[Slip]:
    for paragraph in main_paragraphs(text):
        for match in re.finditer(
            r"\bparagraphs? (\d{1,2})(?: \([a-z]\))? (?:above|below|of the present)", paragraph.text
        ):
            yield Slip(label=paragraph.label, start=match.start(1), end=match.end(1), words="397")


def _bracketed(text: Resolution) -> Iterator[Slip]:
    for paragraph in main_paragraphs(text):
        for match in list(re.finditer(r"(?<= )(?:all|the|relevant|further|full|its)(?= )", paragraph.text))[
            :1
        ]:
            yield Slip(label=paragraph.label, start=match.start(), end=match.end(), words=f"[{match[0]}]")


def _enacting(instead: str) -> Callable[[Resolution], Iterator[Slip]]:
    def find(text: Resolution) -> Iterator[Slip]:
        if text.enacting.endswith(",") and any(main_paragraphs(text)):
            size = len(text.enacting)
            yield Slip(label=ENACTING, start=size - 1, end=size, words=instead)

    return find


def _title_cut(text: Resolution) -> Iterator[Slip]:
    for full, short in (("United Nations", "UN"), ("information and communications technologies", "ICTs"),
                        ("sustainable development", "SD"), ("human rights", "HR")):  # fmt: skip
        at = text.title.find(full)
        if at >= 0:
            yield Slip(label=TITLE, start=at, end=at + len(full), words=short)


STRUCTURE: Final = (
    SlipKind("no comma after the enacting words", _enacting("")),
    SlipKind("a colon after the enacting words", _enacting(":")),
    SlipKind("an operative verb in the preamble", _each(Kind.PREAMBULAR, _first_word(_FINITE))),
    SlipKind("a participle in an operative paragraph", _each(Kind.OPERATIVE, _first_word(_PARTICIPLES))),
    SlipKind("a small letter at the beginning of a preambular paragraph", _each(Kind.PREAMBULAR, _small_letter)),
    SlipKind("a small letter at the beginning of an operative paragraph", _each(Kind.OPERATIVE, _small_letter)),
    SlipKind("a misspelt participle", _each(Kind.PREAMBULAR, _misspelt)),
    SlipKind("a misspelt verb", _each(Kind.OPERATIVE, _misspelt)),
    SlipKind("an operative number repeated", lambda text: _numbered(text, level=0, ahead=0)),
    SlipKind("an operative number left out", lambda text: _numbered(text, level=0, ahead=1)),
    SlipKind("a letter repeated", lambda text: _numbered(text, level=1, ahead=0)),
    SlipKind("a letter left out", lambda text: _numbered(text, level=1, ahead=1)),
    SlipKind("a number before the only paragraph", _single_numbered),
    SlipKind("an abbreviation in the title", _title_cut),
    SlipKind("a word doubled", _doubled(1, 1)),
    SlipKind("a phrase doubled", _doubled(2, 4)),
    SlipKind("brackets left", _bracketed),
)  # fmt: skip

SEQUENCE: Final = (
    SlipKind("also left out in the preamble", _each(Kind.PREAMBULAR, _adverb(r" also$", ""))),
    SlipKind("further for also in the preamble", _each(Kind.PREAMBULAR, _adverb(r"\balso$", "further"))),
    SlipKind("also for further in the preamble", _each(Kind.PREAMBULAR, _adverb(r"\bfurther$", "also"))),
    SlipKind("further left out in the preamble", _each(Kind.PREAMBULAR, _adverb(r" further$", ""))),
    SlipKind("also left out of an operative paragraph", _each(Kind.OPERATIVE, _adverb(r"^Also", ""))),
    SlipKind("further for also in an operative paragraph", _each(Kind.OPERATIVE, _adverb(r"^Also", "Further"))),
    SlipKind("also for further in an operative paragraph", _each(Kind.OPERATIVE, _adverb(r"^Further", "Also"))),
    SlipKind("further left out of an operative paragraph", _each(Kind.OPERATIVE, _adverb(r"^Further", ""))),
    SlipKind("also before the participle", _each(Kind.PREAMBULAR, _adverb(r"^(\w)(\w+) also$", r"Also \1\2"))),
    SlipKind("also after the verb", _each(Kind.OPERATIVE, _after_the_verb)),
    SlipKind("also without a like paragraph before", _orphan),
)  # fmt: skip

REFERENCES: Final = (
    swapped("this for the present resolution", r"\bthe present resolution\b", "this resolution"),
    SlipKind("a first mention without its date", _first_mention_undated),
    SlipKind("a later mention with its date", _dated_again),
    SlipKind("a paragraph that is not there", _nowhere),
    swapped("United Nations Charter", r"\bCharter of the United Nations\b", "United Nations Charter"),
    swapped("a symbol for a resolution's number", r"\b([Ii]ts) resolution (?=\d\d/\d)", r"\1 resolution A/RES/"),
    swapped("the own organ's resolution by its name", r"\bits resolution (?=\d\d/\d)", "General Assembly resolution "),
)  # fmt: skip

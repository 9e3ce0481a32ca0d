"""Decides what each piece of a body is: its kind, its number, its level and the part that it belongs to.

A part (A and B, I and II) is named in the labels only where numbering restarts; else its heading is a heading.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final

from precedent.headings import lead
from precedent.numbering import roman
from precedent.reading.akn.items import Item, Nature, Scope
from precedent.reading.akn.levels import Levels
from precedent.reading.akn.runs import Printed
from precedent.resolution import Kind, Paragraph, Shape, labels

REPEATED: Final = ("", "bis", "ter", "quater", "quinquies")

_LETTER: Final = "[a-z]{1,2}|[ivx]{1,5}|\\d{1,2}|[子丑寅卯辰巳午未申酉戌亥]|[\u0621-\u064a]{1,2}"
_SUB: Final = re.compile(rf"(?P<number>\((?:{_LETTER})\)) (?=\S)")
_DIGITS: Final = re.compile(r"(?P<number>\d{1,3} ?(?:\.|[–-] )?) ?(?=[A-Z“]|[^\W\d_a-zß-ÿа-яё])")
_SUB_MARK: Final = re.compile(rf"\((?:{_LETTER})\)|(?:[a-zасеорх]|[ivx]{{1,4}})[.)]|[–—•-]|[㈠-㈩]")
_PART_MARK: Final = re.compile(r"[IVXLC]+|[A-Z]|[一二三四五六七八九十]{1,3}")
_CHINESE: Final = re.compile(r"[\u4e00-\u9fff]")
"""How a Chinese paragraph begins: it has no italics, so that its end has to tell what it is."""
_COMMAS: Final = (",", "،", "，")
_PARTICIPLE: Final = re.compile(
    r"\w+ing\b|\w+ed\b|Mindful|Aware|Conscious|Cognizant|Desirous|Appreciative|Deeply|Gravely"
)
_DIGIT: Final = re.compile(r"\d")
_NO_DIGITS: Final = re.compile(r"\D+")
_SEPARATOR: Final = re.compile(r"[*_–—\s-]+")
_LONGEST_HEADING: Final = 300


def paragraphs(scopes: Iterable[Scope]) -> tuple[Paragraph, ...]:
    """The paragraphs of all scopes, labelled."""
    written = list(_all_written(scopes))
    called = labels([shape for shape, _ in written])
    return tuple(
        Paragraph(
            label=label,
            kind=shape.kind,
            text=words.text,
            number=shape.number,
            level=shape.level,
            italics=words.italics,
            notes=words.notes,
            section=shape.section,
            closing=shape.closing,
        )
        for label, (shape, words) in zip(called, written, strict=True)
    )


def _all_written(scopes: Iterable[Scope]) -> Iterator[tuple[Shape, Printed]]:
    wanted = [scope for scope in scopes if scope.items]
    nameless = [scope for scope in wanted if scope.nature is Nature.ANNEX and not scope.name]
    for place, scope in enumerate(nameless, start=1):
        scope.name = f"Annex {roman(place).upper()}" if len(nameless) > 1 else "Annex"
    for scope, name in zip(
        wanted, _unique({at: s.name for at, s in enumerate(wanted)}).values(), strict=True
    ):
        scope.name = name
        items = _decided(scope)
        yield from _written(items, _sections(items, scope), scope)


def _decided(scope: Scope) -> list[Item]:
    """The items of a scope, each with a kind, its number taken from the words where it stands there."""
    items: list[Item] = []
    levels = Levels()
    last, fresh, operative = 0, False, False
    before: Item | None = None
    for item in _joined(scope.items):
        if item.kind is None or item.kind is Kind.PREAMBULAR:
            _take_number(item, {last + 1, 1} if fresh else {last + 1})
            _decide(item, scope.nature, operative=operative, before=before)
        if item.kind is Kind.HEADING:
            fresh = bool(item.mark)
        elif item.level == 0 and not item.closing and _SUB_MARK.fullmatch(item.number) is None:
            levels.restart()
            if item.number and (digits := _NO_DIGITS.sub("", item.number)):
                last, fresh = int(digits[:6]), False
            operative = operative or item.kind is Kind.OPERATIVE
        elif item.number and not item.closing:
            colon = before is not None and before.words.text.endswith(":")
            item.level = levels.place(item.number, nested=item.level, introduced=colon)
        if item.kind is not Kind.HEADING and item.kind is not Kind.TABLE:
            if item.level and before is not None and item.kind in (Kind.OPERATIVE, Kind.PREAMBULAR):
                item.kind = before.kind
            before = item
        items.append(item)
    return items


def _joined(items: list[Item]) -> Iterator[Item]:
    """The items, a number that stands alone joined with the words after it."""
    lone: Item | None = None
    for item in items:
        if lone is not None:
            if item.kind is None and not item.number and item.words.text:
                item.number, item.level = lone.number, lone.level
            else:
                yield lone
            lone = None
        if item.kind is None and item.number and not item.words.text and not item.words.notes:
            lone = item
        else:
            yield item
    if lone is not None:
        yield lone


def _take_number(item: Item, expected: set[int]) -> None:
    """Take a number off the words where the file has it there."""
    if item.number or item.closing:
        return
    found = _SUB.match(item.words.text)
    if found is None and item.kind is None:
        found = _DIGITS.match(item.words.text)
        if found is not None and int(_NO_DIGITS.sub("", found["number"])) not in expected:
            found = None
    if found is not None:
        item.number = found["number"].replace(" ", "")
        item.words = item.words.without(found.end())


def _decide(item: Item, nature: Nature, *, operative: bool, before: Item | None) -> None:
    """Give an item the kind that its number, its style and its first words show."""
    words = item.words
    lettered = item.level or _SUB_MARK.fullmatch(item.number)
    if not lettered and not item.closing and _is_heading(item):
        item.mark = item.number.rstrip(". ")
        if not item.number and _PART_MARK.fullmatch(words.text.rstrip(". ")):
            item.number, item.mark, item.words = (
                words.text,
                words.text.rstrip(". "),
                Printed(notes=words.notes),
            )
        item.kind, item.depth = Kind.HEADING, 1
    elif _SEPARATOR.fullmatch(words.text):
        item.kind = Kind.OTHER
    elif nature is Nature.ANNEX:
        item.kind = Kind.ANNEX
    elif item.kind is Kind.PREAMBULAR:
        pass
    elif lettered or item.closing:
        item.kind = before.kind if before is not None else Kind.OTHER
    elif _DIGIT.search(item.number):
        item.kind = Kind.OPERATIVE
    elif operative and before is not None and words.text[:1].islower():
        item.kind, item.closing = before.kind, True
    else:
        item.kind = _by_opening(words, operative=operative)


def _by_opening(words: Printed, *, operative: bool) -> Kind:
    first = words.italics[0] if words.italics else None
    opens = not operative and words.text.endswith(_COMMAS)
    if first is None and _CHINESE.match(words.text):
        return Kind.PREAMBULAR if opens else Kind.OPERATIVE
    if first is None or first.start:
        return Kind.OTHER
    return Kind.PREAMBULAR if opens or _PARTICIPLE.match(first.of(words.text)) else Kind.OPERATIVE


def _is_heading(item: Item) -> bool:
    words = item.words
    text = words.text
    if not text:
        return _PART_MARK.fullmatch(item.number.rstrip(". ")) is not None
    if len(text) > _LONGEST_HEADING or _DIGIT.search(item.number):
        return False
    if item.number:
        return _PART_MARK.fullmatch(item.number.rstrip(". ")) is not None and text[-1] not in ".;,:"
    slanted = len(words.italics) == 1 and words.italics[0].end - words.italics[0].start == len(text)
    return (
        words.bold
        or (slanted and text[-1] not in ".;,:")
        or (text[-1] not in "。；：，、？" and _CHINESE.match(text) is not None)
        or _PART_MARK.fullmatch(text.rstrip(". ")) is not None
    )


def _sections(items: list[Item], scope: Scope) -> dict[int, str]:
    """For the headings that open a part of their own numbering, by place: the name of the section.

    Parts count where two or more of them (or one and the text before it) begin a numbering of their own.
    """
    marked = list(_depths(items))
    top = [place for place, depth in marked if depth == 0]
    if not _restarts(items, [0, *top, len(items)]):
        if scope.nature is Nature.MAIN and not top:
            return {}
        top = []
    names = {place: items[place].mark for place in top}
    found = dict(names)
    for start, end in zip(top or [0], [*top[1:], len(items)] if top else [len(items)], strict=True):
        inner = [place for place, depth in marked if depth == 1 and start <= place < end]
        if inner and _restarts(items, [start, *inner, end]):
            found |= {place: f"{names.get(start, '')} {items[place].mark}".strip() for place in inner}
    return _unique({place: f"{scope.name} {found[place]}".strip() for place in sorted(found)})


def _unique(names: dict[int, str]) -> dict[int, str]:
    """The same names; one that a text repeats by mistake becomes "B bis"."""
    seen: Counter[str] = Counter()
    for place, name in names.items():
        seen[name] += 1
        if name and seen[name] > 1:
            names[place] = f"{name} {REPEATED[min(seen[name], len(REPEATED)) - 1]}"
    return names


def _depths(items: list[Item]) -> Iterator[tuple[int, int]]:
    """Place and depth of the headings that bear the mark of a part: I, II are one row, A, B another."""
    first = ""
    letter = 0
    for place, item in enumerate(items):
        if item.kind is not Kind.HEADING or not _PART_MARK.fullmatch(item.mark):
            continue
        single = len(item.mark) == 1 and item.mark.isascii()
        lettered = single and (item.mark not in "IVXLC" or ord(item.mark) == letter + 1 != ord("A"))
        style = "A" if lettered else "I"
        if lettered:
            letter = ord(item.mark)
        first = first or style
        yield place, int(style != first)


def _restarts(items: list[Item], bounds: list[int]) -> bool:
    """Whether more than one of the stretches between these places begins a numbering of its own."""
    count = 0
    for start, end in pairwise(bounds):
        level = [i for i in items[start:end] if i.level == 0 and not i.closing]
        numbers = {_NO_DIGITS.sub("", i.number) for i in level if i.kind in (Kind.OPERATIVE, Kind.ANNEX)}
        alone = numbers == {""} and any(i.kind is Kind.OPERATIVE for i in level)
        count += "1" in numbers or alone
    return count > 1


def _led(number: str | None, words: Printed, *, opens: bool) -> tuple[str | None, Printed]:
    """The mark before a heading and its words; a mark that names the part that it opens stands in no heading."""
    if number and not words.text:
        return None, words.after(number)
    if number or opens:
        return None if opens else number, words
    found, start = lead(words.text)
    return found, words.without(start)


def _written(items: list[Item], sections: dict[int, str], scope: Scope) -> Iterator[tuple[Shape, Printed]]:
    section = scope.name
    lowest = min((i.depth for i in items if i.kind is Kind.HEADING), default=0)
    for place, item in enumerate(items):
        words = item.words
        if place in sections:
            section = sections[place]
            if not words.text and not words.notes:
                continue
        heading = item.kind is Kind.HEADING
        number = item.number or None
        if heading:
            number, words = _led(number, words, opens=place in sections)
        level = item.depth - lowest if heading else item.level
        closing = item.closing and not heading
        yield Shape(item.kind or Kind.OTHER, number, level, section, closing), words

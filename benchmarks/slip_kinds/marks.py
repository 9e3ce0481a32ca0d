"""Slips of punctuation, and of notes and their marks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Final

from precedent.resolution import Kind, NoteCall, Paragraph, Resolution
from slip_kinds.planting import Slip, SlipKind, main_paragraphs, swapped

_QUOTATION: Final = re.compile(r"“([^“”]*)”")
_VERBS: Final = "recogniz|reaffirm|welcom|not|stress|emphasiz|request|call|invit|encourag|urg"
_MONTH: Final = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"


def _ends(kind: Kind, mark: str, instead: str, *, sub: bool = False, last: bool = False) -> SlipKind:
    """The mark at the end of a paragraph: another one, or none."""
    names = {",": "comma", ";": "semicolon", ".": "full stop", ":": "colon", "": "nothing"}
    where = "the text" if last else "a sub-paragraph" if sub else f"a {kind} paragraph"

    def find(text: Resolution) -> Iterator[Slip]:
        own = [p for p in main_paragraphs(text) if p.kind is kind]
        for paragraph in own[-1:] if last else own:
            if bool(paragraph.level) is sub and paragraph.text.endswith(mark) and len(own) > 1:
                yield _at_end(paragraph, mark, instead)

    return SlipKind(f"{names[instead]} for {names[mark]} at the end of {where}", find)


def _at_end(paragraph: Paragraph, mark: str, instead: str) -> Slip:
    size = len(paragraph.text)
    return Slip(label=paragraph.label, start=size - len(mark), end=size, words=instead)


def _and_before_the_last(text: Resolution) -> Iterator[Slip]:
    for one, other in _pairs(text):
        if one.level == other.level == 1 and one.text.endswith(";") and other.text.endswith((".", ";")):
            yield _at_end(one, ";", "; and")


def _pairs(text: Resolution) -> Iterator[tuple[Paragraph, Paragraph]]:
    return pairwise(main_paragraphs(text))


def _quotations(instead: str) -> Callable[[Resolution], Iterator[Slip]]:
    def find(text: Resolution) -> Iterator[Slip]:
        for paragraph in main_paragraphs(text):
            for match in _QUOTATION.finditer(paragraph.text):
                words = instead.replace("#", match[1])
                yield Slip(label=paragraph.label, start=match.start(), end=match.end(), words=words)

    return find


def _note_without_stop(text: Resolution) -> Iterator[Slip]:
    for note in text.footnotes:
        if not note.section and note.text.endswith("."):
            yield Slip(label=note.label, start=len(note.text) - 1, end=len(note.text), words="")


def _mark_before_the_comma(text: Resolution) -> Iterator[Slip]:
    for paragraph in main_paragraphs(text):
        for call in paragraph.notes:
            if paragraph.text[call.offset - 1 : call.offset] in {",", ";"} and call.offset > 1:
                moved = tuple(NoteCall(c.offset - 1, c.marker) if c == call else c for c in paragraph.notes)
                at = call.offset - 1
                yield Slip(
                    label=paragraph.label,
                    start=at,
                    end=at + 1,
                    words=paragraph.text[at],
                    calls=moved,
                )


def _mark_lost(text: Resolution) -> Iterator[Slip]:
    called = [c.marker for p in text.paragraphs for c in p.notes]
    for paragraph in main_paragraphs(text):
        for call in paragraph.notes:
            if called.count(call.marker) == 1 and text.footnote(f"FN{call.marker}"):
                kept = tuple(c for c in paragraph.notes if c != call)
                at = call.offset
                yield Slip(
                    label=paragraph.label,
                    start=at,
                    end=at,
                    words="",
                    calls=kept,
                    beside=(f"FN{call.marker}",),
                )


def _without_closing_parenthesis(text: Resolution) -> Iterator[Slip]:
    for paragraph in main_paragraphs(text):
        for match in re.finditer(r"\([^()]{3,}\)", paragraph.text):
            words = match[0].removesuffix(")")
            yield Slip(label=paragraph.label, start=match.start(), end=match.end(), words=words)


PUNCTUATION: Final = (
    _ends(Kind.PREAMBULAR, ",", ""),
    _ends(Kind.PREAMBULAR, ",", ";"),
    _ends(Kind.PREAMBULAR, ",", "."),
    _ends(Kind.OPERATIVE, ";", "."),
    _ends(Kind.OPERATIVE, ";", ","),
    _ends(Kind.OPERATIVE, ";", ""),
    _ends(Kind.OPERATIVE, ".", "", last=True),
    _ends(Kind.OPERATIVE, ".", ";", last=True),
    _ends(Kind.OPERATIVE, ";", ",", sub=True),
    _ends(Kind.OPERATIVE, ";", "", sub=True),
    _ends(Kind.OPERATIVE, ":", ";"),
    SlipKind("and before the last sub-paragraph", _and_before_the_last),
    SlipKind("straight quotation marks", _quotations('"#"')),
    SlipKind("single quotation marks", _quotations("‘#’")),
    SlipKind("a quotation that is not closed", _quotations("“#")),
    SlipKind("a quotation that is not opened", _quotations("#”")),
    SlipKind("a parenthesis that is not closed", _without_closing_parenthesis),
    swapped("a straight apostrophe", r"(?<=\w)’(?=\w)", "'"),
    swapped("a hyphen in a range of years", r"\b((?:19|20)\d\d)–((?:19|20)\d\d)\b", r"\1-\2"),
    swapped("a hyphen for a dash", r" – ", " - "),
    swapped("two hyphens for a dash", r" – ", " -- "),
    swapped("a hyphen between days", rf"\b(\d{{1,2}}) and (\d{{1,2}}) (?={_MONTH})", r"\1-\2 "),
    swapped("a dash between days", rf"\bfrom (\d{{1,2}}) to (\d{{1,2}}) (?={_MONTH})", r"\1–\2 "),
    swapped("two spaces", r"(?<=\w) (?=\w)", "  "),
    swapped("a space before a comma", r"(?<=\w),(?= )", " ,"),
    swapped("a space before a semicolon", r"(?<=\w);$", " ;"),
    swapped("no space after a comma", r"(?<=[a-z]), (?=[a-z])", ","),
    swapped("two commas", r"(?<=\w),(?= )", ",,"),
    swapped("a semicolon within a paragraph", rf"(?<=[a-z]), (?=and (?:{_VERBS}))", "; "),
    swapped("a full stop within a paragraph", r"(?<=[a-z]), and (?=(?P<first>t)he )", ". T"),
    swapped("a space within parentheses", r"\((?=[A-Za-z]{4})", "( "),
)  # fmt: skip

NOTES: Final = (
    SlipKind("a note without its full stop", _note_without_stop),
    SlipKind("the mark of a note before the punctuation", _mark_before_the_comma),
    SlipKind("the mark of a note lost", _mark_lost),
    swapped(
        "the own organ named in a note", r"^Resolution (?=\d)", "General Assembly resolution ", notes=True
    ),
    swapped("a note that begins with a small letter", r"^Resolution(?= \d)", "resolution", notes=True),
    swapped("Ibid without its point", r"^Ibid\.", "Ibid", notes=True),
)  # fmt: skip

"""A draft file at a first look: its masthead and its paragraphs as they stand, before it is read in earnest.

Reading a draft means its journal, its lock and every mark in it; that takes a moment. What the file says by its lines
alone is there at once. What cannot be told so is left out: it is shown, never worked on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_FIELD = re.compile(r"^(\w+): (.+)$", re.MULTILINE)
_COMMENT = re.compile(r"^ *<!--.*-->\n?", re.MULTILINE)
_FIELDS = re.compile(r"^ *<!-- (?!penholder:)", re.MULTILINE)
"""A comment that says what a paragraph is in spite of how it looks."""
_SECTION = re.compile(r"#(?!\S)")
_BLOCK = re.compile(
    r"(?P<blanks> *+)(?:(?:(?P<heading>##+)|(?P<number>\d+)\.|(?P<mark>\([a-z]+\)|[a-z]+\.))(?: |\Z))?(?P<words>.*)"
)
_CALL = r"\[\^(?:\\.|[^\]\\])*\]"
_NOTE = re.compile(rf"{_CALL}:")
_OPENING = re.compile(rf"(?:{_CALL})*\*(?! )((?>\\.|{_CALL}|[^*\\])+)\*")
_MARKS = re.compile(rf"\\(.)|&#(\d{{1,3}});|{_CALL}|\*")
"""What is no word: calls, signs of italics, the backslash before a sign that is one; and a blank told by its number."""


@dataclass(frozen=True, slots=True)
class Seen:
    """One paragraph."""

    label: str
    """Empty for a heading."""
    number: str
    """As printed before it."""
    opening: str
    """The italic words that it begins with."""
    rest: str
    """The words after them."""
    level: int = 0


@dataclass(frozen=True, slots=True)
class Glance:
    """What is seen of a draft file."""

    front: dict[str, str]
    """The lines of the front matter, by their keys."""
    paragraphs: tuple[Seen, ...]
    """Those that can be told, from the first one on."""
    count: int
    """How many there are."""


def glance(text: str) -> Glance | None:
    """Look at a draft file; None where the text is no such file.

    Shown as it is where it may be wrong: the first paragraph of an annex, or one that a comment calls something else,
    and all after it are counted and not told.
    """
    if not text.startswith("---\n") or "\n---\n" not in text:
        return None
    head, _, body = text[4:].partition("\n---\n")
    front = {key: value.strip("'\"") for key, value in _FIELD.findall(head)}
    blocks = [block.strip("\n") for block in body.split("\n\n") if block.strip()]
    blocks = [block for block in blocks if not _NOTE.match(_COMMENT.sub("", block))]
    count = sum(not _SECTION.match(block) for block in blocks)
    return Glance(front, tuple(_seen(blocks)), count)


def _seen(blocks: list[str]) -> Iterator[Seen]:
    preambular = operative = 0
    above: list[str] = []
    """Labels of the paragraph and the sub-paragraphs that what follows belongs to."""
    for block in blocks:
        found = _BLOCK.fullmatch(_COMMENT.sub("", block))
        if found is None or "<" in found["words"] or _FIELDS.search(block) or _SECTION.match(block):
            return
        mark, number, level = found["mark"], found["number"], 0
        if found["heading"]:
            yield _split("", "", found["words"], len(found["heading"]) - 2)
            continue
        if mark and found["blanks"]:
            level = 3 if mark.endswith(".") else 2 if _is_roman(mark, above) else 1
            above = above[:level]
            if len(above) < level:
                return
            above.append(f"{above[-1]} {mark}")
        elif found["blanks"]:
            return
        elif number:
            operative += 1
            above = [f"OP{operative}"]
            number = f"{operative}."
        elif operative or found["words"].endswith(":"):  # a number may have been left out
            return
        else:
            preambular += 1
            above = [f"PP{preambular}"]
        words = f"{mark} {found['words']}" if mark and not found["blanks"] else found["words"]
        yield _split(above[-1], (mark if level else number) or "", words, level)


def _split(label: str, number: str, words: str, level: int) -> Seen:
    opening = _OPENING.match(words)
    rest = words[opening.end() :] if opening else words
    return Seen(label, number, _plain(opening[1]) if opening else "", _plain(rest), level)


def _is_roman(mark: str, above: list[str]) -> bool:
    """Whether a mark counts below (a), and does not go on from (h)."""
    letters = mark.strip("()")
    if len(above) < 2 or set(letters) - set("ivxlc"):
        return False
    return (letters == "i" and not above[1].endswith("(h)")) or len(above) > 2


def _plain(words: str) -> str:
    return _MARKS.sub(lambda mark: mark[1] or (chr(int(mark[2])) if mark[2] else ""), words)

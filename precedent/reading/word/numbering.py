"""The numbers that Word prints before paragraphs but does not store: counted again from word/numbering.xml."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from lxml import etree

from precedent.numbering import roman
from precedent.reading.akn.runs import local
from precedent.reading.word.styles import OFF, child, setting, value

_LEVELS: Final = 9
_MOST: Final = 780
"""Letters go from (a) to thirty times (z); beyond, figures are printed."""
_LONGEST: Final = 40
"""Characters of a number."""
_PRIVATE: Final = re.compile("[\ue000-\uf8ff]")


@dataclass(frozen=True, slots=True)
class _Level:
    start: int = 1
    format: str = "decimal"
    text: str = ""
    restart: int | None = None
    """Which level, counted from 1, starts this one again; None for any above it, 0 for none."""
    plain: bool = False
    """Whether numbers of the levels above are printed in figures."""
    style: str = ""
    """Id of the style of paragraphs that stand at it."""


class Numbering:
    """Counts the lists of one document; call `mark` for each numbered paragraph in order."""

    def __init__(self, root: etree._Element | None) -> None:
        abstracts: dict[str, etree._Element] = {}
        self._numbers: dict[str, etree._Element] = {}
        self._linked: dict[str, str] = {}
        for element in () if root is None else root:
            name = local(element)
            if name == "abstractNum":
                identity = value(element, "abstractNumId") or ""
                abstracts[identity] = element
                if link := setting(element, "styleLink"):
                    self._linked[link] = identity
            elif name == "num":
                self._numbers[value(element, "numId") or ""] = element
        self._abstracts = abstracts
        self._levels: dict[str, tuple[str, list[_Level], dict[int, int]]] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[str] = set()

    def mark(self, number: str, level: int) -> str:
        """What is printed before the next paragraph of a list; empty for a list that is not there."""
        abstract, levels, starts = self._list(number)
        if not levels:
            return ""
        counts = self._counts.setdefault(abstract, [None] * _LEVELS)
        if number not in self._begun:
            self._begun.add(number)
            for at, start in starts.items():
                counts[at] = start - 1
        now = counts[level]
        counts[level] = levels[level].start if now is None else now + 1
        for deeper in range(level + 1, _LEVELS):
            restart = levels[deeper].restart
            if restart is None or restart > level:
                counts[deeper] = None
        return _printed(levels, level, counts)

    def level(self, number: str, styles: Sequence[str]) -> int | None:
        """The level that a list gives to the first of some styles that it knows."""
        levels = self._list(number)[1]
        return next((at for style in styles for at, each in enumerate(levels) if each.style == style), None)

    def _list(self, number: str) -> tuple[str, list[_Level], dict[int, int]]:
        if number not in self._levels:
            self._levels[number] = self._read(number)
        return self._levels[number]

    def _read(self, number: str) -> tuple[str, list[_Level], dict[int, int]]:
        """The levels of a list and where it starts anew."""
        element = self._numbers.get(number)
        identity = setting(element, "abstractNumId") or ""
        for _ in range(4):  # a list may take its levels from a style, which has them from another
            abstract = self._abstracts.get(identity)
            link = setting(abstract, "numStyleLink")
            if not link or link not in self._linked:
                break
            identity = self._linked[link]
        abstract = self._abstracts.get(identity)
        if element is None or abstract is None:
            return "", [], {}
        levels = [_Level(format="none")] * _LEVELS
        for given in abstract:
            if local(given) == "lvl":
                _place(given, levels)
        starts: dict[int, int] = {}
        for override in element:
            at = value(override, "ilvl") or ""
            if local(override) != "lvlOverride" or not re.fullmatch("[0-8]", at):
                continue
            own = child(override, "lvl")
            if own is not None:
                _place(own, levels)
            start = setting(override, "startOverride")
            if start is not None:
                starts[int(at)] = _number(start, 1)
                levels[int(at)] = replace(levels[int(at)], start=starts[int(at)])
        return identity, levels, starts


def _place(element: etree._Element, levels: list[_Level]) -> None:
    at = value(element, "ilvl") or ""
    if not re.fullmatch("[0-8]", at):
        return
    restart, legal = setting(element, "lvlRestart"), child(element, "isLgl")
    levels[int(at)] = _Level(
        start=_number(setting(element, "start"), 0),
        format=setting(element, "numFmt") or "decimal",
        text=setting(element, "lvlText") or "",
        restart=None if restart is None else _number(restart, 0),
        plain=legal is not None and (value(legal, "val") or "1") not in OFF,
        style=setting(element, "pStyle") or "",
    )


def _number(text: str | None, otherwise: int) -> int:
    return int(text) if text and re.fullmatch(r"\d{1,6}", text) else otherwise


def _printed(levels: list[_Level], level: int, counts: list[int | None]) -> str:
    own = levels[level]
    if own.format == "none" and "%" not in own.text:
        return ""
    if own.format == "bullet":
        return "•" if _PRIVATE.search(own.text) or own.text.strip() in ("o", "·", "") else own.text.strip()

    def one(found: re.Match[str]) -> str:
        at = int(found[1]) - 1
        count = counts[at]
        shown = levels[at].start if count is None else count
        form = "decimal" if own.plain else levels[at].format
        return counted(shown, form)

    return " ".join(re.sub(r"%([1-9])", one, own.text[:_LONGEST]).split())[:_LONGEST]


def counted(number: int, form: str) -> str:
    """A number in a format of Word; figures for the formats that no text of the United Nations has."""
    if form == "none":
        return ""
    if form == "decimalZero":
        return f"{number:02}"
    if not 0 < number <= _MOST:
        return str(number)
    letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
    found = {
        "lowerLetter": letter,
        "upperLetter": letter.upper(),
        "lowerRoman": roman(number),
        "upperRoman": roman(number).upper(),
        "chicago": "*†‡§"[(number - 1) % 4] * ((number - 1) // 4 + 1),
    }
    return found.get(form, str(number))

"""A second judge of redlines: all changes accepted or rejected on the XML itself, and what the pages then say.

It knows the format (ECMA-376 part 1, 17.13.5) and nothing of how Penholder reads or writes it, so that a fault that our
reader and our writer share does not prove itself.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple, TypeAlias

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
Choice: TypeAlias = Literal["accepted", "rejected"]
_CAME = (f"{W}ins", f"{W}moveTo", f"{W}cellIns")
_WENT = (f"{W}del", f"{W}moveFrom", f"{W}cellDel")
_RANGES = tuple(f"{W}{name}Range{end}" for name in ("moveFrom", "moveTo") for end in ("Start", "End"))


class Printed(NamedTuple):
    """A paragraph as it is printed."""

    style: str
    number: str
    text: str
    """Calls of notes stand in it as what the note says, in braces; columns and cells are parted by a tab."""
    italics: str
    """Its slanted letters."""


def pages(data: bytes, choice: Choice = "accepted") -> list[Printed]:
    """The paragraphs of heads, feet and text with their notes, after all changes were accepted or rejected."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    names = sorted(name for name in parts if name.startswith(("word/header", "word/footer")))
    found: list[Printed] = []
    notes = _notes(parts, choice)
    looks = _looks(etree.fromstring(parts["word/styles.xml"]))
    counting = _Counting(
        etree.fromstring(parts["word/numbering.xml"]) if "word/numbering.xml" in parts else None
    )
    for name in (*names, "word/document.xml"):
        root = settled(etree.fromstring(parts[name]), choice)
        found += [printed for p in root.iter(f"{W}p") if (printed := _printed(p, notes, counting, looks))]
    return found


def settled(root: etree._Element, choice: Choice) -> etree._Element:
    """A part of the file without any tracked change."""
    kept, dropped = (_CAME, _WENT) if choice == "accepted" else (_WENT, _CAME)
    _settle_looks(root, choice)
    ended = [p for p in root.iter(f"{W}p") if p.find(f"{W}pPr/{W}rPr") is not None]
    open_ended = [p for p in ended if any(mark.tag in dropped for mark in p.iterfind(f"{W}pPr/{W}rPr/*"))]
    for mark in [m for m in root.iter(*dropped) if _is_of_row(m)]:
        _remove(next(mark.iterancestors(f"{W}tr")))
    for mark in list(root.iter(*_CAME, *_WENT)):
        parent = mark.getparent()
        if parent is None or parent.tag in (f"{W}rPr", f"{W}trPr"):
            continue
        for child in mark if mark.tag in kept else ():
            mark.addprevious(child)
        parent.remove(mark)
    for mark in list(root.iter(*_RANGES)):
        _remove(mark)
    for p in open_ended:
        _join(p)
    for text in root.iter(f"{W}delText"):
        text.tag = f"{W}t"
    return root


def _is_of_row(mark: etree._Element) -> bool:
    above = mark.getparent()
    return above is not None and above.tag == f"{W}trPr"


def _settle_looks(root: etree._Element, choice: Choice) -> None:
    for name in ("pPrChange", "rPrChange"):
        for change in list(root.iter(f"{W}{name}")):
            now = change.getparent()
            if now is None:
                continue
            now.remove(change)
            if choice == "rejected":
                ends = now.findall(f"{W}rPr") if name == "pPrChange" else []
                now[:] = [*change[0], *ends]


def _join(paragraph: etree._Element) -> None:
    """A paragraph whose mark is not there goes on in the next one; without words it is not there at all."""
    following = paragraph.getnext()
    while following is not None and following.tag != f"{W}p":
        following = following.getnext()
    content = [child for child in paragraph if child.tag != f"{W}pPr"]
    if following is not None:
        own = following.find(f"{W}pPr")
        if any(
            "".join(map(str, child.itertext())).strip() for child in content
        ):  # then those of the first hold
            if own is not None:
                following.remove(own)
            given = paragraph.find(f"{W}pPr")
            content = [*([given] if given is not None else []), *content]
            following[:] = [*content, *following]
        else:
            following[:] = [
                *([own] if own is not None else []),
                *content,
                *(c for c in following if c is not own),
            ]
    _remove(paragraph)


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _notes(parts: Mapping[str, bytes], choice: Choice) -> dict[str, str]:
    if "word/footnotes.xml" not in parts:
        return {}
    root = settled(etree.fromstring(parts["word/footnotes.xml"]), choice)
    return {
        note.get(f"{W}id", ""): " ".join("".join(text for text, _ in _said(note, {})).split())
        for note in root
    }


def _looks(styles: etree._Element) -> dict[str, str]:
    """Styles that say nothing but at which level they are counted, and the one that each looks like."""
    found = {}
    for style in styles.iter(f"{W}style"):
        based, says = style.find(f"{W}basedOn"), style.find(f"{W}pPr")
        plain = all(len(own) == 0 for own in style.iterfind(f"{W}rPr"))
        if based is not None and says is not None and plain and all(own.tag == f"{W}numPr" for own in says):
            found[style.get(f"{W}styleId", "")] = based.get(f"{W}val", "")
    return found


def _printed(
    paragraph: etree._Element, notes: Mapping[str, str], counting: _Counting, looks: Mapping[str, str]
) -> Printed | None:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    said = list(_said(paragraph, notes))
    text = "".join(text for text, _ in said)
    number = counting.number(paragraph)
    if not text.strip() and not number:
        return None
    slanted = "".join(text for text, italic in said if italic)
    name = "" if style is None else style.get(f"{W}val", "")
    return Printed(looks.get(name, name), number, " ".join(text.split()), "".join(slanted.split()))


def _said(element: etree._Element, notes: Mapping[str, str]) -> Iterator[tuple[str, bool]]:
    for run in element.iter(f"{W}r"):
        italic = run.find(f"{W}rPr/{W}i")
        slanted = italic is not None and italic.get(f"{W}val", "1") not in ("0", "false")
        for part in run.iter(f"{W}t", f"{W}tab", f"{W}noBreakHyphen", f"{W}footnoteReference"):
            if part.tag == f"{W}footnoteReference":
                yield f"{{{notes.get(part.get(f'{W}id', ''), '?')}}}", False
            else:
                text = part.text or {f"{W}tab": "\t", f"{W}noBreakHyphen": "-"}.get(str(part.tag), "")
                yield text.replace("\u00a0", " ").replace("\u2011", "-"), slanted


class _Counting:
    """Counts numbered paragraphs as the lists of the file say."""

    def __init__(self, root: etree._Element | None) -> None:
        self._levels: dict[str, list[tuple[int, str, str]]] = {}
        self._counts: dict[str, list[int | None]] = {}
        if root is None:
            return
        lists = {a.get(f"{W}abstractNumId"): a for a in root.iter(f"{W}abstractNum")}
        for num in root.iter(f"{W}num"):
            of = num.find(f"{W}abstractNumId")
            abstract = lists[of.get(f"{W}val")] if of is not None else None
            levels = () if abstract is None else abstract.iter(f"{W}lvl")
            self._levels[num.get(f"{W}numId", "")] = [self._level(level) for level in levels]

    @staticmethod
    def _level(level: etree._Element) -> tuple[int, str, str]:
        def said(name: str, otherwise: str) -> str:
            found = level.find(f"{W}{name}")
            return otherwise if found is None else found.get(f"{W}val", otherwise)

        return int(said("start", "1")), said("numFmt", "decimal"), said("lvlText", "")

    def number(self, paragraph: etree._Element) -> str:
        """What is printed before it."""
        own = paragraph.find(f"{W}pPr/{W}numPr")
        if own is None:
            return ""
        of, at = own.find(f"{W}numId"), own.find(f"{W}ilvl")
        name = "" if of is None else of.get(f"{W}val", "")
        level = 0 if at is None else int(at.get(f"{W}val", "0"))
        levels = self._levels.get(name, [])
        if level >= len(levels):
            return ""
        start, form, text = levels[level]
        counts = self._counts.setdefault(name, [None] * len(levels))
        now = counts[level]
        value = start if now is None else now + 1
        counts[level:] = [value, *[None] * (len(levels) - level - 1)]
        return text.replace(f"%{level + 1}", _counted(value, form))


def _counted(value: int, form: str) -> str:
    if form in ("upperLetter", "upperRoman"):
        return _counted(value, form.replace("upper", "lower")).upper()
    if form == "lowerLetter":
        return chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1)
    if form == "lowerRoman":
        found = ""
        for worth, sign in ((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")):
            found, value = found + sign * (value // worth), value % worth
        return found
    return str(value)

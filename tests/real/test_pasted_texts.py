"""Real texts, pasted in several ways, are read as the official XML has them."""

from __future__ import annotations

import random
import tarfile
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest

from precedent.reading import read_bytes
from precedent.reading.plain import read_text
from precedent.resolution import Kind, Paragraph, Resolution

SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
TEXTS = 10
ENOUGH = 0.98


@pytest.fixture(scope="module")
def official(shared: Path) -> list[Resolution]:
    """Some adopted texts without tables."""
    with tarfile.open(shared / "corpus" / "ga-78.tar.xz") as archive:
        members = [member for member in archive if member.name.endswith(".xml")]
        chosen = random.Random(78).sample(members, TEXTS)
        files = [(m.name, file.read()) for m in chosen if (file := archive.extractfile(m))]
    found = (read_bytes(data, name) for name, data in files)
    return [text for text in found if not any(p.kind is Kind.TABLE for p in text.paragraphs)]


def called(paragraph: Paragraph, mark: Callable[[str], str]) -> str:
    text = paragraph.text
    for call in sorted(paragraph.notes, reverse=True):
        text = f"{text[: call.offset]}{mark(call.marker)}{text[call.offset :]}"
    return text


def blocks(text: Resolution, mark: Callable[[str], str], *, numbers: bool = True) -> list[str]:
    head = text.masthead
    found = [str(head.symbol), head.session or "", text.title, text.enacting]
    section = ""
    for paragraph in text.paragraphs:
        if paragraph.section != section:
            section = paragraph.section
            found.append(section)
        number = f"{paragraph.number} " if paragraph.number and (numbers or paragraph.level) else ""
        found.append(number + called(paragraph, mark))
    return [*filter(None, found), *(f"{mark(note.marker)} {note.text}" for note in text.footnotes)]


def raised(marker: str) -> str:
    return marker.translate(SUPERSCRIPTS)


def bracketed(marker: str) -> str:
    return f"[{marker}]"


def filled(parts: list[str], width: int = 72) -> list[str]:
    return [textwrap.fill(part, width, break_long_words=False) for part in parts]


WAYS: dict[str, Callable[[Resolution], str]] = {
    "a paragraph a line": lambda text: "\n".join(blocks(text, raised)),
    "tabs and spaces that do not break": lambda text: "\n\n".join(
        f"\t{part}".replace(". ", ".\u00a0") for part in blocks(text, raised)
    ),
    "wrapped": lambda text: "\n\n".join(filled(blocks(text, raised))),
    "wrapped without blank lines": lambda text: "\n".join(filled(blocks(text, bracketed))),
    "quoted": lambda text: "\n".join(
        f"> {line}".rstrip() for line in "\n\n".join(filled(blocks(text, bracketed))).split("\n")
    ),
    "without numbers": lambda text: "\n\n".join(blocks(text, raised, numbers=False)),
    "notes without height": lambda text: "\n\n".join(blocks(text, str)),
}


@pytest.mark.parametrize("way", WAYS)
def test_paragraphs_are_those_of_the_official_text(official: list[Resolution], way: str) -> None:
    wanted = right = 0
    for text in official:
        found = {p.label: p.text for p in read_text(WAYS[way](text)).paragraphs}
        for paragraph in text.paragraphs:
            if not paragraph.section and paragraph.kind in (Kind.PREAMBULAR, Kind.OPERATIVE):
                wanted += 1
                right += found.get(paragraph.label) == plain(paragraph.text)
    assert wanted > 200
    assert right >= ENOUGH * wanted, f"{right} of {wanted}"


def plain(text: str) -> str:
    return " ".join(text.split())

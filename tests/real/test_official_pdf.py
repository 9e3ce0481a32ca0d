"""The real PDFs: what is printed above the 28 drafts, checked by eye; adopted texts against the XML; damage."""

import random
import re
import time
import tomllib
from pathlib import Path
from typing import Any

import pypdfium2  # type: ignore[import-untyped]
import pytest

from precedent.errors import UnreadableFileError
from precedent.reading import read, read_bytes
from precedent.resolution import Kind, Resolution

pytestmark = pytest.mark.timeout(300)

FACTS = tomllib.loads((Path(__file__).parent / "drafts.toml").read_text(encoding="utf-8"))["document"]


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact["symbol"])
def test_above_the_text_of_a_draft(fact: dict[str, Any], shared: Path) -> None:
    found = read(shared / "corpus/pdf/drafts" / fact["file"])
    head = found.masthead
    wanted: dict[str, Any] = {
        "committee": None,
        "agenda_item": None,
        "agenda_title": None,
        "sponsors": [],
        "sponsor_notes": [],
    }
    wanted |= {"sponsored_as": None, "enacting": ""}
    assert wanted | fact == {
        "file": fact["file"],
        "symbol": str(head.symbol),
        "kind": str(head.kind),
        "distribution": head.distribution,
        "date": head.date,
        "original_language": head.original_language,
        "session": head.session,
        "committee": head.committee,
        "agenda_item": head.agenda_item,
        "agenda_title": head.agenda_title,
        "sponsors": list(head.sponsors),
        "sponsored_as": head.sponsor_line and head.sponsor_line.split(": ")[-1],
        "sponsor_notes": [call.marker for call in head.sponsor_notes],
        "title": found.title,
        "enacting": found.enacting,
        "preambular": len(found.preamble),
        "operative": sum(not p.level for p in found.operative),
        "notes": len(found.footnotes),
    }
    assert {call.marker for call in head.sponsor_notes} <= {note.marker for note in found.footnotes}


def letters(found: Resolution) -> str:
    """All that a reading kept of the text, without spaces."""
    said = [found.title, found.enacting, *(r.text for r in found.remarks)]
    said += [f"{p.section}{p.number or ''}{p.text}" for p in found.paragraphs]
    said += [note.text for note in found.footnotes]
    said += [str(value) for value in (found.masthead.agenda_title, found.masthead.sponsor_line)]
    return re.sub(r"[\W_]+", "", "".join(said))


def test_no_line_of_the_drafts_is_lost(shared: Path) -> None:
    # By lines: a reader that drops one is wrong; calls of notes, which it takes out, are digits.
    for path in sorted((shared / "corpus/pdf/drafts").glob("*.pdf")):
        kept = re.sub(r"\d+", "", letters(read(path)))
        document = pypdfium2.PdfDocument(path)
        for place in range(1, len(document)):
            lines = document[place].get_textpage().get_text_range().split("\r\n")
            for line in lines[2:-2]:
                bare = re.sub(r"[\W\d_]+", "", line)
                halves = (bare, bare[: len(bare) // 2], bare[len(bare) // 2 :])
                assert any(half in kept for half in halves), f"{path.name}, page {place + 1}: {line}"
        document.close()


def test_adopted_texts_are_whole(shared: Path) -> None:
    for path in sorted((shared / "corpus/pdf/adopted").glob("*.pdf")):
        found = read(path)
        numbers = [p.number for p in found.operative if p.number and not p.level and not p.section]
        assert numbers == [f"{n}." for n in range(1, len(numbers) + 1)], path.name
        assert found.title, path.name
        assert found.masthead.adopted, path.name
        assert found.masthead.meeting, path.name
        slanted = {bool(p.opening) for p in found.preamble if not p.level}
        # The page of 79/333 prints its enacting words in italics and nothing below them.
        assert slanted == {path.name != "A_RES_79_333.pdf"}, path.name
        called = {call.marker for p in found.paragraphs for call in p.notes}
        assert called == {note.marker for note in found.footnotes}, path.name
        assert not any(p.kind is Kind.TABLE for p in found.paragraphs), path.name


def damaged(data: bytes, chance: random.Random) -> bytes:
    """The file with some of it changed, cut off, taken out or doubled."""
    found = bytearray(data)
    place, length = chance.randrange(len(found)), chance.randrange(1, 5000)
    how = chance.randrange(5)
    if how == 0:
        for _ in range(chance.choice((1, 30, 2000))):
            found[chance.randrange(len(found))] = chance.randrange(256)
    elif how == 1:
        del found[max(10, place) :]
    elif how == 2:
        del found[place : place + length]
    elif how == 3:
        found[place:place] = found[:length]
    else:
        for _ in range(30):
            at = found.find(
                chance.choice((b" 0 R", b"/Length", b"/Kids", b"/Count", b"/Filter")),
                chance.randrange(len(found)),
            )
            if at > 0:
                found[at - 1] = chance.choice(b"0123456789")
    return bytes(found)


def test_damage_is_read_or_refused(shared: Path) -> None:
    files = [path.read_bytes() for path in sorted((shared / "corpus/pdf").rglob("*.pdf"))]
    chance, refused = random.Random(81), set()
    for _ in range(100):  # `make fuzz` reads ten thousand
        data = damaged(chance.choice(files), chance)
        start = time.process_time()
        try:
            read_bytes(data, "x.pdf")
        except UnreadableFileError as problem:
            refused.add(str(problem))
        assert time.process_time() - start < 5
    assert not any("\n" in text for text in refused)

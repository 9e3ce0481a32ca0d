"""The real PDFs: what is printed above the 28 drafts, checked by eye; adopted texts against the XML; damage."""

import random
import re
import time
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
import pytest

from precedent.errors import UnreadableFileError
from precedent.reading import read, read_bytes
from precedent.resolution import DocumentKind, Kind, Resolution

pytestmark = pytest.mark.timeout(300)

COMMITTEES = {
    1: "First Committee",
    2: "Second Committee",
    3: "Third Committee",
    4: "Special Political and Decolonization Committee (Fourth Committee)",
    5: "Fifth Committee",
    6: "Sixth Committee",
}
# File, agenda item, day of issue, how many sponsors with the first and the last, stars beside them, words of the title
# with the last, words of the agenda item's title, preambular and operative paragraphs, notes.
FACTS = [
    ("A_80_L.29", "75", "2025-12-04", 1, "Brazil", "Brazil", "*", 7, "sea", 7, 0, 0, 1),
    (
        "A_80_L.30",
        "72 (a)",
        "2025-12-08",
        1,
        "United States of America",
        "United States of America",
        "*",
        12,
        "Nations",
        30,
        0,
        0,
        1,
    ),
    (
        "A_80_L.31",
        "72 (a)",
        "2025-12-08",
        1,
        "United States of America",
        "United States of America",
        "*",
        12,
        "Nations",
        30,
        0,
        0,
        2,
    ),
    ("A_80_L.38", "16 (a)", "2025-12-11", 28, "Austria", "Sweden", "*", 4, "development", 7, 0, 0, 1),
    ("A_C.1_80_L.2", "102", "2025-10-08", 1, "Egypt", "Egypt", "*", 9, "East", 9, 16, 8, 9),
    (
        "A_C.1_80_L.35",
        "97 (d)",
        "2025-10-14",
        1,
        "United Kingdom of Great Britain and Northern Ireland",
        "United Kingdom of Great Britain and Northern Ireland",
        "",
        11,
        "behaviours",
        19,
        0,
        1,
        0,
    ),
    (
        "A_C.1_80_L.40",
        "93",
        "2025-10-14",
        17,
        "Austria",
        "Venezuela (Bolivarian Republic of)",
        "",
        16,
        "Tlatelolco)",
        16,
        15,
        6,
        10,
    ),
    ("A_C.1_80_L.44", "99 (b)", "2025-10-15", 9, "Algeria", "Viet Nam", "", 2, "disarmament", 6, 35, 23, 20),
    ("A_C.2_80_L.17", "15", "2025-10-14", 1, "Iraq", "Iraq", "*", 7, "development", 7, 57, 73, 26),
    ("A_C.2_80_L.39", "18 (i)", "2025-10-21", 1, "Iraq", "Iraq", "*", 5, "storms", 7, 19, 28, 15),
    ("A_C.2_80_L.63", "16 (c)", "2025-11-24", 1, "Denmark", "Denmark", "*", 5, "development", 8, 0, 0, 1),
    ("A_C.2_80_L.9", "17", "2025-10-13", 1, "Iraq", "Iraq", "*", 15, "Development", 15, 15, 13, 10),
    ("A_C.3_80_L.12", "25 (a)", "2025-10-14", 1, "Iraq", "Iraq", "*", 21, "Assembly", 23, 50, 89, 27),
    ("A_C.3_80_L.44", "71 (a)", "2025-11-04", 7, "Austria", "Norway", "", 21, "contexts", 11, 43, 44, 17),
    ("A_C.3_80_L.47", "71 (b)", "2025-11-04", 21, "Andorra", "Ukraine", "", 9, "sanitation", 23, 36, 13, 19),
    ("A_C.3_80_L.8", "107", "2025-10-17", 0, "", "", "", 11, "Strategies)", 5, 2, 5, 30),
    ("A_C.4_80_L.12", "48", "2025-10-24", 5, "Austria", "Spain", "", 14, "Space", 9, 0, 1, 1),
    (
        "A_C.4_80_L.19",
        "50",
        "2025-11-11",
        20,
        "Algeria",
        "State of Palestine",
        "",
        24,
        "Territories",
        19,
        16,
        7,
        14,
    ),
    (
        "A_C.4_80_L.2",
        "57",
        "2025-10-09",
        5,
        "Austria",
        "Venezuela (Bolivarian Republic of)",
        "",
        14,
        "Territories",
        14,
        4,
        6,
        1,
    ),
    (
        "A_C.4_80_L.7",
        "46",
        "2025-10-16",
        33,
        "Austria",
        "United Kingdom of Great Britain and Northern Ireland",
        "",
        4,
        "action",
        4,
        30,
        26,
        10,
    ),
    ("A_C.5_80_L.20", "148", "2025-12-28", 0, "", "", "", 5, "operations", 13, 1, 2, 3),
    ("A_C.5_80_L.5", "136", "2025-12-29", 0, "", "", "", 10, "2026", 5, 33, 181, 57),
    ("A_C.5_80_L.6", "136", "2025-12-29", 0, "", "", "", 4, "2026", 5, 0, 13, 2),
    ("A_C.5_80_L.7", "136", "2025-12-22", 0, "", "", "", 6, "2026", 5, 0, 3, 1),
    ("A_C.6_80_L.1", None, "2025-09-15", 0, "", "", "", 3, "work", 0, 0, 0, 3),
    ("A_C.6_80_L.11", "87", "2025-11-12", 0, "", "", "", 7, "framework", 7, 14, 21, 2),
    ("A_C.6_80_L.17", "83", "2025-11-14", 0, "", "", "", 22, "Organization", 22, 17, 20, 13),
    ("A_C.6_80_L.21", "80", "2025-11-14", 0, "", "", "", 13, "session", 13, 13, 49, 8),
]
AMENDMENTS = {"A_80_L.29", "A_80_L.30", "A_80_L.31", "A_80_L.38", "A_C.2_80_L.63"}


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact[0])
def test_above_the_text_of_a_draft(fact: tuple[str | int, ...], shared: Path) -> None:
    found = read(shared / f"corpus/pdf/drafts/{fact[0]}.pdf")
    head, title = found.masthead, found.title.split()
    assert str(head.symbol) == str(fact[0]).replace("_", "/")
    assert (head.distribution, head.session, head.original_language) == (
        "Limited",
        "Eightieth session",
        "English",
    )
    number = re.search(r"C\.(\d)", str(fact[0]))
    assert head.committee == (COMMITTEES[int(number[1])] if number else None)
    sponsors = head.sponsors
    assert fact[1:] == (
        head.agenda_item,
        str(head.date),
        len(sponsors),
        sponsors[0] if sponsors else "",
        sponsors[-1] if sponsors else "",
        "".join(call.marker for call in head.sponsor_notes),
        len(title),
        title[-1],
        len((head.agenda_title or "").split()),
        len(found.preamble),
        sum(not p.level for p in found.operative),
        len(found.footnotes),
    )
    assert (head.kind is DocumentKind.AMENDMENT) == (fact[0] in AMENDMENTS)
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
        assert all(p.opening for p in found.preamble if not p.level), path.name
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
    for _ in range(300):
        data = damaged(chance.choice(files), chance)
        start = time.monotonic()
        try:
            read_bytes(data, "x.pdf")
        except UnreadableFileError as problem:
            refused.add(str(problem))
        assert time.monotonic() - start < 5
    assert not any("\n" in text for text in refused)

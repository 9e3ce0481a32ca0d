"""Any plain text is read, and every word of it comes out."""

import random
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from precedent.reading.decoding import decode
from precedent.reading.plain import read, read_text
from precedent.resolution import Resolution

MARKS = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]+(?:\s*,\s*[⁰¹²³⁴⁵⁶⁷⁸⁹]+)*")
"""Marks of notes; a comma between two is no word of the text and parts none."""
FORMULAS = Counter(
    [
        "united",
        "nations",
        "distr",
        "original",
        "agenda",
        "agenda",
        "item",
        "resolution",
        "adopted",
        "adopted",
        "by",
        "by",
        "the",
        "the",
        "the",
        "on",
        "report",
        "of",
        "of",
        "provisional",
        "distribution",
        "at",
        "its",
        "security",
        "council",
        "a",
        "recorded",
        "vote",
        "to",
        "with",
        "abstentions",
    ]
)
"""Words that a masthead is made of, as often as they can stand in it: they are understood, not kept."""

lines = st.sampled_from([
    "General Assembly", "Distr.: General", "3 March 2031", "Agenda item 9", "Eighty-fifth session", "Second Committee",
    "Resolution adopted by the General Assembly on 1 March 2031", "[on the report of the Second Committee]",
    "85/7. Lamp posts", "The General Assembly,", "Recalling lamps,¹", "*Noting also* that oil is dear", "in Oz,",
    "1. *Requests* all States:", "(a) To buy oil;", "(i) And wicks;", "• A lamp,", "and to report;", "2. Decides so.",
    "¹ Resolution [84/6](#).", "[1] See A/85/9.", "* On behalf of Oz.", "Oz:* draft resolution", "**Annex**", "A",
    "Report of the Second Committee", "I. Introduction", "Draft resolution II", "12th plenary meeting", "2/18",
    "[Adopted without a vote.]", "| a | b |", "> quoted", "<http://x.example>", "north-", "", "", "",
])  # fmt: skip


@given(st.text())
def test_no_text_is_refused(text: str) -> None:
    read_text(text)


@given(st.binary())
def test_no_bytes_are_refused(data: bytes) -> None:
    read(data, "text.txt")


@given(st.lists(lines, max_size=25).map("\n".join))
def test_every_word_comes_out(text: str) -> None:
    assert lost(text, read_text(text)) == Counter()


@given(
    st.lists(
        st.sampled_from(
            [" word", " *word* ", " Noting", ",", ";", ".", " ", "\n", "\n\n", "1. ", "(a) ", " * ", "-", "¹"]
        )
    )
)
def test_every_word_of_any_arrangement_comes_out(parts: list[str]) -> None:
    text = "".join(parts)
    assert lost(text, read_text(text)) == Counter()


def test_a_reference_dump_may_be_cut_shuffled_and_doubled(shared: Path) -> None:
    for path in sorted((shared / "seeds").glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        for seed in range(12):
            damaged = damage(text, random.Random(f"{path.name}{seed}"))
            found = read(damaged.encode(), path.name)
            assert lost(damaged, found) == Counter(), (path.name, seed)
        for seed in range(4):
            data = bytearray(text.encode())
            chance = random.Random(seed)
            for _ in range(20):
                data[chance.randrange(len(data))] = chance.randrange(256)
            read(bytes(data), path.name)


def damage(text: str, chance: random.Random) -> str:
    kind = chance.randrange(5)
    rows = text.split("\n")
    if kind == 0:
        start = chance.randrange(len(text))
        return text[:start] + text[start + chance.randrange(5000) :]
    if kind == 1:
        chance.shuffle(rows)
    elif kind == 2:
        rows = [row for row in rows if row and chance.random() < 0.9]
    else:
        for _ in range(3):
            rows.insert(chance.randrange(len(rows)), rows[chance.randrange(len(rows))])
    return "\n".join(rows)


def words(text: str) -> list[str]:
    return [word.lower() for word in re.findall(r"[^\W_]+", MARKS.sub("", text))]


def lost(text: str, found: Resolution) -> Counter[str]:
    """Words of a text that are nowhere in what was read of it, and not said by a remark."""
    source, _ = decode(text.encode("utf-8", "surrogatepass"))
    told = Counter(word for part in parts_of(found) for word in words(part))
    return Counter(words(re.sub(r"\]\(#\)", "]", source))) - told - FORMULAS


def parts_of(found: Resolution) -> Iterator[str]:
    head = found.masthead
    for key in ("committee", "session", "agenda_item", "agenda_title", "distribution", "original_language"):
        yield getattr(head, key) or ""
    yield from (head.sponsor_line or "", head.meeting or "", head.report or "", head.vote or "")
    yield from (found.title, found.enacting, str(head.symbol or ""))
    if head.organ:
        yield f"{head.organ.value} {head.organ.value if head.adopted else ''}"
    for day in (head.date, head.adopted, head.adopted if head.meeting else None):
        yield f"{day.day} {day:%B} {day.year}" if day else ""
    section = ""
    for paragraph in found.paragraphs:
        yield paragraph.section if paragraph.section != section else ""
        section = paragraph.section
        yield f"{paragraph.number or ''} {paragraph.text} {' '.join(n.marker for n in paragraph.notes)}"
    yield from (f"{note.marker} {note.text}" for note in found.footnotes)
    yield from (remark.text for remark in found.remarks)

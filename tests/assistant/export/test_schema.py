"""Every Word file that leaves is valid: against the schema of WordprocessingML, and in what refers to what."""

import datetime as dt
import io
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from assistant.amending import amendment
from assistant.departing import Degree
from assistant.draft import Draft
from assistant.export import Comment, Extras, exported
from assistant.export.commenting import commented, told_changes
from assistant.export.layout import lay_out
from assistant.export.ledger import ledger_file
from assistant.export.redline import redline
from assistant.export.word import word_file
from assistant.ledger import Ledger, Row
from precedent.numbering import numbered
from precedent.resolution import DocumentKind, Kind, Resolution
from precedent.session import Organ
from precedent.symbol import Symbol
from tests.assistant.export.made_up import ADOPTED, DRAFT, MASTHEAD, PARAGRAPHS, W, parts, said
from tests.assistant.export.test_house import house
from tests.assistant.export.test_tables import TEXT as TABLES
from tests.ooxml import faults
from tests.properties.drafts import edited, some_draft
from tests.properties.test_draft_file import resolutions

WHEN = dt.datetime(2026, 11, 2, 9, 30, tzinfo=dt.UTC)
COMMENTS = (Comment("PP1", 0, 9, "one\ntwo"), Comment("FN1", 0, 3, "in a note"), Comment("", 0, 0, "nowhere"))


def of(organ: Organ | None, **head: object) -> Resolution:
    """The made-up draft, of another organ."""
    return replace(DRAFT, masthead=replace(MASTHEAD, organ=organ, committee=None, **head))  # type: ignore[arg-type]


def word_of(source: Resolution | Draft, **extras: object) -> bytes:
    given = Extras(author="Ruritania", **extras)  # type: ignore[arg-type]
    return exported(source, ".docx", created=WHEN if not given.clean else None, extras=given)[0]


def shorter() -> Resolution:
    """A base with paragraphs out of order, others left out, and other notes."""
    order = (PARAGRAPHS[1], PARAGRAPHS[0], *PARAGRAPHS[3:5], *PARAGRAPHS[8:])
    head = replace(
        MASTHEAD,
        symbol=Symbol.parse("A/C.2/81/L.5"),
        agenda_item="16",
        sponsor_line="Samavia: draft resolution",
    )
    return replace(
        DRAFT, masthead=head, title="Keeping lamps", paragraphs=numbered(order), footnotes=DRAFT.footnotes[:2]
    )


DOCUMENTS: dict[str, Callable[[], bytes]] = {
    "a draft": lambda: word_of(DRAFT),
    "an adopted text": lambda: word_of(ADOPTED),
    "a decision": lambda: word_of(
        replace(ADOPTED, masthead=replace(ADOPTED.masthead, kind=DocumentKind.DECISION))
    ),
    "one paragraph without a number": lambda: word_of(
        replace(DRAFT, paragraphs=numbered([said(Kind.OPERATIVE, "Decides to light a lamp.", "Decides")]))
    ),
    "nothing but an organ": lambda: word_of(
        Resolution(masthead=replace(MASTHEAD, session=None, agenda_item=None))
    ),
    "nothing": lambda: word_of(Resolution()),
    "of the provisional agenda": lambda: word_of(
        of(Organ.GENERAL_ASSEMBLY, agenda_item="35 of the provisional agenda*")
    ),
    "of the Human Rights Council": lambda: word_of(
        of(Organ.HUMAN_RIGHTS_COUNCIL, session="Sixty-third session")
    ),
    "of the Security Council": lambda: word_of(
        of(Organ.SECURITY_COUNCIL, session="2027 session", agenda_item=None)
    ),
    "of the Economic and Social Council": lambda: word_of(
        of(Organ.ECONOMIC_AND_SOCIAL_COUNCIL, session="2027 session")
    ),
    "a redline": lambda: word_of(DRAFT, base=shorter()),
    "a redline, told": lambda: word_of(DRAFT, base=shorter(), told=True, comments=COMMENTS),
    "a redline the other way": lambda: word_of(shorter(), base=DRAFT, told=True),
    "a redline of an adopted text": lambda: word_of(DRAFT, base=ADOPTED, told=True),
    "tables": lambda: word_of(TABLES, comments=COMMENTS),
    "a redline that takes a table out": lambda: word_of(DRAFT, base=TABLES, told=True),
    "a redline that puts a table in": lambda: word_of(TABLES, base=shorter(), told=True),
    "comments": lambda: word_of(DRAFT, comments=COMMENTS),
    "an amendment": lambda: word_of(amendment(shorter(), DRAFT)),
    "a ledger": lambda: ledger_file(
        Ledger(
            symbol="A/C.2/81/L.5",
            title="Lamps",
            rows=(Row("PP1", Degree.IDENTICAL, "A/RES/80/41 PP1", None, None, ()),),
            about="",
        ),
        ".docx",
    ),
}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_part_is_valid(name: str) -> None:
    assert faults(DOCUMENTS[name]()) == []


def test_in_the_styles_of_a_house(tmp_path: Path) -> None:
    path = tmp_path / "house.docx"
    path.write_bytes(house("__Single Txt", "Session"))
    assert faults(word_of(DRAFT, house=path)) == []
    assert faults(word_of(DRAFT, base=shorter(), told=True, house=path)) == []


@pytest.mark.parametrize("place", range(6))
def test_in_the_styles_of_the_united_nations(shared: Path, place: int) -> None:
    template = sorted((shared / "corpus" / "docx").glob("*.docx"))[place]
    for data in (
        word_of(DRAFT, house=template),
        word_of(DRAFT, base=shorter(), comments=COMMENTS, house=template),
    ):
        assert faults(data) == []


@given(resolutions)
@settings(max_examples=15)
def test_whatever_the_words_are(resolution: Resolution) -> None:
    assert faults(word_of(resolution)) == []


@given(resolutions, resolutions)
@settings(max_examples=10)
def test_a_redline_of_any_two_texts(base: Resolution, new: Resolution) -> None:
    page = redline(lay_out(base), lay_out(new))
    page = commented(page, (*COMMENTS, *told_changes(page, None)))
    assert faults(word_file(page, created=WHEN, author="Ruritania")) == []


@given(st.randoms(use_true_random=False), st.integers(1, 9), st.integers(1, 12))
@settings(max_examples=12)
def test_a_redline_after_any_commands(random: Random, size: int, commands: int) -> None:
    base = new = some_draft(random, size)
    for _ in range(commands):
        new, _ = edited(new, random)
    assert faults(word_of(new, base=base.resolution, told=True)) == []


Damage = Callable[[etree._Element], None]


def turned_round(tag: str) -> Damage:
    """The children of the first such element that has several, in the wrong order."""

    def damage(root: etree._Element) -> None:
        found = next(e for e in root.iter(f"{W}{tag}") if len(e) > 1)
        found[:] = list(reversed(found))

    return damage


def said_otherwise(tag: str, attribute: str, value: str) -> Damage:
    def damage(root: etree._Element) -> None:
        next(root.iter(f"{W}{tag}")).set(f"{W}{attribute}", value)

    return damage


def words_outside_a_run(root: etree._Element) -> None:
    etree.SubElement(next(root.iter(f"{W}p")), f"{W}t").text = "x"


HARMED: tuple[tuple[str, Damage], ...] = (
    ("document", turned_round("pPr")),
    ("document", turned_round("rPr")),
    ("document", turned_round("sectPr")),
    ("document", words_outside_a_run),
    ("document", said_otherwise("ins", "date", "yesterday")),
    ("document", said_otherwise("spacing", "before", "far")),
    ("document", said_otherwise("pStyle", "val", "NoSuchStyle")),
    ("document", said_otherwise("footnoteReference", "id", "999")),
    ("document", said_otherwise("commentReference", "id", "999")),
    ("footnotes", turned_round("pPr")),
    ("comments", words_outside_a_run),
    ("numbering", turned_round("lvl")),
    ("settings", turned_round("settings")),
    ("styles", turned_round("style")),
    ("header1", turned_round("tcPr")),
    ("footer1", words_outside_a_run),
    ("fontTable", turned_round("font")),
)


@pytest.mark.parametrize("place", range(len(HARMED)))
def test_the_judges_see_what_is_wrong(place: int) -> None:
    name, damage = HARMED[place]
    data = word_of(DRAFT, base=shorter(), told=True, comments=COMMENTS)
    assert faults(_harmed(data, f"word/{name}.xml", damage))


def _harmed(data: bytes, name: str, damage: Damage) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as out:
        for part, content in _parts_harmed(data, name, damage):
            out.writestr(part, content)
    return stream.getvalue()


def _parts_harmed(data: bytes, name: str, damage: Damage) -> Iterator[tuple[str, bytes]]:
    for part, content in parts(data).items():
        if part == name:
            root = etree.fromstring(content)
            damage(root)
            yield part, etree.tostring(root)
        else:
            yield part, content

"""Every word of a Word file comes out once, in order, in either version: against another walk of the XML.

The other walk knows nothing of runs, styles and lists: it goes down the tree with the standard library's parser and
keeps what is to be kept. Files are made of all that may hold words, within each other; real ones are walked as well.
"""

import io
import re
import zipfile
from collections import Counter
from pathlib import Path
from random import Random
from xml.etree import ElementTree as ET

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from precedent.reading import word
from precedent.resolution import Resolution
from precedent.review import Comment, TrackedChange, Version
from tests import word_samples as made
from tests.word_returned import ADA, BO, ENACTING, closes, opens
from tests.word_samples import run

LOOKS = ("", "<w:i/>", "<w:b/>", '<w:rStyle w:val="X"/>')


class Maker:
    """Makes texts whose words are all different."""

    def __init__(self, by: Random) -> None:
        self.by = by
        self.count = 0
        self.comments = 0

    def word(self) -> str:
        self.count += 1
        return f"w{self.count}x"

    def said(self) -> str:
        return run(f"{self.word()} {self.word()} ", self.by.choice(LOOKS))

    def gone(self, name: str, by: str) -> str:
        inside = self.said()
        if name == "del":
            inside = inside.replace("w:t>", "w:delText>").replace("<w:t ", "<w:delText ")
        return f"<w:{name} {by}>{inside}</w:{name}>"

    def piece(self, depth: int = 0) -> str:
        kind = self.by.randrange(9 if depth < 3 else 4)
        if kind < 2:
            return self.said()
        if kind == 2:
            parts = self.by.choice(("<w:tab/>", "<w:br/>", "<w:noBreakHyphen/>", "<w:softHyphen/>"))
            return f"<w:r><w:t>{self.word()}</w:t>{parts}<w:t>{self.word()}</w:t></w:r>" + run(" ")
        author = self.by.choice((ADA, BO))
        if kind == 3:
            both = f"<w:ins {author}>{self.said()}{self.gone('del', BO)}</w:ins>"
            return self.by.choice((self.gone("del", author), self.gone("moveFrom", author), both))
        inside = "".join(self.piece(depth + 1) for _ in range(self.by.randint(1, 2)))
        self.comments += 1
        return self.by.choice(
            (
                f"<w:ins {author}>{inside}</w:ins>",
                f"<w:moveTo {author}>{inside}</w:moveTo>",
                f'<w:hyperlink w:anchor="a">{inside}</w:hyperlink>',
                f"<w:sdt><w:sdtPr/><w:sdtContent>{inside}</w:sdtContent></w:sdt>",
                f"<w:smartTag><w:smartTagPr/>{inside}</w:smartTag>",
                f"<w:customXml>{inside}</w:customXml>",
                f"<w:dir>{inside}</w:dir>",
                f'<w:fldSimple w:instr=" REF x ">{inside}</w:fldSimple>',
                self.field(inside),
                opens(self.comments) + inside + closes(self.comments),
            )
        )

    def field(self, inside: str) -> str:
        mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
        code = "<w:r><w:instrText>REF hidden</w:instrText></w:r>"
        return mark.format("begin") + code + mark.format("separate") + inside + mark.format("end")

    def paragraph(self, depth: int = 0) -> str:
        pieces = "".join(self.piece() for _ in range(self.by.randint(1, 4)))
        if self.by.random() < 0.15 and depth < 2:
            box = f"<w:txbxContent>{self.paragraph(depth + 1)}</w:txbxContent>"
            pieces += (
                f"<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>"
                f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
            )
        mark = self.by.choice(("ins", "del", "moveFrom", "moveTo"))
        # A box stands below its paragraph, with all that goes on in it: the other walk does not look so far ahead.
        joins = self.by.random() < 0.2 and "txbxContent" not in pieces
        ended = f"<w:rPr><w:{mark} {BO}/></w:rPr>" if joins else ""
        return f"<w:p><w:pPr>{ended}</w:pPr>{run(f'Noting {self.word()} ')}{pieces}</w:p>"

    def block(self, depth: int = 0) -> str:
        kind = self.by.random()
        if kind < 0.15 and depth < 2:
            return f"<w:sdt><w:sdtContent>{self.block(depth + 1)}</w:sdtContent></w:sdt>"
        if kind < 0.35 and depth < 2:
            rows = "".join(self.row(depth) for _ in range(self.by.randint(1, 3)))
            return f"<w:tbl><w:tblPr/>{rows}</w:tbl>"
        return self.paragraph()

    def row(self, depth: int) -> str:
        cells = "".join(f"<w:tc>{self.block(depth + 1)}</w:tc>" for _ in range(self.by.randint(1, 3)))
        mark = self.by.choice(("ins", "del"))
        return (
            f"<w:tr>{f'<w:trPr><w:{mark} {ADA}/></w:trPr>' if self.by.random() < 0.2 else ''}{cells}</w:tr>"
        )

    def file(self) -> bytes:
        return made.word(ENACTING, *(self.block() for _ in range(self.by.randint(1, 6))))


FILES = st.integers(0, 2**32).map(lambda seed: Maker(Random(seed)).file())

GONE = {"accepted": {"del", "moveFrom"}, "original": {"ins", "moveTo"}}
HEADING_WORDS = {"Agenda", "agenda", "item", "items", "Item", "Items", "Report", "of", "the"} | {
    "preliminary",
    "list",
}
"""Words round a symbol or a number in the lines above a title: the masthead keeps what they tell."""
SIGNS = {"tab": " ", "br": " ", "noBreakHyphen": "-"}


def walked(element: ET.Element, version: Version, boxes: list[str]) -> str:
    """The words in an element; those of boxes come after the paragraph that they are anchored in."""
    name = element.tag.rpartition("}")[2]
    marks = {each.tag.rpartition("}")[2] for each in element.findall("./{*}trPr/{*}*")}
    if name in GONE[version] or marks & GONE[version] or name in ("Fallback", "instrText", "pPr", "rPr"):
        return ""
    if name in ("t", "delText"):
        return element.text or ""
    own: list[str] = [] if name in ("p", "txbxContent") else boxes
    inside = "".join(walked(each, version, own) for each in element)
    if name == "txbxContent":
        boxes.append(inside)
        return ""
    return SIGNS.get(name, "") + inside + ("".join(own) + " " if name == "p" else "")


def words(text: str) -> list[str]:
    return re.findall(r"w\d+x", text)


def read_words(found: Resolution) -> list[str]:
    return words(" ".join(p.text for p in found.paragraphs))


def wanted_words(data: bytes, version: Version) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        tree = ET.fromstring(archive.read("word/document.xml"))  # noqa: S314 - our own file
    return words(walked(tree, version, []))


@given(FILES)
@settings(max_examples=120)
def test_every_word_once_and_in_order_in_either_version(data: bytes) -> None:
    versions: tuple[Version, Version] = ("accepted", "original")
    for version in versions:
        found = word.read(data, "x.docx", version)
        assert read_words(found) == wanted_words(data, version)
        places: list[Comment | TrackedChange] = [*found.comments, *found.changes]
        for place in places:
            whole = found.text_at(place.label) or ""
            assert 0 <= place.start <= place.end <= len(whole)
        for change in found.changes:
            if change.start < change.end:
                text = found.text_at(change.label) or ""
                assert text[change.start : change.end] == change.text


@given(FILES)
@example(Maker(Random(81990)).file())  # a row taken out of a table within a table
@settings(max_examples=60)
def test_the_changes_lead_from_one_version_to_the_other(data: bytes) -> None:
    """Words of one version without those that it alone has are those of the other without its own."""
    accepted, original = word.read(data), word.read(data, version="original")
    both = []
    for found in (accepted, original):
        alone = {each for c in found.changes if c.start < c.end for each in words(c.text)}
        both.append([each for each in read_words(found) if each not in alone])
    assert set(both[0]) == set(both[1])
    told = {each for c in accepted.changes for each in words(c.text)}
    assert set(read_words(accepted)) ^ set(read_words(original)) <= told


@pytest.mark.parametrize("version", ["accepted", "original"])
def test_issued_files_keep_every_word(shared: Path, version: Version) -> None:
    for path in sorted((shared / "corpus" / "docx").glob("*.docx")):
        data = path.read_bytes()
        with zipfile.ZipFile(path) as archive:
            tree = ET.fromstring(archive.read("word/document.xml"))  # noqa: S314 - at hand
        found = word.read(data, path.name, version)
        head = found.masthead
        above = [found.title, head.committee, head.session, head.agenda_item, head.agenda_title]
        kept = re.findall(
            r"\w+",
            " ".join(
                [
                    *(each or "" for each in above),
                    *(f"{p.number or ''} {p.text}" for p in found.paragraphs),
                    *(f"{note.marker} {note.text}" for note in found.footnotes),
                    *(remark.text for remark in found.remarks),
                ]
            ),
        )
        spoken = re.findall(r"\w+", walked(tree, version, []).replace("\u2011", "-").replace("\xad", ""))
        have, want = Counter(kept), Counter(spoken)
        lost = {each for each in want if want[each] > have[each]}
        assert lost <= HEADING_WORDS, path.name

"""Hostile Word files: each is read or refused with one line, in seconds, and nothing elsewhere is opened."""

import io
import struct
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from precedent.errors import UnreadableFileError
from precedent.reading import read_bytes
from precedent.resolution import Resolution
from tests import word_samples as made
from tests.word_returned import ENACTING, SEPARATORS, called, closes, comment, inserted, note, opens
from tests.word_samples import listed, paragraph, run, with_part

SECONDS = 5.0


def tried(data: bytes) -> Resolution | str:
    """What is read, or the line with which it is refused; within the time that is allowed."""
    started = time.process_time()  # not what other programs on the machine take
    found: Resolution | str
    try:
        found = read_bytes(data, "draft.docx")
    except UnreadableFileError as refused:
        found = str(refused)
    assert time.process_time() - started < SECONDS
    if isinstance(found, str):
        assert found.startswith("draft.docx: ")
        assert "\n" not in found
    return found


def body(content: str) -> bytes:
    return made.word(ENACTING, content)


# What unpacks to more than it looks


@pytest.mark.parametrize("size", [60_000_000, 100_000_000])
def test_a_zip_bomb(size: int) -> None:
    assert "unpacks to far more" in str(tried(with_part(body(""), "word/document.xml", b" " * size)))


def test_bombs_in_parts_that_no_text_needs_are_never_unpacked() -> None:
    data = with_part(body(paragraph("Noting it,")), "word/media/image1.png", b"\0" * 60_000_000)
    assert isinstance(tried(data), Resolution)


def test_a_size_that_lies() -> None:
    data = bytearray(body(paragraph("Noting it,")))
    at = data.rfind(b"PK\x01\x02", 0, data.rfind(b"word/document.xml"))
    struct.pack_into("<I", data, at + 24, 2**31)
    assert isinstance(tried(bytes(data)), Resolution)
    struct.pack_into("<I", data, at + 24, 1)
    assert "damaged" in str(tried(bytes(data)))


def test_many_parts_that_are_large_together() -> None:
    parts = {f"header{number}": "<w:p/>" * 90_000 for number in range(5)}
    data = made.word(ENACTING, **parts)
    kinds = made.W.replace("wordprocessingml/2006/main", "officeDocument/2006/relationships")
    links = "".join(
        f'<Relationship Id="{name}" Target="{name}.xml" Type="{kinds}/header"/>' for name in parts
    )
    data = with_part(data, "word/_rels/document.xml.rels", f"<Relationships>{links}</Relationships>")
    assert "unpacks to far more" in str(tried(data))


# Entities


LAUGHS = "".join(
    f'<!ENTITY l{level} "{f"&l{level - 1};" * 10 if level else "lol" * 10}">' for level in range(10)
)


@pytest.mark.parametrize(
    "declared",
    [
        LAUGHS + '<!ENTITY e "&l9;">',
        '<!ENTITY e SYSTEM "file:///etc/passwd">',
        '<!ENTITY e SYSTEM "http://127.0.0.1:9/x">',
        '<!ENTITY % p SYSTEM "file:///etc/passwd"> %p; <!ENTITY e "x">',
        '<!ENTITY e "&e;">',
    ],
)
def test_entities_are_named_and_never_resolved(declared: str) -> None:
    text = made.root("document", f"<w:body>{ENACTING}{paragraph('Noting &e; lamps,')}</w:body>")
    found = tried(with_part(body(""), "word/document.xml", f"<!DOCTYPE x [{declared}]>{text}"))
    assert "lol" not in repr(found)
    assert "root:" not in repr(found)
    assert isinstance(found, Resolution)
    assert "lamps," in found.paragraphs[0].text or "is damaged" in found.remarks[0].text


# Shapes that no program writes


@pytest.mark.parametrize(
    "name", ["w:sdt", "w:ins", "w:del", "w:tbl", "w:p", "w:r", "mc:AlternateContent", "w:pict"]
)
def test_a_hundred_thousand_levels(name: str) -> None:
    deep = f"<{name}>" * 100_000 + run("deep") + f"</{name}>" * 100_000
    assert tried(body(paragraph("Noting it", deep, ",")))


def test_tables_and_boxes_within_each_other() -> None:
    inside = paragraph("core")
    for number in range(40):
        inside = (
            f"<w:tbl><w:tr><w:tc>{inside}</w:tc></w:tr></w:tbl>"
            if number % 2
            else paragraph(f"<w:r><w:pict><w:txbxContent>{inside}</w:txbxContent></w:pict></w:r>")
        )
    found = tried(body(inside))
    assert repr(found).count("core") >= 1


def test_fields_that_never_end_or_never_began() -> None:
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    for kinds in (["begin"] * 9000, ["end"] * 9000, ["separate"] * 9000, ["begin", "separate"] * 4000):
        marks = "".join(map(mark.format, kinds))
        found = tried(body(paragraph("Noting ", marks, "it,") + paragraph("Noting more,")))
        assert isinstance(found, Resolution)
        assert found.paragraphs[-1].text == "Noting more,"


def test_styles_and_lists_that_rest_on_each_other() -> None:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="S{number}"><w:basedOn w:val="S{(number + 1) % 500}"/></w:style>'
        for number in range(500)
    )
    lists = (
        '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="A"/><w:styleLink w:val="A"/></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    text = paragraph("Noting it,", properties='<w:pStyle w:val="S7"/>') + listed("Notes it.")
    found = tried(made.word(ENACTING, text, styles=styles, numbering=lists))
    assert isinstance(found, Resolution)
    assert [p.text for p in found.paragraphs] == ["Noting it,", "Notes it."]


def test_parts_that_refer_to_each_other() -> None:
    kind = made.R
    links = "".join(
        f'<Relationship Id="{name}" Target="{target}" Type="{kind}/{name}"/>'
        for name, target in (
            ("footnotes", "document.xml"),
            ("header", "document.xml"),
            ("comments", "document.xml"),
        )
    )
    data = with_part(
        body(paragraph("Noting it", called(1), ",")),
        "word/_rels/document.xml.rels",
        f"<Relationships>{links}</Relationships>",
    )
    found = tried(data)
    assert isinstance(found, Resolution)
    assert found.paragraphs[0].text == "Noting it,"


def test_members_that_are_there_twice_or_have_odd_names() -> None:
    data = io.BytesIO(body(paragraph("Noting it,")))
    again = made.root("document", f"<w:body>{ENACTING}</w:body>")
    with zipfile.ZipFile(data, "a") as archive:
        archive.writestr("../../etc/absolute", "x")
        archive.writestr("/etc/absolute", "x")
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("word/document.xml", again)
    assert isinstance(tried(data.getvalue()), Resolution)
    assert not Path("/etc/absolute").exists()


def test_numbers_beyond_all_counting() -> None:
    vast = f'<w:abstractNum w:abstractNumId="0">{made.USUAL.replace("1", "999999999", 2)}</w:abstractNum>'
    lists = vast + '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    text = listed("Notes it;", level=8) + listed("Notes more.", number=99999999999)
    assert isinstance(tried(made.word(ENACTING, text, numbering=lists)), Resolution)


def test_links_to_templates_and_files_are_never_followed() -> None:
    """A file that asks for a template, a picture and a text elsewhere: no socket and no file is opened for it."""
    targets = "".join(
        f'<Relationship Id="{kind}" TargetMode="External" Target="{target}" Type="{made.R}/{kind}"/>'
        for kind in ("attachedTemplate", "image", "aFChunk", "subDocument", "footnotes", "header")
        for target in ("http://127.0.0.1:9/x", "file:///etc/passwd", r"\\127.0.0.1\x")
    )
    data = with_part(
        body(paragraph("Noting it,") + '<w:altChunk r:id="aFChunk"/><w:subDoc r:id="subDocument"/>'),
        "word/_rels/document.xml.rels",
        f"<Relationships>{targets}</Relationships>",
    )
    program = (
        "import sys\n"
        "from precedent.reading import read_bytes\n"
        "data = sys.stdin.buffer.read()\n"
        "read_bytes(data, 'warm.docx')\n"  # what is imported on the way was opened before
        "def watch(event, told):\n"
        "    if event.startswith(('socket.', 'subprocess.')) or event == 'open':\n"
        "        raise SystemExit(f'{event} {told}')\n"
        "sys.addaudithook(watch)\n"
        "found = read_bytes(data, 'x.docx')\n"
        "assert found.paragraphs[0].text == 'Noting it,'\n"
    )
    done = subprocess.run([sys.executable, "-c", program], input=data, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


# Long ones


def long(count: int) -> bytes:
    text = "".join(paragraph(f"Noting lamp {at}", called(at + 1), ",") for at in range(count))
    notes = "".join(note(at + 1, f"Note of lamp {at}.") for at in range(count))
    return made.word(ENACTING, text, footnotes=SEPARATORS + notes)


def test_ten_thousand_paragraphs_with_ten_thousand_notes() -> None:
    seconds = {}
    for count in (2_500, 10_000):
        data = long(count)
        started = time.process_time()
        found = tried(data)
        seconds[count] = time.process_time() - started
        assert isinstance(found, Resolution)
        assert [call.marker for p in found.paragraphs for call in p.notes] == [
            str(at + 1) for at in range(count)
        ]
        assert found.footnotes[-1].text == f"Note of lamp {count - 1}."
    assert seconds[10_000] < 9 * seconds[2_500]  # four times as long, and no worse than twice that


def test_ten_thousand_comments_and_changes() -> None:
    text = "".join(
        paragraph("Noting ", opens(at), inserted(run(f"lamp {at}")), closes(at), ",") for at in range(5_000)
    )
    found = tried(made.word(ENACTING, text, comments="".join(comment(at, "x") for at in range(5_000))))
    assert isinstance(found, Resolution)
    assert (len(found.comments), len(found.changes)) == (5_000, 5_000)
    assert found.comments[-1].label == "PP5000"


def test_one_paragraph_of_everything() -> None:
    pieces = "".join(inserted(run(f"w{at} ", "<w:i/>" if at % 2 else "<w:b/>")) for at in range(20_000))
    assert isinstance(tried(body(paragraph("Noting ", pieces, ","))), Resolution)

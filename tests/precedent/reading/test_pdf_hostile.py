"""PDFs made to harm, or that hold more than a text: what is in them is read or refused, and nothing else happens."""

import time
import zlib

import pytest

from precedent.errors import UnreadableFileError
from precedent.reading import read_bytes
from tests.pdf_samples import LEFT, Piece, document, drawn, link, packed, pages, web

WORDS = drawn([Piece(LEFT, 700, 10, "", "Lamps shine, see the page")])
BOX = (LEFT, 695.0, 400.0, 712.0)
SCAN = b"q 612 0 0 792 0 0 cm /Im Do Q"


def refusal(data: bytes) -> str:
    began = time.process_time()
    with pytest.raises(UnreadableFileError) as refused:
        read_bytes(data, "lamps.pdf")
    assert time.process_time() - began < 5
    assert "\n" not in str(refused.value)
    return str(refused.value)


def test_a_locked_pdf_says_so() -> None:
    keys = b"/Encrypt<</Filter/Standard/V 1/R 2/O(%b)/U(%b)/P -4>>/ID[(a)(a)]" % (b"x" * 32, b"y" * 32)
    assert "locked with a password" in refusal(pages([WORDS], trailer=keys))


def test_a_pdf_locked_in_an_unknown_way_says_so() -> None:
    assert "locked in a way that is not known" in refusal(
        pages([WORDS], trailer=b"/Encrypt<</Filter/Lamps>>")
    )


def test_scanned_pages_are_told() -> None:
    assert "ocrmypdf" in refusal(pages([SCAN, SCAN]))
    found = read_bytes(pages([WORDS, SCAN, WORDS, SCAN, b""]), "x")
    (remark,) = found.remarks
    assert remark.text.startswith("Pages 2, 4 are pictures without words")
    assert "ocrmypdf" in remark.text


@pytest.mark.parametrize(
    "action",
    [
        b"/S/JavaScript/JS(app.alert\\(1\\))",
        b"/S/Launch/F(calc.exe)",
        b"/S/GoToR/F(other.pdf)/D[0/Fit]",
        b"/S/SubmitForm/F(http://example.org)",
        web("javascript:alert(1)"),
        web("file:///etc/passwd"),
        web("lamps"),
        web("https://example.org/a b"),
    ],
)
def test_only_addresses_are_kept_of_links(action: bytes) -> None:
    found = read_bytes(pages([WORDS], annotations=[link(BOX, action)]), "x")
    assert found.paragraphs[0].text == "Lamps shine, see the page"
    assert found.paragraphs[0].links == ()


@pytest.mark.parametrize(
    "catalogue",
    [
        b"/OpenAction<</S/JavaScript/JS(app.alert(1))>>",
        b"/OpenAction<</S/Launch/F(calc.exe)>>/AA<</WC<</S/JavaScript/JS(1)>>>>",
        b"/Names<</EmbeddedFiles<</Names[(a.exe)<</Type/Filespec/F(a.exe)/EF<</F 4 0 R>>>>]>>>>",
        b"/AcroForm<</XFA(<xdp/>)/Fields[]>>",
    ],
)
def test_scripts_programs_and_files_within_are_left_alone(catalogue: bytes) -> None:
    assert read_bytes(pages([WORDS], catalogue=catalogue), "x") == read_bytes(pages([WORDS]), "x")


def test_a_hundred_thousand_pages_are_refused_without_reading_them() -> None:
    kids = b"3 0 R " * 100_000
    tree = b"<</Type/Pages/Kids[%b]/Count 100000/MediaBox[0 0 612 792]>>" % kids
    page = b"<</Type/Page/Parent 2 0 R/Contents 4 0 R>>"
    data = document([b"<</Type/Catalog/Pages 2 0 R>>", tree, page, packed(WORDS)])
    assert "100000 pages" in refusal(data)


def test_a_count_of_pages_that_lies_is_no_harm() -> None:
    data = pages([WORDS]).replace(b"/Count 1/", b"/Count 99999999/")
    assert read_bytes(data, "x").paragraphs[0].text == "Lamps shine, see the page"


@pytest.mark.parametrize("depth", [50, 5_000])
def test_pages_deep_in_a_tree(depth: int) -> None:
    objects = [b"<</Type/Catalog/Pages 2 0 R>>"]
    objects += [
        b"<</Type/Pages/Kids[%d 0 R]/Count 1/MediaBox[0 0 612 792]>>" % n for n in range(3, depth + 3)
    ]
    objects.append(b"<</Type/Page/Parent %d 0 R/Contents %d 0 R>>" % (depth + 1, depth + 3))
    began = time.process_time()
    try:
        read_bytes(document([*objects, packed(WORDS)]), "x")
    except UnreadableFileError as problem:
        assert "\n" not in str(problem)  # noqa: PT017 - the depth decides which of both it is
    assert time.process_time() - began < 5


def test_a_tree_of_pages_that_holds_itself() -> None:
    tree = b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 9>>"
    assert refusal(document([b"<</Type/Catalog/Pages 2 0 R>>", tree]))


@pytest.mark.parametrize("inner", [5, 6])
def test_forms_within_forms_without_end(inner: int) -> None:
    drawing = b"/X Do " * 50
    form = b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X %d 0 R>>>>/Length %d>>"
    form += b"stream\n%b\nendstream"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 612 792]>>",
        b"<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>>>",
        packed(drawing),
        form % (inner, len(drawing), drawing),
        form % (7, len(drawing), drawing),
        form % (8, len(drawing), drawing),
        form % (9, len(drawing), drawing),
    ]
    assert "without end" in refusal(document(objects))


def test_brackets_within_brackets() -> None:
    began = time.process_time()
    found = read_bytes(pages([WORDS + b"\n" + b"[" * 100_000 + b"<<" * 100_000]), "x")
    assert found.paragraphs[0].text == "Lamps shine, see the page"
    assert time.process_time() - began < 5


def test_thousands_of_links_over_one_line() -> None:
    box = link(BOX, web("https://example.org/"))
    began = time.process_time()
    found = read_bytes(pages([WORDS], annotations=[box] * 5_000), "x")
    assert len(found.paragraphs[0].links) == 1
    assert time.process_time() - began < 5


def test_a_stream_that_unpacks_without_end() -> None:
    bomb = zlib.compress(b"0 " * 50_000_000, 9)
    stream = b"<</Length %d/Filter/FlateDecode>>stream\n%b\nendstream" % (len(bomb), bomb)
    assert "unpacks to more" in refusal(pages([WORDS]).replace(packed(WORDS), stream))

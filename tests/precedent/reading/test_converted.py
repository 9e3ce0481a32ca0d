"""Old Word files, rich text and OpenDocument: known by their content, read through LibreOffice where it is there."""

import http.server
import io
import threading
import zipfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from assistant.export import exported
from precedent import office
from precedent.errors import UnreadableFileError
from precedent.reading import Format, choose, read_bytes, word
from precedent.resolution import Resolution
from tests.assistant.export.made_up import DRAFT
from tests.compound_samples import compound
from tests.precedent.reading.test_reading import zipped
from tests.word_returned import returned

needs_libreoffice = pytest.mark.skipif(office.program() is None, reason="LibreOffice is not installed here")

RICH = rb"{\rtf1\ansi\pard The General Assembly,\par {\i Noting} the lamps,\par}"

_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
_SPACES = " ".join(
    f'xmlns:{name}="{_OASIS}{space}:1.0"'
    for name, space in (
        ("office", "office"),
        ("text", "text"),
        ("draw", "drawing"),
        ("svg", "svg-compatible"),
    )
)
_TYPE = "application/vnd.oasis.opendocument.text"


def open_document(address: str) -> bytes:
    """A text with a picture that is to be fetched from there."""
    picture = (
        '<draw:frame text:anchor-type="as-char" svg:width="2cm" svg:height="2cm">'
        f'<draw:image xlink:href="{address}/picture.png" xlink:type="simple" xlink:actuate="onLoad"/></draw:frame>'
    )
    content = (
        f'<office:document-content {_SPACES} xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.2">'
        "<office:body><office:text><text:p>The General Assembly,</text:p>"
        f"<text:p>Noting {picture}the lamps,</text:p><text:p>1.<text:tab/>Decides to go on.</text:p>"
        "</office:text></office:body></office:document-content>"
    )
    listed = "".join(
        f'<m:file-entry m:full-path="{path}" m:media-type="{kind}"/>'
        for path, kind in (("/", _TYPE), ("content.xml", "text/xml"))
    )
    manifest = f'<m:manifest xmlns:m="{_OASIS}manifest:1.0">{listed}</m:manifest>'
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("mimetype", _TYPE)
        archive.writestr("META-INF/manifest.xml", manifest)
        archive.writestr("content.xml", content)
    return data.getvalue()


@pytest.mark.parametrize("name", ["x.docx", "x.txt", "x"])
@pytest.mark.parametrize(
    ("data", "form"),
    [
        (compound("WordDocument", "1Table"), Format.OLD_WORD),
        (compound("WordDocument", deeper=("Workbook",)), Format.OLD_WORD),
        (RICH, Format.RICH_TEXT),
        (open_document(""), Format.OPEN_DOCUMENT),
    ],
)
def test_the_content_tells_the_format(data: bytes, form: Format, name: str) -> None:
    assert choose(data, name) is form


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (compound("Workbook"), "is an Excel file"),
        (compound("Workbook", deeper=("WordDocument",)), "is an Excel file"),
        (compound("PowerPoint Document"), "is a PowerPoint file"),
        (compound("__properties_version1.0", deeper=("WordDocument",)), "is an Outlook message"),
        (compound("EncryptedPackage", "EncryptionInfo"), "locked with a password"),
        (
            compound("WordDocument", content=b"\xec\xa5" + bytes(9) + b"\x01" + bytes(4000)),
            "locked with a password",
        ),
        (compound("Contents"), "damaged or of a kind that is not read"),
        (compound("WordDocument")[:700], "damaged or of a kind that is not read"),
        (b"\xd0\xcf\x11\xe0" + b"\x01" * 5000, "damaged or of a kind that is not read"),
        (zipped("[Content_Types].xml", "xl/workbook.xml"), "is a spreadsheet"),
    ],
)
def test_what_other_programs_wrote_is_named(data: bytes, what: str) -> None:
    with pytest.raises(UnreadableFileError, match=what) as refused:
        read_bytes(data, "x.doc")
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("data", [compound("WordDocument"), RICH, open_document("")])
def test_without_libreoffice_the_message_says_what_would_help(
    data: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office, "program", lambda: None)
    with pytest.raises(UnreadableFileError, match=r"x: is .*LibreOffice.*not installed.*install it.*\.docx"):
        read_bytes(data, "x")


@needs_libreoffice
def test_what_libreoffice_cannot_open_is_refused() -> None:
    with pytest.raises(UnreadableFileError, match=r"^x\.doc: is an old Word file .* save it as \.docx"):
        read_bytes(compound("WordDocument", content=b"nonsense" * 600), "x.doc")


@pytest.fixture
def asked() -> Iterator[tuple[str, list[str]]]:
    """A server on this machine, and what it was asked for."""
    paths: list[str] = []

    class Server(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            paths.append(self.path)
            self.send_error(404)

        def __getattr__(self, name: str) -> object:
            if name.startswith("do_"):  # HEAD, OPTIONS, PROPFIND: it asks in many ways
                return self.do_GET
            raise AttributeError(name)

        def log_message(self, *told: object) -> None:
            """Say nothing."""

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Server) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}", paths
        server.shutdown()
        thread.join()


@needs_libreoffice
def test_two_at_once_and_nothing_is_fetched(asked: tuple[str, list[str]]) -> None:
    address, paths = asked
    # In .doc LibreOffice loses the mark that calls a note again.
    called: set[str] = set()
    paragraphs = []
    for paragraph in DRAFT.paragraphs:
        notes = tuple(call for call in paragraph.notes if call.marker not in called)
        called |= {call.marker for call in notes}
        paragraphs.append(replace(paragraph, notes=notes))
    given, _ = exported(replace(DRAFT, paragraphs=tuple(paragraphs)), ".docx")
    old = office.converted(given, "docx", "doc")
    assert choose(old, "x") is Format.OLD_WORD
    with ThreadPoolExecutor(2) as pool:
        first = pool.submit(read_bytes, old, "x.doc")
        second = pool.submit(read_bytes, open_document(address), "x.odt")
        found, other = first.result(), second.result()
    same_words(found, word.read(given))
    assert "is an old Word file (.doc); it was read through LibreOffice" in found.remarks[0].text
    assert [(p.label, p.text) for p in other.paragraphs] == [
        ("PP1", "Noting the lamps,"),
        ("OP1", "Decides to go on."),
    ]
    assert paths == []


def same_words(found: Resolution, wanted: Resolution) -> None:
    assert [(p.label, p.text, p.notes) for p in found.paragraphs] == [
        (p.label, p.text, p.notes) for p in wanted.paragraphs
    ]
    assert [(n.marker, n.text) for n in found.footnotes] == [(n.marker, n.text) for n in wanted.footnotes]
    assert (found.title, found.enacting, found.masthead) == (wanted.title, wanted.enacting, wanted.masthead)


@needs_libreoffice
def test_a_returned_draft_that_libreoffice_saved() -> None:
    """What a delegation without Word sends back: changes, authors and comments as they were."""
    wanted, found = word.read(returned()), word.read(office.converted(returned(), "docx", "docx"))
    assert [p.text for p in found.paragraphs if p.text != "boxed words"] == [
        p.text for p in wanted.paragraphs if p.text != "boxed words"
    ]
    assert [(c.kind, c.text, c.author, c.date) for c in found.changes] == [
        (c.kind, c.text, c.author, c.date) for c in wanted.changes
    ]
    assert {(c.label, c.text, c.author) for c in found.comments} <= {
        (c.label, c.text, c.author) for c in wanted.comments
    }
    assert [p.links for p in found.paragraphs if p.links] == [p.links for p in wanted.paragraphs if p.links]
    assert found.title_notes == wanted.title_notes

"""The front door: what a file is shows in its content, and what is no text is refused in one line."""

import io
import os
import tarfile
import zipfile
from pathlib import Path

import pytest

from precedent.errors import UnreadableFileError
from precedent.reading import LARGEST, Format, choose, read, read_bytes
from tests.akn_samples import text

PLAIN = "The General Assembly,\n\nNoting the lamps,\n\n1. Decides to go on.\n"


def zipped(*names: str) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return data.getvalue()


def tarred() -> bytes:
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode="w") as archive:
        archive.addfile(tarfile.TarInfo("a"))
    return data.getvalue()


@pytest.mark.parametrize("name", ["made-up.xml", "made-up.txt", "made-up.pdf", "made-up"])
@pytest.mark.parametrize(
    ("data", "form"),
    [
        (text(), Format.AKN),
        (b"\n<?xml version='1.0'?>\n<!-- a copy -->\n" + text(), Format.AKN),
        (text().decode().encode("utf-16"), Format.AKN),
        (text()[900:], Format.AKN),
        (PLAIN.encode(), Format.PLAIN),
        (PLAIN.encode("utf-16"), Format.PLAIN),
        (b"<3 lamps\n\nand a text", Format.PLAIN),
        (b"[on the report of the Second Committee]\n", Format.PLAIN),
        (b"---\nkind: draft resolution\n---\n\n*Noting* it,\n", Format.MARKDOWN),
        (b"*Noting* it,\n\n<!-- penholder: {} -->\n1. Goes on.\n", Format.MARKDOWN),
    ],
)
def test_the_content_decides(data: bytes, form: Format, name: str) -> None:
    assert choose(data, name) is form


def test_the_name_decides_only_between_text_and_markdown() -> None:
    assert choose(PLAIN.encode(), "draft.md") is Format.MARKDOWN


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "empty"),
        (b" \n\t\n", "empty"),
        (b"%PDF-1.7\n%\xe2\xe3", "is a PDF, but damaged"),
        (b"\n\n%PDF-1.7", "is a PDF, but damaged"),
        (zipped("word/document.xml"), "is a Word file"),
        (zipped("A_RES_1.xml"), "is an archive"),
        (tarred(), "is an archive"),
        (b"\xfd7zXZ\x00\x00", "is an archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "old Office file"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (bytes(range(256)) * 20, "binary"),
        (b"\0" * 5000, "binary"),
        (b"<!DOCTYPE html><html><body>Not found</body></html>", "web page"),
        (b"<?xml version='1.0'?><feed xmlns='x'><entry/></feed>", "holds no resolution"),
        (b'[{"symbol": "A/RES/81/7"}]', "JSON"),
        (b'{"symbol": "A/RES/81/7"}\n{"symbol": "A/RES/81/8"}\n', "JSON"),
    ],
)
@pytest.mark.parametrize("name", ["text.xml", "text.txt"])
def test_what_is_no_text_is_refused_in_one_line(data: bytes, what: str, name: str) -> None:
    with pytest.raises(UnreadableFileError, match=what) as refused:
        read_bytes(data, name)
    assert str(refused.value).startswith(f"{name}: ")
    assert "\n" not in str(refused.value)


def test_too_large() -> None:
    with pytest.raises(UnreadableFileError, match=r"^big: is larger than 50 MB"):
        read_bytes(b"a" * (LARGEST + 1), "big")


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match="there is no such file"):
        read(tmp_path / "none.xml")


def test_a_folder(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match="is a folder"):
        read(tmp_path)


def test_a_name_that_no_file_can_have() -> None:
    with pytest.raises(UnreadableFileError):
        read(Path("a\0b"))


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read everything"
)
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    file = tmp_path / "secret.xml"
    file.write_bytes(text())
    file.chmod(0)
    with pytest.raises(UnreadableFileError, match="may not be read"):
        read(file)


def test_a_file_is_read_whatever_its_name(tmp_path: Path) -> None:
    file = tmp_path / "wrong.txt"
    file.write_bytes(text())
    assert str(read(file).masthead.symbol) == "A/RES/81/7"


def test_text_in_all_three_formats_is_read() -> None:
    for data in (text(), PLAIN.encode(), b"---\nkind: draft resolution\n---\n\n1. *Decides* to go on.\n"):
        assert read_bytes(data, "x").operative


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"%!PS-Adobe-3.0\n", "PostScript"),
        (b"II*\x00\x08", "picture"),
        (b"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.text", "OpenDocument"),
        (b"PK\x03\x04[Content_Types].xml xl/workbook.xml", "spreadsheet"),
        (b"PK\x03\x04[Content_Types].xml ppt/presentation.xml", "presentation"),
        (b"\n <div><p>The General Assembly,</p></div>", "web page"),
        (
            b"From: Oz\nMIME-Version: 1.0\nContent-Type: multipart/related;\n boundary=x\n\n--x\n",
            "saved e-mail",
        ),
    ],
)
def test_what_is_no_text_says_what_it_is_under_any_name(data: bytes, said: str) -> None:
    for name in ("text.txt", "text.pdf", "text.docx", "text.xml"):
        with pytest.raises(UnreadableFileError, match=said):
            read_bytes(data, name)

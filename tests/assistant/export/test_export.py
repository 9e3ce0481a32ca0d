import re
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.draft import draft_of
from assistant.export import SUFFIXES, ExportError, export, exported
from assistant.export.html import page
from assistant.export.layout import lay_out
from precedent import office
from precedent.reading import read, word
from precedent.resolution import Resolution
from precedent.session import Organ
from tests.assistant.export.made_up import ADOPTED, DRAFT, parts

needs_libreoffice = pytest.mark.skipif(office.program() is None, reason="LibreOffice is not installed here")


@pytest.mark.parametrize("suffix", [s for s in SUFFIXES if s != ".pdf"])
def test_the_ending_of_the_name_chooses_the_form(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"lamps{suffix.upper()}"
    assert export(draft_of(DRAFT), path).path == path
    start = path.read_bytes()[:200]
    assert start.startswith(
        {".docx": b"PK", ".html": b"<!DOCTYPE html>", ".md": b"---", ".xml": b"<?xml"}[suffix]
    )
    assert [p.name for p in tmp_path.iterdir()] == [path.name]


def test_markdown_reads_back_as_the_same_words(tmp_path: Path) -> None:
    found = read(export(DRAFT, tmp_path / "lamps.md").path)
    assert [p.text for p in found.paragraphs] == [p.text for p in DRAFT.paragraphs]


def test_an_unknown_ending_names_those_that_there_are(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"no such form: \.odt; use one of \.docx, \.pdf"):
        export(DRAFT, tmp_path / "lamps.odt")


def test_a_folder_that_is_missing_is_said_and_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="could not be written"):
        export(DRAFT, tmp_path / "nowhere" / "lamps.docx")
    assert not list(tmp_path.iterdir())


def test_an_older_file_is_replaced_and_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "lamps.html"
    path.write_text("old")
    path.chmod(0o640)
    export(DRAFT, path)
    assert path.read_bytes().startswith(b"<!DOCTYPE")
    assert path.stat().st_mode & 0o777 == 0o640


def test_without_libreoffice_a_pdf_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "program", lambda: None)
    with pytest.raises(ExportError, match=r"LibreOffice, which is not installed here; .* \.docx"):
        exported(DRAFT, ".pdf")


@needs_libreoffice
def test_libreoffice_prints_every_word(tmp_path: Path) -> None:
    pdfplumber = pytest.importorskip("pdfplumber")
    path = export(DRAFT, tmp_path / "lamps.pdf").path
    with pdfplumber.open(path) as found:
        text = "\n".join(p.extract_text() for p in found.pages)
        sizes = {(p.width, p.height) for p in found.pages}
    assert sizes == {(612, 792)}
    assert "A/C.2/81/L.__" in text.replace("\n", "") or "/C.2/81/L.__" in text
    printed = set(re.findall(r"\w+", text))
    wanted = {w for _, words in DRAFT.places() for w in re.findall(r"\w+", words)}
    assert wanted <= printed
    assert re.search(r"^2\. Requests the Keeper", text, re.MULTILINE)
    assert re.search(r"^\(ii\) Colza oil;", text, re.MULTILINE)


def test_html_stands_alone_and_links_notes_both_ways() -> None:
    html = page(lay_out(DRAFT))
    assert not re.search(r"<script|<img|<link|@import|url\(", html)
    assert 'lang="en-GB"' in html
    assert "&amp; on &lt;at night&gt;" in html
    anchors = set(re.findall(r'\bid="([^"]+)"', html))
    assert set(re.findall(r'href="#([^"]+)"', html)) <= anchors
    assert len(anchors) == len(re.findall(r'\bid="', html))
    assert html.count("<h1>") == 1


def test_an_empty_text_is_a_page_all_the_same() -> None:
    assert exported(Resolution(), ".docx")
    assert "Draft resolution" in page(lay_out(Resolution()))


@pytest.mark.parametrize("form", [".docx", ".html"])
def test_an_item_that_is_not_known_yet_leaves_a_blank(form: str) -> None:
    waiting = replace(DRAFT, masthead=replace(DRAFT.masthead, agenda_item=None, agenda_title=None))
    data, _ = exported(waiting, form)
    if form == ".docx":
        assert "Agenda item\u00a0__" in parts(data)["word/document.xml"].decode()
        assert word.read(data).masthead.agenda_item is None
        assert not word.read(data).remarks
    else:
        assert "Agenda item\u00a0__" in data.decode()


def test_the_security_council_and_adopted_texts_have_no_blank_item() -> None:
    council = replace(DRAFT.masthead, organ=Organ.SECURITY_COUNCIL, agenda_item=None)
    adopted = replace(ADOPTED, masthead=replace(ADOPTED.masthead, agenda_item=None))
    for text in (replace(DRAFT, masthead=council), adopted):
        assert "__" not in parts(exported(text, ".docx")[0])["word/document.xml"].decode()

"""A document in the styles of another one."""

import io
import zipfile
from pathlib import Path

import pytest
from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Emu

from assistant.export import ExportError, Extras, export, exported
from assistant.export.word.house import dressed, house_of
from precedent.reading import word
from tests.assistant.export.made_up import DRAFT, W, part


def house(*names: str, wide: int | None = None) -> bytes:
    """A Word file with styles of those names, as a secretariat might keep one."""
    document = Document()
    for name in names:
        document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).font.name = "Garamond"
    if wide:
        document.sections[0].page_width = Emu(wide)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def test_styles_go_by_their_names() -> None:
    given = house_of(house("__Single Txt", "_ H_1"), "house.docx")
    assert given.ids["SingleTxt"] == "SingleTxt" or given.ids["SingleTxt"]
    assert "__Single Txt" not in given.lacks
    assert "Title_H1" in given.lacks
    assert b"Garamond" in given.styles


def test_every_style_that_is_used_is_there_once() -> None:
    data = dressed(exported(DRAFT, ".docx")[0], house_of(house("__Single Txt", "Session"), "house.docx"))
    ids = [s.get(f"{W}styleId") for s in part(data, "word/styles.xml").iter(f"{W}style")]
    assert len(set(ids)) == len(ids)
    for name in ("word/document.xml", "word/footnotes.xml", "word/header1.xml"):
        used = {e.get(f"{W}val") for tag in ("pStyle", "rStyle") for e in part(data, name).iter(f"{W}{tag}")}
        assert used <= set(ids)
    referred = {
        e.get(f"{W}val")
        for t in ("basedOn", "next", "link")
        for e in part(data, "word/styles.xml").iter(f"{W}{t}")
    }
    assert referred <= set(ids)
    defaults = [s for s in part(data, "word/styles.xml").iter(f"{W}style") if s.get(f"{W}default") == "1"]
    assert len({s.get(f"{W}type") for s in defaults}) == len(defaults)


def test_no_word_changes() -> None:
    plain = exported(DRAFT, ".docx")[0]
    found = word.read(dressed(plain, house_of(house("__Single Txt"), "house.docx")))
    wanted = word.read(plain)
    assert [(p.label, p.text) for p in found.paragraphs] == [(p.label, p.text) for p in wanted.paragraphs]
    assert found.footnotes == wanted.footnotes


def test_paper_comes_along() -> None:
    data = dressed(exported(DRAFT, ".docx")[0], house_of(house("__Single Txt", wide=7560310), "house.docx"))
    assert {s.get(f"{W}w") for s in part(data, "word/document.xml").iter(f"{W}pgSz")} == {"11906"}


def test_what_is_lacking_is_named(tmp_path: Path) -> None:
    (tmp_path / "house.docx").write_bytes(house("__Single Txt"))
    extras = Extras(house=tmp_path / "house.docx")
    assert "not in the template, so taken from ours: " in str(
        export(DRAFT, tmp_path / "a.docx", extras=extras)
    )


@pytest.mark.parametrize(
    ("data", "reason"),
    [(b"nothing", "a template is a"), (b"", "a template is a")],
)
def test_what_is_no_template_is_refused(tmp_path: Path, data: bytes, reason: str) -> None:
    (tmp_path / "house.docx").write_bytes(data)
    with pytest.raises(ExportError, match=reason):
        export(DRAFT, tmp_path / "a.docx", extras=Extras(house=tmp_path / "house.docx"))
    assert not (tmp_path / "a.docx").exists()


def test_a_template_that_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"house\.docx: there is no such file"):
        export(DRAFT, tmp_path / "a.docx", extras=Extras(house=tmp_path / "house.docx"))


def test_the_file_is_a_zip_that_opens() -> None:
    data = dressed(exported(DRAFT, ".docx")[0], house_of(house("__Single Txt"), "house.docx"))
    assert zipfile.ZipFile(io.BytesIO(data)).testzip() is None
    assert Document(io.BytesIO(data)).paragraphs

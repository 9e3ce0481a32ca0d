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
from assistant.export.word.residue import residue
from assistant.export.word.xml import element
from precedent.reading import word
from tests.assistant.export.made_up import DRAFT, W, part, parts
from tests.ooxml import faults


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


def placed(data: bytes, style: str) -> list[dict[str, str]]:
    """Where the paragraphs of a style stand by hand: what `w:ind` and `w:spacing` say."""
    found = []
    for properties in part(data, "word/document.xml").iter(f"{W}pPr"):
        used = properties.find(f"{W}pStyle")
        if used is not None and used.get(f"{W}val") == style:
            settings = [e for e in properties if e.tag in (f"{W}ind", f"{W}spacing")]
            found.append({str(k).partition("}")[2]: str(v) for e in settings for k, v in e.items()})
    return found


def indented(style: str, left: int) -> bytes:
    """A house whose text is indented, and whose style for titles says nothing of it."""
    document = Document(io.BytesIO(house("__Single Txt", style)))
    document.styles["__Single Txt"].paragraph_format.left_indent = Emu(left * 635)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def test_what_a_style_leaves_to_the_hand_stands_beside_the_text() -> None:
    data = dressed(exported(DRAFT, ".docx")[0], house_of(indented("Title_H1", 1267), "house.docx"))
    (title,) = placed(data, "Title_H1")
    assert (title["left"], title["right"], title["firstLine"]) == ("1267", "0", "0")
    assert (title["before"], title["after"]) == ("240", "240")
    assert faults(data) == []


def test_everything_moves_with_the_text_of_the_house() -> None:
    ours = exported(DRAFT, ".docx")[0]
    data = dressed(ours, house_of(indented("Title_H1", 2000), "house.docx"))
    by = 2000 - 1267

    def edges(of: bytes) -> list[int]:
        return [int(e.get(f"{W}left", "0")) for e in part(of, "word/numbering.xml").iter(f"{W}ind")]

    assert edges(data) == [edge + by for edge in edges(ours)]
    (sponsors,) = (
        s for s in part(data, "word/styles.xml").iter(f"{W}style") if s.get(f"{W}styleId") == "Sponsors"
    )
    indent = sponsors.find(f"{W}pPr/{W}ind")
    assert indent is not None
    assert indent.get(f"{W}left") == "2000"


def test_what_a_style_says_is_the_house_s() -> None:
    document = Document(io.BytesIO(indented("Title_H1", 1267)))
    form = document.styles["Title_H1"].paragraph_format
    form.left_indent, form.space_before = Emu(1500 * 635), Emu(0)
    stream = io.BytesIO()
    document.save(stream)
    data = dressed(exported(DRAFT, ".docx")[0], house_of(stream.getvalue(), "house.docx"))
    assert placed(data, "Title_H1") == [{}]


def test_sponsors_and_titles_stand_by_the_text_in_the_styles_of_the_united_nations(shared: Path) -> None:
    for template in sorted((shared / "corpus" / "docx").glob("*.docx")):
        given = house_of(template.read_bytes(), template.name)
        data = dressed(exported(DRAFT, ".docx")[0], given)
        for style in ("Sponsors", "TitleH1"):
            (found,) = placed(data, given.ids[style])
            assert (found["left"], found["right"], found["firstLine"]) == ("1267", "1267", "0")
        assert "Sponsors" in given.placing.names


def personal() -> bytes:
    """A template that is full of who worked on it."""
    document = Document(io.BytesIO(house("__Single Txt", "Title_H1")))
    document.core_properties.author = document.core_properties.last_modified_by = "Anna Wren"
    document.add_paragraph("Words of hers", style="__Single Txt")
    document.add_comment(document.paragraphs[-1].runs, text="Call me", author="Anna Wren", initials="AW")
    document.settings.element.append(element("w:rsids", None, element("w:rsid", {"w:val": "00AB12CD"})))
    for style in document.styles.element.findall(f"{W}style"):
        style.append(element("w:rsid", {"w:val": "00AB12CD"}))
    for paragraph in document.paragraphs:
        paragraph._p.set(f"{W}rsidR", "00AB12CD")
    stream = io.BytesIO()
    document.save(stream)
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr("docProps/custom.xml", "<properties>Anna Wren</properties>")
        archive.writestr("word/people.xml", "<people>Anna Wren</people>")
    return stream.getvalue()


def test_nothing_of_who_worked_on_a_template_comes_along(tmp_path: Path) -> None:
    assert {"comments", "custom properties", "a name (Anna Wren)", "numbers of editing sessions"} <= set(
        residue(personal())
    )
    (tmp_path / "house.docx").write_bytes(personal())
    data, _ = exported(DRAFT, ".docx", extras=Extras(house=tmp_path / "house.docx"))
    assert residue(data) == ()
    for content in parts(data).values():
        for trace in (b"Anna", b"Wren", b"00AB12CD", b"rsid", b"Words of hers"):
            assert trace not in content


def test_nothing_of_who_worked_on_them_comes_from_the_files_of_the_united_nations(shared: Path) -> None:
    for template in sorted((shared / "corpus" / "docx").glob("*.docx")):
        names = {told[8:-1] for told in residue(template.read_bytes()) if told.startswith("a name")}
        data, _ = exported(DRAFT, ".docx", extras=Extras(house=template))
        assert names
        assert residue(data) == ()
        for content in parts(data).values():
            assert not [name for name in names if name.encode() in content]


def test_a_template_whose_style_hides_words_is_refused(tmp_path: Path) -> None:
    document = Document(io.BytesIO(house("__Single Txt", "Title_H1")))
    document.styles["Title_H1"].font.hidden = True
    document.save(str(tmp_path / "house.docx"))
    with pytest.raises(
        ExportError, match=r"would carry hidden text\. It comes with the template .*house\.docx"
    ):
        export(DRAFT, tmp_path / "a.docx", extras=Extras(house=tmp_path / "house.docx"))


def test_fonts_that_a_template_embeds_stay_with_it() -> None:
    data = house("__Single Txt")
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as out:
        for name, content in parts(data).items():
            table = content.replace(
                b"</w:font>", b'<w:embedRegular r:id="rId9" w:fontKey="{0}"/></w:font>', 1
            )
            out.writestr(name, table if name == "word/fontTable.xml" else content)
    made = dressed(exported(DRAFT, ".docx")[0], house_of(stream.getvalue(), "house.docx"))
    assert b"embedRegular" not in parts(made)["word/fontTable.xml"]
    assert faults(made) == []


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

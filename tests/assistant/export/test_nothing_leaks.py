"""A draft made of a Word file that is full of other things leaves without any of them, in every form."""

import io
import zipfile
from pathlib import Path

import pypdfium2 as pdfium  # type: ignore[import-untyped]
import pytest

from assistant.export import CLEAN, exported
from assistant.export.word.residue import residue
from assistant.workbench import Workbench
from precedent import office
from tests.word_returned import SEPARATORS, closes, comment, deleted, field, inserted, note, opens
from tests.word_samples import NUMBERING, listed, paragraph, run, with_part, word

# Each stands in the file once, in a place of its own.
SECRETS = {
    "the words of a comment": "qx-remark",
    "who commented": "qx-commentator",
    "who changed": "qx-changer",
    "words that were taken out": "qx-taken-out",
    "a hidden word": "qx-hidden",
    "who made the file": "qx-creator",
    "who saved it last": "qx-saver",
    "the company": "qx-company",
    "a custom property": "qx-property",
    "custom XML": "qx-custom-xml",
    "a person": "qx-person",
    "an embedded file": "qx-embedded",
    "a number of an editing session": "00C0FFEE",
    "a path in a field": "qx-path",
    "a link to a file": "qx-linked",
    "a bookmark": "qx-bookmark",
    "what a picture is said to show": "qx-picture",
    "a variable": "qx-variable",
    "a template": "qx-template",
    "words of a note taken out": "qx-noted",
    "a tag of a control": "qx-tag",
}
_WORKED = "2026-11-01T09:30:00Z"


def by(who: str) -> str:
    return f'w:author="{SECRETS[who]}" w:date="{_WORKED}"'


def full() -> bytes:
    """A draft with all of them."""
    s = SECRETS
    first = paragraph(
        run("Noting", "<w:i/>"),
        opens(0),
        " that lamps burn",
        closes(0),
        deleted(s["words that were taken out"], by("who changed")),
        inserted(run(" brightly"), by("who changed")),
        run(s["a hidden word"], "<w:vanish/>"),
        field(f'INCLUDETEXT "C:\\\\{s["a path in a field"]}\\\\x.docx"', " in harbours"),
        f'<w:bookmarkStart w:id="7" w:name="{s["a bookmark"]}"/><w:bookmarkEnd w:id="7"/>',
        '<w:r><w:footnoteReference w:id="1"/></w:r>',
        ",",
    ).replace("<w:p>", f'<w:p w:rsidR="{s["a number of an editing session"]}">', 1)
    second = paragraph(
        f'<w:r><w:drawing><wp:docPr id="1" name="x" descr="{s["what a picture is said to show"]}"/></w:drawing></w:r>',
        f'<w:sdt><w:sdtPr><w:tag w:val="{s["a tag of a control"]}"/></w:sdtPr><w:sdtContent>',
        run("Recalling", "<w:i/>"),
        "</w:sdtContent></w:sdt>",
        " its lamps",
        '<w:hyperlink r:id="leak">',
        run(" and oil"),
        "</w:hyperlink>",
        ",",
    )
    body = (
        paragraph(run("Lamps of the harbour", "<w:b/>")),
        paragraph(run("The General Assembly", "<w:i/>"), ","),
        first,
        second,
        listed("Decides to meet."),
    )
    gone = deleted(s["words of a note taken out"], by("who changed"))
    data = word(
        *body,
        numbering=NUMBERING,
        footnotes=SEPARATORS + note(1, "See ", gone, "the annex."),
        comments=comment(0, s["the words of a comment"], by("who commented")),
    )
    core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="leak" TargetMode="External" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        f'relationships/hyperlink" Target="file:///C:/{s["a link to a file"]}.docx"/>'
    )
    own = zipfile.ZipFile(io.BytesIO(data)).read("word/_rels/document.xml.rels").decode()
    head, _, rest = own.partition("<Relationship ")
    more = relations.partition("<Relationship ")[2]
    parts = {
        "word/_rels/document.xml.rels": f"{head}<Relationship {more}<Relationship {rest}",
        "docProps/core.xml": f'<cp:coreProperties xmlns:cp="{core}" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:creator>{s['who made the file']}</dc:creator>"
        f"<cp:lastModifiedBy>{s['who saved it last']}</cp:lastModifiedBy></cp:coreProperties>",
        "docProps/app.xml": f"<Properties><Company>{s['the company']}</Company></Properties>",
        "docProps/custom.xml": f"<Properties><property>{s['a custom property']}</property></Properties>",
        "customXml/item1.xml": f"<x>{s['custom XML']}</x>",
        "word/people.xml": f"<people>{s['a person']}</people>",
        "word/embeddings/oleObject1.bin": s["an embedded file"],
        "word/settings.xml": '<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        f'<w:docVars><w:docVar w:name="x" w:val="{s["a variable"]}"/></w:docVars>'
        f'<w:attachedTemplate w:val="{s["a template"]}"/></w:settings>',
    }
    for name, content in parts.items():
        data = with_part(data, name, content)
    return data


def everything(data: bytes) -> bytes:
    """All bytes of a file, those of a packed one unpacked, its names too; of a PDF also its words and properties."""
    if data.startswith(b"%PDF"):
        document = pdfium.PdfDocument(data)
        words = [page.get_textpage().get_text_range() for page in document]
        return data + "\n".join((*words, *document.get_metadata_dict().values())).encode()
    if not data.startswith(b"PK"):
        return data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return b"\n".join(part for name in archive.namelist() for part in (name.encode(), archive.read(name)))


def test_the_file_has_every_one_of_them() -> None:
    assert not [what for what, secret in SECRETS.items() if secret.encode() not in everything(full())]


@pytest.mark.parametrize("form", [".docx", ".html", ".md", ".xml", ".pdf"])
def test_nothing_of_it_leaves(form: str, tmp_path: Path) -> None:
    if form == ".pdf" and office.program() is None:
        pytest.skip("LibreOffice is not installed here")
    path = tmp_path / "theirs.docx"
    path.write_bytes(full())
    draft = Workbench(tmp_path / "home").draft(path)
    assert [p.text for p in draft.resolution.paragraphs] == [
        "Noting that lamps burn brightly in harbours,",
        "Recalling its lamps and oil,",
        "Decides to meet.",
    ]
    data, _ = exported(draft, form, extras=CLEAN)
    assert not [what for what, secret in SECRETS.items() if secret.encode() in everything(data)]
    if form == ".docx":
        assert residue(data) == ()

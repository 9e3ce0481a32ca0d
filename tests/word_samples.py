"""Small made-up Word files, as XML in a zip."""

import io
import zipfile
from collections.abc import Iterable

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
_LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
BY = 'w:author="Ada" w:date="2026-11-01T00:00:00Z"'


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*content: str, properties: str = "") -> str:
    inside = "".join(part if part.startswith("<") else run(part) for part in content)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>"


def listed(text: str, number: int = 1, level: int = 0) -> str:
    counted = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return paragraph(text, properties=counted)


def root(name: str, content: str) -> str:
    return f"<w:{name} {_SPACES}>{content}</w:{name}>"


def packed(files: dict[str, str | bytes]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return data.getvalue()


def word(*body: str, **parts: str) -> bytes:
    """A Word file with that text; `parts` are others: `footnotes="<w:footnote …>"`, `header=…`."""
    files: dict[str, str | bytes] = {
        "[Content_Types].xml": _types(("document", *parts)),
        "_rels/.rels": _relations({"a": ("word/document.xml", "officeDocument")}),
        "word/document.xml": root("document", f"<w:body>{''.join(body)}</w:body>"),
    }
    inside = {}
    for name, content in parts.items():
        inside[name] = (f"{name}.xml", name)
        files[f"word/{name}.xml"] = root({"header": "hdr"}.get(name, name), content)
    files["word/_rels/document.xml.rels"] = _relations(inside)
    return packed(files)


def _types(parts: Iterable[str]) -> str:
    """What each part is, without which other programs do not open a file."""
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    found = "".join(
        f'<Override PartName="/word/{part}.xml" '
        f'ContentType="{word}.{"document.main" if part == "document" else part}+xml"/>'
        for part in parts
    )
    default = "application/vnd.openxmlformats-package.relationships+xml"
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Default Extension="rels" ContentType="{default}"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{found}</Types>'
    )


def _relations(targets: dict[str, tuple[str, str]]) -> str:
    found = "".join(
        f'<Relationship Id="{name}" Target="{target}" Type="{R}/{kind}"/>'
        for name, (target, kind) in targets.items()
    )
    return f'<Relationships xmlns="{_LINKS}">{found}</Relationships>'


def with_part(data: bytes, name: str, content: str | bytes) -> bytes:
    """The same file with one part replaced."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        files: dict[str, str | bytes] = {each: archive.read(each) for each in archive.namelist()}
    return packed(files | {name: content})


def levels(*texts: tuple[str, str]) -> str:
    """A list with a format and a text for each level."""
    return "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for at, (form, text) in enumerate(texts)
    )


USUAL = levels(("decimal", "%1."), ("lowerLetter", "(%2)"), ("lowerRoman", "(%3)"))
NUMBERING = (
    f'<w:abstractNum w:abstractNumId="0">{USUAL}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)


def spoken(data: bytes) -> list[str]:
    """The words of every paragraph of the text, as Word stores them, empty ones left out."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        tree = etree.fromstring(archive.read("word/document.xml"))
    signs = {"t": "", "tab": " ", "br": " ", "noBreakHyphen": "-"}
    found = []
    for each in tree.iter(f"{{{W}}}p"):
        parts = []
        for part in each.iter():
            name = etree.QName(part).localname
            above = part.getparent()
            if name in signs and above is not None and above.tag == f"{{{W}}}r":
                parts.append(signs[name] or part.text or "")
        found.append("".join(parts))
    return [text for text in found if text.strip()]

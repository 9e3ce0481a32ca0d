"""What a document that leaves must not carry, looked for in the written file and not in what it was made from."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from docx.oxml.ns import qn
from lxml import etree

_REVISIONS = {
    qn(f"w:{tag}"): told
    for tag, told in (
        ("ins", "a tracked insertion"),
        ("del", "a tracked deletion"),
        ("moveFrom", "a tracked move"),
        ("moveTo", "a tracked move"),
        ("pPrChange", "a tracked change of a paragraph's setting"),
        ("rPrChange", "a tracked change of the look of words"),
        ("commentReference", "a comment"),
    )
}
_NAMED = ("creator", "lastModifiedBy")


def residue(data: bytes) -> tuple[str, ...]:
    """What a Word file carries beside its text: comments, revisions, hidden text, properties, names; each once."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return tuple(dict.fromkeys(_found(archive)))


def _found(archive: zipfile.ZipFile) -> Iterator[str]:
    for name in archive.namelist():
        if name.startswith("word/comments"):
            yield "comments"
        elif name.startswith(("docProps/custom", "customXml")):
            yield "custom properties"
        if not name.endswith(".xml"):
            continue
        root = etree.fromstring(archive.read(name), etree.XMLParser(resolve_entities=False))
        if name == "docProps/core.xml":
            yield from (
                f"a name ({part.text})"
                for part in root.iter(etree.Element)
                if etree.QName(part).localname in _NAMED and (part.text or "").strip()
            )
        yield from (told for part in root.iter(etree.Element) if (told := _REVISIONS.get(str(part.tag))))
        yield from (
            "hidden text"
            for run in root.iter(qn("w:r"))
            if run.find(f"{qn('w:rPr')}/{qn('w:vanish')}") is not None and run.find(qn("w:t")) is not None
        )

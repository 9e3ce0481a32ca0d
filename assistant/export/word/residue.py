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
_ADDRESSES = ("http://", "https://")
_NAMED = ("creator", "lastModifiedBy", "Manager", "Company")
_PARTS = {
    "word/comments": "comments",
    "word/people": "names of those who commented",
    "docProps/custom": "custom properties",
    "customXml": "custom properties",
    "docMetadata": "labels of an office",
    "word/glossary": "building blocks",
    "word/embeddings": "an embedded file",
    "word/vbaProject": "macros",
}
_HIDING = ("vanish", "specVanish", "webHidden")
_SETTINGS = {
    qn("w:attachedTemplate"): "the name of a template on somebody's disk",
    qn("w:rsids"): "numbers of editing sessions",
    qn("w:rsid"): "numbers of editing sessions",
    qn("w:docVars"): "hidden variables",
    qn("w:mailMerge"): "a source of addresses",
    qn("w:trackRevisions"): "the order to track changes",
}


def residue(data: bytes) -> tuple[str, ...]:
    """What a Word file carries beside its text: comments, revisions, hidden text, properties, names; each once."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return tuple(dict.fromkeys(_found(archive)))


def _found(archive: zipfile.ZipFile) -> Iterator[str]:
    trees = {
        name: etree.fromstring(archive.read(name), etree.XMLParser(resolve_entities=False))
        for name in archive.namelist()
        if name.endswith((".xml", ".rels"))
    }
    styles = trees.get("word/styles.xml")
    hidden = frozenset(() if styles is None else _hidden_styles(styles))
    for name in archive.namelist():
        yield from (told for part, told in _PARTS.items() if name.startswith(part))
        if name not in trees:
            continue
        for part in trees[name].iter(etree.Element):
            yield from _carried(name, part, hidden)


def _carried(name: str, part: etree._Element, hidden: frozenset[str]) -> Iterator[str]:
    tag, said = str(part.tag), (part.text or "").strip()
    if told := _REVISIONS.get(tag) or _SETTINGS.get(tag):
        yield told
    if name.startswith("docProps/") and etree.QName(part).localname in _NAMED and said:
        yield f"a name ({said})"
    if any(etree.QName(attribute).localname.startswith("rsid") for attribute in part.attrib):
        yield "numbers of editing sessions"
    if part.get("TargetMode") == "External" and not (part.get("Target") or "").startswith(_ADDRESSES):
        yield f"a link to a file ({part.get('Target')})"
    if tag == qn("w:t") and said and _is_hidden(part, hidden):
        yield "hidden text"


def _is_hidden(text: etree._Element, hidden: frozenset[str]) -> bool:
    """By itself, by the style of its run, or by that of its paragraph."""
    for above in text.iterancestors(qn("w:r"), qn("w:p")):
        looks = above.find(qn("w:rPr" if above.tag == qn("w:r") else "w:pPr"))
        if looks is None:
            continue
        if above.tag == qn("w:r") and any(_on(looks, tag) for tag in _HIDING):
            return True
        style = looks.find(qn("w:rStyle" if above.tag == qn("w:r") else "w:pStyle"))
        if style is not None and style.get(qn("w:val")) in hidden:
            return True
        if above.tag == qn("w:p"):
            return False
    return False


def _on(looks: etree._Element, tag: str) -> bool:
    found = looks.find(qn(f"w:{tag}"))
    return found is not None and found.get(qn("w:val")) not in ("0", "false", "off")


def _hidden_styles(styles: etree._Element) -> Iterator[str]:
    """Styles that hide what is set in them, by themselves or by one that they are based on."""
    sheet = {style.get(qn("w:styleId")) or "": style for style in styles.iter(qn("w:style"))}
    for identity in sheet:
        at, seen = identity, set[str]()
        while at in sheet and at not in seen:
            seen.add(at)
            looks = sheet[at].find(qn("w:rPr"))
            if looks is not None and any(_on(looks, tag) for tag in _HIDING):
                yield identity
                break
            based = sheet[at].find(qn("w:basedOn"))
            at = "" if based is None else based.get(qn("w:val")) or ""

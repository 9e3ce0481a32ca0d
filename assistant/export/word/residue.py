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
_SESSIONS = etree.XPath("//@*[starts-with(local-name(), 'rsid')]")
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
        yield from _carried(name, trees[name], hidden)


def _carried(name: str, root: etree._Element, hidden: frozenset[str]) -> Iterator[str]:
    for tag, told in (_REVISIONS | _SETTINGS).items():
        if next(root.iter(tag), None) is not None:
            yield told
    if name.startswith("docProps/"):
        properties = (
            (etree.QName(part).localname, (part.text or "").strip()) for part in root.iter(etree.Element)
        )
        yield from (f"a name ({said})" for kind, said in properties if kind in _NAMED and said)
    if _SESSIONS(root):
        yield "numbers of editing sessions"
    targets = (part.get("Target") or "" for part in root if part.get("TargetMode") == "External")
    yield from (f"a link to a file ({target})" for target in targets if not target.startswith(_ADDRESSES))
    hiding = hidden or next(root.iter(*(qn(f"w:{tag}") for tag in _HIDING)), None) is not None
    if hiding and any(
        (text.text or "").strip() and _is_hidden(text, hidden) for text in root.iter(qn("w:t"))
    ):
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

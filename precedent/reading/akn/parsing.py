"""Bytes → the tree of the UN's XML, damaged or not, without ever opening another file."""

from __future__ import annotations

import re
from typing import Final

from lxml import etree

from precedent.errors import UnreadableFileError
from precedent.resolution import Remark

_TAG: Final = re.compile(rb"<(?P<end>/?)(?P<name>[A-Za-z_][\w:.-]*)(?:[^<>]*?)(?P<alone>/?)>")
_CUT: Final = frozenset({"ERR_DOCUMENT_START", "ERR_DOCUMENT_END", "ERR_DOCUMENT_EMPTY"})
"""The parser's names for a file that begins or goes on outside its outermost element."""


def parsed(data: bytes, name: str, remarks: list[Remark]) -> etree._Element:
    """The outermost element; damage becomes a remark.

    Raises:
        UnreadableFileError: where nothing of the XML can be read at all.
    """
    parser = _parser()
    root = _root(data, parser)
    if root is None or any(error.type_name in _CUT for error in parser.error_log):
        repaired = _parser()
        whole = _root(_closed(data), repaired)
        if whole is not None and "".join(map(str, whole.itertext())).strip():
            root = whole
    if root is None:
        raise UnreadableFileError(f"{name}: the XML is too damaged to be read; fetch the file again")
    if len(parser.error_log):
        first = parser.error_log[0]
        text = (
            f"The XML is damaged (line {first.line}: {first.message.strip()}); what could be read was read."
        )
        remarks.append(Remark("", text))
    return root


def _parser() -> etree.XMLParser:
    """One that goes on after an error, opens no other file or address and resolves no entity."""
    return etree.XMLParser(
        recover=True, huge_tree=True, resolve_entities=False, no_network=True, load_dtd=False, remove_pis=True
    )


def _root(data: bytes, parser: etree.XMLParser) -> etree._Element | None:
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def _closed(data: bytes) -> bytes:
    """The file with the elements opened that it only closes, so that all of it stands in one element."""
    opened: list[bytes] = []
    missing: list[bytes] = []
    for tag in _TAG.finditer(data):
        if tag["end"]:
            if tag["name"] in opened[-50:]:
                while opened.pop() != tag["name"]:
                    pass
            else:
                missing.append(tag["name"])
        elif not tag["alone"]:
            opened.append(tag["name"])
    start = data.find(b"<")
    head = re.sub(rb"^\s*<\?xml[^>]*\?>", b"", data) if start == 0 else data
    openings = b"".join(b"<%s>" % name for name in reversed(missing))
    return b"<akomaNtoso>" + openings + head + b"</akomaNtoso>"

"""Bytes → the tree of the UN's XML, damaged or not, without ever opening another file."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from lxml import etree

from precedent.errors import UnreadableFileError
from precedent.reading.decoding import decode
from precedent.resolution import Remark

_TAG: Final = re.compile(rb"<(?P<end>/?)(?P<name>[A-Za-z_][\w:.-]*)(?:[^<>]*?)(?P<alone>/?)>")
_DECLARED: Final = re.compile(r"^\s*<\?xml[^>]*\?>")
_REFERENCE: Final = re.compile(r"&#(?P<number>x[0-9a-fA-F]{1,12}|\d{1,12});")
_FORBIDDEN: Final = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
DAMAGED: Final = "The XML is damaged"
"""How the remark begins that tells of it."""
_CUT: Final = frozenset({"ERR_DOCUMENT_START", "ERR_DOCUMENT_END", "ERR_DOCUMENT_EMPTY"})
"""The parser's names for a file that begins or goes on outside its outermost element."""


def parsed(data: bytes, name: str, remarks: list[Remark]) -> etree._Element:
    """The outermost element; damage becomes a remark.

    Raises:
        UnreadableFileError: where nothing of the XML can be read at all.
    """
    root, errors = _root(data)
    if errors:  # perhaps of its encoding
        data = _readable(data)
        root, _ = _root(data)
    if root is None or any(error.type_name in _CUT for error in errors):
        whole, _ = _root(_closed(data))
        if whole is not None and "".join(map(str, whole.itertext())).strip():
            root = whole
    if root is None:
        raise UnreadableFileError(f"{name}: the XML is too damaged to be read; fetch the file again")
    if errors:
        text = f"{DAMAGED} (line {errors[0].line}: {errors[0].message.strip()}); what could be read was read."
        remarks.append(Remark("", text))
    return root


def _root(data: bytes) -> tuple[etree._Element | None, Sequence[etree._LogEntry]]:
    """The outermost element and what was wrong; after an error the parser goes on.

    It opens no other file or address and resolves no entity.
    """
    parser = etree.XMLParser(
        recover=True,
        huge_tree=True,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_pis=True,
        remove_comments=True,
    )
    try:
        return etree.fromstring(data, parser), list(parser.error_log)
    except (etree.XMLSyntaxError, ValueError):
        return None, list(parser.error_log)


def _readable(data: bytes) -> bytes:
    """The file in UTF-8, whatever its encoding, and without the characters that XML does not allow.

    The parser would let them through: a file could then not be written again.
    """
    text = _FORBIDDEN.sub("", decode(data)[0])
    return _DECLARED.sub("", _REFERENCE.sub(_allowed, text), count=1).encode()


def _allowed(reference: re.Match[str]) -> str:
    """A reference to a character by its number; what stands for a character that was lost where there is none."""
    digits = reference["number"]
    number = int(digits[1:], 16) if digits[0] in "xX" else int(digits)
    return "\ufffd" if number > 0x10FFFF or _FORBIDDEN.match(chr(number)) else reference[0]


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

"""What a file is, by its content. Its name only settles what the content leaves open.

Files come wrongly named: XML saved as .txt, a page of an error saved as .pdf, an archive as .xml.
"""

from __future__ import annotations

import codecs
import json
import re
from enum import Enum
from typing import Final

from precedent.errors import UnreadableFileError
from precedent.reading.compound import MAGIC, is_locked, streams
from precedent.reading.decoding import decode

_HEAD: Final = 65_536
"""Bytes that are looked at."""


class Format(Enum):
    """The formats that a text is read from."""

    AKN = "the UN's XML"
    MARKDOWN = "a draft in Markdown"
    PLAIN = "plain text"
    PDF = "a PDF"
    WORD = "a Word file"
    OLD_WORD = "an old Word file (.doc)"
    RICH_TEXT = "a rich text file (.rtf)"
    OPEN_DOCUMENT = "an OpenDocument text (.odt)"


_MAGIC: Final = (
    (b"\x1f\x8b", "is an archive: unpack it, or give it to `penholder add`"),
    (b"\xfd7zXZ\x00", "is an archive: unpack it, or give it to `penholder add`"),
    (b"BZh", "is an archive: unpack it, or give it to `penholder add`"),
    (b"7z\xbc\xaf\x27\x1c", "is an archive: unpack it and read what it holds"),
    (b"\x89PNG", "is a picture, which holds no text: take the text itself"),
    (b"\xff\xd8\xff", "is a picture, which holds no text: take the text itself"),
    (b"GIF8", "is a picture, which holds no text: take the text itself"),
    (b"SQLite format 3\x00", "is a database and no text"),
    (b"II*\x00", "is a picture, which holds no text: take the text itself"),
    (b"MM\x00*", "is a picture, which holds no text: take the text itself"),
    (b"%!PS", "is a PostScript file: make a PDF of it and read that"),
    (b"\x7fELF", "is a program and no text"),
)
LOCKED: Final = "is a Word file that is locked with a password: save it without one and read that"
_OLD: Final = (
    ("EncryptedPackage", LOCKED),
    ("Workbook", "is an Excel file (.xls) and no text: save what matters as .docx and read that"),
    ("Book", "is an Excel file (.xls) and no text: save what matters as .docx and read that"),
    (
        "PowerPoint Document",
        "is a PowerPoint file (.ppt) and no text: save what matters as .docx and read that",
    ),
    ("__properties_version1.0", "is an Outlook message (.msg): save the file attached to it, or its text"),
)
"""What an old Office file is, by the stream that only such files have at their root."""
_OLD_BROKEN: Final = (
    "is an old Office file, but damaged or of a kind that is not read: save it as .docx and read that"
)
_OPEN_DOCUMENT: Final = b"mimetypeapplication/vnd.oasis.opendocument.text"
_ZIPS: Final = (b"PK\x03\x04", b"PK\x05\x06")
_ZIP: Final = "is an archive: unpack it, or give it to `penholder add`"
_OTHER_ZIPS: Final = (
    (b"application/vnd.oasis.opendocument", "is an OpenDocument file: save it as .docx and read that"),
    (b"xl/workbook", "is a spreadsheet and no text"),
    (b"ppt/presentation", "is a presentation and no text"),
)
_MAIL: Final = re.compile(
    r"(?:[\w-]+:.*\n(?:[ \t].*\n)*)*Content-Type: ?(?:multipart|text/html)", re.IGNORECASE
)
_PAGE_TAGS: Final = frozenset(
    ("html", "head", "body", "meta", "div", "p", "span", "table", "article", "section")
)
_ROOT: Final = re.compile(r"<(?:[\w.-]+:)?(?P<name>[A-Za-z_][\w.-]*)[\s/>]")
_PROLOG: Final = re.compile(
    r"<!--.*?(?:-->|\Z)|<\?.*?(?:\?>|\Z)|<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>", re.DOTALL | re.IGNORECASE
)
_AKN_ROOTS: Final = frozenset({"akomaNtoso", "statement", "documentCollection"})
_FRONT_MATTER: Final = re.compile(r"---[ \t]*\n(?:.*\n)*?(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_OWN_MARK: Final = "<!-- penholder:"
_MARKS: Final = (
    codecs.BOM_UTF8,
    codecs.BOM_UTF32_LE,
    codecs.BOM_UTF32_BE,
    codecs.BOM_UTF16_LE,
    codecs.BOM_UTF16_BE,
)


def choose(data: bytes, name: str) -> Format:
    """The format of a file's content; `name` is the file's, for the message and for what stays open.

    Raises:
        UnreadableFileError: for what holds no text, or none in a format that is read; one line says what it is.
    """
    if not data.strip():
        raise UnreadableFileError(f"{name}: the file is empty")
    if b"%PDF-" in data[:1024]:
        return Format.PDF
    if document := _document(data, name):
        return document
    _refuse_known(data, name)
    if b"<akomaNtoso" in data[:2000]:  # as the UN's XML begins: nothing need be decoded to know it
        return Format.AKN
    head, _ = decode(data[: _even(data)])
    text = head.lstrip("\ufeff \t\n\f\v")
    if _is_akn(text) or data.rstrip().endswith(b"</akomaNtoso>"):
        return Format.AKN
    if not text.strip("\0\ufffd \t\n\f\v") or _is_binary(head):
        raise UnreadableFileError(f"{name}: the file holds no text but binary data")
    _refuse_other_text(text, name, whole=len(data) <= _HEAD)
    if _FRONT_MATTER.match(text) or _OWN_MARK in text or name.lower().endswith((".md", ".markdown")):
        return Format.MARKDOWN
    return Format.PLAIN


def _even(data: bytes) -> int:
    """How much to look at: a whole number of characters in any encoding."""
    end = min(len(data), _HEAD)
    while end < len(data) and end > _HEAD - 4 and data[end] & 0xC0 == 0x80:
        end -= 1
    return end


def _document(data: bytes, name: str) -> Format | None:
    """The format of a file that a word processor wrote; None for any other."""
    if data.startswith(_ZIPS):
        if data[30:].startswith(_OPEN_DOCUMENT):
            return Format.OPEN_DOCUMENT
        # The list of members at the end has names as they are; an archive of texts may hold such files itself.
        members = data[max(0, len(data) - _HEAD) :]
        other = any(part in data for part, _ in _OTHER_ZIPS)
        return Format.WORD if b"word/" in data or (b"[Content_Types].xml" in members and not other) else None
    if data.startswith(MAGIC):
        return _old(data, name)
    return Format.RICH_TEXT if data.lstrip()[:5] == b"{\\rtf" else None


def _old(data: bytes, name: str) -> Format:
    """An Office file from before 2007: the streams in it tell which."""
    found = streams(data)
    if "WordDocument" in found:
        if is_locked(data, found["WordDocument"]):
            raise UnreadableFileError(f"{name}: {LOCKED}")
        return Format.OLD_WORD
    for stream, text in _OLD:
        if stream in found or (not found and stream.encode("utf-16-le") in data):
            raise UnreadableFileError(f"{name}: {text}")
    raise UnreadableFileError(f"{name}: {_OLD_BROKEN}")


def _refuse_known(data: bytes, name: str) -> None:
    for magic, text in _MAGIC:
        if data.startswith(magic):
            raise UnreadableFileError(f"{name}: {text}")
    if data.startswith(_ZIPS):
        for part, text in _OTHER_ZIPS:
            if part in data:
                raise UnreadableFileError(f"{name}: {text}")
    if data.startswith(_ZIPS) or data[257:262] == b"ustar":
        raise UnreadableFileError(f"{name}: {_ZIP}")


def _is_akn(text: str) -> bool:
    """Whether this is the UN's XML, even where its beginning is damaged."""
    root = _root(text) if text.startswith("<") else ""
    return (
        root in _AKN_ROOTS or "<akomaNtoso" in text[:2000] or "docs.oasis-open.org/legaldocml" in text[:2000]
    )


def _root(text: str) -> str:
    found = _ROOT.search(_PROLOG.sub("", text))
    return found["name"] if found else ""


def _refuse_other_text(text: str, name: str, *, whole: bool) -> None:
    """Text, but of a page, a mail or a program."""
    if text.startswith("<"):
        _refuse_markup(text, name)
    if _MAIL.match(text[:5000]):
        raise UnreadableFileError(
            f"{name}: is a saved e-mail or web page: copy the text out of it and add that"
        )
    if text[0] in "{[" and _is_json(text, whole=whole):
        raise UnreadableFileError(
            f"{name}: is JSON data and no text; `penholder add` takes the UN's metadata"
        )


def _refuse_markup(text: str, name: str) -> None:
    root = _root(text)
    if root.lower() in _PAGE_TAGS or re.match(r"<!doctype html", text, re.IGNORECASE):
        raise UnreadableFileError(
            f"{name}: is a web page, not a document: save the document itself, or its text"
        )
    if text.startswith("<?xml") or (root and f"</{root}>" in text and "xmlns" in text):
        raise UnreadableFileError(f"{name}: is XML, but holds no resolution (it holds <{root or '?'}>)")


def _is_binary(text: str) -> bool:
    controls = sum(c < " " and c not in "\t\n\r\f\v\x1c\x1d\x1e\x1f" for c in text)
    return "\0" in text or controls * 50 > len(text)


def _is_json(text: str, *, whole: bool) -> bool:
    first = text.split("\n", 1)[0]
    for candidate in (text, first) if whole else (first,):
        try:
            value = json.loads(candidate)
        except (ValueError, RecursionError):
            continue
        if isinstance(value, dict) or (isinstance(value, list) and any(isinstance(v, dict) for v in value)):
            return True
    return not whole and text.startswith(('{"', "[{", "[\n{", "[\n  {", "{\n"))

"""The parts of a Word file: a zip of XML, opened with care.

Nothing outside the file is ever asked for: no entity, no link, no macro, no file that is embedded. What a hostile
file would unpack to is bounded before it is unpacked.
"""

from __future__ import annotations

import io
import posixpath
import re
import struct
import zipfile
import zlib
from collections.abc import Iterable
from typing import Final

from lxml import etree

from precedent.errors import UnreadableFileError
from precedent.reading.akn.runs import local
from precedent.reading.recognition import LOCKED

_LARGEST_PART: Final = 48_000_000
"""Bytes of one part; the 400 pages of a budget take two million."""
_MOST_TAGS: Final = 500_000
"""In all parts; the same budget has a hundred thousand."""
_PARAGRAPH: Final = re.compile(rb"<(?:\w{1,20}:)?p[\s/>]")
_PARAGRAPH_TAGS: Final = 4
"""A paragraph takes as long to read as so many tags more."""
_LARGEST_LIST: Final = 2_000_000
"""Bytes of the list of members at the end of a zip."""
_TAIL: Final = 66_000
_MAIN: Final = re.compile(r"word/document\d*\.xml")
_DAMAGED: Final = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    KeyError,
    struct.error,
)
"""What zipfile raises for members that are damaged, locked, or packed in a way it does not know."""


class Package:
    """A Word file as its parts.

    Raises:
        UnreadableFileError: damaged, locked, no Word file, or such as no text is; one line says what would help.
    """

    def __init__(self, data: bytes, name: str) -> None:
        self._name = name
        self._addresses: dict[str, dict[str, str]] = {}
        self._tags = 0
        self._parts: dict[str, etree._Element | None] = {}
        self.damaged: list[str] = []
        """Parts that are broken XML, of which some may be missing."""
        _refuse_long_list(data, name)
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
            self._names = {info.filename: info for info in self._archive.infolist()}
        except _DAMAGED as problem:
            raise UnreadableFileError(f"{name}: {_BROKEN}") from problem
        self.main = self._main()

    def _main(self) -> str:
        """The name of the part that holds the text."""
        found = self.related("", "officeDocument")
        if not found or found[0] not in self._names:
            found = [name for name in self._names if _MAIN.fullmatch(name)]
        if found:
            return found[0]
        if "[Content_Types].xml" in self._names:
            raise UnreadableFileError(
                f"{self._name}: is an Office file, but holds no text of Word; save it as .docx"
            )
        raise UnreadableFileError(f"{self._name}: is an archive: unpack it, or give it to `penholder add`")

    def part(self, path: str) -> etree._Element | None:
        """The XML of a part; None where there is none.

        Raises:
            UnreadableFileError: where the part cannot be unpacked, or unpacks to more than any text takes.
        """
        if path not in self._parts:
            self._parts[path] = self._parsed(path) if path in self._names else None
        return self._parts[path]

    def related(self, path: str, kind: str) -> list[str]:
        """Names of the parts that a part refers to as a kind: "footnotes", "header"."""
        return [target for target, of in self.relations(path).values() if of == kind]

    def relations(self, path: str) -> dict[str, tuple[str, str]]:
        """What a part refers to within the file: its name and its kind by the id that is used for it."""
        folder = posixpath.dirname(path)
        found = {}
        for relation in self._entries(path):
            target = relation.get("Target") or ""
            if relation.get("TargetMode") == "External" or not target:
                continue
            inside = target[1:] if target.startswith("/") else posixpath.join(folder, target)
            found[relation.get("Id") or ""] = (posixpath.normpath(inside), _kind(relation))
        return found

    def addresses(self, path: str) -> dict[str, str]:
        """Where the links of a part lead, by the ids that are used for them; nothing there is ever opened."""
        if path not in self._addresses:
            self._addresses[path] = {
                relation.get("Id") or "": relation.get("Target") or ""
                for relation in self._entries(path)
                if relation.get("TargetMode") == "External" and _kind(relation) == "hyperlink"
            }
        return self._addresses[path]

    def _entries(self, path: str) -> Iterable[etree._Element]:
        folder, base = posixpath.split(path)
        root = self.part(posixpath.join(folder, "_rels", f"{base}.rels"))
        return () if root is None else (each for each in root if local(each) == "Relationship")

    def _parsed(self, path: str) -> etree._Element | None:
        data = self._unpacked(path)
        self._tags += data.count(b"<")
        if self._tags <= _MOST_TAGS:
            self._tags += _PARAGRAPH_TAGS * sum(1 for _ in _PARAGRAPH.finditer(data))
        if self._tags > _MOST_TAGS:
            raise UnreadableFileError(f"{self._name}: {_VAST}")
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            recover=True,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            root = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError):
            root = None
        if root is None or any(error.level_name == "FATAL" for error in parser.error_log):
            self.damaged.append(path)
        return root if root is not None and local(root) else None

    def _unpacked(self, path: str) -> bytes:
        info = self._names[path]
        if info.flag_bits & 1:
            raise UnreadableFileError(f"{self._name}: {LOCKED}")
        try:
            with self._archive.open(info) as member:
                data = member.read(_LARGEST_PART + 1)
        except _DAMAGED as problem:
            raise UnreadableFileError(f"{self._name}: {_BROKEN}") from problem
        if len(data) > _LARGEST_PART:
            raise UnreadableFileError(f"{self._name}: {_VAST}")
        return data


def _kind(relation: etree._Element) -> str:
    return (relation.get("Type") or "").rpartition("/")[2]


_BROKEN: Final = (
    "is a Word file, but damaged or cut off so that it cannot be opened: fetch it again, or take the PDF"
)
_VAST: Final = "is a Word file that unpacks to far more than any resolution: take the text that matters"


def _refuse_long_list(data: bytes, name: str) -> None:
    """A list of a million members takes longer to read than any text."""
    at = data.rfind(b"PK\x05\x06", max(0, len(data) - _TAIL))
    if at >= 0 and len(data) >= at + 16 and struct.unpack_from("<I", data, at + 12)[0] > _LARGEST_LIST:
        raise UnreadableFileError(f"{name}: {_VAST}")

"""Links that lie over the words of a page, as addresses of the words.

Only addresses of the web and of mail are kept: a link that starts a program, opens a file or runs a script is none
that a text may carry on. Links from a call to its note lead nowhere outside and are left out as well.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterable
from typing import Final, NamedTuple

import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

from precedent.reading.pdf.chunks import Chunk

_MOST: Final = 2_000
"""Links of one page; the fullest page of a resolution has about 40."""
_MOST_IN_ROW: Final = 50
_ROW: Final = 8.0
"""Points that a stripe of the page is high, by which links are looked up."""
_TALLEST: Final = 300.0
"""Points of a link that lies over words, and not over a page."""
_ADDRESS: Final = re.compile(r"(?:https?://|mailto:)[^\s<>\"]{1,2000}", re.IGNORECASE)
_COVERED: Final = 0.9
"""Share of a piece of print that is linked as a whole when a link lies over as much of it."""


class Area(NamedTuple):
    """Where on a page a link lies, and where it leads."""

    left: float
    bottom: float
    right: float
    top: float
    address: str


def linked(
    chunks: list[Chunk], document: pdfium.FPDF_DOCUMENT, page: pdfium.FPDF_PAGE, text: pdfium.FPDF_TEXTPAGE
) -> list[Chunk]:
    """The print of a page, each piece with the address that lies over it; a piece is cut where a link ends."""
    areas = _areas(document, page)
    if not areas:
        return chunks
    rows = _by_row(areas)
    found: list[Chunk] = []
    for chunk in chunks:
        middle = chunk.y + chunk.size * 0.3
        near = rows.get(int(middle // _ROW))
        if not near:
            found.append(chunk)
            continue
        pieces = [chunk]
        for area in near:
            if area.bottom <= middle <= area.top and area.left < chunk.right and area.right > chunk.x:
                pieces += _cut(pieces.pop(), area, text)
        found += pieces
    return found


def _areas(document: pdfium.FPDF_DOCUMENT, page: pdfium.FPDF_PAGE) -> list[Area]:
    place, link, box = ctypes.c_int(0), pdfium.FPDF_LINK(), pdfium.FS_RECTF()
    found: list[Area] = []
    for _ in range(_MOST):
        if not pdfium.FPDFLink_Enumerate(page, place, link):
            break
        address = _address(document, link)
        if address and pdfium.FPDFLink_GetAnnotRect(link, box) and 0 < box.top - box.bottom < _TALLEST:
            found.append(Area(box.left, box.bottom, box.right, box.top, address))
    return sorted(found)


def _by_row(areas: Iterable[Area]) -> dict[int, list[Area]]:
    """The links that touch each stripe of the page, from left to right."""
    found: dict[int, list[Area]] = {}
    for area in areas:
        for row in range(int(area.bottom // _ROW), int(area.top // _ROW) + 1):
            near = found.setdefault(row, [])
            if len(near) < _MOST_IN_ROW:
                near.append(area)
    return found


def _address(document: pdfium.FPDF_DOCUMENT, link: pdfium.FPDF_LINK) -> str:
    action = pdfium.FPDFLink_GetAction(link)
    if not action or pdfium.FPDFAction_GetType(action) != pdfium.PDFACTION_URI:
        return ""
    held = ctypes.create_string_buffer(2048)
    length = pdfium.FPDFAction_GetURIPath(document, action, held, len(held))
    if not 0 < length <= len(held):
        return ""
    address = held.value.decode("utf-8", "replace").strip()
    return address if _ADDRESS.fullmatch(address) else ""


def _cut(chunk: Chunk, over: Area, text: pdfium.FPDF_TEXTPAGE) -> list[Chunk]:
    shared = min(chunk.right, over.right) - max(chunk.x, over.left)
    width = chunk.right - chunk.x
    if chunk.link or shared <= width * 0.02:
        return [chunk]
    if shared >= width * _COVERED:
        return [chunk._replace(link=over.address)]
    words = _words_within(over, text)
    # The words may stand in the piece more than once: the place on the page tells which are meant.
    expected = (max(chunk.x, over.left) - chunk.x) / width * len(chunk.text)
    places = [found.start() for found in re.finditer(re.escape(words), chunk.text)] if words else []
    if not places:
        return [chunk]
    start = min(places, key=lambda place: abs(place - expected))
    end = start + len(words)
    left, right = max(chunk.x, over.left), min(chunk.right, over.right)
    pieces = [
        chunk._replace(right=left, text=chunk.text[:start]),
        chunk._replace(x=left, right=right, text=words, link=over.address),
        chunk._replace(x=right, text=chunk.text[end:]),
    ]
    return [piece for piece in pieces if piece.text]


def _words_within(area: Area, text: pdfium.FPDF_TEXTPAGE) -> str:
    box = (area.left, area.top, area.right, area.bottom)
    length = pdfium.FPDFText_GetBoundedText(text, *box, None, 0)
    if not 0 < length < 4096:
        return ""
    held = (ctypes.c_ushort * (length + 1))()
    length = pdfium.FPDFText_GetBoundedText(text, *box, held, length)
    return bytes(held)[: length * 2].decode("utf-16-le", "replace").strip("\0 \r\n")

"""The printed words of a PDF with the place, size and style of each, page by page.

All that touches PDFium is here. Its page objects are read, not its characters one by one: that is three times as
fast, and an object never holds two styles. A hyphen at the end of a line comes as U+FFFE or U+0002; in the documents
of the United Nations it is always a real hyphen, so it is kept as one.
"""

from __future__ import annotations

import ctypes
import math
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

from precedent.errors import UnreadableFileError
from precedent.reading.pdf.bounds import draws_without_end, unpacks_too_large
from precedent.reading.pdf.chunks import Chunk, Page
from precedent.reading.pdf.links import linked

_ONE_AT_A_TIME: Final = threading.Lock()
"""PDFium must not be called from two threads at once."""

_MOST_PAGES: Final = 600
_MOST_OBJECTS: Final = 200_000
"""Of all pages together; a resolution has about 300 a page."""
_MOST_WORK: Final = 800_000_000
"""Pieces of print times characters of each page: PDFium goes through the page for each piece; 600,000 a page."""
_LONGEST: Final = 4096
"""Characters that are taken of one object; a line of print has about 90."""
_DEEPEST: Final = 4
"""Forms within forms."""
_PICTURED: Final = 0.3
"""Share of a page that pictures cover where it was scanned; the emblem and the codes cover less than a twentieth."""
_HYPHENS: Final = str.maketrans({"\ufffe": "-", "\x02": "-", "\0": None, "\r": " ", "\n": " "})


def read_pages(data: bytes, name: str) -> list[Page]:
    """The pages of a PDF.

    Raises:
        UnreadableFileError: damaged, locked with a password, without a page, far too long.
    """
    if unpacks_too_large(data):
        raise UnreadableFileError(
            f"{name}: is a PDF that unpacks to more than a document needs, so it is not opened: fetch it again"
        )
    if draws_without_end(data):
        raise UnreadableFileError(
            f"{name}: is a PDF whose drawings hold each other without end, so it is not opened: fetch it again"
        )
    with _ONE_AT_A_TIME:
        try:
            document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as problem:
            raise UnreadableFileError(f"{name}: {_reason(problem)}") from problem
        try:
            return _pages(document.raw, name)
        finally:
            document.close()


def _reason(problem: pypdfium2.PdfiumError) -> str:
    if "password" in str(problem).lower():
        return "is a PDF that is locked with a password: save it without one and read that"
    if "security" in str(problem).lower():
        return "is a PDF that is locked in a way that is not known here: print it to a new PDF and read that"
    return (
        "is a PDF, but damaged so that it cannot be opened: fetch it again, or take the Word file or the XML"
    )


def _pages(document: pdfium.FPDF_DOCUMENT, name: str) -> list[Page]:
    count = pdfium.FPDF_GetPageCount(document)
    if count < 1:
        raise UnreadableFileError(f"{name}: is a PDF without a page: fetch it again")
    if count > _MOST_PAGES:
        raise UnreadableFileError(
            f"{name}: is a PDF of {count} pages, so it is no single resolution: take the pages that matter"
        )
    reader = _Reader()
    found = []
    for place in range(count):
        with _opened(document, place) as page:
            if page is None:
                continue
            width, height = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
            chunks = reader.chunks(document, page)
            pictured = reader.pictured > width * height * _PICTURED
            found.append(Page(place + 1, height, width, chunks, pictured))
        if reader.seen > _MOST_OBJECTS or reader.work > _MOST_WORK:
            raise UnreadableFileError(
                f"{name}: is a PDF with more print than a single resolution has: take the pages that matter"
            )
    if not found:
        raise UnreadableFileError(
            f"{name}: is a PDF, but damaged so that none of its pages can be read: fetch it again"
        )
    return found


@contextmanager
def _opened(document: pdfium.FPDF_DOCUMENT, place: int) -> Iterator[pdfium.FPDF_PAGE | None]:
    page = pdfium.FPDF_LoadPage(document, place)
    try:
        yield page or None
    finally:
        if page:
            pdfium.FPDF_ClosePage(page)


class _Reader:
    """Reads page after page into the same memory."""

    def __init__(self) -> None:
        self.seen = 0
        self.work = 0
        self.pictured = 0.0
        """Square points of the page that pictures cover."""
        self._fonts: dict[int, tuple[bool, bool]] = {}
        self._characters = (ctypes.c_ushort * _LONGEST)()
        self._matrix = pdfium.FS_MATRIX()
        self._size = ctypes.c_float()
        self._bounds = [ctypes.c_float() for _ in range(4)]
        self._name = ctypes.create_string_buffer(256)

    def chunks(self, document: pdfium.FPDF_DOCUMENT, page: pdfium.FPDF_PAGE) -> list[Chunk]:
        """What is printed on a page, in the order of the file; `pictured` is then told of the same page."""
        self.pictured = 0.0
        self._fonts.clear()  # a font of one page may be gone with it
        text = pdfium.FPDFText_LoadPage(page)
        if not text:
            return []
        try:
            count = pdfium.FPDFPage_CountObjects(page)
            self.work += count * max(0, pdfium.FPDFText_CountChars(text))
            if self.work > _MOST_WORK:
                return []
            objects = (pdfium.FPDFPage_GetObject(page, place) for place in range(count))
            found = list(self._printed(objects, text, (1.0, 0.0, 0.0, 1.0, 0.0, 0.0), 0))
            _unspace(found, text)
            return linked(found, document, page, text)
        finally:
            pdfium.FPDFText_ClosePage(text)

    def _printed(
        self,
        objects: Iterator[pdfium.FPDF_PAGEOBJECT],
        text: pdfium.FPDF_TEXTPAGE,
        outer: tuple[float, ...],
        depth: int,
    ) -> Iterator[Chunk]:
        for element in objects:
            self.seen += 1
            if self.seen > _MOST_OBJECTS:
                return
            form = pdfium.FPDFPageObj_GetType(element)
            if form == pdfium.FPDF_PAGEOBJ_TEXT:
                chunk = self._chunk(element, text, outer)
                if chunk:
                    yield chunk
            elif form == pdfium.FPDF_PAGEOBJ_IMAGE:
                self._picture(element)
            elif form == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
                inner = self._placed(element, outer)
                held = range(pdfium.FPDFFormObj_CountObjects(element))
                yield from self._printed(
                    (pdfium.FPDFFormObj_GetObject(element, place) for place in held), text, inner, depth + 1
                )

    def _picture(self, element: pdfium.FPDF_PAGEOBJECT) -> None:
        left, bottom, right, top = self._bounds
        if pdfium.FPDFPageObj_GetBounds(element, left, bottom, right, top):
            self.pictured += (right.value - left.value) * (top.value - bottom.value)

    def _placed(self, element: pdfium.FPDF_PAGEOBJECT, outer: tuple[float, ...]) -> tuple[float, ...]:
        """The matrix of an object, carried out of the form that holds it."""
        pdfium.FPDFPageObj_GetMatrix(element, self._matrix)
        m, (a, b, c, d, e, f) = self._matrix, outer
        if outer == (1.0, 0.0, 0.0, 1.0, 0.0, 0.0):
            return (m.a, m.b, m.c, m.d, m.e, m.f)
        return (
            m.a * a + m.b * c,
            m.a * b + m.b * d,
            m.c * a + m.d * c,
            m.c * b + m.d * d,
            m.e * a + m.f * c + e,
            m.e * b + m.f * d + f,
        )

    def _chunk(
        self, element: pdfium.FPDF_PAGEOBJECT, text: pdfium.FPDF_TEXTPAGE, outer: tuple[float, ...]
    ) -> Chunk | None:
        left, bottom, right, top = self._bounds
        if not pdfium.FPDFPageObj_GetBounds(element, left, bottom, right, top):
            return None
        a, b, c, d, x, y = self._placed(element, outer)
        pdfium.FPDFTextObj_GetFontSize(element, self._size)
        size = abs(self._size.value) * math.hypot(c, d)
        if not all(map(math.isfinite, (a, b, size, x, y, left.value, right.value))):
            return None
        if right.value - left.value < 0.01:  # nothing but space: PDFium has no words for it
            return Chunk(x, y, x, size, bold=False, italic=False, text=" ")
        words = self._words(element, text)
        if not words:
            return None
        bold, italic = self._style(element)
        # Within a form the bounds are the form's own, so the width is carried out of it.
        end = x + (right.value - left.value) * (abs(outer[0]) or 1.0)
        if outer[4] == outer[5] == 0.0:
            end = right.value
        return Chunk(x, y, max(x, end), size, bold, italic, words)

    def _words(self, element: pdfium.FPDF_PAGEOBJECT, text: pdfium.FPDF_TEXTPAGE) -> str:
        length = pdfium.FPDFTextObj_GetText(element, text, self._characters, _LONGEST * 2)
        if length > _LONGEST * 2:
            whole = (ctypes.c_ushort * (length // 2))()
            pdfium.FPDFTextObj_GetText(element, text, whole, length)
            raw = bytes(whole)
        else:
            raw = ctypes.string_at(self._characters, length)
        return raw[: max(0, length - 2)].decode("utf-16-le", "replace").translate(_HYPHENS)

    def _style(self, element: pdfium.FPDF_PAGEOBJECT) -> tuple[bool, bool]:
        font = pdfium.FPDFTextObj_GetFont(element)
        if not font:
            return False, False
        key = ctypes.addressof(font.contents)
        found = self._fonts.get(key)
        if found is None:
            pdfium.FPDFFont_GetBaseFontName(font, self._name, 256)
            name = self._name.value.decode("utf-8", "replace")
            found = self._fonts[key] = (
                "Bold" in name or "Black" in name,
                "Italic" in name or "Oblique" in name,
            )
        return found


def _unspace(chunks: list[Chunk], text: pdfium.FPDF_TEXTPAGE) -> None:
    """Takes off the spaces that PDFium puts where letters of one word stand a little apart.

    A space that is printed leaves a gap of a quarter of the size, less where an italic letter or an f reaches into it,
    more after a 1, which stands in the middle of its width; so only small gaps are asked about.
    """
    for place in range(len(chunks) - 1):
        chunk, after = chunks[place], chunks[place + 1]
        gap = after.x - chunk.right
        if (
            chunk.text[-1:] != " "
            or len(chunk.text) < 2
            or not -chunk.size * 0.2 < gap < chunk.size * (0.32 if chunk.text[-2] == "1" else 0.24)
            or abs(after.y - chunk.y) > 0.5
            or after.text.isspace()
        ):
            continue
        if gap < chunk.size * 0.07:  # a space that is there, but drawn back to nothing
            chunks[place] = chunk._replace(text=chunk.text[:-1])
            continue
        last = pdfium.FPDFText_GetCharIndexAtPos(
            text,
            chunk.right - chunk.size * 0.08,
            chunk.y + chunk.size * 0.25,
            chunk.size * 0.2,
            chunk.size * 0.5,
        )
        if last < 0 or chr(pdfium.FPDFText_GetUnicode(text, last)).translate(_HYPHENS) != chunk.text[-2]:
            continue
        if pdfium.FPDFText_IsGenerated(text, last + 1) == 1:
            chunks[place] = chunk._replace(text=chunk.text[:-1])

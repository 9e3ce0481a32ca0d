"""Small PDFs made here, laid out as the United Nations does it: US Letter, Times, points from the foot."""

import re
import zlib
from collections.abc import Sequence
from typing import NamedTuple

FONTS = {"": b"Times-Roman", "b": b"Times-Bold", "i": b"Times-Italic"}
LEFT, FIRST, TEXT = 123.4, 147.1, 170.9


class Piece(NamedTuple):
    """Words at a place, in a size and style ("", "b" or "i")."""

    x: float
    y: float
    size: float
    style: str
    text: str


def document(objects: Sequence[bytes], trailer: bytes = b"") -> bytes:
    """A file of these objects; the first is the catalogue. The trailer may hold more."""
    data, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    data += b"".join(b"%010d 00000 n \n" % place for place in places)
    ended = b"trailer<</Size %d/Root 1 0 R%b>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, trailer, start)
    return data + ended


def packed(content: bytes) -> bytes:
    """A stream, compressed."""
    data = zlib.compress(content)
    return b"<</Length %d/Filter/FlateDecode>>stream\n%b\nendstream" % (len(data), data)


def pages(
    contents: Sequence[bytes],
    *,
    catalogue: bytes = b"",
    annotations: Sequence[bytes] = (),
    trailer: bytes = b"",
) -> bytes:
    """A file of pages with that content each.

    Args:
        contents: what is drawn; a picture that may be drawn is `/Im`.
        catalogue: more entries of the catalogue.
        annotations: dictionaries, on the first page.
        trailer: more entries of the trailer.
    """
    first = 4 + len(FONTS)
    kids = b" ".join(b"%d 0 R" % (first + 2 * n) for n in range(len(contents)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R%b>>" % catalogue,
        b"<</Type/Pages/Kids[%b]/Count %d/MediaBox[0 0 612 792]>>" % (kids, len(contents)),
    ]
    objects += [
        b"<</Type/Font/Subtype/Type1/BaseFont/%b/Encoding/WinAnsiEncoding>>" % n for n in FONTS.values()
    ]
    objects.append(
        b"<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1>>"
        b"stream\n0\nendstream"
    )
    fonts = b" ".join(b"/F%b %d 0 R" % (style.encode(), 3 + n) for n, style in enumerate(FONTS))
    for n, content in enumerate(contents):
        noted = b"/Annots[%b]" % b" ".join(annotations) if annotations and not n else b""
        page = b"<</Type/Page/Parent 2 0 R/Resources<</Font<<%b>>/XObject<</Im %d 0 R>>>>/Contents %d 0 R%b>>"
        objects += [page % (fonts, first - 1, first + 2 * n + 1, noted), packed(content)]
    return document(objects, trailer)


def link(box: tuple[float, float, float, float], action: bytes) -> bytes:
    """A link over a box (left, bottom, right, top)."""
    return b"<</Type/Annot/Subtype/Link/Rect[%.1f %.1f %.1f %.1f]/A<<%b>>>>" % (*box, action)


def web(address: str) -> bytes:
    """The action of a link that leads to an address."""
    return b"/S/URI/URI(%b)" % address.encode()


def drawn(pieces: Sequence[Piece]) -> bytes:
    """The content of a page with these words."""
    return b"\n".join(
        b"BT /F%b %.2f Tf 1 0 0 1 %.2f %.2f Tm (%b) Tj ET"
        % (p.style.encode(), p.size, p.x, p.y, re.sub(rb"([()\\])", rb"\\\1", p.text.encode("cp1252")))
        for p in pieces
    )


def printed(*sheets: Sequence[Piece]) -> bytes:
    """A PDF of these pages."""
    return pages([drawn(sheet) for sheet in sheets])


MASTHEAD = (
    Piece(LEFT, 734.2, 14, "", "United Nations"),
    Piece(482, 735.5, 20, "", "A"),
    Piece(497, 735.5, 10, "", "/C.2/81/L.7"),
    Piece(LEFT, 705.6, 20, "b", "General Assembly"),
    Piece(397, 705.3, 10, "", "Distr.: Limited"),
    Piece(397, 693.6, 10, "", "14 October 2026"),
    Piece(397, 669.6, 10, "", "Original: English"),
    Piece(60, 569.7, 10, "b", "Eighty-first session"),
    Piece(60, 556.5, 12, "b", "Second Committee"),
    Piece(60, 544.3, 10, "", "Agenda item 18 (b)"),
    Piece(60, 532.3, 10, "b", "Lamps and lanterns:"),
    Piece(60, 520.3, 10, "b", "lamps of the sea"),
    Piece(LEFT, 490.3, 10, "b", "Gabon and Malta:"),
    Piece(202.0, 490.3, 10, "", "* "),
    Piece(210.0, 490.3, 10, "b", "draft resolution"),
    Piece(LEFT, 465.1, 12, "b", "Lamps of the sea"),
    Piece(FIRST, 441.0, 10, "i", "The General Assembly"),
    Piece(237.8, 441.0, 10, "", ","),
)
FOOT = (
    Piece(99.6, 136.8, 8, "b", "__________________"),
    Piece(115.1, 122.7, 8.5, "", "* "),
    Piece(LEFT, 122.7, 8.5, "", "On behalf of those who love lamps."),
    Piece(117.0, 115.0, 5.5, "", "1 "),
    Piece(LEFT, 112.0, 8.5, "", "See the "),
    Piece(152.0, 112.0, 8.5, "i", "Book of Lamps"),
    Piece(202.5, 112.0, 8.5, "", ", page 3."),
    Piece(65.4, 44.5, 10, "", "26-16621 (E)"),
)
FIRST_PAGE = (
    *MASTHEAD,
    Piece(FIRST, 423.0, 10, "i", "Noting with joy "),
    Piece(210.0, 423.0, 10, "", "the many lamps that shine along the coast and the follow-"),
    Piece(LEFT, 411.0, 10, "", "up given to them,"),
    Piece(195.0, 414.5, 6.5, "", "1"),
    Piece(FIRST, 393.0, 10, "", "1."),
    Piece(TEXT, 393.0, 10, "i", "Decides "),
    Piece(206.0, 393.0, 10, "", "to keep every lamp alight until the morning comes, and to count"),
    *FOOT,
)
SECOND_PAGE = (
    Piece(60, 740, 8.5, "b", "A/C.2/81/L.7"),
    Piece(LEFT, 707.5, 10, "", "the lamps:"),
    Piece(FIRST, 689.5, 10, "", "(a)"),
    Piece(TEXT, 689.5, 10, "", "On the land;"),
    Piece(FIRST, 671.5, 10, "", "(b)"),
    Piece(TEXT, 671.5, 10, "", "On the sea, namely:"),
    Piece(FIRST, 653.5, 10, "", "(i)"),
    Piece(TEXT, 653.5, 10, "", "Red ones, which shine far and which sailors look for at each turn of a"),
    Piece(FIRST, 641.5, 10, "", "long night;"),
    Piece(FIRST, 623.5, 10, "", "(ii)"),
    Piece(TEXT, 623.5, 10, "", "Green ones;"),
    Piece(LEFT, 605.5, 10, "b", "Reports"),
    Piece(FIRST, 587.5, 10, "", "2."),
    Piece(TEXT, 587.5, 10, "i", "Requests "),
    Piece(210.0, 587.5, 10, "", "a report on lamps."),
    Piece(LEFT, 551.5, 12, "b", "Annex"),
    Piece(LEFT, 533.5, 12, "b", "How to light a lamp"),
    Piece(LEFT, 515.5, 10, "", "1."),
    Piece(FIRST, 515.5, 10, "", "Take a match."),
    Piece(LEFT, 491.5, 8, "", "Lamp"),
    Piece(400, 491.5, 8, "", "Price"),
    Piece(LEFT, 480.5, 8, "", "Red"),
    Piece(400, 480.5, 8, "", "12 000"),
    Piece(60, 37, 8.5, "b", "2/2"),
    Piece(510, 37, 7, "", "26-16621"),
)
DRAFT = printed(FIRST_PAGE, SECOND_PAGE)

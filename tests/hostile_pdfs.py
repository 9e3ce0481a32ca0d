"""PDFs made to hang or to burst whoever reads them, each by another way; small on the disk."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Sequence
from typing import Final

from tests.pdf_samples import LEFT, Piece, document, drawn, packed, pages

WORDS: Final = drawn([Piece(LEFT, 700, 10, "", "Lamps shine")])


def stream(content: bytes, dictionary: bytes = b"") -> bytes:
    """A stream as it stands, with more entries of its dictionary."""
    return b"<<%b/Length %d>>stream\n%b\nendstream" % (dictionary, len(content), content)


def one_page(content: bytes, resources: bytes = b"", *more: bytes, page: bytes = b"") -> bytes:
    """A page with some content; the objects that follow are numbered from 6."""
    fonts = b"/Font<</F 5 0 R>>"
    return document(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 612 792]>>",
            b"<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<<%b%b>>%b>>" % (fonts, resources, page),
            content if content.endswith(b"endstream") else packed(content),
            b"<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>",
            *more,
        ]
    )


def forms_with_indirect_resources() -> bytes:
    """Forms that draw each other ten times each, ten deep; what they hold stands in objects of their own."""
    return _forms(b"BT /F 9 Tf (lamp) Tj ET")


def forms_that_draw_nothing() -> bytes:
    """The same with nothing to draw."""
    return _forms(b"")


def _forms(drawing: bytes) -> bytes:
    form, objects = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]", list[bytes]()
    for level in range(10):
        number = 6 + 3 * level
        resources = b"/Resources %d 0 R" % (number + 1)
        objects += [
            stream(b"/X Do " * 10, form + resources),
            b"<</XObject %d 0 R>>" % (number + 2),
            b"<</X %d 0 R>>" % (number + 3),
        ]
    return one_page(b"/X Do", b"/XObject<</X 6 0 R>>", *objects, stream(drawing, form))


def forms_in_streams_of_objects() -> bytes:
    """The same with the dictionaries of what they hold packed into a stream of objects."""
    levels = range(9)
    held = [b"<</XObject<</X %d 0 R>>>>" % (7 + n) for n in levels]
    places, body = [], b""
    for n, one in enumerate(held):
        places.append(b"%d %d" % (40 + n, len(body)))
        body += one + b" "
    first = b" ".join(places) + b" "
    inner = zlib.compress(first + body)
    forms = [
        stream(b"/X Do " * 12, b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources %d 0 R" % (40 + n))
        for n in levels
    ]
    forms.append(stream(b"BT (lamp) Tj ET", b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]"))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 612 792]>>",
        b"<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</XObject<</X 6 0 R>>>>>>",
        stream(b"/X Do"),
        b"<<>>",
        *forms,
    ]
    packed_objects = b"<</Type/ObjStm/N %d/First %d/Filter/FlateDecode/Length %d>>stream\n%b\nendstream" % (
        len(held),
        len(first),
        len(inner),
        inner,
    )
    data, where = b"%PDF-1.5\n", {}
    for number, content in [*enumerate(objects, 1), (30, packed_objects)]:
        where[number] = len(data)
        data += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    rows = b""
    for number in range(60):
        if number in where:
            rows += b"\x01" + where[number].to_bytes(4, "big") + b"\0\0"
        elif 40 <= number < 49:
            rows += b"\x02" + (30).to_bytes(4, "big") + (number - 40).to_bytes(2, "big")
        else:
            rows += b"\0" * 7
    start = len(data)
    data += b"59 0 obj\n%b\nendobj\n" % stream(rows, b"/Type/XRef/Size 60/W[1 4 2]/Root 1 0 R")
    return data + b"startxref\n%d\n%%%%EOF" % start


def chained_filters() -> bytes:
    """A stream that unpacks to a gigabyte, behind a filter that hides it."""
    bomb = zlib.compress(b"0 0 m " * 170_000_000, 9).hex().encode() + b">"
    return one_page(stream(bomb, b"/Filter[/ASCIIHexDecode/FlateDecode]"))


def spelled_filters() -> bytes:
    """The same with the name of the filter spelled with numbers."""
    bomb = zlib.compress(b"0 0 m " * 170_000_000, 9)
    return one_page(stream(bomb, b"/Filter/Fl#61teDecode"))


def bombs_in_bombs() -> bytes:
    """A stream packed three times."""
    bomb = zlib.compress(zlib.compress(zlib.compress(b"0 " * 500_000_000, 9), 9), 9)
    return one_page(stream(bomb, b"/Filter[/FlateDecode/FlateDecode/FlateDecode]"))


def runs() -> bytes:
    """Packed as runs, each of which unpacks to 128 marks."""
    return one_page(stream(b"\x81q" * 20_000_000 + b"\x80", b"/Filter/RunLengthDecode"))


def wide_predictor() -> bytes:
    """Rows of two thousand million columns."""
    held = zlib.compress(b"\x02" + b"q" * 1000)
    return one_page(
        stream(held, b"/Filter/FlateDecode/DecodeParms<</Predictor 15/Columns 2000000000/Colors 4>>")
    )


def contents_again_and_again() -> bytes:
    """A page drawn from one stream, named two hundred thousand times."""
    return one_page(WORDS, b"", packed(WORDS * 200)).replace(
        b"/Contents 4 0 R", b"/Contents[%b]" % (b"6 0 R " * 200_000)
    )


def crowded_page() -> bytes:
    """A page with a million words on top of each other."""
    return one_page(b"BT /F 9 Tf " + b"(lamp) Tj " * 1_000_000 + b"ET")


def crowded_pages() -> bytes:
    """Five hundred pages that share one crowded stream."""
    tree = b" ".join(b"%d 0 R" % n for n in range(5, 505))
    return document(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[%b]/Count 500/MediaBox[0 0 612 792]>>" % tree,
            packed(b"BT /F 9 Tf " + b"(lamp) Tj 1 1 Td " * 60_000 + b"ET"),
            b"<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>>>>>",
            *[b"<</Type/Page/Parent 2 0 R/Contents 3 0 R/Resources 4 0 R>>"] * 500,
        ]
    )


def pages_that_share_pages() -> bytes:
    """A tree whose branches are the same branch ten times, ten deep: ten thousand million pages."""
    objects = [b"<</Type/Catalog/Pages 2 0 R>>"]
    objects += [b"<</Type/Pages/Kids[%b]/Count 500>>" % (b"%d 0 R " % n * 10) for n in range(3, 13)]
    objects.append(b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 13 0 R>>")
    return document([*objects, packed(WORDS)])


def huge_map() -> bytes:
    """A font whose map gives every number that there is a letter."""
    ranges = b"<00000000> <ffffffff> <0041>\n" * 100
    cmap = b"begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange 100 beginbfrange\n%bendbfrange endcmap"
    return _mapped(cmap % ranges)


def long_map() -> bytes:
    """A map with a million ranges."""
    ranges = b"<0000> <ffff> <0041>\n" * 100_000
    return _mapped(b"begincmap 100000 beginbfrange\n%bendbfrange endcmap" % ranges)


def _mapped(cmap: bytes) -> bytes:
    font = (
        b"<</Type/Font/Subtype/Type0/BaseFont/L/Encoding/Identity-H/DescendantFonts[7 0 R]/ToUnicode 8 0 R>>"
    )
    below = (
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/L/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"
        b"/Supplement 0>>/DW 500/W[0 4294967295 500]>>"
    )
    return one_page(b"BT /G 9 Tf <00410042> Tj ET", b"", font, below, packed(cmap)).replace(
        b"/F 5 0 R", b"/F 5 0 R/G 6 0 R"
    )


def encoding_map() -> bytes:
    """A font whose encoding is a map with ranges over every number."""
    cmap = (
        b"begincmap 1 begincodespacerange <00000000> <ffffffff> endcodespacerange "
        b"100 begincidrange\n%bendcidrange endcmap" % (b"<00000000> <ffffffff> 0\n" * 100)
    )
    font = b"<</Type/Font/Subtype/Type0/BaseFont/L/Encoding 8 0 R/DescendantFonts[7 0 R]>>"
    below = b"<</Type/Font/Subtype/CIDFontType0/BaseFont/L/CIDSystemInfo<</Registry(A)/Ordering(B)/Supplement 0>>>>"
    content = stream(cmap, b"/Type/CMap/CMapName/L/CIDSystemInfo<</Registry(A)/Ordering(B)/Supplement 0>>")
    return one_page(b"BT /G 9 Tf <00410042> Tj ET", b"", font, below, content).replace(
        b"/F 5 0 R", b"/F 5 0 R/G 6 0 R"
    )


def letters_that_draw_letters() -> bytes:
    """A font whose letters are drawn with ten of the next font's, and so on."""
    objects = []
    for level in range(9):
        font = 6 + 2 * level
        below = b"/Resources<</Font<</G %d 0 R>>>>" % (font + 2)
        objects += [
            b"<</Type/Font/Subtype/Type3/FontBBox[0 0 9 9]/FontMatrix[1 0 0 1 0 0]/FirstChar 97/LastChar 97"
            b"/Widths[9]/Encoding<</Differences[97/a]>>/CharProcs<</a %d 0 R>>%b>>" % (font + 1, below),
            stream(b"9 0 0 0 9 9 d1 BT /G 1 Tf (%b) Tj ET" % (b"a" * 12)),
        ]
    objects.append(b"<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>")
    return one_page(b"BT /G 1 Tf (aaaa) Tj ET", b"", *objects).replace(b"/F 5 0 R", b"/F 5 0 R/G 6 0 R")


def clipped_without_end() -> bytes:
    """Each word clipped by all the paths before it."""
    return one_page(b"BT /F 9 Tf ET " + b"0 0 9 9 re W n BT (lamp) Tj ET " * 60_000)


def clipped_by_words() -> bytes:
    """The same, with words for the paths."""
    return one_page(b"BT /F 9 Tf 7 Tr " + b"(lamp) Tj ET BT " * 100_000 + b"ET")


def huge_picture() -> bytes:
    """A picture within the page of a hundred thousand by a hundred thousand points."""
    return one_page(
        b"BI /W 100000 /H 100000 /BPC 8 /CS /RGB /F /Fl ID " + zlib.compress(b"0" * 9_000_000) + b" EI"
    )


def many_pictures() -> bytes:
    """A hundred thousand small pictures within the page, each said to be huge."""
    return one_page(b"BI /W 30000 /H 30000 /BPC 8 /CS /RGB /F /RL ID \x81a\x80 EI " * 100_000)


def states_in_states() -> bytes:
    """States of drawing kept ten million times and never taken back."""
    return one_page(b"q " * 10_000_000)


def marks_in_marks() -> bytes:
    """Words within marks within marks."""
    return one_page(b"/P <</A(b)>> BDC BT /F 9 Tf (lamp) Tj ET " * 50_000)


def long_words() -> bytes:
    """One word of ten million letters."""
    return one_page(b"BT /F 9 Tf (" + b"l" * 10_000_000 + b") Tj ET")


def spread_words() -> bytes:
    """One word of letters set apart two million times."""
    return one_page(b"BT /F 9 Tf [" + b"(l) 9000 " * 2_000_000 + b"] TJ ET")


def many_links() -> bytes:
    """A page with three hundred thousand links."""
    box = b"<</Type/Annot/Subtype/Link/Rect[0 0 612 792]/A<</S/URI/URI(https://example.org/)>>>>"
    return one_page(WORDS.replace(b"/F ", b"/F "), b"", page=b"/Annots[%b]" % (b"6 0 R " * 300_000)).replace(
        b"endobj\nxref", b"endobj\n6 0 obj\n%b\nendobj\nxref" % box
    )


def chain_of_tables() -> bytes:
    """A hundred thousand tables of objects, each leading to the one before."""
    data = pages([WORDS])
    last = data.rindex(b"xref\n", 0, data.rindex(b"startxref"))
    rows = b"xref\n0 1\n0000000000 65535 f \ntrailer<</Size 9/Root 1 0 R/Prev %d>>\n"
    out = [data, b"\n"]
    size = len(data) + 1
    for _ in range(100_000):
        row = rows % last
        out.append(row)
        last = size
        size += len(row)
    return b"".join(out) + b"startxref\n%d\n%%%%EOF" % last


def no_table() -> bytes:
    """Thirty megabytes without a table, in which every line looks like an object."""
    return b"%PDF-1.4\n" + b"1 0 obj<<>>endobj\n" * 1_600_000 + pages([WORDS])[9:].replace(b"startxref", b"")


def long_table() -> bytes:
    """A table that says it has two thousand million entries."""
    return pages([WORDS]).replace(b"xref\n0 ", b"xref\n0 20000000")


def deep_values() -> bytes:
    """Lists in lists in the page's own dictionary."""
    return one_page(WORDS, page=b"/A" + b"[" * 3_000_000 + b"]" * 3_000_000)


def curves() -> bytes:
    """A path of five million curves."""
    return one_page(b"0 0 m " + b"1 2 3 4 5 6 c " * 1_500_000 + b"S " + WORDS)


def shadings() -> bytes:
    """A shading whose function has a sample for each of a million million points."""
    function = stream(
        b"a" * 1000,
        b"/FunctionType 0/Domain[0 1 0 1 0 1 0 1]/Range[0 1]/Size[1000 1000 1000 1000]/BitsPerSample 8",
    )
    shade = b"<</ShadingType 1/ColorSpace/DeviceGray/Function 7 0 R>>"
    return one_page(b"/S sh " * 10_000 + WORDS, b"/Shading<</S 6 0 R>>", shade, function)


def colours() -> bytes:
    """A colour made of colours made of colours, asked for again and again: no memory fills, and it does not end."""
    levels = [b"[/Indexed %d 0 R 255 (a)]" % (7 + n) for n in range(5_000)]
    return one_page(b"/C cs 1 sc " * 200_000 + WORDS, b"/ColorSpace<</C 6 0 R>>", *levels, b"/DeviceGray")


PDFS: Final[Sequence[Callable[[], bytes]]] = (
    forms_with_indirect_resources,
    forms_that_draw_nothing,
    forms_in_streams_of_objects,
    chained_filters,
    spelled_filters,
    bombs_in_bombs,
    runs,
    wide_predictor,
    contents_again_and_again,
    crowded_page,
    crowded_pages,
    pages_that_share_pages,
    huge_map,
    long_map,
    encoding_map,
    letters_that_draw_letters,
    clipped_without_end,
    clipped_by_words,
    huge_picture,
    many_pictures,
    states_in_states,
    marks_in_marks,
    long_words,
    spread_words,
    many_links,
    chain_of_tables,
    no_table,
    long_table,
    deep_values,
    curves,
    shadings,
    colours,
)

"""Refuses a PDF whose streams unpack to more than any page needs, before PDFium unpacks them whole.

PDFium takes a kilobyte that unpacks to gigabytes as it comes, and no call can be stopped; so the streams are unpacked
here first, as far as a bound. In the documents of the United Nations none unpacks to more than 0.2 MB.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from typing import Final

_STREAM: Final = re.compile(rb"(?<!end)stream\r?\n")
_CHAINED: Final = re.compile(rb"/(?:FlateDecode|Fl)\b[\s/\]]*/(?:FlateDecode|Fl)\b")
_FLATE: Final = re.compile(rb"/(?:FlateDecode|Fl)\b")
_DATA: Final = re.compile(rb"/Length1\b|/Subtype\s*/Image\b")
"""Fonts and pictures, which PDFium does not take apart as it does what is drawn on a page."""
_DICTIONARY: Final = 2000
"""Bytes before a stream in which its dictionary is looked for."""
_HARMLESS: Final = 6_000
_HARMLESS_DATA: Final = 100_000
"""Packed bytes that unpack to little at worst, a thousand times as many."""
_LARGEST: Final = 6_000_000
_LARGEST_DATA: Final = 100_000_000
_MOST: Final = 200_000_000
"""Unpacked bytes, of one stream and of all that were unpacked here."""


def unpacks_too_large(data: bytes) -> bool:
    """Whether a stream of the file, or all together, are larger than what a document needs."""
    total = 0
    for start, end, dictionary in _streams(data):
        plain = not _DATA.search(dictionary)
        chained = bool(_CHAINED.search(dictionary))
        if end - start <= (_HARMLESS if plain else _HARMLESS_DATA) and not chained:
            continue
        bound = _LARGEST if plain else _LARGEST_DATA
        size = _unpacked(data[start:end], bound, twice=chained)
        total += size
        if size > bound or total > _MOST:
            return True
    return False


def _streams(data: bytes) -> Iterator[tuple[int, int, bytes]]:
    """Where each packed stream begins and ends, and its dictionary."""
    done = 0
    while found := _STREAM.search(data, done):
        end = data.find(b"endstream", found.end())
        end = len(data) if end < 0 else end
        before = data[max(0, found.start() - _DICTIONARY) : found.start()]
        dictionary = before[before.rfind(b" obj") + 1 :]
        if _FLATE.search(dictionary):
            yield found.end(), end, dictionary
        done = end


def _unpacked(packed: bytes, bound: int, *, twice: bool) -> int:
    """Bytes that a stream unpacks to, counted as far as just beyond the bound; a damaged one as far as it goes."""
    if twice:
        inner = zlib.decompressobj()
        try:
            packed = inner.decompress(packed, bound + 1)
        except zlib.error:
            return 0
    size, reader = 0, zlib.decompressobj()
    try:
        while packed and size <= bound and not reader.eof:
            size += len(reader.decompress(packed, 1_000_000))
            packed = reader.unconsumed_tail
    except zlib.error:
        pass
    return size

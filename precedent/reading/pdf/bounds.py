"""Refuses a PDF that unpacks, or draws again and again, more than any page needs, before PDFium does it whole.

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
_FORM: Final = re.compile(rb"/Subtype\s*/Form\b")
_OBJECT: Final = re.compile(rb"(\d{1,9}) \d{1,5}\Z")
_REFERENCE: Final = re.compile(rb"(\d{1,9}) \d{1,5} R\b")
_DRAWS: Final = re.compile(rb"(?<!\S)Do(?!\S)")
_MOST_DRAWN: Final = 20_000
_DEEPEST: Final = 100
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


def draws_without_end(data: bytes) -> bool:
    """Whether forms that draw each other draw more than any page needs: ten that hold each other ten times do."""
    if b"/Form" not in data:
        return False
    forms: dict[int, tuple[int, list[int]]] = {}
    for found in _STREAM.finditer(data):
        before = data[max(0, found.start() - _DICTIONARY) : found.start()]
        place = before.rfind(b" obj")
        number = _OBJECT.search(before[:place]) if place > 0 else None
        if number and _FORM.search(before, place):
            end = data.find(b"endstream", found.end())
            times = len(_DRAWS.findall(_content(data[found.end() : end], before[place:])))
            held = before[place:].partition(b"/XObject")[2].partition(b">>")[0]
            forms[int(number[1])] = times, [int(n) for n in _REFERENCE.findall(held)]
    known: dict[int, int] = {}
    return any(_drawn(number, forms, known, 0) > _MOST_DRAWN for number in forms)


def _drawn(number: int, forms: dict[int, tuple[int, list[int]]], known: dict[int, int], depth: int) -> int:
    """How many drawings one form makes at worst; one that holds itself makes the most there is."""
    times, held = forms.get(number, (0, []))
    if number in known or not times or not held:
        return known.get(number, 1)
    if depth > _DEEPEST:
        return 1
    known[number] = _MOST_DRAWN + 1  # while it is looked at: met again, it holds itself
    most = max(_drawn(inner, forms, known, depth + 1) for inner in held)
    known[number] = min(times * most, _MOST_DRAWN + 1)
    return known[number]


def _content(packed: bytes, dictionary: bytes) -> bytes:
    if not _FLATE.search(dictionary):
        return packed[:_LARGEST]
    try:
        return zlib.decompressobj().decompress(packed, _LARGEST)
    except zlib.error:
        return b""


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

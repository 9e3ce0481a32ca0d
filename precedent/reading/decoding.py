"""Bytes of a text file → characters, never refusing any."""

from __future__ import annotations

import codecs
import re

from precedent.resolution import Remark

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 4096
_DAMAGED = re.compile("[\udc80-\udcff]")


def decode(data: bytes) -> tuple[str, tuple[Remark, ...]]:
    """The characters of a text file, lines ended by a line feed, and a remark where the encoding is a guess.

    A byte order mark decides; without one UTF-16 shows by its zero bytes, everything else is UTF-8, and what
    is not valid UTF-8 is read as Windows-1252 (bytes that it does not define as Latin-1).
    """
    text, remarks = _characters(data)
    return text.replace("\r\n", "\n").replace("\r", "\n"), remarks


def _characters(data: bytes) -> tuple[str, tuple[Remark, ...]]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _lenient(data[len(mark) :], encoding)
    if encoding := _sixteen_bits(data):
        return _lenient(data, encoding)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        return _mixed(data)


def _mixed(data: bytes) -> tuple[str, tuple[Remark, ...]]:
    """What is not valid UTF-8: a few damaged bytes in a text that is, or a text in an older encoding."""
    text = data.decode("utf-8", errors="surrogateescape")
    damaged = len(_DAMAGED.findall(text))
    if sum(character > "\x7f" for character in text) > 2 * damaged:
        text = _DAMAGED.sub(lambda found: _WESTERN[ord(found.group()) - 0xDC00], text)
        return text, (Remark("", f"{damaged} bytes are not valid UTF-8; look at the accents."),)
    text, _ = codecs.charmap_decode(data, "strict", _WESTERN)
    return text, (
        Remark("", "The file is not valid UTF-8; it was read as Windows-1252: look at the accents."),
    )


def _sixteen_bits(data: bytes) -> str:
    """UTF-16 without a mark: in Western text every other byte is zero."""
    sample = data[: _SAMPLE - _SAMPLE % 2]
    if len(sample) < 4 or len(data) % 2:
        return ""
    high, low = sample[0::2].count(0), sample[1::2].count(0)
    most = len(sample) // 2 * 0.6
    if low > most and high < len(sample) // 20:
        return "utf-16-le"
    return "utf-16-be" if high > most and low < len(sample) // 20 else ""


def _lenient(data: bytes, encoding: str) -> tuple[str, tuple[Remark, ...]]:
    try:
        return data.decode(encoding), ()
    except UnicodeDecodeError:
        text = data.decode(encoding, errors="replace")
        return text, (
            Remark("", f"Some bytes are not valid {encoding}; each stands as \N{REPLACEMENT CHARACTER}."),
        )


def _western(byte: int) -> str:
    single = bytes([byte])
    try:
        return single.decode("cp1252")
    except UnicodeDecodeError:
        return single.decode("latin-1")


_WESTERN = "".join(map(_western, range(256)))
"""The character of each byte."""

"""Files damaged by chance, in the ways that damage and malice come: bytes, blocks, numbers, members of an archive."""

from __future__ import annotations

import io
import random
import re
import zipfile
import zlib
from collections.abc import Callable, Sequence
from typing import Final

_STREAM: Final = re.compile(rb"(?<!end)stream\r?\n")
_NUMBER: Final = re.compile(rb"\d+")
_HUGE: Final = (b"0", b"-1", b"65536", b"2147483647", b"4294967296", b"9" * 20, b"1e308", b"0.0000001")
TOKENS: Final = {
    "pdf": (
        b"[",
        b"<<",
        b"(",
        b"q ",
        b"BT ",
        b"/Kids[1 0 R]",
        b" 0 R",
        b"/F1 9 Tf ",
        b"endobj ",
        b"9 0 0 9 0 0 cm ",
    ),
    "docx": (b"<w:p>", b"<w:tbl><w:tr><w:tc>", b"<w:r><w:t>a", b"</w:p>", b"<w:ins>", b"&#x41;", b"<w:sdt>"),
    "xml": (
        b"<span>",
        b"<p>",
        b"</p>",
        b"<paragraph>",
        b"<authorialNote>",
        b"&amp;",
        b"<!--",
        b"<![CDATA[",
        b"&x;",
    ),
    "txt": (b"(a) ", b"1. ", b"\n", b"* ", b"[1] ", b"\xc2\xb9 ", b"A/RES/", b"\x00", b"\xff", b"| ", b"> "),
    "md": (b"*", b"**", b"[^1]", b"- ", b"# ", b"> ", b"`", b"<!-- ", b"](", b"| ", b"---\n", b"\n    "),
}
"""What hurts a reader of each format when it is repeated."""


def damaged(suffix: str, samples: Sequence[bytes], chance: random.Random) -> bytes:
    """One of the samples, damaged once or a few times.

    Args:
        suffix: the format, one of `TOKENS`.
        samples: files of that format.
        chance: decides everything, so the same chance gives the same file.
    """
    data = chance.choice(samples)
    for _ in range(chance.choice((1, 1, 1, 2, 4))):
        if suffix == "docx" and chance.random() < 0.85:
            data = _member(data, samples, chance)
        elif suffix == "pdf" and chance.random() < 0.4:
            data = _stream(data, chance)
        else:
            data = _bytes(suffix, data, chance.choice(samples), chance)
    return data


def _bytes(suffix: str, data: bytes, other: bytes, chance: random.Random) -> bytes:
    if not data:
        return other
    ways: tuple[Callable[[], bytes], ...] = (
        lambda: _flipped(data, chance),
        lambda: data[: chance.randrange(len(data))],
        lambda: _without(data, chance),
        lambda: _put(data, _block(data, chance) * chance.choice((1, 1, 2, 50)), chance),
        lambda: _put(data, _block(other, chance), chance),
        lambda: data[: chance.randrange(len(data))] + other[chance.randrange(max(1, len(other))) :],
        lambda: _numbers(data, chance),
        lambda: _put(data, chance.choice(TOKENS[suffix]) * chance.choice((1, 9, 300, 20_000)), chance),
        lambda: _elements(data, chance),
    )
    return chance.choice(ways)()


def _flipped(data: bytes, chance: random.Random) -> bytes:
    found = bytearray(data)
    for _ in range(chance.choice((1, 1, 10, 100, 2000))):
        found[chance.randrange(len(found))] = chance.randrange(256)
    return bytes(found)


def _block(data: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(max(1, len(data)))
    return data[start : start + chance.choice((1, 16, 300, 5000))]


def _put(data: bytes, block: bytes, chance: random.Random) -> bytes:
    place = chance.randrange(len(data) + 1)
    return data[:place] + block + data[place:]


def _without(data: bytes, chance: random.Random) -> bytes:
    place = chance.randrange(len(data))
    return data[:place] + data[place + chance.choice((1, 16, 300, 5000)) :]


def _numbers(data: bytes, chance: random.Random) -> bytes:
    """Some of its numbers blown up."""
    places = [found.span() for found in _NUMBER.finditer(data)]
    for start, end in sorted(
        chance.sample(places, min(len(places), chance.choice((1, 3, 30)))), reverse=True
    ):
        data = data[:start] + chance.choice(_HUGE) + data[end:]
    return data


def _elements(data: bytes, chance: random.Random) -> bytes:
    """A stretch that begins and ends where lines or elements do, taken out, doubled or put elsewhere."""
    places = [found.start() for found in re.finditer(rb"[<\n]", data)]
    if len(places) < 3:
        return data
    start, end, where = sorted(chance.sample(places, 3))
    stretch = data[start:end]
    if chance.random() < 0.3:
        return data[:start] + data[end:]
    if len(stretch) > 100_000:
        stretch = stretch[:100_000]
    return data[:where] + stretch * chance.choice((1, 1, 3)) + data[where:]


def _stream(data: bytes, chance: random.Random) -> bytes:
    """A PDF with what is packed in one of its streams damaged."""
    places = [found.end() for found in _STREAM.finditer(data)]
    if not places:
        return data
    start = chance.choice(places)
    end = data.find(b"endstream", start)
    try:
        content = zlib.decompress(data[start:end].rstrip(b"\r\n"))
    except zlib.error:
        return data
    packed = zlib.compress(_bytes("pdf", content or b" ", content, chance))
    before = re.sub(rb"/Length \d+(?! 0 R)", b"/Length %d" % len(packed), data[max(0, start - 300) : start])
    return data[: max(0, start - 300)] + before + packed + b"\r\n" + data[end:]


def _member(data: bytes, samples: Sequence[bytes], chance: random.Random) -> bytes:
    """An archive with one of its members damaged, and packed again."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = {name: archive.read(name) for name in archive.namelist()}
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, NotImplementedError, RuntimeError, EOFError):
        return _bytes("docx", data, chance.choice(samples), chance)
    main = [
        name for name in members if re.search(r"(?:document|footnotes|numbering|styles|comments)\.xml$", name)
    ]
    name = chance.choice(main if main and chance.random() < 0.8 else sorted(members) or ["x"])
    members[name] = _bytes(
        "docx", members.get(name, b""), chance.choice(list(members.values()) or [b""]), chance
    )
    if chance.random() < 0.05:
        members.pop(name)
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for each, content in members.items():
            archive.writestr(each, content)
    return held.getvalue()

"""Small compound files, as Office wrote them before 2007: a header, a table of sectors, a directory."""

import struct

NONE, END, TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_SECTOR = 512


def compound(*names: str, deeper: tuple[str, ...] = (), content: bytes = b"") -> bytes:
    """A compound file with streams of these names at its root, and of others in a storage there."""
    storage = [("ObjectPool", 1, tuple(deeper))] if deeper else []
    at_root = [(name, 2, ()) for name in names] + storage
    entries = [_entry("Root Entry", 5, child=1)]
    first_deeper = 1 + len(at_root)
    for number, (name, kind, inside) in enumerate(at_root, 1):
        right = number + 1 if number < len(at_root) else NONE
        entries.append(_entry(name, kind, right=right, child=first_deeper if inside else NONE))
    for number, name in enumerate(deeper):
        last = number + 1 == len(deeper)
        entries.append(_entry(name, 2, right=NONE if last else first_deeper + number + 1))
    while len(entries) % 4:
        entries.append(bytes(128))
    sectors = len(entries) // 4
    chain = [TABLE, *range(2, sectors + 1), END]
    table = struct.pack("<128I", *chain, *[NONE] * (128 - len(chain)))
    header = bytearray(_SECTOR)
    header[:8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    struct.pack_into("<HHHHH", header, 24, 62, 3, 0xFFFE, 9, 6)
    struct.pack_into("<II", header, 44, 1, 1)
    struct.pack_into("<IIIII", header, 56, 4096, END, 0, END, 0)
    struct.pack_into("<109I", header, 76, 0, *[NONE] * 108)
    place = sectors + 1
    return bytes(header) + table + b"".join(entries).replace(_HERE, struct.pack("<I", place)) + content


_HERE = b"HERE"


def _entry(name: str, kind: int, right: int = NONE, child: int = NONE) -> bytes:
    encoded = name.encode("utf-16-le")
    head = encoded.ljust(64, b"\0") + struct.pack("<HBBIII", len(encoded) + 2, kind, 1, NONE, right, child)
    return head.ljust(116, b"\0") + _HERE + struct.pack("<II", 4096, 0)

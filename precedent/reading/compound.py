"""What an old Office file is: the streams at the root of a compound file ([MS-CFB]), by their names.

Word, Excel, PowerPoint and Outlook all wrote compound files, and a locked .docx is one. A stream of another program
deeper down is an object within the document, and says nothing of the document itself.
"""

from __future__ import annotations

import struct
from typing import Final

MAGIC: Final = b"\xd0\xcf\x11\xe0"
_ENTRY: Final = 128
"""Bytes of one entry of the directory."""
_HEADER_FAT: Final = 109
"""How many sectors of the table the header names itself."""
_MOST: Final = 20_000
"""Sectors or entries that are followed; a document has some dozens."""
_NONE: Final = 0xFFFFFFFA
"""From here on, numbers of sectors mean that there is none."""


def streams(data: bytes) -> dict[str, int]:
    """Where in the file each stream at the root begins, by its name; empty where the directory is damaged."""
    try:
        return _Compound(data).streams()
    except (struct.error, UnicodeDecodeError, IndexError):
        return {}


def is_locked(data: bytes, start: int) -> bool:
    """Whether the text of an old Word file, whose main stream begins there, is encrypted ([MS-DOC] FibBase)."""
    flags = data[start + 10 : start + 12]
    return data[start : start + 2] == b"\xec\xa5" and len(flags) == 2 and bool(flags[1] & 1)


class _Compound:
    def __init__(self, data: bytes) -> None:
        self._data = data
        shift = struct.unpack_from("<H", data, 30)[0]
        self._size = 1 << (shift if 7 <= shift <= 16 else 9)
        self._table = list(struct.unpack_from(f"<{_HEADER_FAT}I", data, 76))
        more = self._number(68)
        while more < _NONE and len(self._table) < _MOST:
            sector = struct.unpack_from(f"<{self._size // 4}I", data, self._place(more))
            self._table += sector[:-1]
            more = sector[-1]

    def _number(self, place: int) -> int:
        return int(struct.unpack_from("<I", self._data, place)[0])

    def _place(self, sector: int) -> int:
        return (sector + 1) * self._size

    def _after(self, sector: int) -> int:
        """The sector that follows another in its chain."""
        each = self._size // 4
        return self._number(self._place(self._table[sector // each]) + sector % each * 4)

    def _directory(self) -> list[bytes]:
        found: list[bytes] = []
        sector = self._number(48)
        while sector < _NONE and len(found) < _MOST:
            place = self._place(sector)
            whole = self._data[place : place + self._size]
            found += [whole[at : at + _ENTRY] for at in range(0, len(whole), _ENTRY)]
            sector = self._after(sector)
        return found

    def streams(self) -> dict[str, int]:
        directory = self._directory()
        waiting, seen, found = [self._child(directory[0])], set[int](), dict[str, int]()
        while waiting:
            number = waiting.pop()
            if number in seen or number >= len(directory):
                continue
            seen.add(number)
            entry = directory[number]
            length, _, left, right = struct.unpack_from("<HHII", entry, 64)
            waiting += [left, right]
            name = entry[: max(0, min(length, 64) - 2)].decode("utf-16-le")
            found[name] = self._place(struct.unpack_from("<I", entry, 116)[0])
        return found

    @staticmethod
    def _child(entry: bytes) -> int:
        return int(struct.unpack_from("<I", entry, 76)[0])

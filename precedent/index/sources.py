"""Files out of what a user names: files, folders, archives; one at a time, so that memory stays bounded.

Nothing is unpacked to the disk. An archive may lie about sizes, hold links, absolute paths or a million members:
members are read up to a limit that does not trust the archive, and what is refused is a `Failure`.
"""

from __future__ import annotations

import lzma
import re
import stat
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO

from precedent.index.protocol import Failure, Source

LARGEST = 50_000_000
"""Bytes of one file."""
MEMBERS = 50_000
"""Members of one archive."""
EXPANDED = 1_000_000_000
"""Bytes that an archive may always expand to; beyond, to `RATIO` times its own size."""
RATIO = 200

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_COMPRESSED = (b"\xfd7zXZ\x00", b"\x1f\x8b", b"BZh")
_BROKEN = (
    tarfile.TarError,
    zipfile.BadZipFile,
    lzma.LZMAError,
    zlib.error,
    EOFError,
    OSError,
    RuntimeError,
    ValueError,
)
"""What the standard library raises on damaged archives (RuntimeError: encrypted; NotImplementedError is one)."""

_BESIDE = re.compile(
    r"(?:read.?me|licen[sc]e|copying|authors|changelog|contributing|code_of_conduct|security)"
    r"(?:[._-][a-z]{2})?(?:\.(?:md|txt|rst|html?))?"
    r"|makefile|thumbs\.db|desktop\.ini|~\$.*"
    r"|.*\.(?:py|js|css|xslt?|xsd|dtd|png|jpe?g|gif|svg|ico|ya?ml|toml|sh|bat|sha256|md5|lnk|url)",
    re.IGNORECASE,
)
"""What lies beside the texts of a collection; by name, and only where the user named the whole."""


_Member = tuple[str, int, IO[bytes] | str]
"""Name, size and content of a member; in place of content why it is refused, "" where it is passed over."""


@dataclass(frozen=True, slots=True)
class Found:
    """One file; `name` is the path that a message should show."""

    name: str
    data: bytes
    weight: int = 0
    """Bytes of the sources that are behind whoever read it, beyond those behind the file before."""


class _RefusedError(Exception):
    """An archive, or one member, that is not read any further."""


def files(
    sources: Iterable[Path | Source | Failure], passed_over: list[str] | None = None
) -> Iterator[Found | Failure]:
    """Every file of every source in a settled order; hidden ones of folders and archives are passed over.

    So is what lies beside the texts of a collection, as a README; its names are appended to `passed_over`.
    """
    beside = passed_over if passed_over is not None else []
    for source in sources:
        if isinstance(source, Failure):
            yield source
            continue
        named = source if isinstance(source, Source) else Source(source, str(source))
        try:
            yield from _files(named, beside)
        except OSError as error:
            yield Failure(named.name, (error.strerror or str(error)).lower())


def size(sources: Iterable[Path | Source | Failure]) -> int:
    """Bytes of all sources, archives as they are packed: to tell how much of them is behind."""
    total = 0
    for source in sources:
        if isinstance(source, Failure):
            continue
        path = source.path if isinstance(source, Source) else source
        with suppress(OSError):
            paths = path.rglob("*") if path.is_dir() else (path,)
            total += sum(one.stat().st_size for one in paths if one.is_file())
    return total


def _files(source: Source, beside: list[str]) -> Iterator[Found | Failure]:
    if source.path.is_dir():
        for path in sorted(source.path.rglob("*")):
            if path.is_file() and not _hidden(path.relative_to(source.path).parts):
                if _BESIDE.fullmatch(path.name):
                    beside.append(str(path))
                else:
                    yield from _opened(Source(path, str(path)), beside)
    elif source.path.exists():
        yield from _opened(source, beside)
    else:
        yield Failure(source.name, "no such file or folder, and neither a document symbol nor an address")


def _opened(source: Source, beside: list[str]) -> Iterator[Found | Failure]:
    path = source.path
    try:
        if not path.is_file():
            yield Failure(source.name, "not a regular file")
        elif _is_zip(path):
            with path.open("rb") as packed:
                yield from _guarded(source, packed, _texts(source, _zip_members(path, packed), beside))
        elif _is_tar(path):
            with path.open("rb") as packed:
                yield from _guarded(source, packed, _texts(source, _tar_members(packed), beside))
        elif path.stat().st_size > LARGEST:
            yield Failure(
                source.name, f"larger than {LARGEST // 1_000_000} MB, which no text of the United Nations is"
            )
        else:
            data = path.read_bytes()
            yield Found(source.name, data, len(data))
    except OSError as error:
        yield Failure(source.name, (error.strerror or str(error)).lower())


def _is_zip(path: Path) -> bool:
    """An archive, but no Word document: those are zips too, and read as texts."""
    with path.open("rb") as file:
        head = file.read(64)
    if not head.startswith(_ZIP) or b"[Content_Types].xml" in head:  # one that was cut off has lost its list
        return False
    return not _is_document(_tail(path))


def _is_document(end: bytes) -> bool:
    """Whether the list of members in the end of a zip is that of a Word or OpenDocument file."""
    at, _, length = _closing(end)
    members = end[max(0, at - length) : at]
    return b"[Content_Types].xml" in members or b"META-INF/manifest.xml" in members


def _closing(end: bytes) -> tuple[int, int, int]:
    """Where the record at the very end of a zip stands, how many members it counts, the length of their list."""
    at = end.rfind(b"PK\x05\x06")
    if not 0 <= at <= len(end) - 16:
        return 0, 0, 0
    count, length = struct.unpack_from("<HI", end, at + 10)
    return at, count, length


def _tail(path: Path) -> bytes:
    """The end of a file, where a zip has its list of members."""
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - 66_000))
        return file.read()


def _is_tar(path: Path) -> bool:
    with path.open("rb") as file:
        head = file.read(512)
    return head.startswith(_COMPRESSED) or head[257:262] == b"ustar"


def _texts(source: Source, members: Iterator[_Member], beside: list[str]) -> Iterator[_Member]:
    """The members of an archive; what lies beside its texts is passed over, and its names are told."""
    for name, size, content in members:
        if not isinstance(content, str) and _BESIDE.fullmatch(PurePosixPath(name).name):
            beside.append(f"{source.name}/{name}")
            yield name, size, ""
        else:
            yield name, size, content


def _guarded(source: Source, packed: IO[bytes], members: Iterator[_Member]) -> Iterator[Found | Failure]:
    """Read members until the archive turns out hostile or damaged; what was read before stays."""
    allowed = max(EXPANDED, RATIO * source.path.stat().st_size)
    expanded = behind = 0
    try:
        for count, (name, size, content) in enumerate(members, 1):
            if count > MEMBERS:
                _refuse(f"more than {MEMBERS:,} members: refused from there on")
            shown = f"{source.name}/{name}"
            data = b"" if isinstance(content, str) or size > LARGEST else content.read(LARGEST + 1)
            expanded += max(size, len(data))  # to pass over a member of a tar file is to expand it too
            if len(data) > LARGEST or expanded > allowed:
                _refuse(f"expands to far more than it holds (at {name}): refused from there on")
            if isinstance(content, str):
                if content:
                    yield Failure(shown, content)
            elif size > LARGEST:
                yield Failure(shown, f"larger than {LARGEST // 1_000_000} MB: refused")
            elif _packed(data):
                yield Failure(shown, "an archive inside an archive: unpack the outer one first")
            else:
                yield Found(shown, data, max(0, packed.tell() - behind))
                behind = max(behind, packed.tell())
    except _RefusedError as refusal:
        yield Failure(source.name, str(refusal))
    except _BROKEN as error:
        yield Failure(source.name, f"damaged archive ({' '.join(str(error).split())})")


def _refuse(reason: str) -> None:
    raise _RefusedError(reason)


def _packed(data: bytes) -> bool:
    return data.startswith(_COMPRESSED) or (data.startswith(_ZIP) and not _is_document(data[-66_000:]))


def _zip_members(path: Path, packed: IO[bytes]) -> Iterator[_Member]:
    count = _closing(_tail(path))[1]  # before the whole list is read into memory
    if count > MEMBERS:
        _refuse(f"{'' if count >= 0xFFFF else f'{count:,} '}members, more than {MEMBERS:,}: refused")
    with zipfile.ZipFile(packed) as archive:
        for member in archive.infolist():
            if member.is_dir() or _hidden(PurePosixPath(member.filename).parts):
                yield member.filename, 0, ""
                continue
            mode = member.external_attr >> 16
            wrong = "a link, not a file: refused" if stat.S_ISLNK(mode) else _wrong_place(member.filename)
            if wrong:
                yield member.filename, 0, wrong
                continue
            with archive.open(member) as content:
                yield member.filename, member.file_size, content


def _tar_members(packed: IO[bytes]) -> Iterator[_Member]:
    with tarfile.open(fileobj=packed) as archive:
        for member in archive:
            if member.isdir() or _hidden(PurePosixPath(member.name).parts):
                yield member.name, member.size, ""
                continue
            wrong = _wrong_place(member.name)
            content = archive.extractfile(member) if member.isreg() else None
            if wrong or content is None:
                yield member.name, 0, wrong or "a link or a device, not a file: refused"
            else:
                yield member.name, member.size, content


def _hidden(parts: Iterable[str]) -> bool:
    return any((part.startswith(".") and part not in (".", "..")) or part == "__MACOSX" for part in parts)


def _wrong_place(name: str) -> str | None:
    path = PurePosixPath(name.replace("\\", "/"))
    wrong = path.is_absolute() or ".." in path.parts or (len(name) > 1 and name[1] == ":")
    return "a path that leaves the archive: refused" if wrong else None

"""Files that are written whole or not at all."""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

from assistant.errors import DraftUnwritableError

TEMPORARY = ".tmp"
"""How files end that a crash may leave behind; they are swept when the draft is opened."""


BINARY = getattr(os, "O_BINARY", 0)
"""Windows would turn line feeds into something else."""


def digest_of(data: bytes) -> str:
    """Stands for the content of a file."""
    return hashlib.sha256(data).hexdigest()


def write_atomically(path: Path, data: bytes, folder: Path, *, sync: bool = True) -> None:
    """Put data in place of a file in one move, keeping its permissions and, where allowed, its owner.

    `folder` takes the file while it is written; it lies on the same file system. Without `sync` it is safe from the
    end of the process, not from a loss of power, and nobody waits for the disk.

    Raises:
        OSError: where it cannot be written; the file is then as it was.
    """
    temporary = folder / f"{path.name}.{os.getpid()}{TEMPORARY}"
    file = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | BINARY, 0o666)
    try:
        try:
            write_all(file, data)
            if sync:
                os.fsync(file)
        finally:
            os.close(file)
        _like(path, temporary)
        temporary.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    if sync:
        sync_folder(path.parent)


def _like(path: Path, temporary: Path) -> None:
    try:
        there = path.stat()
    except FileNotFoundError:
        return
    own = temporary.stat()
    if (own.st_uid, own.st_gid) != (there.st_uid, there.st_gid) and hasattr(os, "chown"):
        # Only the super-user may give a file away; a file of one's own group may still be kept.
        with contextlib.suppress(PermissionError):
            os.chown(temporary, there.st_uid, there.st_gid)
    temporary.chmod(there.st_mode & 0o7777)


def write_all(file: int, data: bytes) -> None:
    """Write to an open file until nothing is left; the system may take less at a time."""
    view = memoryview(data)
    while view:
        view = view[os.write(file, view) :]


def sync_folder(folder: Path) -> None:
    """Wait until the disk knows which files a folder has; systems without that need it not."""
    with contextlib.suppress(OSError):
        file = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(file)
        finally:
            os.close(file)


@contextlib.contextmanager
def writing(path: Path, kept: str) -> Iterator[None]:
    """Say of a failure to write which file it was and what is still there.

    Raises:
        DraftUnwritableError: in place of every OSError.
    """
    try:
        yield
    except OSError as error:
        raise DraftUnwritableError(f"{path} cannot be written ({error.strerror or error}); {kept}") from error

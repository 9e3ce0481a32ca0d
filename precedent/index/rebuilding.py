"""Make the index anew from what it keeps: every text stands in it whole, so that no source is needed again.

For an index of an older version, for one whose file is damaged, and for a concordance that is missing or wrong. What
cannot be read is told, and then the old file is kept beside the new one.
"""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
import zlib
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path

from precedent.errors import IndexUnavailableError
from precedent.index import keeping, schema
from precedent.index.concordance import Concordance
from precedent.index.preparing import Text, text, unpack
from precedent.index.protocol import Failure, Rebuilt
from precedent.index.sources import Found

_TOGETHER = 64
"""Texts of one transaction."""


def rebuild(home: Path, now: dt.datetime, progress: Callable[[int, int], None] | None = None) -> Rebuilt:
    """Make the index of a folder anew; the one that is there is used until the new one is whole.

    Args:
        home: Folder of the index.
        now: Names the old file, where it has to be kept.
        progress: Called with how many texts are done, and of how many.

    Raises:
        IndexUnavailableError: nothing can be read, another process is adding, or the new file cannot be written.
    """
    path = home / schema.FILE
    if not path.exists():
        raise IndexUnavailableError(
            f"{path}: there is no index yet; add earlier texts with: penholder add PATH"
        )
    making = path.with_name(f"{path.stem}-making{path.suffix}")
    _unlink(making)
    try:
        with schema.explained(path), closing(schema.open_to_save(path)) as old:
            documents, failed = _copy(old, making, progress)
    except BaseException:
        _unlink(making)
        raise
    if not documents:
        _unlink(making)
        message = (
            f"{path}: no text can be read from it any more; `penholder add --set-aside PATH...` keeps it under another "
            "name and builds a new index from your texts"
        )
        raise IndexUnavailableError(message)
    aside = schema.set_aside(home, now) if failed else None
    if not failed:
        _unlink(path)
    making.replace(path)
    concordance = Concordance(home)
    concordance.remove()
    with closing(schema.open_to_write(path)) as connection:
        found = concordance.catch_up(connection)
        (passages,) = connection.execute("SELECT count(*) FROM passage").fetchone()
    return Rebuilt(documents, passages, tuple(failed), aside, concordance=found)


def _copy(
    old: sqlite3.Connection, making: Path, progress: Callable[[int, int], None] | None
) -> tuple[int, list[Failure]]:
    """Put every text that can be read, and what is known of adoptions, into a new file."""
    failed: list[Failure] = []
    count = 0
    with suppress(sqlite3.DatabaseError):
        (count,) = old.execute("SELECT count(*) FROM document").fetchone()
    with schema.explained(making), closing(schema.open_to_write(making)) as new:
        new.execute("PRAGMA synchronous = off")  # until it is whole nobody relies on it
        done = 0
        batch: list[Text] = []
        for item in _texts(old):
            if isinstance(item, Failure):
                failed.append(item)
                continue
            batch.append(item)
            if len(batch) == _TOGETHER:
                done += _write(new, batch)
                batch = []
                if progress:
                    progress(done, max(count, done))
        done += _write(new, batch)
        failed += _adoptions(old, new)
        if not failed:
            with suppress(sqlite3.DatabaseError):
                (version,) = old.execute("PRAGMA user_version").fetchone()
                if version == schema.VERSION:  # of a file that was read long ago more may be kept today
                    new.executemany(
                        "INSERT OR IGNORE INTO seen VALUES (?)", old.execute("SELECT digest FROM seen")
                    )
        new.execute("PRAGMA optimize")
        new.execute("PRAGMA wal_checkpoint(truncate)")
        new.execute("PRAGMA synchronous = full")
        new.execute("PRAGMA journal_mode = delete")
    return done, failed


def _texts(old: sqlite3.Connection) -> Iterator[Text | Failure]:
    """Every text; where a stretch of the file is damaged, what lies behind it is still read."""
    at = 0
    lost = 0
    while True:
        try:
            row = old.execute(
                "SELECT id, symbol, record FROM document WHERE id > ? ORDER BY id LIMIT 1", (at,)
            ).fetchone()
        except sqlite3.DatabaseError as error:
            lost += 1
            if lost == 1:
                yield Failure("a part of the index", f"cannot be read any more ({error})")
            at += 1
            if lost > _most(old):
                return
            continue
        if row is None:
            return
        at = row[0]
        yield _text(str(row[1]), row[2])


def _most(old: sqlite3.Connection) -> int:
    """So many numbers of documents are tried."""
    with suppress(sqlite3.DatabaseError):
        (most,) = old.execute("SELECT max(id) FROM document").fetchone()
        return int(most or 0)
    return 10_000


def _text(symbol: str, record: bytes) -> Text | Failure:
    try:
        return text(unpack(record), Found(symbol, b""))
    except (zlib.error, json.JSONDecodeError, ValueError, KeyError, TypeError, AttributeError) as error:
        return Failure(symbol, f"what is kept of it is damaged ({error}); add it again")


def _write(new: sqlite3.Connection, batch: list[Text]) -> int:
    new.execute("BEGIN IMMEDIATE")
    changed = keeping.change(new)
    for one in batch:
        keeping.keep(new, one, changed)
    new.execute("COMMIT")
    return len(batch)


def _adoptions(old: sqlite3.Connection, new: sqlite3.Connection) -> list[Failure]:
    """Put in what is known of adoptions; an older index may know less of each."""
    try:
        cursor = old.execute("SELECT * FROM adoption")
        columns = [column for column, *_ in cursor.description]
        rows = [dict(zip(columns, row, strict=True)) for row in cursor]
    except sqlite3.DatabaseError as error:
        return [Failure("votes and sponsors", f"cannot be read any more ({error}); add the metadata again")]
    keeping.put_adoptions(new, rows)
    return []


def _unlink(path: Path) -> None:
    for ending in ("-wal", "-shm", "-journal", ""):
        path.with_name(path.name + ending).unlink(missing_ok=True)

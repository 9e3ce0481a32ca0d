"""Take texts into the index: what is new, what is a newer copy, what is there already.

Texts are written in batches, one transaction each: whatever ends an `add` (Ctrl-C, a full disk, a power cut) leaves
every batch before it whole in the index, and adding the same sources again goes on where it ended.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from precedent.index import keeping
from precedent.index.language import ENGLISH
from precedent.index.preparing import Records, Text, digest, prepare
from precedent.index.protocol import Added, Failure, Progress
from precedent.index.sources import Found

BATCH = 32
"""Texts of one transaction: at most so many are read again after an interruption."""

_Item = Text | Records | Failure
_OnProgress = Callable[[Progress], None]


def add(
    connection: sqlite3.Connection, found: Iterable[Found | Failure], progress: _OnProgress | None = None
) -> Added:
    """Add every file; the connection is one that `schema.open_to_write` made."""
    total, batch = Added(), list[_Item]()
    for count, (name, item) in enumerate(_read(connection, found), 1):
        if isinstance(item, str):
            total = replace(total, unchanged=total.unchanged + 1)
        elif isinstance(item, Failure):
            total = replace(total, failed=(*total.failed, item))
        else:
            batch.append(item)
        if len(batch) == BATCH:
            total, batch = _write(connection, batch, total), []
        if progress:
            progress(Progress(count, name, total))
    total = _write(connection, batch, total)
    _tidy(connection)
    return total


def _read(
    connection: sqlite3.Connection, found: Iterable[Found | Failure]
) -> Iterator[tuple[str, Text | Records | Failure | str]]:
    """The name of each file and what it holds; the name again where its bytes were taken in before."""
    for file in found:
        if isinstance(file, Failure):
            yield file.path, file
        elif connection.execute("SELECT 1 FROM seen WHERE digest = ?", (digest(file.data),)).fetchone():
            yield file.name, file.name
        else:
            yield file.name, prepare(file)


def _write(connection: sqlite3.Connection, batch: list[_Item], total: Added) -> Added:
    if not batch:
        return total
    connection.execute("BEGIN IMMEDIATE")
    try:
        change = keeping.change(connection)
        for item in batch:
            total = _take(connection, item, total, change)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    return total


def _take(connection: sqlite3.Connection, item: _Item, total: Added, change: int) -> Added:
    if isinstance(item, Failure):
        return replace(total, failed=(*total.failed, item))
    if not connection.execute("INSERT OR IGNORE INTO seen VALUES (?)", (item.digest,)).rowcount:
        return replace(total, unchanged=total.unchanged + 1)
    if isinstance(item, Records):
        keeping.keep_records(connection, item)
        return replace(total, records=total.records + len(item.adoptions), failed=total.failed + item.failed)
    held = connection.execute(
        "SELECT id, published FROM document WHERE key = ? AND language = ?", (item.key, item.language)
    ).fetchone()
    if held and (held[1] or "") > (item.published or ""):
        return replace(total, unchanged=total.unchanged + 1)
    if held:
        keeping.remove(connection, held[0], change)
    keeping.keep(connection, item, change)
    if item.language != ENGLISH:
        return replace(total, other_languages=total.other_languages + 1)
    total = replace(total, paragraphs=total.paragraphs + len(item.passages))
    return replace(total, replaced=total.replaced + 1) if held else replace(total, added=total.added + 1)


def _tidy(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA optimize")
    connection.execute("PRAGMA wal_checkpoint(truncate)")

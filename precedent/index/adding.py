"""Take texts into the index: what is new, what is a newer copy, what is there already.

Texts are written in batches, one transaction each: whatever ends an `add` (Ctrl-C, a full disk, a power cut) leaves
every batch before it whole in the index, and adding the same sources again goes on where it ended.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import replace

from precedent.index import keeping
from precedent.index.ahead import prepared
from precedent.index.preparing import Records, Text, digest, pack, text
from precedent.index.protocol import Added, Failure, Progress
from precedent.index.sources import Found
from precedent.language import ENGLISH
from precedent.resolution import Resolution

BATCH = 32
"""Texts of one transaction: at most so many are read again after an interruption."""

_Item = Text | Records | Failure
_OnProgress = Callable[[Progress], None]


def add(
    connection: sqlite3.Connection,
    found: Iterable[Found | Failure],
    progress: _OnProgress | None = None,
    size: int = 0,
) -> Added:
    """Add every file; the connection is one that `schema.open_to_write` made.

    Args:
        connection: of the index.
        found: the files.
        progress: told after each file, and now and then while one is read; what it raises ends the adding.
        size: bytes of all the sources, as far as known, so that it can be told how much of them is behind.
    """
    state, batch, behind = Progress(0, ""), list[_Item](), 0

    def known(file: Found) -> bool:
        row = connection.execute("SELECT 1 FROM seen WHERE digest = ?", (digest(file.data),)).fetchone()
        return row is not None

    def tell() -> None:
        if progress:
            progress(state)

    with closing(prepared(found, known, tell)) as items:
        for file, item in items:
            total = state.so_far
            if item is None:
                total = replace(total, unchanged=total.unchanged + 1)
            elif isinstance(item, Failure):
                total = replace(total, failed=(*total.failed, item))
            else:
                batch.append(item)
            if len(batch) == BATCH:
                total, batch = _write(connection, batch, total), []
            behind += file.weight if isinstance(file, Found) else 0
            name = file.path if isinstance(file, Failure) else file.name
            share = min(1.0, behind / size) if size and behind else None
            state = Progress(state.done + 1, name, total, share)
            tell()
    total = _write(connection, batch, state.so_far)
    _tidy(connection)
    return total


def take(connection: sqlite3.Connection, resolution: Resolution) -> Added:
    """Add one text that lies in no file: as it was understood it is its own source."""
    item = text(resolution, Found("the text", pack(resolution)))
    if isinstance(item, Failure):
        return Added(failed=(item,))
    if connection.execute("SELECT 1 FROM seen WHERE digest = ?", (item.digest,)).fetchone():
        return Added(unchanged=1)
    return _write(connection, [item], Added())


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
        "SELECT id, published, structured FROM document WHERE key = ? AND language = ?",
        (item.key, item.language),
    ).fetchone()
    # Of two copies of one day the UN's XML is kept, whichever came first: it knows the votes, and what is a heading.
    if held and (held[1] or "", bool(held[2])) > (item.published or "", item.structured):
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

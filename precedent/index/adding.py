"""Take texts into the index: what is new, what is a newer copy, what is there already.

Texts are written in batches, one transaction each: whatever ends an `add` (Ctrl-C, a full disk, a power cut) leaves
every batch before it whole in the index, and adding the same sources again goes on where it ended.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import replace

from precedent.index.metadata import Adoption
from precedent.index.preparing import Records, Text, digest, key, pack, text
from precedent.index.processes import prepared
from precedent.index.protocol import Added, Failure, Progress
from precedent.index.schema import DAY
from precedent.index.sources import Found
from precedent.language import ENGLISH
from precedent.resolution import Resolution
from precedent.wording import fold_title

BATCH = 32
"""Texts of one transaction: at most so many are read again after an interruption."""
_TIDY = 5
"""An `add` that brought at least one passage in so many leaves the full-text index in one piece."""

_LEARNT = (
    *("vote", "draft_symbol", "agenda_item", "meeting", "report"),
    *("sponsors", "in_favour", "against", "abstaining", "subjects"),
)
_ADOPTION = f"INSERT INTO adoption (key, {', '.join(_LEARNT)}) VALUES (?{', ?' * len(_LEARNT)})"  # noqa: S608 - ours
_NEWER = " ON CONFLICT DO UPDATE SET " + ", ".join(
    f"{column} = coalesce(nullif(excluded.{column}, '[]'), {column})" for column in _LEARNT
)
"""What a metadata file tells counts; what it leaves open stays as a text or an earlier file told it."""

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
    _tidy(connection, total)
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
        for item in batch:
            total = _take(connection, item, total)
        _count_terms(connection, "+")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    finally:
        _empty_batch(connection)
    return total


def _take(connection: sqlite3.Connection, item: _Item, total: Added) -> Added:
    if isinstance(item, Failure):
        return replace(total, failed=(*total.failed, item))
    if not connection.execute("INSERT OR IGNORE INTO seen VALUES (?)", (item.digest,)).rowcount:
        return replace(total, unchanged=total.unchanged + 1)
    if isinstance(item, Records):
        _keep_records(connection, item)
        return replace(total, records=total.records + len(item.adoptions), failed=total.failed + item.failed)
    held = connection.execute(
        "SELECT id, published FROM document WHERE key = ? AND language = ?", (item.key, item.language)
    ).fetchone()
    if held and (held[1] or "") > (item.published or ""):
        return replace(total, unchanged=total.unchanged + 1)
    if held:
        _remove(connection, held[0])
    _keep(connection, item)
    if item.language != ENGLISH:
        return replace(total, other_languages=total.other_languages + 1)
    total = replace(total, paragraphs=total.paragraphs + len(item.passages))
    return replace(total, replaced=total.replaced + 1) if held else replace(total, added=total.added + 1)


def _keep(connection: sqlite3.Connection, kept: Text) -> None:
    document = connection.execute(
        "INSERT INTO document (key, language, symbol, organ, adopted, published, title, folded_title, agenda_item,"
        " vote, draft_symbol, sponsors, record) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
        (
            kept.key,
            kept.language,
            kept.symbol,
            kept.organ,
            kept.adopted,
            kept.published,
            kept.title,
            fold_title(kept.title),
            kept.agenda_item,
            kept.vote,
            kept.draft_symbol,
            _list(kept.sponsors),
            kept.record,
        ),
    ).fetchone()[0]
    if kept.language != ENGLISH:
        return
    connection.execute(f"{_ADOPTION} ON CONFLICT DO NOTHING", _adoption(kept.key, kept))
    start = _free(connection, kept.day)
    rows = [
        (start + n, document, p.label, p.kind.value, p.opening, p.wording, p.text)
        for n, p in enumerate(kept.passages)
    ]
    connection.executemany("INSERT INTO passage VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
    connection.executemany(
        "INSERT INTO words (rowid, text) VALUES (?, ?)", [(row[0], row[-1]) for row in rows]
    )
    connection.executemany(
        "INSERT INTO temp.batch (rowid, text) VALUES (?, ?)", [(row[0], row[-1]) for row in rows]
    )
    connection.executemany(
        "INSERT OR IGNORE INTO citation VALUES (?, ?, ?)",
        [(cited.symbol, document, cited.label) for cited in kept.citations],
    )


def _remove(connection: sqlite3.Connection, document: int) -> None:
    """Take a document out; the full-text index has to be told the old words."""
    _count_terms(
        connection, "+"
    )  # those of the batch so far: from here on the temporary table holds what goes
    _empty_batch(connection)
    rows = connection.execute("SELECT id, text FROM passage WHERE document = ?", (document,)).fetchall()
    connection.executemany("INSERT INTO words (words, rowid, text) VALUES ('delete', ?, ?)", rows)
    connection.executemany("INSERT INTO temp.batch (rowid, text) VALUES (?, ?)", rows)
    _count_terms(connection, "-")
    _empty_batch(connection)
    connection.execute("DELETE FROM passage WHERE document = ?", (document,))
    connection.execute("DELETE FROM citation WHERE document = ?", (document,))
    connection.execute("DELETE FROM document WHERE id = ?", (document,))


def _free(connection: sqlite3.Connection, day: int) -> int:
    """The first rowid of that day that is not taken."""
    first, last = day << DAY, ((day + 1) << DAY) - 1
    (taken,) = connection.execute(
        "SELECT max(id) FROM passage WHERE id BETWEEN ? AND ?", (first, last)
    ).fetchone()
    return int(taken) + 1 if taken is not None else first


def _keep_records(connection: sqlite3.Connection, records: Records) -> None:
    connection.executemany(_ADOPTION + _NEWER, [_adoption(key(a.symbol), a) for a in records.adoptions])


def _adoption(symbol: str, told: Adoption | Text) -> tuple[str | None, ...]:
    """What a metadata file or a text itself tells of an adoption, column by column."""
    return (
        symbol,
        told.vote,
        told.draft_symbol,
        told.agenda_item,
        told.meeting,
        told.report,
        *map(_list, (told.sponsors, told.in_favour, told.against, told.abstaining, told.subjects)),
    )


def _list(values: tuple[str, ...]) -> str:
    return json.dumps(values, ensure_ascii=False)


def _count_terms(connection: sqlite3.Connection, sign: str) -> None:
    """Count the passages of each term, of those in the temporary table: how rare a word is decides how it is used."""
    connection.execute(
        f"INSERT INTO term SELECT term, {sign}doc FROM temp.batch_terms WHERE true"  # noqa: S608 - a sign of our own
        " ON CONFLICT (word) DO UPDATE SET passages = passages + excluded.passages"
    )


def _empty_batch(connection: sqlite3.Connection) -> None:
    connection.execute("INSERT INTO temp.batch (batch) VALUES ('delete-all')")


def _tidy(connection: sqlite3.Connection, total: Added) -> None:
    (passages,) = connection.execute("SELECT count(*) FROM passage").fetchone()
    if total.paragraphs * _TIDY >= passages > 0:
        connection.execute("INSERT INTO words (words) VALUES ('optimize')")
    connection.execute("PRAGMA optimize")
    connection.execute("PRAGMA wal_checkpoint(truncate)")

"""The file that holds the index: its tables, its version, and how it is opened, refused or set aside.

It is the store of record: every text whole (`document.record`), and what is derived from them. A wording stands in
`wording` once, however many passages have it. Rowids of passages ascend with the day of adoption, so that the newest
come first without sorting and a range of dates is a range of rowids. Each transaction that touches wordings has a
number in `change`; the concordance beside this file (`precedent.index.concordance`) knows up to which it goes.
"""

from __future__ import annotations

import datetime as dt
import os
import sqlite3
from pathlib import Path

from precedent.errors import IndexUnavailableError

FILE = "precedents.db"
VERSION = 4
"""Of tables; raise it when they change, or what is derived from a text: `rebuilding` makes them anew."""
APPLICATION = 0x50454E48
"""Marks the file as ours (SQLite's application_id)."""
PATIENCE = 10.0
"""Seconds to wait for another process that is writing."""
MAPPED = 268_435_456
"""Bytes of the file that a connection maps into memory."""

DAY = 24
"""Bits of a passage's rowid below its day of adoption (an ordinal of datetime)."""

TABLES = """
CREATE TABLE document (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL,              -- symbol without blanks
    language TEXT NOT NULL,
    symbol TEXT NOT NULL,
    organ TEXT,
    committee TEXT,
    session TEXT,                   -- as the symbol has it
    adopted TEXT,
    published TEXT,
    structured INTEGER NOT NULL,    -- whether it comes from the UN's XML
    title TEXT NOT NULL,
    folded_title TEXT NOT NULL,
    agenda_item TEXT,
    vote TEXT,
    draft_symbol TEXT,
    sponsors TEXT NOT NULL,         -- JSON list
    superseded INTEGER NOT NULL DEFAULT 0,  -- whether a later text has this title
    record BLOB NOT NULL,           -- the whole text: JSON of precedent.record, compressed
    UNIQUE (key, language)
);
CREATE INDEX document_title ON document (folded_title);
CREATE TABLE wording (
    id INTEGER PRIMARY KEY,
    fingerprint INTEGER NOT NULL,   -- of the words
    pattern INTEGER NOT NULL,       -- of the words without dates, sessions, symbols and figures
    changed INTEGER NOT NULL,       -- when it, or where it stands, was last changed
    text TEXT NOT NULL              -- as its newest passage prints it
);
CREATE UNIQUE INDEX wording_fingerprint ON wording (fingerprint);
CREATE INDEX wording_pattern ON wording (pattern);
CREATE INDEX wording_changed ON wording (changed);
CREATE TABLE passage (
    id INTEGER PRIMARY KEY,         -- day of adoption, then a running number
    document INTEGER NOT NULL REFERENCES document,
    wording INTEGER NOT NULL REFERENCES wording,
    label TEXT NOT NULL,
    kind TEXT NOT NULL,
    opening TEXT NOT NULL
);
CREATE INDEX passage_document ON passage (document);
CREATE INDEX passage_wording ON passage (wording);
CREATE TABLE change (number INTEGER PRIMARY KEY, token BLOB NOT NULL);
CREATE TABLE citation (
    key TEXT NOT NULL,              -- symbol that is cited
    document INTEGER NOT NULL REFERENCES document,
    label TEXT NOT NULL,
    PRIMARY KEY (key, document, label)
) WITHOUT ROWID;
CREATE INDEX citation_document ON citation (document);
CREATE TABLE adoption (             -- from metadata files and from texts
    key TEXT PRIMARY KEY,
    vote TEXT,
    draft_symbol TEXT,
    agenda_item TEXT,
    meeting TEXT,
    report TEXT,
    sponsors TEXT NOT NULL,         -- JSON lists, as those that follow
    in_favour TEXT NOT NULL,
    against TEXT NOT NULL,
    abstaining TEXT NOT NULL,
    subjects TEXT NOT NULL,
    about TEXT                      -- what catalogues call a text without a title
) WITHOUT ROWID;
CREATE TABLE seen (digest BLOB PRIMARY KEY) WITHOUT ROWID;
"""


def open_to_read(path: Path, *, mapped: bool = True) -> sqlite3.Connection:
    """A connection for searching, of a file that need not exist: then it is empty.

    Args:
        path: the file.
        mapped: whether the file is read by mapping it into memory, a tenth faster; it is counted there once for each
            connection that does.

    Raises:
        IndexUnavailableError: a damaged file, one of another version, one that may not be read.
    """
    if not path.exists():
        connection = sqlite3.connect(":memory:", check_same_thread=False)
        connection.executescript(TABLES)
    else:
        with explained(path):
            connection = _connect(path, "ro")
            try:
                _demand_version(connection, path)
                connection.execute(f"PRAGMA mmap_size = {MAPPED if mapped else 0}")
            except BaseException:
                connection.close()
                raise
    connection.execute("PRAGMA temp_store = memory")
    return connection


def open_to_write(path: Path) -> sqlite3.Connection:
    """A connection for adding; the folder, the file and its tables are made where they are missing.

    Raises:
        IndexUnavailableError: as `open_to_read`, and where the folder cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = f"{path.parent}: cannot make this folder for the index ({error.strerror}); choose another with --home"
        raise IndexUnavailableError(message) from error
    with explained(path):
        connection = _connect(path, "rwc")
        try:
            connection.execute("PRAGMA journal_mode = wal")
            connection.execute("PRAGMA synchronous = normal")
            connection.execute("PRAGMA temp_store = memory")
            connection.execute("BEGIN IMMEDIATE")
            if not connection.execute("SELECT 1 FROM sqlite_schema").fetchone():
                for statement in TABLES.split(";\n"):
                    connection.execute(statement)
                connection.execute(f"PRAGMA user_version = {VERSION}")
                connection.execute(f"PRAGMA application_id = {APPLICATION}")
            connection.execute("COMMIT")
            _demand_version(connection, path)
        except BaseException:
            connection.close()
            raise
    return connection


def open_to_save(path: Path) -> sqlite3.Connection:
    """A connection that reads whatever can be read, of an older version or damaged; no other process may write.

    Raises:
        IndexUnavailableError: not ours, of a newer version, or another process is writing.
        sqlite3.DatabaseError: not a database at all.
    """
    connection = _connect(path, "rw")
    try:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        if application != APPLICATION or version > VERSION:
            _demand_version(connection, path)
        try:
            connection.execute("BEGIN IMMEDIATE")
        except sqlite3.DatabaseError as error:
            if error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
                raise
    except BaseException:
        connection.close()
        raise
    return connection


def set_aside(home: Path, now: dt.datetime) -> Path | None:
    """Rename the index so that a new one can be started; None where there is none. Nothing is deleted.

    Raises:
        IndexUnavailableError: where the file cannot be renamed.
    """
    path = home / FILE
    if not path.exists():
        return None
    aside = path.with_name(f"{path.stem}-set-aside-{now:%Y%m%d-%H%M%S}{path.suffix}")
    try:
        for ending in (
            "-wal",
            "-shm",
            "",
        ):  # the log first: a file without its log is whole up to the last checkpoint
            part = path.with_name(path.name + ending)
            if part.exists():
                part.rename(aside.with_name(aside.name + ending))
    except OSError as error:
        message = f"{path}: cannot be set aside ({error.strerror}); close whatever uses it and try again"
        raise IndexUnavailableError(message) from error
    return aside


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    address = f"{path.absolute().as_uri()}?mode={mode}"
    if mode == "ro" and not os.access(path.parent, os.W_OK):
        # Beside a file on read-only ground the shared memory of the log cannot be made; nobody writes there either.
        address += "&immutable=1"
    return sqlite3.connect(address, uri=True, timeout=PATIENCE, isolation_level=None, check_same_thread=False)


def _demand_version(connection: sqlite3.Connection, path: Path) -> None:
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if application != APPLICATION:
        message = (
            f"{path}: not an index of Penholder; choose another folder with --home, or move the file away"
        )
        raise IndexUnavailableError(message)
    if version != VERSION:
        made = "an older" if version < VERSION else "a newer"
        made = f"{path}: made by {made} Penholder (index {version}, this one reads {VERSION});"
        message = (
            f"{made} `penholder index --rebuild` makes it anew from the texts that it keeps"
            if version < VERSION
            else f"{made} use that one, or start a new index with `penholder add --set-aside PATH...`,"
            " which keeps this file"
        )
        raise IndexUnavailableError(message)


class explained:  # noqa: N801 - used like a function, as contextlib.suppress
    """Say what SQLite complains about as an `IndexUnavailableError` that names the file and what to do."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __enter__(self) -> None:
        pass

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        if isinstance(error, sqlite3.DatabaseError) and not _interrupted(error):
            raise IndexUnavailableError(f"{self._path}: {_reason(error, self._path)}") from error


def _interrupted(error: sqlite3.DatabaseError) -> bool:
    return getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_INTERRUPT


def _reason(error: sqlite3.DatabaseError, path: Path) -> str:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return "another process is adding to this index; try again when it has finished"
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return (
            f"the index is damaged ({error}); `penholder index --rebuild` saves every text that can still be read, "
            "`penholder add --set-aside PATH...` keeps it under another name and starts anew"
        )
    if code == sqlite3.SQLITE_FULL:
        return "the disk is full; what was added before is safe, make room and add again"
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_IOERR):
        return (
            f"cannot be opened or written ({error}); check the disk and the rights on {path.parent}, "
            "or choose another folder with --home"
        )
    return f"the index failed ({error})"

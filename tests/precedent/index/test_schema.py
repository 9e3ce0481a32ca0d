"""An index that cannot be used says why and what to do, and is never deleted."""

from __future__ import annotations

import datetime as dt
import sqlite3
from pathlib import Path

import pytest

from precedent.errors import IndexUnavailableError
from precedent.index import Counts, Query, open_index, schema, set_aside
from tests.precedent.index.lighthouses import Write

NOW = dt.datetime(2026, 11, 22, 10, 30, tzinfo=dt.UTC)


@pytest.fixture
def database(home: Path, write: Write) -> Path:
    """The file of an index with one text."""
    with open_index(home, writable=True) as index:
        index.add([write("one.md", "A/RES/81/7", "2026-12-01", "Recalling that lamps burn oil,")])
    return home / schema.FILE


def says(home: Path, *words: str) -> None:
    """Reading and writing both end in one line with those words, and the file's name."""
    for writable in (False, True):
        with pytest.raises(IndexUnavailableError) as caught, open_index(home, writable=writable) as index:
            index.search(Query("lamps"))
        message = str(caught.value)
        assert str(home / schema.FILE) in message
        assert "\n" not in message
        assert all(word in message for word in words)


def test_a_file_that_is_no_database(home: Path) -> None:
    (home / schema.FILE).write_bytes(b"these are no precedents" * 500)
    says(home, "damaged", "--set-aside")
    assert (home / schema.FILE).read_bytes().startswith(b"these")


def test_a_damaged_database_is_kept_until_it_is_set_aside(database: Path, write: Write) -> None:
    data = bytearray(database.read_bytes())
    data[4096:] = bytes(len(data) - 4096)
    database.write_bytes(data)
    with pytest.raises(IndexUnavailableError, match="--set-aside"), open_index(database.parent) as index:
        index.search(Query("lamps"))
    aside = set_aside(database.parent, NOW)
    assert aside == database.parent / "precedents-set-aside-20261122-103000.db"
    assert aside.read_bytes() == data
    with open_index(database.parent, writable=True) as index:
        assert (
            index.add([write("one.md", "A/RES/81/7", "2026-12-01", "Recalling that lamps burn oil,")]).added
            == 1
        )


def test_nothing_to_set_aside(home: Path) -> None:
    assert set_aside(home, NOW) is None


@pytest.mark.parametrize(
    ("version", "words"),
    [(schema.VERSION + 1, ("newer", "--set-aside")), (schema.VERSION - 1, ("older", "index --rebuild"))],
)
def test_an_index_of_another_version(database: Path, version: int, words: tuple[str, ...]) -> None:
    connection = sqlite3.connect(database)
    connection.execute(f"PRAGMA user_version = {version}")
    connection.close()
    says(database.parent, *words)


def test_a_database_of_another_program(home: Path) -> None:
    connection = sqlite3.connect(home / schema.FILE)
    connection.execute("CREATE TABLE recipe (name)")
    connection.close()
    says(home, "not an index of Penholder")


def test_a_home_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(IndexUnavailableError, match="cannot make this folder"):
        open_index(tmp_path / "file" / "home", writable=True)
    with open_index(tmp_path / "file" / "home") as index:
        assert index.count() == Counts(0, 0)


def test_a_folder_where_the_file_should_be(home: Path) -> None:
    (home / schema.FILE).mkdir()
    says(home, "check the disk and the rights")


def test_another_process_that_writes(database: Path, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schema, "PATIENCE", 0.05)
    other = sqlite3.connect(database, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        with pytest.raises(IndexUnavailableError, match="another process is adding"):
            open_index(database.parent, writable=True)
        with open_index(database.parent) as index:
            assert len(index.search(Query("lamps"))) == 1
    finally:
        other.execute("ROLLBACK")
        other.close()


def test_a_full_disk_keeps_what_was_there(
    database: Path, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = schema.open_to_write

    def small(path: Path) -> sqlite3.Connection:
        connection = plain(path)
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count = {pages}")
        return connection

    long = write(
        "long.md", "A/RES/81/8", "2026-12-01", *(f"Recalling number {n} of very many," for n in range(3000))
    )
    with open_index(database.parent, writable=True) as index:
        monkeypatch.setattr(schema, "open_to_write", small)
        with pytest.raises(IndexUnavailableError, match="disk is full"):
            index.add([long])
        assert index.count() == Counts(1, 1)
        monkeypatch.undo()
        assert index.add([long]).added == 1


def test_a_file_on_read_only_ground_is_searched(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.access", lambda path, mode: False)
    with open_index(database.parent) as index:
        assert len(index.search(Query("lamps"))) == 1
    assert not [path for path in database.parent.iterdir() if path.name.startswith(f"{schema.FILE}-")]

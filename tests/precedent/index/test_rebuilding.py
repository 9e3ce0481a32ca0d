"""An index is made anew from the texts that it keeps; what cannot be read is told, and the old file is kept."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from precedent.errors import IndexUnavailableError
from precedent.index import Counts, Query, open_index, rebuild, schema
from tests.precedent.index.lighthouses import Write
from tests.precedent.index.test_schema import NOW


@pytest.fixture
def paths(write: Write) -> list[Path]:
    return [
        write(f"{n}.md", f"A/RES/8{n}/1", f"202{n}-12-01", f"Recalling lamp {n} of the coast,", f"Urges {n};")
        for n in range(9)
    ]


@pytest.fixture
def filled(home: Path, paths: list[Path]) -> Path:
    with open_index(home, writable=True) as index:
        index.add(paths)
    return home


def changed(home: Path, *statements: str) -> None:
    connection = sqlite3.connect(home / schema.FILE, isolation_level=None)
    for statement in statements:
        connection.execute(statement)
    connection.close()


def test_an_older_index_needs_no_sources(filled: Path, paths: list[Path]) -> None:
    with open_index(filled) as index:
        before = index.search(Query("lamp of the coast"))
    changed(
        filled, "DROP TABLE passage", "DROP TABLE wording", "DROP TABLE change", "PRAGMA user_version = 1"
    )
    done = rebuild(filled, NOW)
    assert (done.documents, done.passages, done.failed, done.aside) == (9, 18, (), None)
    with open_index(filled, writable=True) as index:
        assert index.search(Query("lamp of the coast")) == before
        assert index.state().behind == 0
        assert index.add(paths).replaced == 9  # this version may read more in the same files
        assert index.add(paths).unchanged == 9


def test_an_index_of_this_version_knows_which_files_it_has(filled: Path, paths: list[Path]) -> None:
    rebuild(filled, NOW)
    with open_index(filled, writable=True) as index:
        assert index.add(paths).unchanged == 9


def test_what_is_damaged_is_told_and_the_rest_is_saved(filled: Path, paths: list[Path]) -> None:
    changed(filled, "UPDATE document SET record = x'00' WHERE symbol = 'A/RES/84/1'")
    done = rebuild(filled, NOW)
    assert done.documents == 8
    assert [failure.path for failure in done.failed] == ["A/RES/84/1"]
    assert done.aside is not None
    assert done.aside.exists()
    with open_index(filled, writable=True) as index:
        assert index.count() == Counts(8, 16)
        assert index.add(paths).added == 1


def test_torn_pages_cost_what_stood_on_them(filled: Path) -> None:
    file = filled / schema.FILE
    data = bytearray(file.read_bytes())
    connection = sqlite3.connect(file)
    (page,) = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'passage'").fetchone()
    (size,) = connection.execute("PRAGMA page_size").fetchone()
    connection.close()
    data[(page - 1) * size : page * size] = bytes(size)
    file.write_bytes(data)
    with pytest.raises(IndexUnavailableError, match="--rebuild"), open_index(filled) as index:
        index.search(Query("lamp"))
    assert rebuild(filled, NOW).documents == 9
    with open_index(filled) as index:
        assert index.count() == Counts(9, 18)


def test_nothing_to_save_is_said_and_nothing_is_touched(filled: Path) -> None:
    (filled / schema.FILE).write_bytes(b"these are no precedents" * 500)
    with pytest.raises(IndexUnavailableError, match="--set-aside"):
        rebuild(filled, NOW)
    assert (filled / schema.FILE).read_bytes().startswith(b"these")
    changed_home = filled / "nowhere"
    with pytest.raises(IndexUnavailableError, match="penholder add"):
        rebuild(changed_home, NOW)


def test_an_interruption_leaves_the_index_as_it_was(filled: Path) -> None:
    def stop(done: int, total: int) -> None:
        raise KeyboardInterrupt

    from precedent.index import rebuilding

    before = (filled / schema.FILE).read_bytes()
    original, rebuilding._TOGETHER = rebuilding._TOGETHER, 2
    try:
        with pytest.raises(KeyboardInterrupt):
            rebuild(filled, NOW, stop)
    finally:
        rebuilding._TOGETHER = original
    assert (filled / schema.FILE).read_bytes() == before
    assert sorted(path.name for path in filled.glob("*making*")) == []


def test_a_process_that_adds_is_not_disturbed(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schema, "PATIENCE", 0.05)
    other = sqlite3.connect(filled / schema.FILE, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        with pytest.raises(IndexUnavailableError, match="another process is adding"):
            rebuild(filled, NOW)
    finally:
        other.execute("ROLLBACK")
        other.close()

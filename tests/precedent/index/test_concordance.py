"""Whatever is wrong with the concordance costs time and nothing else."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from precedent.index import Query, concordance, open_index, rebuild, schema, spelling
from precedent.index.embedded import EmbeddedIndex
from tests.precedent.index.lighthouses import Write
from tests.precedent.index.test_schema import NOW

WORDS = [
    f"Recalling that lamp {n} of the coast burns {what}," for n, what in enumerate(("oil", "gas", "wax"))
]


@pytest.fixture
def filled(home: Path, write: Write) -> Path:
    with open_index(home, writable=True) as index:
        index.add([write(f"{n}.md", f"A/RES/8{n}/1", f"202{n}-12-01", text) for n, text in enumerate(WORDS)])
        assert index.state().behind == 0
    return home


def finds_all(index: EmbeddedIndex) -> bool:
    return [index.search(Query(text, limit=1))[0].text for text in WORDS] == WORDS and bool(
        index.search(Query("lamps wax"))
    )


def put(path: Path, data: bytes) -> None:
    """In place of the file and not into it: what a program has open stays whole for it."""
    path.unlink()
    path.write_bytes(data)


def missing(folder: Path) -> None:
    shutil.rmtree(folder)


def stood(folder: Path) -> None:
    (folder / "covers.json").write_text("{}")


def emptied(folder: Path) -> None:
    for path in folder.glob("*.*"):
        if path.name != "covers.json":
            put(path, b"")


def cut(folder: Path) -> None:
    for path in folder.glob("*.idx"):
        put(path, path.read_bytes()[:10])


def garbled(folder: Path) -> None:
    for path in folder.glob("*.*"):
        if path.suffix in (".idx", ".term", ".pos", ".fast"):
            put(path, bytes(byte ^ 0x5A for byte in path.read_bytes()))


@pytest.mark.parametrize("harm", [missing, stood, emptied, cut, garbled])
def test_damage_is_survived_and_mended_by_one_command(filled: Path, harm: object) -> None:
    assert callable(harm)
    harm(filled / concordance.FOLDER)
    with open_index(filled) as index:
        assert finds_all(index)
    rebuild(filled, NOW)
    with open_index(filled) as index:
        assert index.state().behind == 0
        assert finds_all(index)


def test_one_of_another_version_is_not_asked_and_made_anew(
    filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spelling, "VERSION", spelling.VERSION + 1)
    with open_index(filled, writable=True) as index:
        assert index.state().behind == 3
        assert finds_all(index)
        index.add([])
        assert index.state().behind == 0


def test_one_of_another_index_is_not_asked(filled: Path, write: Write) -> None:
    for path in filled.glob(f"{schema.FILE}*"):
        path.unlink()
    with open_index(filled, writable=True) as index:
        index._concordance.catch_up = lambda connection: False  # type: ignore[method-assign]
        index.add([write("new.md", "A/RES/90/1", "2035-12-01", "Recalling that lamps are dark,")])
    with open_index(filled) as index:
        assert index.state().behind == 1
        assert [match.symbol for match in index.search(Query("lamp"))] == ["A/RES/90/1"]


def test_what_it_lacks_is_found_meanwhile(
    filled: Path, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(concordance.Concordance, "catch_up", lambda self, connection: False)
    with open_index(filled, writable=True) as index:
        index.add([write("new.md", "A/RES/90/1", "2035-12-01", "Recalling that lamp 9 is dark,")])
        assert index.state().behind == 1
        assert index.search(Query("lamp dark"))[0].symbol == "A/RES/90/1"
        assert finds_all(index)


def test_without_the_library_everything_is_found(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "tantivy", None)
    with open_index(filled, writable=True) as index:
        assert finds_all(index)
        assert index.state().behind == 3
        index.add([])

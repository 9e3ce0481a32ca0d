"""Many threads and processes may use one index at once."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from precedent.errors import SearchCancelledError
from precedent.index import Counts, Query, open_index
from precedent.index.embedded import EmbeddedIndex
from precedent.index.filtering import Filter
from precedent.index.ranking import Candidate
from precedent.index.searching import Searcher
from tests.precedent.index.lighthouses import Write

LAMPS = "Recalling that lamp {} of the coast burns oil,"


def test_searches_go_on_while_texts_are_added(index: EmbeddedIndex, write: Write) -> None:
    index.add([write("0.md", "A/RES/81/1", "2026-12-01", LAMPS.format(0))])
    paths = [write(f"{n}.md", f"A/RES/82/{n}", "2027-12-01", LAMPS.format(n)) for n in range(1, 40)]
    stop = threading.Event()
    errors: list[BaseException] = []

    def search() -> int:
        found = 0
        while not stop.is_set():
            try:
                found = max(found, len(index.search(Query("lamps of the coast", limit=100))))
                index.cards()
            except BaseException as error:  # noqa: BLE001 - whatever it is, the test has to see it
                errors.append(error)
                break
        return found

    with ThreadPoolExecutor(4) as pool:
        searches = [pool.submit(search) for _ in range(3)]
        for path in paths:
            index.add([path])
        stop.set()
    assert errors == []
    assert all(each.result() for each in searches)
    assert index.count() == Counts(40, 40)
    assert len(index.search(Query("lamps of the coast", limit=100))) == 40


def test_two_processes_add_at_once(home: Path, write: Write) -> None:
    folders = []
    for start in (1, 41):
        paths = [
            write(f"{start}/{n}.md", f"A/RES/82/{n}", "2027-12-01", LAMPS.format(n))
            for n in range(start, start + 40)
        ]
        folders.append(paths[0].parent)
    program = (
        "import sys, pathlib; from precedent.index import open_index;"
        "index = open_index(pathlib.Path(sys.argv[1]), writable=True);"
        "print(index.add([pathlib.Path(sys.argv[2])]).added)"
    )
    running = [
        subprocess.Popen([sys.executable, "-c", program, home, folder], stdout=subprocess.PIPE, text=True)
        for folder in folders
    ]
    assert [process.communicate(timeout=60)[0].strip() for process in running] == ["40", "40"]
    with open_index(home) as index:
        assert index.count() == Counts(80, 80)


def test_a_search_in_flight_is_cancelled_and_the_next_one_answers(
    index: EmbeddedIndex, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    index.add([write("0.md", "A/RES/81/1", "2026-12-01", LAMPS.format(0))])
    index.interrupt()
    assert len(index.search(Query("lamps"))) == 1
    entered, leave = threading.Event(), threading.Event()
    plain = Searcher._candidates

    def slow(self: Searcher, wordings: Sequence[int], only: Filter) -> list[Candidate]:
        entered.set()
        assert leave.wait(10)
        return plain(self, wordings, only)

    monkeypatch.setattr(Searcher, "_candidates", slow)
    with ThreadPoolExecutor(1) as pool:
        search = pool.submit(index.search, Query("lamps"))
        assert entered.wait(10)
        index.interrupt()
        leave.set()
        assert isinstance(search.exception(10), SearchCancelledError)
    monkeypatch.undo()
    assert len(index.search(Query("lamps"))) == 1


def test_a_statement_that_runs_is_cancelled(
    index: EmbeddedIndex, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    index.add([write("0.md", "A/RES/81/1", "2026-12-01", LAMPS.format(0))])
    entered = threading.Event()

    def endless(self: Searcher, *_: object) -> list[object]:
        entered.set()
        counting = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
        return list(self._connection.execute(counting))

    monkeypatch.setattr(Searcher, "_candidates", endless)
    with ThreadPoolExecutor(1) as pool:
        search = pool.submit(index.search, Query("lamps"))
        assert entered.wait(10)
        while not search.done():
            index.interrupt()
        assert isinstance(search.exception(10), SearchCancelledError)

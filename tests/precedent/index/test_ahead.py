"""Files are read by several processes, and the index is the same as if one had done it all."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from precedent.apart import Processes, limits
from precedent.index import Progress, adding, ahead, schema
from precedent.index.ahead import Prepared, prepared
from precedent.index.embedded import EmbeddedIndex
from precedent.index.preparing import Text
from precedent.index.protocol import Failure
from precedent.index.sources import Found
from tests.apart_seen import alive, working
from tests.precedent.index.lighthouses import Write

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="ends processes by signals")
TABLES = ("document", "passage", "wording", "citation", "seen", "adoption")


def rows(home: Path) -> dict[str, list[tuple[object, ...]]]:
    """All that an index holds; the order in which bytes were seen first means nothing."""
    connection = sqlite3.connect(home / schema.FILE)
    try:
        found = {table: connection.execute(f"SELECT * FROM {table}").fetchall() for table in TABLES}  # noqa: S608 - names above
    finally:
        connection.close()
    return found | {"seen": sorted(found["seen"])}


def worded(held: dict[str, list[tuple[object, ...]]]) -> list[tuple[object, ...]]:
    """Every passage with its words, in the order of the days; the numbers of wordings mean nothing."""
    words = {row[0]: (row[1], row[2], row[4]) for row in held["wording"]}
    return [(*words[row[2]], *row[3:]) for row in sorted(held["passage"], key=lambda row: str(row[0]))]


@pytest.fixture
def texts(write: Write) -> Path:
    """Some forty texts, newer copies of a few, and three files that are none."""
    folder = Path()
    for number in range(40):
        words = (
            f"Recalling resolution 80/{number} on lamp {number} of the coast,",
            f"Urges keeper {number};",
        )
        folder = write(f"{number:02}.md", f"A/RES/81/{number % 36}", "2026-12-01", *words).parent
    (folder / "05.bin").write_bytes(bytes(range(256)) * 40)
    (folder / "17.xml").write_bytes(b"")
    (folder / "39b.txt").write_text("Urges nobody to do anything;", encoding="utf-8")
    return folder


def found_in(folder: Path) -> list[Found | Failure]:
    return [Found(str(path), path.read_bytes()) for path in sorted(folder.iterdir())]


def never(_: Found) -> bool:
    return False


def no_beat() -> None:
    """Nobody waits for anything."""


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Have everything read by this process from now on."""
    return lambda: monkeypatch.setattr(ahead, "FEW", 1_000_000)


@pytest.fixture
def crew() -> Iterator[Processes]:
    opened = Processes(2)
    yield opened
    opened.close()


def test_two_processes_make_the_index_that_one_makes(
    texts: Path, tmp_path: Path, alone: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(adding, "BATCH", 7)
    with EmbeddedIndex(tmp_path / "two", writable=True) as index:
        two = index.add([texts])
    alone()
    with EmbeddedIndex(tmp_path / "one", writable=True) as index:
        one = index.add([texts])
    assert one == two
    assert (one.added, one.replaced, len(one.failed)) == (36, 4, 3)
    assert rows(tmp_path / "two") == rows(tmp_path / "one")


def test_a_few_small_files_start_no_process(texts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "Processes", None)
    files = found_in(texts)[:4]
    assert all(isinstance(item, Text) for _, item in prepared(files, never, no_beat))


def test_what_is_known_is_not_read_and_keeps_its_place(texts: Path) -> None:
    files = found_in(texts)
    first = files[0]
    seen = list(prepared([Failure("x", "y"), *files], lambda file: file is not first, no_beat))
    assert [file for file, _ in seen] == [Failure("x", "y"), *files]
    assert [item is None for _, item in seen] == [False, False, *[True] * (len(files) - 1)]


def test_files_are_taken_no_faster_than_they_are_read(texts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "IN_FLIGHT", 2)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1}, raising=False)
    taken = 0

    def files() -> Iterator[Found]:
        nonlocal taken
        for file in found_in(texts):
            assert isinstance(file, Found)
            taken += 1
            yield file

    with closing(prepared(files(), never, no_beat)) as items:
        for done, _ in enumerate(items):
            assert taken - done <= 2 * 2 + 2


def broken(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, what: str) -> None:
    """Have every process of a reader do something when it is given a file whose name says so."""
    (tmp_path / "sitecustomize.py").write_text(
        "import os, sys, time\n"
        "from precedent.index import preparing\n"
        "plain = preparing.prepare\n"
        "def prepare(found):\n"
        f"    if 'bad' in found.name:\n        {what}\n"
        "    return plain(found)\n"
        "preparing.prepare = prepare\n",
        encoding="utf-8",
    )
    monkeypatch.syspath_prepend(tmp_path)


def lamps(name: str) -> Found:
    return Found(name, b"---\nsymbol: A/RES/81/7\ntitle: Lamps\n---\n\n*Recalling* lamps,\n")


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("os.kill(os.getpid(), 9)", "signal 9"),
        ("os._exit(7)", "status 7"),
        ("time.sleep(60)", "not read within 6 seconds"),
        ("while True: pass", "not read within 6 seconds"),
        ("hash('x' * 40_000_000_000)", "needs more memory"),
        (
            "print('not an answer'); sys.stdout.flush(); os.write(1, b'nor this'); os._exit(1)",
            "ended the process",
        ),
    ],
)
def test_a_file_that_ends_its_process_costs_itself(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, what: str, said: str
) -> None:
    broken(monkeypatch, tmp_path, what)
    monkeypatch.setattr(limits, "LONGEST", 6.0)
    files = [lamps(name) for name in ("1.md", "2.md", "3 bad.md", "4.md", "5.md", "6.md", "7.md")]
    got = [item for _, item in prepared(files, never, no_beat)]
    assert [isinstance(item, Text) for item in got] == [True, True, False, True, True, True, True]
    assert isinstance(got[2], Failure)
    assert said in got[2].reason


def test_a_process_that_was_killed_by_chance_is_forgiven(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    mark = tmp_path / "killed once"
    broken(
        monkeypatch, tmp_path, f"if not os.path.exists({str(mark)!r}): open({str(mark)!r}, 'w'); os._exit(9)"
    )
    files = [lamps(f"{number} bad.md") for number in range(8)]
    assert all(isinstance(item, Text) for _, item in prepared(files, never, no_beat))


def test_whoever_waits_is_told_and_may_stop(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    broken(monkeypatch, tmp_path, "time.sleep(60)")

    def stop() -> None:
        raise KeyboardInterrupt

    began = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        list(prepared([lamps(f"{number} bad.md") for number in range(8)], never, stop))
    assert time.monotonic() - began < 20
    assert not working()


def test_no_process_can_be_started(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    got = [item for _, item in prepared([lamps(f"{number}.md") for number in range(8)], never, no_beat)]
    assert all(isinstance(item, Text) for item in got)


def test_a_process_that_does_not_come_up(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text("raise SystemExit(3)", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    got = [item for _, item in prepared([lamps(f"{number}.md") for number in range(8)], never, no_beat)]
    assert all(isinstance(item, Text) for item in got)


ADD = """
import sys, time
from pathlib import Path
from precedent.index import adding
from precedent.index.embedded import EmbeddedIndex
adding.BATCH = 3

def told(state):
    print(state.done, flush=True)
    if state.done >= int(sys.argv[3]):
        time.sleep(60)  # until it is killed, or all would be read by then

with EmbeddedIndex(Path(sys.argv[1]), writable=True) as index:
    index.add([Path(sys.argv[2])], told)
"""


@pytest.mark.parametrize("moment", [1, 9, 23, 38])
def test_killed_at_any_moment_it_goes_on_and_leaves_nobody_behind(
    texts: Path, tmp_path: Path, moment: int
) -> None:
    killed = tmp_path / "killed"
    with subprocess.Popen(
        [sys.executable, "-c", ADD, str(killed), str(texts), str(moment)], stdout=subprocess.PIPE, text=True
    ) as program:
        assert program.stdout is not None
        for line in program.stdout:
            if int(line) >= moment:
                break
        children = working(program.pid)
        assert children
        program.send_signal(signal.SIGKILL)
    deadline = time.monotonic() + 20
    while any(map(alive, children)):
        assert time.monotonic() < deadline, "a reader was left behind"
        time.sleep(0.05)
    with EmbeddedIndex(killed, writable=True) as index:
        index.add([texts])
    with EmbeddedIndex(tmp_path / "whole", writable=True) as index:
        index.add([texts])
    # Newer copies of one day replace each other in the order of the files; what was read before a kill is not read
    # again, so rows may stand under other numbers but say the same.
    mine, other = rows(killed), rows(tmp_path / "whole")
    assert {row[1:] for row in mine["document"]} == {row[1:] for row in other["document"]}
    assert worded(mine) == worded(other)
    assert mine["seen"] == other["seen"]


def test_progress_tells_how_much_is_behind(texts: Path, home: Path) -> None:
    seen: list[Progress] = []
    with EmbeddedIndex(home, writable=True) as index:
        index.add([texts], seen.append)
    shares = [state.share for state in seen if state.share is not None]
    assert shares == sorted(shares)
    assert shares[-1] == pytest.approx(1.0)


def test_the_answer_of_a_process_is_what_one_reads_here(crew: Processes, texts: Path) -> None:
    from precedent.index.preparing import prepare

    files = [file for file in found_in(texts) if isinstance(file, Found)]
    futures = [crew.submit(prepare, file) for file in files]
    expected: list[Prepared] = [prepare(file) for file in files]
    assert [future.result() for future in futures] == expected

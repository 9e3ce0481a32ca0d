"""A disk that takes no more: an error that says so, the old file whole, every change before it kept."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from assistant.errors import DraftUnwritableError
from assistant.storage import Desk, parse_draft

Retitle = Callable[[Desk, str], None]


@contextmanager
def room_for(count: int) -> Iterator[None]:
    """No file may grow beyond that many bytes; what fits is written before the system says so."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (count, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def journal_of(desk: Desk) -> Path:
    return desk.path.with_name(f".{desk.path.name}.penholder") / "journal.jsonl"


def test_a_change_that_finds_no_room_is_not_made(desk: Desk, retitle: Retitle) -> None:
    retitle(desk, "Ferries")
    size = journal_of(desk).stat().st_size
    with room_for(size + 10), pytest.raises(DraftUnwritableError, match="everything before it is kept"):
        retitle(desk, "Tides")
    assert desk.draft.title == "Ferries"
    assert journal_of(desk).stat().st_size == size
    retitle(desk, "Orchards")
    desk.close()
    with Desk.open(desk.path, owner="Ben") as again:
        assert again.draft.title == "Orchards"
        assert again.remarks == ()


def test_a_save_that_finds_no_room_leaves_the_file(
    desk: Desk, retitle: Retitle, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = desk.path.read_bytes()
    retitle(desk, "Ferries " * 5000)
    write, room = os.write, 20_000

    def full(file: int, data: bytes) -> int:
        nonlocal room
        if not room:
            raise OSError(28, "No space left on device")
        count = write(file, data[:room])
        room -= count
        return count

    with monkeypatch.context() as patched:
        patched.setattr(os, "write", full)
        with pytest.raises(DraftUnwritableError, match="the file is as it was"):
            desk.save()
    assert desk.path.read_bytes() == before
    assert desk.dirty
    assert not list(desk.path.parent.rglob("*.tmp"))
    desk.save()
    assert parse_draft(desk.path.read_text(encoding="utf-8")).title == "Ferries " * 5000


def test_a_journal_that_cannot_be_told_of_a_save_is_told_later(
    desk: Desk, retitle: Retitle, monkeypatch: pytest.MonkeyPatch
) -> None:
    retitle(desk, "Ferries")
    replace = Path.replace

    def full_afterwards(self: Path, target: Path) -> Path:
        found = replace(self, target)
        monkeypatch.setattr(os, "write", no_room)
        return found

    def no_room(file: int, data: bytes) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full_afterwards)
    desk.save()
    assert not desk.dirty
    with pytest.raises(DraftUnwritableError, match="No space left"):
        retitle(desk, "Tides")
    monkeypatch.undo()
    retitle(desk, "Orchards")
    desk.close()
    with Desk.open(desk.path, owner="Ben") as again:
        assert [step.description for step in again.recovered] == ["Title Orchards"]


def test_a_snapshot_that_finds_no_room_leaves_nothing(desk: Desk) -> None:
    with room_for(10), pytest.raises(DraftUnwritableError, match="no snapshot was kept"):
        desk.snapshot("before roll")
    assert desk.snapshots() == ()


def test_opening_on_a_full_disk_says_what_can_be_done(desk: Desk) -> None:
    desk.close()
    with room_for(0), pytest.raises(DraftUnwritableError, match="open it for reading only"):
        Desk.open(desk.path, owner="Ben")
    with room_for(0), Desk.open(desk.path, owner="Ben", read_only=True) as reader:
        assert reader.draft.title == "Lanterns"


@pytest.mark.skipif(os.geteuid() != 0, reason="only the super-user can become another user")
def test_a_folder_that_may_not_be_written_is_said(desk: Desk) -> None:
    desk.close()
    desk.path.parent.chmod(0o555)
    code = (
        "import os, sys; from pathlib import Path; from assistant.storage import Desk\n"
        "from assistant.errors import DraftUnwritableError\n"
        "path = Path(sys.argv[1])\n"
        "Desk.open(path, owner='x', read_only=True).close()\n"
        "os.setuid(65534)\n"
        "try:\n    Desk.open(path, owner='x')\n"
        "except DraftUnwritableError as error:\n    print(error)\n"
    )
    root = Path(__file__).parents[3]
    for folder in desk.path.parents[:-1]:
        folder.chmod(folder.stat().st_mode | 0o055)
    done = subprocess.run(
        [sys.executable, "-c", code, str(desk.path)], cwd=root, capture_output=True, text=True, check=False
    )
    assert "open it for reading only" in done.stdout, done.stderr

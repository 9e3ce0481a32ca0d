"""`penholder add` tells what it took in and what it could not."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import sysconfig
from contextlib import suppress
from pathlib import Path

import pytest

from assistant.cli import main, pasted
from assistant.cli.diagnostics import ExitStatus
from precedent.errors import IndexUnavailableError
from precedent.index import Counts, Progress, open_index, schema
from precedent.index.embedded import EmbeddedIndex

TEXT = """---
kind: resolution
symbol: A/RES/81/{number}
organ: General Assembly
date: '2026-12-09'
adopted: '2026-12-01'
title: Lighthouses
enacting: The General Assembly,
---

*Recalling* that lamp {number} burns oil,

1. *Urges* keepers to trim wick {number};
"""


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """A folder with three texts."""
    folder = tmp_path / "texts"
    folder.mkdir()
    for number in range(1, 4):
        (folder / f"{number}.md").write_text(TEXT.format(number=number), encoding="utf-8")
    return folder


def test_counts_in_json(texts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (texts / "4.xml").write_bytes(b"")
    assert main(["add", str(texts), "--format", "json"]) == ExitStatus.UNREADABLE
    done = capsys.readouterr()
    counts = json.loads(done.out)
    assert {key: counts[key] for key in ("added", "replaced", "unchanged", "paragraphs")} == {
        "added": 3,
        "replaced": 0,
        "unchanged": 0,
        "paragraphs": 6,
    }
    assert [failure["path"] for failure in counts["failed"]] == [str(texts / "4.xml")]
    assert done.err.count("\n") == 1
    assert "4.xml" in done.err
    (texts / "4.xml").unlink()
    assert main(["add", str(texts), "--format", "json"]) == ExitStatus.DONE
    assert json.loads(capsys.readouterr().out)["unchanged"] == 3


def test_counts_for_a_reader(texts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["add", str(texts)]) == ExitStatus.DONE
    assert capsys.readouterr().out == "3 added (6 paragraphs)\n"
    assert main(["add", str(texts)]) == ExitStatus.DONE
    assert capsys.readouterr().out == "0 added (0 paragraphs), 3 unchanged\n"


def test_what_is_not_there_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["add", "texts/79"]) == ExitStatus.UNREADABLE
    assert "texts/79: no such file or folder, and neither a document symbol nor" in capsys.readouterr().err


def test_ctrl_c_leaves_what_is_done(
    texts: Path, home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = EmbeddedIndex.add

    def interrupted(self: EmbeddedIndex, sources: list[Path], progress: object = None) -> object:
        def stop(state: Progress) -> None:
            progress(state)  # type: ignore[operator]
            if state.done == 2:
                raise KeyboardInterrupt

        return plain(self, sources, stop)

    monkeypatch.setattr("precedent.index.adding.BATCH", 1)
    monkeypatch.setattr(EmbeddedIndex, "add", interrupted)
    assert main(["add", str(texts)]) == ExitStatus.UNREADABLE
    done = capsys.readouterr()
    assert done.out.startswith("2 added")
    assert "interrupted" in done.err
    with open_index(home) as index:
        assert index.count() == Counts(2, 4)


@pytest.mark.skipif(sys.platform == "win32", reason="no such signals")
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_told_to_end_it_counts_what_is_done_and_goes_on_from_there(
    tmp_path: Path, home: Path, how: signal.Signals
) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(400):
        (folder / f"{number:03}.md").write_text(TEXT.format(number=number), encoding="utf-8")
    command = [str(Path(sysconfig.get_path("scripts")) / "penholder"), "add", str(folder), "--format", "json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as program:
        while not counted(home):
            assert program.poll() is None
        program.send_signal(how)
        out, err = program.communicate(timeout=60)
    assert program.returncode == ExitStatus.UNREADABLE
    assert err == (
        "penholder: interrupted: what is counted is in the index; add the same again to go on from there\n"
    )
    done = json.loads(out)["added"]
    assert 0 < done == counted(home) < 400
    assert main(["add", str(folder)]) == ExitStatus.DONE
    assert counted(home) == 400


def counted(home: Path) -> int:
    with open_index(home) as index, suppress(IndexUnavailableError):  # it is being made
        return index.count().documents
    return 0


def test_a_damaged_index_is_set_aside_only_when_asked(
    texts: Path, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (home / schema.FILE).write_bytes(b"no database at all " * 300)
    assert main(["add", str(texts)]) == ExitStatus.UNREADABLE
    assert "--set-aside" in capsys.readouterr().err
    assert main(["add", "--set-aside", str(texts)]) == ExitStatus.DONE
    assert "set-aside-" in capsys.readouterr().err
    assert len(list(home.glob("precedents*.db"))) == 2


def test_a_pasted_text_that_calls_itself_otherwise_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pasted, "piped", lambda: TEXT.format(number=1).encode())
    home = ["--home", str(tmp_path)]
    assert main(["add", *home, "-", "--symbol", "A/RES/82/5"]) == ExitStatus.DONE
    assert "calls itself A/RES/81/1; it is kept as A/RES/82/5" in capsys.readouterr().err

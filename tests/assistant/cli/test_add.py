"""`penholder add` tells what it took in and what it could not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from assistant.cli import main
from assistant.cli.diagnostics import ExitStatus
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


def test_a_damaged_index_is_set_aside_only_when_asked(
    texts: Path, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (home / schema.FILE).write_bytes(b"no database at all " * 300)
    assert main(["add", str(texts)]) == ExitStatus.UNREADABLE
    assert "--set-aside" in capsys.readouterr().err
    assert main(["add", "--set-aside", str(texts)]) == ExitStatus.DONE
    assert "set-aside-" in capsys.readouterr().err
    assert len(list(home.glob("precedents*.db"))) == 2

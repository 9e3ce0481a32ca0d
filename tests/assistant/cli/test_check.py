"""What `penholder check` says of a draft file that a hand wrote, and of what cannot be meant."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from assistant.cli import main
from assistant.cli.dates import day
from assistant.cli.diagnostics import ExitStatus
from assistant.resources import sample_folder
from assistant.workbench import Workbench

FRONT = """kind: draft resolution
organ: General Assembly
enacting: The General Assembly,
session: Eighty-first session
agenda_item: '15'
sponsors: [Fiji]"""
BODY = "*Recalling* lanterns,\n\n1. *Requests* a report."


def check(home: Path, *words: str | Path) -> int:
    return main(["--home", str(home), "check", *map(str, words)])


def test_a_draft_in_order_is_quiet(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "draft.md"
    file.write_text(f"---\n{FRONT}\ntitle: Lanterns\n---\n\n{BODY}\n", encoding="utf-8")
    assert check(tmp_path, file) == ExitStatus.DONE
    assert "nothing found" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("front", "body", "said"),
    [
        ("date: yesterday", BODY, "date was not understood: yesterday"),
        ("colour: red", BODY, "'colour' means nothing"),
        ("expected_adoption: soon", BODY, "expected_adoption is not a date"),
        ('title: "Lanterns', BODY, "not valid YAML"),
        ("title: Lanterns", BODY.replace(",", ",[^9]"), "draft.md, PP1: Note 9 is called here"),
        ("title: Lanterns", f"{BODY}\n\n[^3]: A note.", "draft.md, FN3: Note 3 is called nowhere"),
    ],
)
def test_what_is_doubtful_in_it_is_told(
    front: str, body: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "draft.md"
    file.write_text(f"---\n{FRONT}\n{front}\n---\n\n{body}\n", encoding="utf-8")
    assert check(tmp_path, file) == ExitStatus.FINDINGS
    assert said in capsys.readouterr().err


def test_a_symbol_of_the_index_is_checked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Workbench(tmp_path).add([sample_folder()])
    words = ("--as-of", "2060-10-01", "--format", "jsonl")
    assert check(tmp_path, "114/35", *words) == ExitStatus.FINDINGS
    by_symbol = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert check(tmp_path, sample_folder() / "A_RES_114_35.md", *words) == ExitStatus.FINDINGS
    by_file = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [f | {"file": ""} for f in by_symbol] == [f | {"file": ""} for f in by_file]
    assert {f["file"] for f in by_symbol} == {"114/35"}


def test_what_is_not_there_stops_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "draft.md"
    file.write_text(
        f"---\n{FRONT}\ntitle: Lanterns\n---\n\n*Recalling* [lanterns],\n\n1. *Requests* a report.\n",
        encoding="utf-8",
    )
    assert check(tmp_path, "A/RES/1/1", tmp_path / "no.md", file) == ExitStatus.UNREADABLE
    captured = capsys.readouterr()
    assert captured.err.count("there is no such file") == 2
    assert f"{file}: 1 finding\n" in captured.out


@pytest.mark.parametrize("session", ["0", "-1", "300", "eighty"])
def test_a_session_that_no_organ_has_is_refused(session: str, tmp_path: Path) -> None:
    assert check(tmp_path, "A/RES/1/1", f"--session={session}") == ExitStatus.USAGE


def test_days_have_names() -> None:
    assert day("tomorrow") - day("today") == day(" Today") - day("yesterday") == dt.timedelta(days=1)

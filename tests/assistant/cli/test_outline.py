"""What `penholder outline` lists."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from assistant import editing
from assistant.cli import main
from assistant.draft import Status, draft_of
from assistant.storage import create
from precedent.resolution import Kind, Paragraph, Resolution


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    texts = (
        Paragraph(kind=Kind.PREAMBULAR, text="Recalling,"),
        Paragraph(kind=Kind.OPERATIVE, text="Decides."),
    )
    made = draft_of(Resolution(paragraphs=texts))
    made = editing.set_status(made, [made.entries[0].id], Status.AGREED)
    path = tmp_path / "draft.md"
    create(path, made, owner="test").close()
    return path


def test_each_paragraph_with_its_status(
    draft: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--home", str(tmp_path / "home"), "outline", str(draft)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("✓ PP1")
    assert lines[1].startswith("  OP1")
    assert lines[2] == "1 open, 0 agreed ad ref, 1 agreed"


def test_what_is_open_as_data(draft: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--home", str(tmp_path / "home"), "outline", str(draft), "--open", "--format", "jsonl"]) == 0
    (found,) = map(json.loads, capsys.readouterr().out.splitlines())
    assert (found["label"], found["status"], found["text"]) == ("OP1", "open", "Decides.")

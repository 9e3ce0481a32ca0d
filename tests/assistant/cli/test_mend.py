"""`penholder mend`: what is safe is put right as one step that can be undone; agreed wording stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.cli import main
from assistant.cli.diagnostics import ExitStatus
from assistant.workbench import Workbench

DRAFT = """\
---
organ: General Assembly
session: Eighty-first session
title: Ferries
agenda_item: "15"
sponsors: [Iraq]
---

*The General Assembly*,

*Noting* the "tides";

*Noting* the winds,

1. *Requests* a report on this resolution;

2. *Decides* to go on crossing
"""


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "ferries.md"
    path.write_text(DRAFT, encoding="utf-8")
    return path


def mended(home: Path, draft: Path, *words: str) -> tuple[int, str]:
    status = main(["mend", "--home", str(home), str(draft), *words])
    return status, draft.read_text(encoding="utf-8")


def test_everything_safe_is_mended(tmp_path: Path, draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, text = mended(tmp_path, draft)
    assert status == ExitStatus.DONE
    assert "*Noting* the “tides”," in text
    assert "*Noting also* the winds," in text
    assert "the present resolution;" in text
    assert "to go on crossing." in text
    out = capsys.readouterr().out
    assert "PP1        PU01: “;” → “,”" in out
    with Workbench(tmp_path).open(draft) as desk:
        step = desk.undo()
        assert step is not None
        assert desk.draft.resolution.paragraphs[0].text == 'Noting the "tides";'
        assert desk.draft.resolution.paragraphs[3].text == "Decides to go on crossing"


def test_only_one_family(tmp_path: Path, draft: Path) -> None:
    status, text = mended(tmp_path, draft, "--rule", "sequence")
    assert status == ExitStatus.FINDINGS
    assert "*Noting also* the winds," in text
    assert '"tides";' in text


def test_letters_of_a_family_and_an_id(tmp_path: Path, draft: Path) -> None:
    _, text = mended(tmp_path, draft, "--rule", "sq", "--rule", "PU08")
    assert "*Noting also* the winds," in text
    assert "“tides”;" in text


def test_a_dry_run_changes_nothing(tmp_path: Path, draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = draft.read_bytes()
    mended(tmp_path, draft, "--dry-run")
    assert draft.read_bytes() == before
    assert "would be mended" in capsys.readouterr().err


def test_a_rule_that_is_not_there(tmp_path: Path, draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = draft.read_bytes()
    status, _ = mended(tmp_path, draft, "--rule", "PU99")
    assert status != ExitStatus.DONE
    assert draft.read_bytes() == before
    assert "PU99: there is no such rule" in capsys.readouterr().err


def test_a_rule_of_the_house_mends_too(tmp_path: Path, draft: Path) -> None:
    rules = tmp_path / "rules"
    rules.mkdir()
    (rules / "ours.toml").write_text(
        '[HR01]\ntitle = "Winds"\nmessage = "gales"\nsafe = true\n[HR01.words]\ninstead = { winds = "gales" }\n',
        encoding="utf-8",
    )
    _, text = mended(tmp_path, draft, "--rule", "HR01")
    assert "*Noting* the gales," in text

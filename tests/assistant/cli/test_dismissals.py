"""`penholder dismiss` and `penholder dismissals`: one finding put aside, listed, taken back, pruned."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from assistant.cli.diagnostics import ExitStatus
from assistant.storage import Desk
from tests.assistant.cli.on_the_sample import penholder, sample_draft, sample_home  # noqa: F401 - the fixtures “home”, “draft”

Told = pytest.CaptureFixture[str]


def listed(home: Path, draft: Path, capsys: Told) -> list[dict[str, object]]:
    capsys.readouterr()
    assert penholder(home, "dismissals", draft, "--format", "jsonl") == ExitStatus.DONE
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def found(home: Path, draft: Path, capsys: Told) -> list[str]:
    capsys.readouterr()
    penholder(home, "check", draft, "--format", "jsonl")
    return [json.loads(line)["paragraph"] for line in capsys.readouterr().out.splitlines()]


def test_one_is_put_aside_and_taken_back(home: Path, draft: Path, capsys: Told) -> None:
    before = found(home, draft, capsys)
    assert penholder(home, "dismiss", draft, "op14", "--reason", "as  agreed") == ExitStatus.DONE
    assert found(home, draft, capsys) == [label for label in before if label != "OP14"]
    (kept,) = listed(home, draft, capsys)
    assert (kept["paragraph"], kept["rule"], kept["words"]) == ("OP14", "stale-figure", "83 Member States")
    assert (kept["reason"], kept["unused"], kept["told"]) == ("as agreed", False, "in use")
    assert penholder(home, "dismissals", draft, "--restore", "1") == ExitStatus.DONE
    assert found(home, draft, capsys) == before


def test_the_masthead_is_a_place_too(home: Path, draft: Path, capsys: Told) -> None:
    assert penholder(home, "dismiss", draft, "masthead", "--reason", "comes later") == ExitStatus.DONE
    assert "masthead" not in found(home, draft, capsys)
    assert [kept["paragraph"] for kept in listed(home, draft, capsys)] == ["masthead"]


def test_of_several_one_has_to_be_named(home: Path, draft: Path, capsys: Told) -> None:
    bytes_before = draft.read_bytes()
    assert penholder(home, "dismiss", draft, "FN6", "--reason", "r") == ExitStatus.USAGE
    assert "by RULE and --words" in capsys.readouterr().err
    assert penholder(home, "dismiss", draft, "OP2", "--reason", "r") == ExitStatus.USAGE
    assert "nothing is found in OP2" in capsys.readouterr().err
    assert penholder(home, "dismiss", draft, "OP14", "--reason", " ") == ExitStatus.USAGE
    assert draft.read_bytes() == bytes_before
    assert (
        penholder(home, "dismiss", draft, "FN6", "--words", "lights 2059", "--reason", "r") == ExitStatus.DONE
    )
    assert found(home, draft, capsys).count("FN6") == 1


def test_what_no_finding_needs_is_told_and_pruned(home: Path, draft: Path, capsys: Told) -> None:
    penholder(home, "dismiss", draft, "OP14", "--reason", "r")
    penholder(home, "dismiss", draft, "masthead", "--reason", "r")
    with Desk.open(draft, owner="a hand") as desk:
        (place,) = (e.id for e in desk.draft.entries if "83 Member States" in e.content.text)
        entry = desk.draft.entry(place)
        text = entry.content.text.replace("83 Member States", "84 Member States")
        from assistant.editing import rewrite

        desk.do(rewrite(desk.draft, place, text), "Edit")
        desk.save()
    penholder(home, "check", draft)
    assert "1 dismissal is not needed any more" in capsys.readouterr().err
    assert [kept["unused"] for kept in listed(home, draft, capsys)] == [False, True]
    assert penholder(home, "dismissals", draft, "--prune") == ExitStatus.DONE
    assert [kept["paragraph"] for kept in listed(home, draft, capsys)] == ["masthead"]
    with Desk.open(draft, owner="a hand") as desk:
        desk.undo()
        assert len(desk.draft.entry(place).dismissals) == 1


def test_where_the_editions_are_missing_none_is_called_unused(
    home: Path, draft: Path, tmp_path: Path, capsys: Told
) -> None:
    penholder(home, "dismiss", draft, "OP14", "--reason", "r")
    (kept,) = listed(tmp_path / "empty", draft, capsys)
    assert not kept["unused"]
    assert "the precedent index is empty" in str(kept["told"])


def test_of_a_rule_that_is_off_none_is_called_unused(
    home: Path, draft: Path, tmp_path: Path, capsys: Told
) -> None:
    penholder(home, "dismiss", draft, "OP14", "--reason", "r")
    penholder(home, "settings", "--rule", "stale-figure=off")
    try:
        (kept,) = listed(home, draft, capsys)
        assert kept["told"] == "its rule is switched off"
    finally:
        penholder(home, "settings", "--rule", "stale-figure=default")


def test_a_number_that_is_not_there_is_told(home: Path, draft: Path, capsys: Told) -> None:
    assert penholder(home, "dismissals", draft, "--restore", "1") == ExitStatus.USAGE
    assert "there is no dismissal 1" in capsys.readouterr().err


def test_changes_that_nobody_saved_stay_unsaved(home: Path, draft: Path, capsys: Told) -> None:
    with Desk.open(draft, owner="a hand") as desk:
        from assistant.editing import set_title

        desk.do(set_title(desk.draft, "Another"), "Title")
    bytes_before = draft.read_bytes()
    assert penholder(home, "dismiss", draft, "OP14", "--reason", "r") == ExitStatus.DONE
    assert "not saved yet" in capsys.readouterr().err
    assert draft.read_bytes() == bytes_before
    with Desk.open(draft, owner="a hand") as desk:
        assert [step.description for step in desk.history.past][-2] == "Title"

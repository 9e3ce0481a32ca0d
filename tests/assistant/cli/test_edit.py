"""`penholder edit`, `status`, `replace`, `steps`, `take`, `updates`, `new`: what the screen does, step by step."""

from __future__ import annotations

import io
import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant import editing
from assistant.cli.diagnostics import ExitStatus
from assistant.cli.verbs import VERBS
from assistant.storage import Desk
from assistant.storage.text import draft_bytes
from assistant.workbench import Workbench
from tests.assistant.cli.on_the_sample import penholder, sample_draft, sample_home  # noqa: F401 - the fixtures “home”, “draft”
from tests.assistant.editions import rolled

Told = pytest.CaptureFixture[str]


def data(home: Path, capsys: Told, *words: str | Path) -> Any:
    """What a command prints as JSON."""
    capsys.readouterr()
    assert penholder(home, *words, "--format", "json") == ExitStatus.DONE
    return json.loads(capsys.readouterr().out)


def texts(path: Path) -> dict[str, str]:
    with Desk.open(path, owner="a test", read_only=True) as desk:
        return {p.label: p.text for p in desk.draft.resolution.paragraphs}


EDITS: dict[str, tuple[str, ...]] = {
    "move": ("OP3", "op5-6", "--before", "OP1"),
    "delete": ("PP2", "PP4-PP6"),
    "write": ("*Notes* the sea;\n\n*Notes also* the tide;", "--after", "OP2"),
    "rewrite": ("pp2", "*Recalling* the lamp,[^9]\n\n[^9]: See the lamp."),
    "fill": ("requests-report", "session=117", "--after", "OP2"),
    "quote": ("A/RES/113/28", "op2", "--instead", "OP3"),
    "split": ("OP1", "--at", "to the aims"),
    "merge": ("OP1",),
    "indent": ("OP2-OP3",),
    "outdent": (),
    "part": ("PP2",),
    "number": ("OP3", "none"),
    "masthead": ("title=Lamps", "session=116", "as_of=2061-11-02", "sponsors=Fiji; Tonga"),
}


def arguments(verb: str, draft: Path) -> tuple[str, ...]:
    if verb != "outdent":
        return EDITS[verb]
    with Desk.open(draft, owner="a test", read_only=True) as desk:
        return (next(p.label for p in desk.draft.resolution.paragraphs if p.level),)


def test_every_verb_is_tried() -> None:
    assert set(EDITS) == set(VERBS)


@pytest.mark.parametrize("verb", VERBS)
def test_each_edit_is_one_step_that_is_saved_and_can_be_undone(
    verb: str, home: Path, draft: Path, capsys: Told
) -> None:
    before = draft.read_bytes()
    words = arguments(verb, draft)
    tried = data(home, capsys, "edit", verb, draft, *words, "--dry-run")
    assert draft.read_bytes() == before
    done = data(home, capsys, "edit", verb, draft, *words)
    assert (done["did"], done["changed"]) == (tried["did"], True)
    with Desk.open(draft, owner="a test") as desk:
        assert [step.description for step in desk.history.past] == [done["did"]]
        assert not desk.dirty
        assert draft.read_bytes() == draft_bytes(desk.draft)
        desk.undo()
        assert draft_bytes(desk.draft) == before


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("move", "OP99", "--after", "OP1"), "there is no OP99 in it"),
        (("move", "OP2", "--after", "OP2"), "cannot be moved behind itself"),
        (("move", "OP2", "--before", "OP2"), "cannot be moved before itself"),
        (("split", "OP1", "--at", "xyzzy"), "do not stand in OP1"),
        (("split", "OP1", "--at", "the"), "times in OP1"),
        (("rewrite", "OP1", " "), "penholder edit delete takes it out"),
        (("write", ""), "nothing was written"),
        (("fill", "requests-report", "sesion=116"), "its slots are"),
        (("quote", "A/RES/113/28", "OP999"), "has no paragraph OP999"),
        (("outdent", "OP1"), "OP1 is no sub-paragraph"),
        (("part", "H1"), "only a whole preambular or operative paragraph"),
        (("number", "OP1", "7."), "numbers of paragraphs follow from their order"),
        (("number", "PP1", "none"), "only an operative paragraph"),
        (("number", "H1", "first"), "no letter or numeral of a heading"),
        (("masthead", "tile=x"), "write NAME=VALUE"),
        (("masthead", "title="), "needs a title"),
    ],
)
def test_what_cannot_be_meant_is_said_and_changes_nothing(
    words: tuple[str, ...], said: str, home: Path, draft: Path, capsys: Told
) -> None:
    before = draft.read_bytes()
    assert penholder(home, "edit", words[0], draft, *words[1:]) == ExitStatus.USAGE
    assert said in capsys.readouterr().err
    assert draft.read_bytes() == before


@pytest.mark.parametrize(
    "words",
    [
        ("edit", "delete", "{}", "OP1"),
        ("status", "{}", "OP1", "--set", "agreed"),
        ("replace", "{}", "lights", "lamps"),
        ("steps", "{}", "--undo"),
        ("updates", "{}", "--stand", "1"),
        ("take", "{}", "OP14"),
    ],
)
def test_a_draft_that_is_open_elsewhere_is_left_alone(
    words: tuple[str, ...], home: Path, draft: Path, capsys: Told
) -> None:
    before = draft.read_bytes()
    with Desk.open(draft, owner="another window"):
        call = [word.format(draft) for word in words]
        assert penholder(home, *call) == ExitStatus.UNREADABLE
        assert "another window" in capsys.readouterr().err
    assert draft.read_bytes() == before


def test_a_step_is_kept_beside_what_was_not_saved(home: Path, draft: Path, capsys: Told) -> None:
    before = draft.read_bytes()
    with Desk.open(draft, owner="a test") as desk:
        desk.do(editing.set_title(desk.draft, "Ferries"), "Another title")
    assert penholder(home, "edit", "delete", draft, "OP1") == ExitStatus.DONE
    assert "--save" in capsys.readouterr().err
    assert draft.read_bytes() == before
    assert penholder(home, "steps", draft, "--save") == ExitStatus.DONE
    assert capsys.readouterr().out.splitlines() == ["Saved: Another title", "Saved: Delete OP1"]
    with Desk.open(draft, owner="a test") as desk:
        assert (desk.draft.title, desk.dirty) == ("Ferries", False)
        assert draft.read_bytes() == draft_bytes(desk.draft)


def test_also_and_further_follow_what_is_taken_out(home: Path, draft: Path) -> None:
    assert texts(draft)["PP3"].startswith("Recalling further")
    assert penholder(home, "edit", "delete", draft, "PP2") == ExitStatus.DONE
    assert texts(draft)["PP2"].startswith("Recalling also")
    assert penholder(home, "steps", draft, "--undo") == ExitStatus.DONE
    assert texts(draft)["PP3"].startswith("Recalling further")


def test_words_come_from_standard_input(
    home: Path, draft: Path, monkeypatch: pytest.MonkeyPatch, capsys: Told
) -> None:
    monkeypatch.setattr(
        "sys.stdin", io.TextIOWrapper(io.BytesIO(b"*Notes* the sea;\n\n*Notes also* the tide;"))
    )
    done = data(home, capsys, "edit", "write", draft, "--after", "OP2")
    assert [(p["label"], p["opening"]) for p in done["paragraphs"]] == [
        ("OP3", "Notes"),
        ("OP4", "Notes also"),
    ]


# Status


def test_status_is_set_and_listed(home: Path, draft: Path, capsys: Told) -> None:
    assert penholder(home, "status", draft, "pp1-pp3", "op1", "--set", "ad-ref") == ExitStatus.DONE
    listed = data(home, capsys, "status", draft)
    assert [p["label"] for p in listed if p["status"] == "agreed ad ref"] == ["PP1", "PP2", "PP3", "OP1"]
    capsys.readouterr()
    assert penholder(home, "edit", "rewrite", draft, "PP1", "Recalling the lamp,") == ExitStatus.DONE
    assert "PP1 had been agreed" in capsys.readouterr().err
    assert penholder(home, "status", draft, "--set", "agreed") == ExitStatus.USAGE
    assert penholder(home, "status", draft, "preamble", "--set", "agreed") == ExitStatus.DONE
    preamble = [p for p in data(home, capsys, "status", draft) if p["label"].startswith("PP")]
    assert {p["status"] for p in preamble} == {"agreed"}


def test_an_id_stays_when_the_label_does_not(home: Path, draft: Path, capsys: Told) -> None:
    (second,) = data(home, capsys, "status", draft, "OP2")
    assert penholder(home, "edit", "move", draft, "OP2", "--after", "OP9") == ExitStatus.DONE
    (found,) = data(home, capsys, "status", draft, second["id"])
    assert (found["label"], found["id"]) == ("OP9", second["id"])


# Find and replace


def test_replace_takes_whole_words_and_leaves_units_alone(home: Path, draft: Path, capsys: Told) -> None:
    places = data(home, capsys, "replace", draft, "114/3", "115/3")
    assert places
    assert not any(place["replaced"] or place["whole"] for place in places)
    before = draft.read_bytes()
    places = data(home, capsys, "replace", draft, "lights", "lamps", "--dry-run")
    assert draft.read_bytes() == before
    assert {place["words"] for place in places} == {"lamps", "Lamps"}
    here = [place["number"] for place in places if place["label"] == "PP1"]
    assert penholder(home, "replace", draft, "lights", "lamps", "--place", str(here[0])) == ExitStatus.DONE
    assert "harbour lamps" in texts(draft)["PP1"]
    assert penholder(home, "replace", draft, "lights", "lamps", "--in", "operative") == ExitStatus.DONE
    left = data(home, capsys, "replace", draft, "lights", "lamps", "--dry-run")
    assert left
    assert not any(place["label"].startswith("OP") for place in left)


def test_a_place_that_there_is_not(home: Path, draft: Path, capsys: Told) -> None:
    assert penholder(home, "replace", draft, "lights", "lamps", "--place", "999") == ExitStatus.USAGE
    assert penholder(home, "replace", draft, "lights", "lamps", "--in", "OP999") == ExitStatus.USAGE
    assert "there is no OP999" in capsys.readouterr().err


# Steps


def test_steps_go_back_and_forth(home: Path, draft: Path, capsys: Told) -> None:
    start = draft.read_bytes()
    for label in ("OP1", "OP2", "OP3"):
        penholder(home, "edit", "delete", draft, label)
    end = draft.read_bytes()
    assert [s["description"] for s in data(home, capsys, "steps", draft)] == [
        "Delete OP1", "Delete OP2", "Delete OP3",
    ]  # fmt: skip
    assert penholder(home, "steps", draft, "--to", "0") == ExitStatus.DONE
    assert draft.read_bytes() == start
    assert penholder(home, "steps", draft, "--redo", "3") == ExitStatus.DONE
    assert draft.read_bytes() == end
    assert penholder(home, "steps", draft, "--undo", "4") == ExitStatus.USAGE
    assert "3 steps can be undone, 0 done again" in capsys.readouterr().err
    assert penholder(home, "steps", draft, "--undo") == ExitStatus.DONE
    listed = data(home, capsys, "steps", draft)
    assert [(s["done"], s["saved"]) for s in listed] == [(True, False), (True, True), (False, False)]


# Findings and updates


def test_a_suggestion_is_taken_and_its_update_taken_back(home: Path, draft: Path, capsys: Told) -> None:
    words = "*Recalling* the lamp,"
    assert penholder(home, "edit", "rewrite", draft, "PP2", words) == ExitStatus.DONE
    (taken,) = data(home, capsys, "take", draft, "pp2", "SQ01")["paragraphs"]
    assert taken["text"] == "Recalling also the lamp,"
    (number,) = (
        record["number"]
        for line in listed(home, draft, capsys)
        if (record := json.loads(line))["rule"] == "SQ01"
    )
    assert penholder(home, "updates", draft, "--take-back", str(number)) == ExitStatus.DONE
    assert texts(draft)["PP2"] == "Recalling the lamp,"
    with Desk.open(draft, owner="a test") as desk:
        assert desk.history.past[-1].description.startswith("Take back: Recalling → Recalling also in PP2")


def listed(home: Path, draft: Path, capsys: Told) -> list[str]:
    capsys.readouterr()
    assert penholder(home, "updates", draft, "--format", "jsonl") == ExitStatus.DONE
    return capsys.readouterr().out.splitlines()


def test_where_no_words_are_known_nothing_is_taken(home: Path, draft: Path, capsys: Told) -> None:
    capsys.readouterr()
    assert penholder(home, "take", draft, "OP14", "stale-figure") == ExitStatus.USAGE
    assert "no words are known to put there" in capsys.readouterr().err


def test_updates_are_settled_by_number(home: Path, draft: Path, capsys: Told) -> None:
    capsys.readouterr()
    assert penholder(home, "updates", draft, "--format", "jsonl") == ExitStatus.DONE
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    own = next(u for u in found if u["after"] and u["paragraph"].startswith("OP"))
    assert penholder(home, "updates", draft, "--take-back", str(own["number"])) == ExitStatus.DONE
    assert penholder(home, "updates", draft, "--stand", "1") == ExitStatus.DONE
    capsys.readouterr()
    assert penholder(home, "updates", draft, "--left", "--format", "jsonl") == ExitStatus.DONE
    left = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert len(left) == len(found) - 2
    assert penholder(home, "updates", draft, "--stand", "99") == ExitStatus.USAGE
    assert penholder(home, "updates", draft, "--stand", "1", "--take-back", "1") == ExitStatus.USAGE


# Beginning


def test_an_empty_draft_has_its_masthead(home: Path, tmp_path: Path, capsys: Told) -> None:
    path = tmp_path / "new.md"
    call = (
        "new", path, "--title", "Oceans", "--organ", "ECOSOC", "--as-of", "2026-11-02", "--sponsor", "Fiji",
        "--item", "18 (b)",
    )  # fmt: skip
    assert penholder(home, *call) == ExitStatus.DONE
    with Desk.open(path, owner="a test", read_only=True) as desk:
        head = desk.draft.masthead
        assert (desk.draft.title, head.session, head.sponsors) == ("Oceans", "2027 session", ("Fiji",))
    assert penholder(home, *call) == ExitStatus.UNREADABLE
    assert "already" in capsys.readouterr().err
    assert penholder(home, "edit", "write", path, "*Notes* the sea;") == ExitStatus.DONE
    assert texts(path) == {"OP1": "Notes the sea;"}


def test_a_session_that_the_organ_has_not_is_refused(home: Path, tmp_path: Path, capsys: Told) -> None:
    path = tmp_path / "new.md"
    penholder(home, "new", path, "--title", "Oceans", "--organ", "ECOSOC")
    assert penholder(home, "check", path, "--session", "78") == ExitStatus.UNREADABLE
    assert "no session 78: its sessions are years" in capsys.readouterr().err


# A script


CHANGES = ("delete", "merge", "indent", "outdent", "part", "move", "agreed", "replace", "undo", "redo")


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    script=st.lists(st.tuples(st.sampled_from(CHANGES), st.integers(0, 99), st.integers(0, 99)), max_size=6)
)
def test_whatever_a_script_does_the_file_is_the_draft_and_all_of_it_goes_back(
    script: list[tuple[str, int, int]], home: Path, tmp_path: Path
) -> None:
    path = tmp_path / "script.md"
    shutil.rmtree(tmp_path, ignore_errors=True)
    tmp_path.mkdir()
    Workbench(home).create(path, rolled()).close()
    start = path.read_bytes()
    for change, one, other in script:
        before = path.read_bytes()
        labels = list(texts(path))
        here, there = labels[one % len(labels)], labels[other % len(labels)]
        calls: dict[str, tuple[str | Path, ...]] = {
            "move": ("edit", "move", path, here, "--after", there),
            "agreed": ("status", path, here, "--set", "agreed"),
            "replace": ("replace", path, "the", "each", "--in", here),
            "undo": ("steps", path, "--undo"),
            "redo": ("steps", path, "--redo"),
        }
        status = penholder(home, *calls.get(change, ("edit", change, path, here)))
        assert status in (ExitStatus.DONE, ExitStatus.USAGE)
        assert status == ExitStatus.DONE or path.read_bytes() == before
        with Desk.open(path, owner="a test", read_only=True) as desk:
            assert not desk.dirty
            assert path.read_bytes() == draft_bytes(desk.draft)
    assert penholder(home, "steps", path, "--to", "0") == ExitStatus.DONE
    assert path.read_bytes() == start

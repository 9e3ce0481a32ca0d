"""What the command line promises to programs: keys, exit statuses, streams, offsets.

The promises are those of the contract that users' scripts stand on; a test that fails here breaks them.
"""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sysconfig
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from assistant.cli import main
from assistant.cli.commands import COMMANDS
from assistant.cli.diagnostics import ExitStatus
from assistant.cli.parsing import parse
from assistant.cli.verbs import VERBS
from assistant.resources import sample_folder
from precedent.reading import read
from precedent.record import from_record
from tests.sample_facts import FIRST, SECOND, SIZES, THIRD

PENHOLDER = Path(sysconfig.get_path("scripts")) / "penholder"
LAST = sample_folder() / "A_RES_114_35.md"
ROLL = ("--session", "115", "--as-of", "2060-10-01")

READ = {
    "file", "kind", "symbol", "organ", "committee", "session", "agenda_item", "agenda_title", "distribution",
    "date", "original_language", "sponsors", "title", "adopted", "meeting", "report", "enacting", "paragraphs",
    "footnotes", "remarks",
}  # fmt: skip
PARAGRAPH = {"label", "kind", "number", "level", "opening", "text", "notes", "italics"}
KINDS = {"preambular", "operative", "heading", "annex", "table", "report", "amendment", "other"}
ADDED = {"added", "replaced", "unchanged", "paragraphs", "failed"}
FOUND = {"query", "elapsed_ms", "matches"}
MATCH = {"symbol", "label", "title", "adopted", "vote", "text", "score", "also", "variants"}
FINDING = {
    "file", "rule", "severity", "paragraph", "start", "end", "found", "message", "suggestion", "reason", "evidence",
}  # fmt: skip


class Call:
    """One command line, run in this process."""

    def __init__(self, capsys: pytest.CaptureFixture[str], *words: object) -> None:
        self.status = main([str(word) for word in words])
        self.out, self.err = capsys.readouterr()
        assert "Traceback" not in self.err
        assert "unexpected error" not in self.err

    @property
    def lines(self) -> list[Any]:
        return [json.loads(line) for line in self.out.splitlines()]


Run: TypeAlias = Callable[..., Call]


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("filled")
    assert main(["--home", str(home), "add", str(sample_folder())]) == 0
    return home


@pytest.fixture
def call(filled: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command in a home that holds the sample."""
    monkeypatch.setenv("PENHOLDER_HOME", str(filled))
    capsys.readouterr()
    return lambda *words: Call(capsys, *words)


@pytest.fixture
def draft(call: Run, tmp_path: Path) -> Path:
    """The sample's last edition rolled forward."""
    file = tmp_path / "draft.md"
    call("roll", THIRD, *ROLL, "--to", file)
    return file


# read


def test_read_prints_one_object_for_one_file_and_a_list_for_several(call: Run) -> None:
    one = json.loads(call("read", LAST, "--format", "json").out)
    several = json.loads(call("read", LAST, LAST, "--format", "json").out)
    assert isinstance(one, dict)
    assert several == [one, one]
    assert call("read", LAST, LAST, "--format", "jsonl").lines == several


def test_read_prints_every_key_and_none_is_missing_where_nothing_is_known(call: Run, tmp_path: Path) -> None:
    bare = tmp_path / "bare.txt"
    bare.write_text("Some words about lamps.\n", encoding="utf-8")
    record: dict[str, Any] = {}
    for file in (LAST, bare):
        record = call("read", file, "--format", "jsonl").lines[0]
        assert set(record) >= READ
        assert all(set(paragraph) >= PARAGRAPH for paragraph in record["paragraphs"])
        assert {paragraph["kind"] for paragraph in record["paragraphs"]} <= KINDS
        assert all(set(note) >= {"label", "marker", "text"} for note in record["footnotes"])
    assert record["file"] == str(bare)
    assert (record["symbol"], record["sponsors"], record["footnotes"]) == (None, [], [])


def test_read_counts_in_the_text_that_it_prints(call: Run) -> None:
    record = call("read", LAST, "--format", "json")
    text = json.loads(record.out)
    size = SIZES[THIRD]
    assert sum(p["kind"] == "preambular" for p in text["paragraphs"]) == size.preambular
    assert len(text["footnotes"]) == size.footnotes
    markers = {note["marker"] for note in text["footnotes"]}
    for paragraph in text["paragraphs"]:
        assert all(
            marker in markers and 0 <= at <= len(paragraph["text"]) for marker, at in paragraph["notes"]
        )
        if paragraph["opening"]:
            start, end = paragraph["italics"][0]
            assert paragraph["text"][start:end].strip() == paragraph["opening"]
    assert from_record(text) == read(LAST)


@pytest.mark.parametrize("form", ["markdown", "akn"])
def test_read_prints_what_can_be_read_again(call: Run, tmp_path: Path, form: str) -> None:
    printed = call("read", LAST, "--format", form)
    assert printed.status == ExitStatus.DONE
    again = tmp_path / f"again.{'md' if form == 'markdown' else 'xml'}"
    again.write_text(printed.out, encoding="utf-8")
    one, other = read(LAST), read(again)
    assert [(p.label, p.text) for p in other.paragraphs] == [(p.label, p.text) for p in one.paragraphs]
    assert [n.text for n in other.footnotes] == [n.text for n in one.footnotes]


# add


def test_add_says_what_it_did(call: Run, tmp_path: Path) -> None:
    home = tmp_path / "home"
    first = json.loads(call("--home", home, "add", sample_folder(), "--format", "json").out)
    again = json.loads(call("add", sample_folder(), "--home", home, "--format", "json").out)
    assert set(first) >= ADDED
    assert (first["added"], first["unchanged"], first["failed"]) == (5, 0, [])
    assert (again["added"], again["unchanged"], again["paragraphs"]) == (0, 5, 0)


def test_add_takes_what_it_can_and_names_the_rest(call: Run, tmp_path: Path) -> None:
    empty, missing = tmp_path / "empty.xml", tmp_path / "missing.xml"
    empty.touch()
    result = call("--home", tmp_path / "home", "add", empty, LAST, missing, "--format", "json")
    added = json.loads(result.out)
    assert result.status == ExitStatus.UNREADABLE
    assert added["added"] == 1
    assert {failure["path"] for failure in added["failed"]} == {str(empty), str(missing)}
    assert all(failure["reason"] for failure in added["failed"])
    assert str(empty) in result.err
    assert str(missing) in result.err


# find


def test_find_answers_each_line_of_a_batch(call: Run, tmp_path: Path) -> None:
    queries = ['the "needs" of (migrating birds', "", "-lamps AND fishing* NEAR boats", "é “x”"]
    batch = tmp_path / "batch.txt"
    batch.write_text("\n".join(queries) + "\n", encoding="utf-8")
    result = call("find", "--batch", batch, "--limit", "3", "--format", "jsonl")
    assert result.status == ExitStatus.DONE
    assert [answer["query"] for answer in result.lines] == queries
    for answer in result.lines:
        assert set(answer) == FOUND
        assert answer["elapsed_ms"] >= 0
        assert len(answer["matches"]) <= 3
        for match in answer["matches"]:
            assert set(match) == MATCH
            assert all(set(place) == {"symbol", "label"} for place in match["also"])
            assert 0 <= match["score"] <= 1
    assert result.lines[0]["matches"][0]["label"] == "PP17"


def test_find_gives_identical_wording_once(call: Run) -> None:
    text = read(LAST).text_at("OP12") or ""
    (answer,) = call("find", text, "--limit", "1", "--format", "jsonl").lines
    (match,) = answer["matches"]
    assert match["symbol"] == THIRD
    assert {place["symbol"] for place in match["also"]} == {FIRST, SECOND}
    assert match["vote"] == "171-1-3"


# check


def test_check_prints_one_object_a_finding(call: Run) -> None:
    result = call("check", LAST, *ROLL, "--format", "jsonl")
    assert result.status == ExitStatus.FINDINGS
    text = read(LAST)
    assert len(result.lines) > 20
    for finding in result.lines:
        assert set(finding) >= FINDING
        assert finding["file"] == str(LAST)
        assert finding["severity"] in ("error", "warning", "info")
        words = text.text_at(finding["paragraph"])
        assert words is not None
        assert words[finding["start"] : finding["end"]] == finding["found"]
        assert isinstance(finding["evidence"], list)
    assert {finding["rule"] for finding in result.lines} >= {
        "stale-edition",
        "stale-session",
        "stale-series-note",
    }


def test_check_of_a_draft_counts_in_the_text_that_read_prints(call: Run, draft: Path) -> None:
    record = json.loads(call("read", draft, "--format", "json").out)
    texts = {part["label"]: part["text"] for part in record["paragraphs"] + record["footnotes"]}
    for finding in call("check", draft, "--format", "jsonl").lines:
        if finding["paragraph"] in texts:
            words = texts[finding["paragraph"]]
            assert words[finding["start"] : finding["end"]] == finding["found"]
        else:
            assert (finding["paragraph"], finding["start"], finding["end"]) == ("masthead", 0, 0)


def test_check_does_the_other_files_of_the_call(call: Run, tmp_path: Path) -> None:
    binary, empty = tmp_path / "picture.png", tmp_path / "empty.md"
    binary.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8)
    empty.touch()
    missing = tmp_path / "missing.md"
    result = call("check", missing, binary, LAST, empty, *ROLL, "--format", "jsonl")
    assert result.status == ExitStatus.UNREADABLE
    assert {finding["file"] for finding in result.lines} == {str(LAST)}
    problems = [line for line in result.err.splitlines() if line.startswith("penholder: ")]
    for file, line in zip((missing, binary, empty), problems, strict=True):
        assert str(file) in line


def test_check_that_finds_nothing_is_done(call: Run, tmp_path: Path) -> None:
    file = tmp_path / "adopted.md"
    file.write_text(
        "---\nkind: resolution\nsymbol: A/RES/90/1\norgan: General Assembly\nadopted: '2035-12-01'\ntitle: Ferries\n"
        "enacting: The General Assembly,\n---\n\n1. *Decides* to go on crossing.\n",
        encoding="utf-8",
    )
    result = call("check", file, "--as-of", "2036-10-01", "--format", "jsonl")
    assert (result.status, result.out) == (ExitStatus.DONE, "")
    (told,) = result.err.splitlines()
    assert told.startswith(f"{file}: evidence that was missing: ")


# roll


def test_roll_writes_a_draft_and_says_what_it_changed(call: Run, tmp_path: Path) -> None:
    file = tmp_path / "draft.md"
    result = call("roll", LAST, *ROLL, "--to", file)
    assert result.status == ExitStatus.FINDINGS
    assert "114/35 of 11 December 2059" in result.out
    assert str(file) in result.err
    assert "114/35 of 11 December 2059" in file.read_text(encoding="utf-8")
    left = call("check", file, "--format", "jsonl").lines
    assert "error" not in {finding["severity"] for finding in left}


def test_roll_of_a_file_and_of_its_symbol_are_one(call: Run, tmp_path: Path) -> None:
    call("roll", LAST, *ROLL, "--to", tmp_path / "one.md")
    call("roll", THIRD, *ROLL, "--to", tmp_path / "other.md")
    assert (tmp_path / "one.md").read_bytes() == (tmp_path / "other.md").read_bytes()


def test_roll_does_not_write_over_a_draft(call: Run, draft: Path) -> None:
    draft.write_text(draft.read_text(encoding="utf-8").replace("lamps", "lanterns"), encoding="utf-8")
    edited = draft.read_bytes()
    result = call("roll", THIRD, *ROLL, "--to", draft)
    assert result.status == ExitStatus.UNREADABLE
    assert str(draft) in result.err
    assert draft.read_bytes() == edited
    assert call("roll", THIRD, *ROLL, "--to", draft, "--force").status == ExitStatus.FINDINGS
    assert draft.read_bytes() != edited
    kept = [path for path in draft.parent.rglob("*") if path.is_file() and path.read_bytes() == edited]
    assert kept, "the draft that was written over is kept"


@pytest.mark.parametrize("source", ["A/RES/1/999", "missing.md"])
def test_roll_of_what_is_not_there_says_so(call: Run, tmp_path: Path, source: str) -> None:
    result = call("roll", source, *ROLL, "--to", tmp_path / "draft.md")
    assert (result.status, result.out) == (ExitStatus.UNREADABLE, "")
    assert source in result.err
    assert not list(tmp_path.glob("draft*"))


# export


def test_export_refuses_while_something_certain_is_open(call: Run, draft: Path, tmp_path: Path) -> None:
    text = draft.read_text(encoding="utf-8")
    later, past = (
        "its one hundred and sixteenth session the item",
        "its one hundred and tenth session the item",
    )
    assert later in text
    draft.write_text(text.replace(later, past), encoding="utf-8")
    target = tmp_path / "draft.docx"
    refused = call("export", draft, "--to", target)
    assert (refused.status, refused.out) == (ExitStatus.FINDINGS, "")
    assert "OP21" in refused.err
    assert not target.exists()
    assert call("export", draft, "--to", target, "--force").status == ExitStatus.DONE
    assert target.read_bytes().startswith(b"PK")


@pytest.mark.parametrize(
    ("suffix", "begins"), [(".docx", b"PK"), (".html", b"<!DOCTYPE"), (".md", b"---\n"), (".xml", b"<?xml")]
)
def test_export_writes_by_the_suffix(
    call: Run, draft: Path, tmp_path: Path, suffix: str, begins: bytes
) -> None:
    target = tmp_path / f"draft-out{suffix}"
    result = call("export", draft, "--to", target)
    assert (result.status, result.out) == (ExitStatus.DONE, "")
    assert target.read_bytes()[: len(begins)].lower() == begins.lower()
    assert b"penholder:" not in target.read_bytes()


@pytest.mark.parametrize("target", ["draft.odt", "draft", "missing/draft.docx"])
def test_export_that_cannot_be_written_says_why(call: Run, draft: Path, tmp_path: Path, target: str) -> None:
    result = call("export", draft, "--to", tmp_path / target)
    assert (result.status, result.out) == (ExitStatus.UNREADABLE, "")
    assert result.err.count("\n") == 1


# All of them


@pytest.mark.parametrize("name", COMMANDS)
def test_help_has_an_example(name: str, call: Run) -> None:
    result = call(name, "--help")
    assert (result.status, result.err) == (ExitStatus.DONE, "")
    assert "examples:\n" in result.out
    assert all(example in result.out for example in COMMANDS[name].examples)
    assert COMMANDS[name].summary[1:] in result.out


@pytest.mark.parametrize(
    "example",
    [e for command in COMMANDS.values() for e in command.examples]
    + [e for verb in VERBS.values() for e in verb.examples],
)
def test_every_example_is_a_call_that_parses(example: str) -> None:
    typed, _, _ = example.partition(" < ")[0].partition(" > ")  # what the shell takes
    program, name, *_ = words = shlex.split(typed)
    run, arguments = parse(words[1:])
    assert program == "penholder"
    assert run.__module__ == f"assistant.cli.{name}"
    assert isinstance(arguments.home, Path)


@pytest.mark.parametrize(
    "words",
    [
        ["read"],
        ["read", LAST, "--format", "pdf"],
        ["add"],
        ["find"],
        ["find", "lamps", "--organ", "parliament"],
        ["find", "lamps", "--limit", "0"],
        ["check"],
        ["check", LAST, "--as-of", "next week"],
        ["check", LAST, "--session", "next"],
        ["roll", THIRD],
        ["roll", THIRD, "--to", "x.md", "--as-of", "31.12.2060"],
        ["export", LAST],
        ["templates", "--part", "annex"],
    ],
    ids=lambda words: " ".join(map(str, words))[:40],
)
def test_a_wrong_call_ends_with_2_and_prints_nothing(words: list[object], call: Run) -> None:
    result = call(*words)
    assert (result.status, result.out) == (ExitStatus.USAGE, "")
    assert result.err


def test_data_and_narration_in_processes_of_their_own(filled: Path, tmp_path: Path) -> None:
    """The whole job through pipes: what is printed on standard output is JSON and nothing else."""
    environment = {**os.environ, "PENHOLDER_HOME": str(filled)}

    def run(*words: object) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [PENHOLDER, *map(str, words)], capture_output=True, check=False, env=environment, cwd=tmp_path
        )

    rolled = run("roll", THIRD, *ROLL, "--to", "draft.md")
    assert rolled.returncode == ExitStatus.FINDINGS
    checked = run("check", "draft.md", "missing.md", "--format", "jsonl")
    assert checked.returncode == ExitStatus.UNREADABLE
    assert all(json.loads(line)["file"] == "draft.md" for line in checked.stdout.splitlines())
    assert checked.stdout.count(b"\n") > 10
    assert b"missing.md" in checked.stderr
    assert b"\x1b" not in rolled.stdout + rolled.stderr + checked.stderr
    exported = run("export", "draft.md", "--to", "draft.docx")
    assert (exported.returncode, exported.stdout) == (ExitStatus.DONE, b"")
    assert run("check").returncode == ExitStatus.USAGE

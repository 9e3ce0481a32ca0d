"""`penholder find` answers one query or a file of them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from assistant.cli import main
from assistant.cli.diagnostics import ExitStatus
from assistant.cli.periods import first_day, last_day
from assistant.errors import AssistantError
from precedent.session import Organ, Session
from tests.assistant.cli.test_add import TEXT

SECOND = TEXT.replace("A/RES/81/{number}", "E/RES/2026/{number}").replace("Lighthouses", "Weather")


@pytest.fixture(autouse=True)
def filled(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An index with two texts of the same words."""
    for name, text in (("a.md", TEXT), ("b.md", SECOND)):
        (tmp_path / name).write_text(text.format(number=7), encoding="utf-8")
    assert main(["add", str(tmp_path / "a.md"), str(tmp_path / "b.md")]) == ExitStatus.DONE
    capsys.readouterr()


def answers(capsys: pytest.CaptureFixture[str], *words: str) -> list[dict[str, Any]]:
    assert main(["find", *words, "--format", "jsonl"]) == ExitStatus.DONE
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_one_query_as_the_contract_has_it(capsys: pytest.CaptureFixture[str]) -> None:
    (answer,) = answers(capsys, "Urges", "keepers to trim wick 7;")
    assert list(answer) == ["query", "elapsed_ms", "matches"]
    assert answer["query"] == "Urges keepers to trim wick 7;"
    assert 0 < answer["elapsed_ms"] < 60_000
    first = answer["matches"][0]
    assert list(first) == ["symbol", "label", "title", "adopted", "vote", "text", "score", "also", "variants"]
    assert (first["label"], first["score"], first["adopted"], first["vote"]) == (
        "OP1",
        1.0,
        "2026-12-01",
        None,
    )
    assert {first["symbol"], first["also"][0]["symbol"]} == {"A/RES/81/7", "E/RES/2026/7"}


def test_a_batch_has_one_answer_a_line_and_no_operators(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    batch = tmp_path / "queries.txt"
    batch.write_text('"lamp burns (oil\n\nnothing of the sort -lamp\nAND OR NOT\r\n', encoding="utf-8")
    found = answers(capsys, "--batch", str(batch), "--limit", "1")
    assert [answer["query"] for answer in found] == [
        '"lamp burns (oil',
        "",
        "nothing of the sort -lamp",
        "AND OR NOT",
    ]
    assert [[match["label"] for match in answer["matches"]] for answer in found] == [["PP1"], [], ["PP1"], []]


def test_json_is_one_object_or_a_list(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["find", "lamp", "--format", "json"]) == ExitStatus.DONE
    assert json.loads(capsys.readouterr().out)["query"] == "lamp"
    batch = tmp_path / "queries.txt"
    batch.write_text("lamp", encoding="utf-8")
    assert main(["find", "--batch", str(batch), "--format", "json"]) == ExitStatus.DONE
    assert [answer["query"] for answer in json.loads(capsys.readouterr().out)] == ["lamp"]


def test_filters(capsys: pytest.CaptureFixture[str]) -> None:
    def symbols(*words: str) -> list[str]:
        return [match["symbol"] for match in answers(capsys, *words)[0]["matches"]]

    assert symbols("lamp", "--organ", "ECOSOC") == ["E/RES/2026/7"]
    assert symbols("--symbol", "A/RES/81/7", "--part", "operative") == ["A/RES/81/7"]
    assert len(symbols("--opening", "Urges")) == 1
    assert symbols("lamp", "--since", "2027") == []
    assert len(symbols("lamp", "--since", "81", "--until", "2026-12-01")) == 1


def test_text_for_a_reader_fits_the_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "50")
    assert main(["find", "keepers trim wick"]) == ExitStatus.DONE
    out = capsys.readouterr().out
    assert " · 1 December 2026" in out
    assert "also " in out
    assert all(len(line) <= 50 for line in out.splitlines())
    assert main(["find", "zebra"]) == ExitStatus.DONE
    assert capsys.readouterr().out == "nothing found\n"


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["lamp", "--batch", "x"],
        ["lamp", "--limit", "0"],
        ["lamp", "--organ", "Parliament"],
        ["lamp", "--part", "heading"],
    ],
)
def test_wrong_calls(words: list[str]) -> None:
    assert main(["find", *words]) == ExitStatus.USAGE


@pytest.mark.parametrize(
    "words", [["--batch", "missing.txt"], ["lamp", "--since", "yesterday"], ["lamp", "--until", "2026-13-01"]]
)
def test_what_cannot_be_read_is_told(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["find", *words]) == ExitStatus.UNREADABLE
    assert words[-1] in capsys.readouterr().err


def test_an_empty_index_says_how_to_fill_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["find", "lamp", "--home", str(tmp_path / "new"), "--format", "jsonl"]) == ExitStatus.DONE
    done = capsys.readouterr()
    assert json.loads(done.out)["matches"] == []
    assert "penholder add" in done.err


@pytest.mark.parametrize("organ", [None, Organ.GENERAL_ASSEMBLY, Organ.HUMAN_RIGHTS_COUNCIL])
@pytest.mark.parametrize("number", [49, 55, 56, 81])
def test_a_session_covers_the_days_that_count_to_it(organ: Organ | None, number: int) -> None:
    for day in (first_day(str(number), organ), last_day(str(number), organ)):
        assert Session.on(day, organ or Organ.GENERAL_ASSEMBLY).number == number
    with pytest.raises(AssistantError):
        first_day("0", organ)


def test_in_full_with_what_it_is_ranked_by(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    voted = {
        "symbol": "A/RES/81/7",
        "adoption_type": "By a recorded vote",
        "MS_in_favour_count": "150",
        "MS_against": ["ATLANTIS"],
        "originating_document": "A/81/L.2",
        "sponsors": ["RURITANIA"],
    }
    (tmp_path / "votes.json").write_text(json.dumps(voted), encoding="utf-8")
    (tmp_path / "c.md").write_text(
        TEXT.format(number=8)
        .replace("wick 8", "wick 9")
        .replace("Urges keepers", "Urges all good keepers of lamps"),
        encoding="utf-8",
    )
    assert main(["add", str(tmp_path / "votes.json"), str(tmp_path / "c.md")]) == ExitStatus.DONE
    assert main(["settings", "--delegation", "Atlantis", "--watch", "Ruritania"]) == ExitStatus.DONE
    capsys.readouterr()
    assert main(["find", "--full", "--why", "organ:GA vote:yes keepers trim wick"]) == ExitStatus.DONE
    out = " ".join(capsys.readouterr().out.split())
    for said in (
        "A/RES/81/7 OP1",
        "150-1-0 · your delegation voted against · sponsored by Ruritania",
        "against: Atlantis",
        "draft: A/81/L.2",
        "organ: General Assembly",
        " words",
    ):
        assert said in out, out


def test_a_filter_that_nothing_meets_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["find", "keepers", "against:Figi", "organ:GA"]) == ExitStatus.DONE
    assert capsys.readouterr().err == "nothing in the index has against:Figi\n"


def test_nothing_is_nothing_to_find(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["find", " "]) == ExitStatus.USAGE
    assert "nothing to find" in capsys.readouterr().err


def test_a_draft_that_was_circulated_is_not_taken_for_adopted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = TEXT.format(number=7).replace("A/RES/81/7", "A/C.2/81/L.7").replace("adopted:", "date:")
    (tmp_path / "draft.md").write_text(words.replace("trim wick", "polish glass"), encoding="utf-8")
    assert main(["add", str(tmp_path / "draft.md")]) == ExitStatus.DONE
    capsys.readouterr()
    assert main(["find", "polish glass", "--limit", "1"]) == ExitStatus.DONE
    assert "A/C.2/81/L.7 OP1 · not adopted" in capsys.readouterr().out


@pytest.mark.parametrize("words", [["--session", "?"], ["--vote", "perhaps"]])
def test_filters_that_mean_nothing_are_refused(words: list[str]) -> None:
    assert main(["find", "lamp", *words]) == ExitStatus.USAGE


def test_more_filters_as_options(capsys: pytest.CaptureFixture[str]) -> None:
    for words in (
        ["--session", "81"],
        ["--series", "lighthouses"],
        ["--committee", "plenary", "--session", "80-81"],
    ):
        found = answers(capsys, "keepers trim wick", *words)[0]["matches"]
        assert {match["symbol"] for match in found} == {"A/RES/81/7"}, words


def test_the_index_is_told_and_made_anew(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["index"]) == ExitStatus.DONE
    assert capsys.readouterr().out.startswith("2 texts, ")
    assert main(["index", "--rebuild"]) == ExitStatus.DONE
    capsys.readouterr()
    assert len(answers(capsys, "keepers trim wick")) == 1


def test_an_index_that_is_not_there_cannot_be_made_anew(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["index", "--rebuild", "--home", str(tmp_path / "new")]) == ExitStatus.UNREADABLE
    assert "penholder add" in capsys.readouterr().err

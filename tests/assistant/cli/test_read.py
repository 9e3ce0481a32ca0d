"""`penholder read` from the command line: data out, doubts and problems beside it, the rest still done."""

import json
from pathlib import Path

import pytest

from assistant.cli import main
from precedent.reading import akn
from precedent.record import from_record
from tests.akn_samples import META, text
from tests.word_returned import returned


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "A_RES_81_7.xml"
    path.write_bytes(text())
    return path


def test_json_of_one_file_is_one_object(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(file), "--format", "json"]) == 0
    record = json.loads(capsys.readouterr().out)
    assert (record["file"], record["symbol"]) == (str(file), "A/RES/81/7")
    assert from_record(record) == akn.read(text(), "x")


def test_json_of_several_files_is_a_list(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(file), str(file), "--format", "json"]) == 0
    assert [r["kind"] for r in json.loads(capsys.readouterr().out)] == ["resolution"] * 2


def test_json_lines(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", "--format", "jsonl", str(file), str(file)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [json.loads(line)["title"] for line in lines] == ["Keeping of lighthouses"] * 2


def test_markdown_is_what_is_printed_unasked(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(file)]) == 0
    out = capsys.readouterr().out
    assert out.startswith("---\n")
    assert "1. *Notes* the lamps;" in out
    assert "[^1]: *Lamp Records*, vol. 3." in out


def test_xml_can_be_read_again(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(file), "--format", "akn"]) == 0
    out = capsys.readouterr().out
    assert akn.read(out.encode(), "x") == akn.read(text(), "x")


def test_xml_holds_one_text(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(file), str(file), "--format", "akn"]) == 2
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("form", ["json", "jsonl", "markdown"])
def test_what_cannot_be_read_is_told_and_the_rest_is_done(
    file: Path, tmp_path: Path, form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = tmp_path / "page.xml"
    wrong.write_bytes(b"<html></html>")
    assert main(["read", str(wrong), str(file), str(tmp_path / "none.txt"), "--format", form]) == 3
    out, told = capsys.readouterr()
    assert "A/RES/81/7" in out
    assert [line.split(": ")[1] for line in told.splitlines()] == [str(wrong), str(tmp_path / "none.txt")]


def test_doubts_are_in_the_json_and_beside_the_markdown(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "doubtful.xml"
    file.write_bytes(text(meta=META.replace("2026-12-03", "2026-12-04")))
    main(["read", str(file), "--format", "json"])
    out, told = capsys.readouterr()
    assert json.loads(out)["remarks"]
    assert told == ""
    main(["read", str(file)])
    assert "as the day of adoption" in capsys.readouterr().err


def test_a_returned_word_file_in_either_version(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "returned.docx"
    file.write_bytes(returned())
    assert main(["read", str(file)]) == 0
    out, told = capsys.readouterr()
    assert "the new lamps" in out
    assert f"{file}: PP1 “new lamps”: comment by Ada, 2026-11-01 09:30 (resolved): Why new?" in told
    assert (
        f"{file}: PP1 “new lamps”: comment in answer by Bo, 2026-11-02 10:00 (resolved): Since they are."
        in told
    )
    assert "title: comment by Ada, 2026-11-01 09:30: A good title." in told
    assert "9 tracked changes by Bo, Ada" in told
    assert main(["read", "--version", "original", str(file), "--format", "json"]) == 0
    record = json.loads(capsys.readouterr().out)
    assert record["paragraphs"][0]["text"] == "Noting the old lamps"
    assert [(c["kind"], c["text"]) for c in record["changes"][:2]] == [
        ("deleted", "old"),
        ("inserted", "new"),
    ]


def test_a_version_that_there_is_not(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", "--version", "last", str(file)]) == 2
    assert "accepted" in capsys.readouterr().err


def test_the_version_of_a_text_without_changes_is_the_text(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["read", str(file)]) == 0
    usual = capsys.readouterr().out
    assert main(["read", "--version", "original", str(file)]) == 0
    assert capsys.readouterr().out == usual

from pathlib import Path

import pytest

from assistant import demo


def test_the_whole_job_without_a_screen(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "a folder"
    assert demo.main([str(folder)]) == 0
    told = capsys.readouterr()
    assert told.err == ""
    assert [line.split()[0] for line in told.out.splitlines() if line[:1].isupper()][:4] == [
        "Added",
        "Rolled",
        "Checked",
        "Exported",
    ]
    assert "5 made-up texts" in told.out
    assert str(folder / "draft.docx") in told.out
    assert (folder / "draft.docx").read_bytes()[:2] == b"PK"
    assert "114/35 of 11 December 2059" in (folder / "draft.md").read_text(encoding="utf-8")


def test_once_more_keeps_what_was_made_before(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    demo.main([str(tmp_path)])
    draft = tmp_path / "draft.md"
    draft.write_text("worked on", encoding="utf-8")
    assert demo.main([str(tmp_path)]) == 0
    assert draft.read_text(encoding="utf-8") == "worked on"
    assert (tmp_path / "draft-2.docx").exists()


def test_a_folder_that_cannot_be_made_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    assert demo.main([str(tmp_path / "file")]) == 3
    told = capsys.readouterr()
    assert told.out == ""
    assert len(told.err.splitlines()) == 1

"""A file that somebody has worked on is never written over by an export."""

from pathlib import Path

from assistant.exports import put_aside, remember


def test_what_an_export_wrote_may_be_written_over(tmp_path: Path, home: Path) -> None:
    file = tmp_path / "lamps.docx"
    assert put_aside(home, file) is None
    file.write_bytes(b"as exported")
    remember(home, file)
    assert put_aside(home, file) is None
    assert file.read_bytes() == b"as exported"


def test_what_was_changed_since_is_put_aside_each_time(tmp_path: Path, home: Path) -> None:
    file = tmp_path / "lamps.docx"
    file.write_bytes(b"as exported")
    remember(home, file)
    for count in (1, 2):
        file.write_bytes(f"by hand {count}".encode())
        aside = put_aside(home, file)
        assert aside == tmp_path / f"lamps (earlier {count}).docx"
        assert aside.read_bytes() == f"by hand {count}".encode()
        assert not file.exists()


def test_a_file_that_is_not_ours_is_put_aside(tmp_path: Path, home: Path) -> None:
    file = tmp_path / "notes.html"
    file.write_text("my own notes", encoding="utf-8")
    (home / "exports.json").parent.mkdir(parents=True, exist_ok=True)
    (home / "exports.json").write_text("no JSON", encoding="utf-8")
    aside = put_aside(home, file)
    assert aside is not None
    assert aside.read_text(encoding="utf-8") == "my own notes"

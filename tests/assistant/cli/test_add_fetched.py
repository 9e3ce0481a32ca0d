"""`penholder add` with symbols and addresses."""

from __future__ import annotations

import io
import json
import tarfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.cli import main
from assistant.cli.diagnostics import ExitStatus
from precedent.fetching import patience
from precedent.fetching.transfer import Trouble
from precedent.index import open_index
from tests.assistant.cli.test_add import TEXT
from tests.loopback import ACCESS, Loopback, serving
from tests.pdf_samples import DRAFT
from tests.word_samples import paragraph, word

SYMBOL = "A/C.2/81/L.7"


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Loopback]:
    """A document service, asked without waiting."""
    monkeypatch.setattr(patience, "GAP", 0.0)
    monkeypatch.setattr(patience, "PAUSES", dict.fromkeys(Trouble, (0.0,)))
    with serving() as loopback:
        monkeypatch.setenv("PENHOLDER_SERVICE", loopback.service)
        loopback.documents[SYMBOL, "pdf"] = loopback.documents["A/RES/70/1", "pdf"] = DRAFT
        yield loopback


def test_a_symbol_is_fetched_and_can_be_rolled_or_found(
    server: Loopback, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["add", SYMBOL.lower()]) == ExitStatus.DONE
    assert capsys.readouterr().out.startswith("1 added")
    with open_index(home) as index:
        assert index.document(SYMBOL) is not None
    asked = len(server.log)
    assert main(["add", SYMBOL]) == ExitStatus.DONE
    assert "1 unchanged" in capsys.readouterr().out
    assert len(server.log) == asked


def test_what_fails_is_one_line_and_the_rest_is_done(
    server: Loopback, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "1.md").write_text(TEXT.format(number=1), encoding="utf-8")
    words = ["A/81/999", "file:///etc/passwd", str(tmp_path / "1.md"), SYMBOL, f"{server.address}/\x1b[2J"]
    assert main(["add", "--format", "json", *words]) == ExitStatus.UNREADABLE
    done = capsys.readouterr()
    counts = json.loads(done.out)
    assert counts["added"] == 2
    assert set(counts) == {
        *("added", "replaced", "unchanged", "paragraphs", "failed", "other_languages", "records"),
    }
    assert [failure["path"] for failure in counts["failed"]] == [
        "A/81/999",
        "file:///etc/passwd",
        f"{server.address}/�[2J",
    ]
    assert done.err.count("\n") == 3
    assert all(line.startswith("penholder: ") for line in done.err.splitlines())


def test_a_blocked_service_is_two_lines_however_much_was_asked_for(
    server: Loopback, capsys: pytest.CaptureFixture[str]
) -> None:
    left = iter(range(2))
    server.before = lambda exchange: (
        exchange.path.startswith(ACCESS) and next(left, None) is None and exchange.say(403)
    )
    words = [f"A/81/L.{number}" for number in range(50)]
    for each in words:
        server.documents[each, "pdf"] = DRAFT
    assert main(["add", *words]) == ExitStatus.UNREADABLE
    done = capsys.readouterr()
    assert done.err.count("\n") == 2
    assert "2 fetched before and kept: the same again, later, goes on from there" in done.err
    assert "A/81/L.3 to A/81/L.49, 47 in all: not asked for" in done.err
    server.before = lambda _: False
    assert main(["add", *words]) == ExitStatus.DONE


def test_an_archive_at_an_address_is_read_as_one_from_the_disk(
    server: Loopback, capsys: pytest.CaptureFixture[str]
) -> None:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w:gz") as archive:
        for number in (1, 2):
            data = TEXT.format(number=number).encode()
            member = tarfile.TarInfo(f"texts-main/{number}.md")
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
        member = tarfile.TarInfo("texts-main/README.md")
        archive.addfile(member)
        member = tarfile.TarInfo("texts-main/3.xml")
        archive.addfile(member)
    server.acts["/texts.tar.gz"] = lambda exchange: exchange.say(200, packed.getvalue())
    assert main(["add", f"{server.address}/texts.tar.gz"]) == ExitStatus.UNREADABLE
    done = capsys.readouterr()
    assert done.out == "2 added (4 paragraphs), 1 passed over that is no text, 1 failed\n"
    assert f"{server.address}/texts.tar.gz/texts-main/3.xml: the file is empty" in done.err


def test_a_document_whose_masthead_tells_no_symbol_is_known_by_what_it_was_asked_for(
    server: Loopback, home: Path
) -> None:
    server.documents["A/81/L.5", "doc"] = word(
        paragraph("The General Assembly,"),
        paragraph("Noting the lamps,"),
        paragraph("1. Decides to keep every lamp alight."),
    )
    assert main(["add", "A/81/L.5"]) == ExitStatus.DONE
    with open_index(home) as index:
        assert index.document("A/81/L.5") is not None


def test_where_nobody_listens_it_is_said(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(patience, "PAUSES", dict.fromkeys(Trouble, ()))
    assert main(["add", "A/81/1"]) == ExitStatus.UNREADABLE
    assert "A/81/1: 127.0.0.1 cannot be reached: is this machine connected?" in capsys.readouterr().err


def test_a_mistyped_service_is_said(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PENHOLDER_SERVICE", "mirror.example/access")
    assert main(["add", "A/81/1"]) == ExitStatus.UNREADABLE
    assert capsys.readouterr().err.count("\n") == 1

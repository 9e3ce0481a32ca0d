"""The journal: what a crash tears off, what a disk changes, and how it stays small."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.storage import Desk
from assistant.storage.journal import Journal, _line, trusted

Retitle = Callable[[Desk, str], None]


def journal_of(desk: Desk) -> Path:
    return desk.path.with_name(f".{desk.path.name}.penholder") / "journal.jsonl"


@pytest.fixture
def worked(desk: Desk, retitle: Retitle) -> Desk:
    """A desk with four steps that the file does not have."""
    for title in ("Ferries", "Tides", "Orchards", "Harbours"):
        retitle(desk, title)
    return desk


def test_every_line_is_json(worked: Desk) -> None:
    lines = journal_of(worked).read_text(encoding="ascii").splitlines()
    assert [next(iter(json.loads(line)["line"])) for line in lines] == ["format", "did", "did", "did", "did"]


def test_a_torn_last_line_is_dropped_with_a_remark(worked: Desk) -> None:
    journal = journal_of(worked)
    whole = journal.read_bytes()
    worked.close()
    last = len(whole.splitlines(keepends=True)[-1])
    for cut in (1, 2, last // 2, last - 1):
        journal.write_bytes(whole[:-cut])
        with Desk.open(worked.path, owner="Ben") as again:
            assert again.draft.title == "Orchards"
            assert any("damaged" in remark.text for remark in again.remarks)
            again.do(worked.draft, "Once more")
        with Desk.open(worked.path, owner="Ben") as again:
            assert again.draft.title == "Harbours"
            assert not any("damaged" in remark.text for remark in again.remarks)


def test_what_stands_behind_a_damaged_line_is_kept_aside(worked: Desk) -> None:
    journal = journal_of(worked)
    damaged = journal.read_bytes().replace(b"Tides", b"Tines")
    worked.close()
    journal.write_bytes(damaged)
    with Desk.open(worked.path, owner="Ben") as again:
        assert again.draft.title == "Ferries"
    (kept,) = (journal.parent / "aside").iterdir()
    assert kept.read_bytes() == damaged


@pytest.mark.parametrize("content", [b"", b"\x00" * 500, b"{}\n", b'{"sum":"0123456789abcdef","line":{}}\n'])
def test_a_journal_that_is_none_is_set_aside_whole(worked: Desk, content: bytes) -> None:
    worked.close()
    journal_of(worked).write_bytes(content)
    with Desk.open(worked.path, owner="Ben") as again:
        assert again.draft.title == "Lanterns"
        assert any("first line" in remark.text for remark in again.remarks)
    (kept,) = (journal_of(worked).parent / "aside").iterdir()
    assert kept.read_bytes() == content


def test_a_journal_of_a_later_format_is_not_guessed_at(tmp_path: Path, worked: Desk) -> None:
    record = next(trusted(journal_of(worked).read_bytes())).record
    worked.close()
    Journal(journal_of(worked)).begin(record | {"format": 99})
    with Desk.open(worked.path, owner="Ben") as again:
        assert again.draft.title == "Lanterns"


def test_a_line_that_cannot_be_followed_ends_what_is_used(worked: Desk) -> None:
    worked.close()
    lines = list(trusted(journal_of(worked).read_bytes()))
    journal = Journal(journal_of(worked), lines[0], lines[-1])
    journal.append({"move": "redo"})
    journal.append({"move": "undo"})
    journal.close()
    with Desk.open(worked.path, owner="Ben") as again:
        assert again.draft.title == "Harbours"
        assert any("damaged" in remark.text for remark in again.remarks)


def test_the_journal_is_begun_anew_when_it_has_grown(desk: Desk, retitle: Retitle) -> None:
    desk.close()
    with Desk.open(desk.path, owner="Ben", journal_size=4000) as small:
        for number in range(100):
            retitle(small, f"Title {number}")
            assert journal_of(desk).stat().st_size < 12_000
    with Desk.open(desk.path, owner="Ben", journal_size=4000) as again:
        assert again.draft.title == "Title 99"
        assert again.dirty
        assert again.recovered == again.history.past
        past = len(again.history.past)
        assert 5 < past < 60
        while again.undo():
            pass
        assert again.draft.title == f"Title {99 - past}"
        assert again.dirty
        again.save()
        assert not again.dirty


def test_a_journal_begun_anew_still_knows_the_file(desk: Desk, retitle: Retitle) -> None:
    desk.close()
    with Desk.open(desk.path, owner="Ben", journal_size=3000) as small:
        for number in range(40):
            retitle(small, f"Title {number}")
        small.save()
        for number in range(3):
            retitle(small, f"Later {number}")
    with Desk.open(desk.path, owner="Ben") as again:
        assert [step.description for step in again.recovered] == [f"Title Later {n}" for n in range(3)]


@given(st.lists(st.dictionaries(st.text(max_size=3), st.text(max_size=5), max_size=2), max_size=5), st.data())
def test_any_beginning_of_a_journal_gives_its_whole_lines(
    records: list[dict[str, str]], data: st.DataObject
) -> None:
    whole, last, ends = b"", b"", []
    for record in records:
        line, last = _line(record, last)
        whole += line
        ends.append(len(whole))
    cut = data.draw(st.integers(0, len(whole)))
    found = [line.record for line in trusted(whole[:cut])]
    assert found == records[: sum(end <= cut for end in ends)]

"""An open draft: saving, undoing across saves, other programs, other processes, snapshots."""

from __future__ import annotations

import datetime as dt
import multiprocessing
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from assistant import editing
from assistant.draft import Draft
from assistant.errors import (
    DraftChangedError,
    DraftExistsError,
    DraftInUseError,
    DraftReadOnlyError,
    DraftUnreadableError,
    DraftUnwritableError,
)
from assistant.storage import Desk, create, draft_text, parse_draft

Retitle = Callable[[Desk, str], None]
Clock = Callable[[], dt.datetime]


def hidden(path: Path) -> Path:
    return path.with_name(f".{path.name}.penholder")


def reopened(desk: Desk, **how: object) -> Desk:
    desk.close()
    return Desk.open(desk.path, owner="Ben", **how)  # type: ignore[arg-type]


def test_what_was_saved_is_what_is_read(desk: Desk, retitle: Retitle) -> None:
    retitle(desk, "Ferries")
    dirty = [desk.dirty]
    desk.save()
    assert [*dirty, desk.dirty] == [True, False]
    assert parse_draft(desk.path.read_text(encoding="utf-8")) == desk.draft


def test_what_was_not_saved_is_there_when_the_draft_is_opened_again(desk: Desk, retitle: Retitle) -> None:
    retitle(desk, "Ferries")
    retitle(desk, "Tides")
    with reopened(desk) as again:
        assert again.draft.title == "Tides"
        assert again.dirty
        assert [step.description for step in again.recovered] == ["Title Ferries", "Title Tides"]
        assert parse_draft(again.path.read_text(encoding="utf-8")).title == "Lanterns"


def test_undoing_reaches_across_saves_and_opening(desk: Desk, draft: Draft, retitle: Retitle) -> None:
    retitle(desk, "Ferries")
    desk.save()
    retitle(desk, "Tides")
    desk.save()
    with reopened(desk) as again:
        assert not again.dirty
        assert again.recovered == ()
        undone = again.undo()
        assert undone
        assert undone.description == "Title Tides"
        again.undo()
        assert again.draft == draft
        assert again.undo() is None
        again.redo()
        with reopened(again) as third:
            assert third.draft.title == "Ferries"
            assert [step.description for step in third.recovered] == ["Undo: Title Tides"]
            third.redo()
            assert third.draft.title == "Tides"
            assert not third.dirty
            assert third.redo() is None


def test_a_step_after_undoing_a_saved_one_counts_from_the_fork(desk: Desk, retitle: Retitle) -> None:
    retitle(desk, "Ferries")
    retitle(desk, "Tides")
    desk.save()
    desk.undo()
    retitle(desk, "Orchards")
    assert desk.dirty
    with reopened(desk) as again:
        assert [step.description for step in again.recovered] == ["Title Orchards"]


def test_a_change_that_changes_nothing_is_no_step(desk: Desk) -> None:
    assert desk.do(desk.draft, "nothing") is None
    assert not desk.dirty


def test_a_clean_close_without_any_step_leaves_no_folder(path: Path, desk: Desk) -> None:
    assert hidden(path).is_dir()
    desk.close()
    assert not hidden(path).exists()


def test_numbers_in_a_draft_given_are_not_kept(desk: Desk) -> None:
    desk.do(editing.insert(desk.draft, desk.draft.resolution.paragraphs[0], after=None)[0], "Copy")
    assert all(entry.content.label == "" for entry in desk.draft.entries)


def test_saving_over_another_programs_text_is_refused(desk: Desk, retitle: Retitle) -> None:
    retitle(desk, "Ferries")
    desk.path.write_text("Other words,\n", encoding="utf-8")
    assert desk.changed_outside()
    with pytest.raises(DraftChangedError, match="another program"):
        desk.save()
    assert desk.path.read_text(encoding="utf-8") == "Other words,\n"
    desk.save(overwrite=True)
    assert [s.reason for s in desk.snapshots()] == ["as another program left it"]
    assert desk.snapshots()[0].path.read_text(encoding="utf-8") == "Other words,\n"
    assert not desk.changed_outside()
    desk.save()


def test_another_programs_text_can_be_taken_up(desk: Desk, draft: Draft, retitle: Retitle) -> None:
    retitle(desk, "Ferries")
    desk.path.write_text(draft_text(editing.set_title(draft, "Orchards")), encoding="utf-8")
    desk.reload()
    assert desk.draft.title == "Orchards"
    assert not desk.dirty
    desk.save()
    desk.undo()
    assert desk.draft.title == "Ferries"


def test_a_file_that_was_taken_away_is_written_again(desk: Desk, retitle: Retitle) -> None:
    retitle(desk, "Ferries")
    desk.path.unlink()
    desk.save()
    assert parse_draft(desk.path.read_text(encoding="utf-8")).title == "Ferries"


def test_a_folder_that_was_taken_away_is_made_again(desk: Desk, retitle: Retitle) -> None:
    retitle(desk, "Ferries")
    for left in hidden(desk.path).iterdir():
        left.unlink()
    hidden(desk.path).rmdir()
    retitle(desk, "Tides")
    with reopened(desk) as again:
        assert again.draft.title == "Tides"
        again.undo()
        assert again.draft.title == "Ferries"


def test_a_journal_of_another_text_is_set_aside_and_said(desk: Desk, draft: Draft, retitle: Retitle) -> None:
    retitle(desk, "Ferries")
    desk.close()
    desk.path.write_text(draft_text(editing.set_title(draft, "Orchards")), encoding="utf-8")
    with reopened(desk) as again:
        assert again.draft.title == "Orchards"
        assert not again.dirty
        assert any("another program" in remark.text for remark in again.remarks)
        (kept,) = again.snapshots()
        assert kept.reason == "unsaved changes to an earlier text of the file"
        assert len(list((hidden(desk.path) / "aside").glob("journal *.jsonl"))) == 1
        again.restore(kept)
        assert again.draft.title == "Ferries"
        again.undo()
        assert again.draft.title == "Orchards"


def test_a_process_that_ends_between_file_and_journal_has_saved(desk: Desk, retitle: Retitle) -> None:
    retitle(desk, "Ferries")
    desk.save()
    desk.close()
    journal = hidden(desk.path) / "journal.jsonl"
    *lines, saved = journal.read_bytes().splitlines(keepends=True)
    assert b'"saved"' in saved
    journal.write_bytes(b"".join(lines))
    with reopened(desk) as again:
        assert not again.dirty
        assert again.recovered == ()
        assert again.snapshots() == ()


def test_a_file_written_by_hand_is_kept_before_the_first_save(path: Path, clock: Clock) -> None:
    path.write_bytes(b"\xef\xbb\xbfRecalling its lanterns,\r\n")
    with Desk.open(path, owner="Ana", now=clock) as desk:
        assert not desk.dirty
        desk.save()
        desk.save()
        (kept,) = desk.snapshots()
        assert kept.reason == "as it was before the first save"
        assert kept.path.read_bytes() == b"\xef\xbb\xbfRecalling its lanterns,\r\n"
    with Desk.open(path, owner="Ana") as desk:
        assert desk.draft.entries[0].content.text == "Recalling its lanterns,"


def test_snapshots_are_named_after_moment_and_reason(desk: Desk, retitle: Retitle) -> None:
    path = desk.snapshot("before roll: 81/1?")
    retitle(desk, "Ferries")
    desk.snapshot("before export")
    assert [s.reason for s in desk.snapshots()] == ["before roll- 81-1-", "before export"]
    assert path.parent == hidden(desk.path) / "snapshots"
    first = desk.snapshots()[0]
    assert first.at == dt.datetime(2026, 10, 1, 9, 3, tzinfo=dt.UTC)
    desk.restore(first)
    assert desk.draft.title == "Lanterns"
    assert desk.history.past[-1].description == (
        "Restore the snapshot of 01 October 2026, 09:03 (before roll- 81-1-)"
    )


def test_snapshots_of_one_moment_stand_apart(path: Path, draft: Draft) -> None:
    moment = dt.datetime(2026, 10, 1, tzinfo=dt.UTC)
    with create(path, draft, owner="Ana", now=lambda: moment) as desk:
        assert len({desk.snapshot("twice"), desk.snapshot("twice"), desk.snapshot("")}) == 3
        assert len(desk.snapshots()) == 3


def test_a_new_draft_is_not_written_over_another(desk: Desk, draft: Draft) -> None:
    with pytest.raises(DraftInUseError):
        create(desk.path, draft, owner="Ben", replace=True)
    desk.close()
    with pytest.raises(DraftExistsError, match="already there"):
        create(desk.path, draft, owner="Ben")
    with create(desk.path, editing.set_title(draft, "Tides"), owner="Ben", replace=True) as new:
        assert new.draft.title == "Tides"
        assert [s.reason for s in new.snapshots()] == ["replaced by a new draft"]


def test_replacing_a_draft_sets_its_journal_aside(desk: Desk, draft: Draft, retitle: Retitle) -> None:
    retitle(desk, "Ferries")
    desk.close()
    with create(desk.path, draft, owner="Ben", replace=True) as new:
        assert new.recovered == ()
        assert new.history.past == ()
        assert len(list((hidden(desk.path) / "aside").iterdir())) == 1


def test_the_second_to_open_is_told_who_has_it(desk: Desk) -> None:
    with pytest.raises(DraftInUseError, match="Ana, process") as refused:
        Desk.open(desk.path, owner="Ben")
    assert refused.value.owner == "Ana"
    assert refused.value.pid == os.getpid()
    assert refused.value.since.startswith("2026-10-01T09:01")
    assert "2026-10-01T" not in str(refused.value)


def test_reading_only_is_possible_meanwhile_and_touches_nothing(desk: Desk, retitle: Retitle) -> None:
    retitle(desk, "Ferries")
    before = {p: p.stat().st_mtime_ns for p in hidden(desk.path).rglob("*")}
    with Desk.open(desk.path, owner="Ben", read_only=True) as reader:
        assert reader.read_only
        assert reader.draft.title == "Ferries"
        for edit in (
            lambda: reader.do(editing.set_title(reader.draft, "x"), "x"),
            reader.undo,
            reader.save,
            reader.reload,
            lambda: reader.snapshot("x"),
        ):
            with pytest.raises(DraftReadOnlyError):
                edit()
    assert {p: p.stat().st_mtime_ns for p in hidden(desk.path).rglob("*")} == before


def test_reading_only_makes_no_folder(path: Path) -> None:
    path.write_text("Recalling,\n", encoding="utf-8")
    with Desk.open(path, owner="Ben", read_only=True):
        assert not hidden(path).exists()


def _hold(path: Path, ready: object) -> None:
    desk = Desk.open(path, owner="Carla")
    ready.send(desk.path.name)  # type: ignore[attr-defined]
    multiprocessing.Event().wait()


def test_the_lock_of_a_killed_process_does_not_block(desk: Desk) -> None:
    desk.close()
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    holder = context.Process(target=_hold, args=(desk.path, theirs))
    holder.start()
    assert ours.recv() == "draft.md"
    with pytest.raises(DraftInUseError) as refused:
        Desk.open(desk.path, owner="Ben")
    assert (refused.value.owner, refused.value.pid) == ("Carla", holder.pid)
    holder.kill()
    holder.join()
    with Desk.open(desk.path, owner="Ben") as again:
        assert again.draft.title == "Lanterns"
    holder.close()
    ours.close()
    theirs.close()


def test_permissions_stay(desk: Desk, retitle: Retitle) -> None:
    desk.path.chmod(0o640)
    retitle(desk, "Ferries")
    desk.save()
    assert stat.S_IMODE(desk.path.stat().st_mode) == 0o640


def test_a_private_draft_has_a_private_folder(path: Path, draft: Draft) -> None:
    path.write_text(draft_text(draft), encoding="utf-8")
    path.chmod(0o600)
    with Desk.open(path, owner="Ana"):
        assert stat.S_IMODE(hidden(path).stat().st_mode) == 0o700
    path.chmod(0o664)
    with Desk.open(path, owner="Ana"):
        assert stat.S_IMODE(hidden(path).stat().st_mode) == 0o775


def test_a_link_stays_a_link(tmp_path: Path, desk: Desk, retitle: Retitle) -> None:
    link = tmp_path / "link.md"
    link.symlink_to(desk.path)
    with pytest.raises(DraftInUseError):
        Desk.open(link, owner="Ben")
    desk.close()
    with Desk.open(link, owner="Ben") as through:
        retitle(through, "Ferries")
        through.save()
    assert link.is_symlink()
    assert parse_draft(desk.path.read_text(encoding="utf-8")).title == "Ferries"
    assert not hidden(link).exists()


def test_what_a_crash_left_half_written_is_swept(desk: Desk) -> None:
    desk.snapshot("x")
    left = [hidden(desk.path) / "draft.md.1.tmp", hidden(desk.path) / "snapshots" / "s.md.1.tmp"]
    for path in left:
        path.write_text("half", encoding="utf-8")
    with reopened(desk):
        assert not any(path.exists() for path in left)


@pytest.mark.parametrize("name", ["missing.md", "."])
def test_what_cannot_be_read_is_said(tmp_path: Path, name: str) -> None:
    with pytest.raises(DraftUnreadableError, match=r"there is no file|cannot be read"):
        Desk.open(tmp_path / name, owner="Ana")


def test_a_draft_cannot_be_made_where_there_is_no_folder(tmp_path: Path, draft: Draft) -> None:
    with pytest.raises(DraftUnwritableError, match="no draft was made"):
        create(tmp_path / "none" / "draft.md", draft, owner="Ana")


def test_any_point_of_the_history_is_gone_to_in_one_go(path: Path, desk: Desk, retitle: Retitle) -> None:
    for title in ("One", "Two", "Three"):
        retitle(desk, title)
    desk.save()
    desk.move_to(1)
    assert desk.draft.title == "One"
    assert desk.saved_steps == 3
    assert desk.dirty
    desk.close()
    with Desk.open(path, owner="Ana") as again:
        assert again.draft.title == "One"
        again.move_to(99)
        assert again.draft.title == "Three"
        assert not again.dirty
        again.move_to(-1)
        assert not again.history.past


def test_a_clock_that_goes_back_loses_and_mixes_nothing(path: Path, draft: Draft) -> None:
    times = [dt.datetime(2026, 10, 25, hour, tzinfo=dt.UTC) for hour in (9, 9, 3, 3, 2, 2, 2, 1, 1, 1)]
    with create(
        path,
        draft,
        owner="Ana",
        now=lambda: times.pop(0) if times else dt.datetime(1970, 1, 1, tzinfo=dt.UTC),
    ) as desk:
        for title in ("One", "Two", "Three"):
            assert desk.do(editing.set_title(desk.draft, title), f"Title {title}")
            desk.snapshot("before lunch")
        desk.save()
    with Desk.open(path, owner="Ana") as again:
        assert [step.description for step in again.history.past] == ["Title One", "Title Two", "Title Three"]
        assert len(again.snapshots()) == 3
        assert again.draft.title == "Three"
        assert not again.recovered

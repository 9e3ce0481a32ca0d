"""What is told of a draft file without opening it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from assistant.storage import Desk, is_worked_on, unsaved

Retitle = Callable[[Desk, str], None]


def test_what_the_file_has_not_is_counted_and_what_it_has_is_not(desk: Desk, retitle: Retitle) -> None:
    assert unsaved(desk.path) == ()
    retitle(desk, "Ferries")
    retitle(desk, "Bridges")
    assert len(unsaved(desk.path)) == 2
    desk.save()
    assert unsaved(desk.path) == ()


def test_a_draft_is_told_from_other_files(desk: Desk, tmp_path: Path) -> None:
    assert is_worked_on(desk.path)
    other = tmp_path / "other.md"
    assert not is_worked_on(other)
    assert not is_worked_on(tmp_path)
    other.write_text("Recalling,\n", encoding="utf-8")
    assert not is_worked_on(other)

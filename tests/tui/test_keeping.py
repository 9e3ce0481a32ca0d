"""Saving, exporting, leaving: what was written is kept, and the draft file is the screen's draft."""

import random
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, OptionList, Select

from assistant.draft import Draft
from assistant.export.word.residue import residue
from assistant.gate import Gate
from assistant.settings import Settings
from assistant.tui.app import Interface
from assistant.tui.forms import Form
from assistant.tui.opening import Opening
from assistant.tui.questions import Question
from assistant.tui.tabling import Tabling
from assistant.workbench import Workbench
from tests.tui.conftest import Begin
from tests.tui.driving import fill, past, stored, texts, told
from tests.tui.waiting import until


def replace_in(path: Path, old: str, new: str) -> None:
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


async def test_saving_writes_the_screen_s_draft(drafting: Begin, draft_file: Path) -> None:
    async with drafting() as (pilot, screen):
        await pilot.press("d")
        await until(pilot, lambda: screen.sitting.desk.dirty)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: not screen.sitting.desk.dirty)
        assert stored(draft_file) == screen.sitting.draft


async def test_saving_while_writing_keeps_what_was_written(drafting: Begin, draft_file: Path) -> None:
    async with drafting() as (pilot, screen):
        await pilot.press("enter")
        await until(pilot, lambda: screen.editing)
        screen.pane.editor.insert("Solemnly ", (0, 0))
        await pilot.press("ctrl+s")
        await until(pilot, lambda: not screen.sitting.desk.dirty and past(screen))
        assert stored(draft_file).entries[0].content.text.startswith("Solemnly ")


async def test_leaving_with_changes_asks_and_keeps_them_for_next_time(
    drafting: Begin, draft_file: Path
) -> None:
    async with drafting() as (pilot, screen):
        await pilot.press("d")
        await until(pilot, lambda: screen.sitting.desk.dirty)
        left = texts(screen)
        await pilot.press("ctrl+w")
        await until(pilot, lambda: isinstance(pilot.app.screen, Question))
        await pilot.press("k")
        await until(pilot, lambda: isinstance(pilot.app.screen, Opening))
    assert len(stored(draft_file).entries) == len(left) + 1
    async with drafting() as (pilot, screen):
        assert texts(screen) == left
        assert "Delete PP1" in told(screen)
        await pilot.press("ctrl+q")
        await until(pilot, lambda: isinstance(pilot.app.screen, Question))
        await pilot.press("s")
        await until(pilot, lambda: pilot.app._exit)
    assert len(stored(draft_file).entries) == len(left)


async def test_what_is_being_written_is_kept_with_each_key_and_brought_back(
    drafting: Begin, draft_file: Path
) -> None:
    async with drafting() as (pilot, screen):
        await pilot.press("enter", *"Truly ")
        desk = screen.sitting.desk
        await until(pilot, lambda: "Truly " in (left.text if (left := desk.unfinished()) else ""))
        left = desk.unfinished()
        await pilot.press("escape")
        await until(pilot, lambda: desk.unfinished() is None)
        await pilot.press("ctrl+z")
        await until(pilot, lambda: "Truly" not in texts(screen)[0])
        desk.save()
        desk.keep_unfinished(left)  # as a killed process leaves it
    async with drafting() as (_, screen):
        assert "Truly" in texts(screen)[0]
        assert screen.sitting.desk.unfinished() is None
        assert "being written" in told(screen)


async def test_another_program_s_text_is_taken_up_or_written_over(drafting: Begin, draft_file: Path) -> None:
    async with drafting() as (pilot, screen):
        await pilot.press("d")
        await until(pilot, lambda: screen.sitting.desk.dirty)
        replace_in(draft_file, screen.sitting.draft.title, "Another title")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(pilot.app.screen, Question))
        await pilot.press("t")
        await until(pilot, lambda: screen.sitting.draft.title == "Another title")
        await pilot.press("ctrl+z")
        await until(pilot, lambda: screen.sitting.draft.title != "Another title")


async def test_export_asks_for_a_file_and_refuses_open_errors(
    drafting: Begin, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from assistant.checks import Finding, Severity
    from assistant.workbench import OpenFindingsError

    written: list[tuple[str, bool]] = []

    def export(self: Workbench, draft: Draft, path: Path, *, force: bool = False, **_: object) -> Path:
        if not force:
            error = Finding(
                rule="stale-session",
                severity=Severity.ERROR,
                label="OP1",
                start=0,
                end=2,
                found="it",
                message="old",
            )
            raise OpenFindingsError((error,))
        written.append((path.name, force))
        return path

    monkeypatch.setattr(Workbench, "export", export)
    monkeypatch.setattr(Workbench, "settings", Settings(gate="never"))
    async with drafting() as (pilot, screen):
        await pilot.press("ctrl+e")
        await until(pilot, lambda: isinstance(pilot.app.screen, Form))
        assert pilot.app.screen.query_one("#field-path", Input).value.endswith("draft.docx")
        await fill(pilot, path=str(tmp_path / "out.docx"))
        await until(pilot, lambda: isinstance(pilot.app.screen, Question))
        await pilot.press("e")
        await until(pilot, lambda: written == [("out.docx", True)])
        await until(pilot, lambda: "out.docx" in told(screen))


async def at_the_gate(pilot: Pilot[None]) -> Gate:
    """The gate when it is worked out."""
    await until(pilot, lambda: isinstance(pilot.app.screen, Tabling) and pilot.app.screen.found)
    assert isinstance(pilot.app.screen, Tabling)
    assert pilot.app.screen.found
    return pilot.app.screen.found


async def test_what_is_open_is_shown_before_an_export(drafting: Begin) -> None:
    async with drafting() as (pilot, screen):
        await pilot.press("ctrl+e")
        found = await at_the_gate(pilot)
        assert found.open
        listing = pilot.app.screen.query_one("#gate-list", OptionList)
        place = next(n for n, option in enumerate(listing.options) if (option.id or "").startswith("PP8|"))
        listing.highlighted = place
        await pilot.press("enter")
        await until(pilot, lambda: pilot.app.screen is screen and screen.sitting.label == "PP8")


async def test_a_redline_is_written_and_its_proof_told(drafting: Begin, tmp_path: Path) -> None:
    async with drafting() as (pilot, screen):
        await pilot.press("ctrl+e")
        await at_the_gate(pilot)
        await pilot.press("e")
        await until(pilot, lambda: isinstance(pilot.app.screen, Form))
        pilot.app.screen.query_one("#field-kind", Select).value = "redline comments"
        await fill(pilot, path=str(tmp_path / "out.docx"))
        await until(pilot, lambda: "proved: with all changes accepted it is the new text" in told(screen))
    assert residue((tmp_path / "out.docx").read_bytes())


async def test_hanging_up_keeps_what_is_being_written(
    drafting: Begin, draft_file: Path, stocked: Path
) -> None:
    async with drafting() as (pilot, screen):
        await pilot.press("enter")
        await until(pilot, lambda: screen.editing)
        screen.pane.editor.insert("Solemnly ", (0, 0))
        interface = pilot.app
        assert isinstance(interface, Interface)
        interface.hang_up()
        await until(pilot, lambda: interface._exit)
    with Workbench(stocked).open(draft_file) as desk:
        assert desk.draft.entries[0].content.text.startswith("Solemnly ")


async def test_an_editor_that_is_shown_while_the_screen_comes_up_writes_nothing(drafting: Begin) -> None:
    async with drafting() as (_, screen):
        screen.pane.editor.display = True
        assert screen.commit()
        assert not screen.sitting.desk.dirty


KEYS = "up down enter escape a d m c u greater_than_sign less_than_sign shift+up shift+down ctrl+z ctrl+y n p t i x y"


async def test_whatever_is_pressed_the_file_is_the_screen_s_draft(drafting: Begin, draft_file: Path) -> None:
    chance = random.Random(115)
    async with drafting() as (pilot, screen):
        for _ in range(40):
            await pilot.press(chance.choice(KEYS.split()))
            if pilot.app.screen is not screen:
                await pilot.press("escape")
        screen.action_save()
        await until(pilot, lambda: not screen.sitting.desk.dirty)
        assert stored(draft_file) == screen.sitting.draft

"""The outline and what is done over many paragraphs at once, asserted on the draft."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.geometry import Offset
from textual.pilot import Pilot
from textual.widgets import Input, OptionList

from assistant.draft import Change, Status
from assistant.replacing import texts as every_text
from assistant.tui.drafting import Drafting
from assistant.tui.drafting.jumping import JumpLine
from assistant.tui.drafting.language import LanguagePane
from assistant.tui.drafting.pages import PagesPane
from assistant.tui.drafting.reading import Reading
from assistant.tui.drafting.replacing import Replacing
from assistant.tui.drafting.steps import Steps
from assistant.tui.drafting.updates import UpdatesPane
from assistant.tui.forms import Form
from assistant.tui.keys import Keys
from precedent.resolution import Kind
from tests.tui.conftest import Begin
from tests.tui.driving import choose, past, stored, texts
from tests.tui.waiting import until


def labels(screen: Drafting) -> list[str]:
    return list(screen.sitting.draft.labels.values())


MOVED = ["Recalling", "Recalling also", "Reaffirming", "Recalling", "Reaffirming"]
"""How the preamble opens once PP2, PP3 and PP4 changed places: also and further follow the order."""


def ids(screen: Drafting) -> list[str]:
    return [entry.id for entry in screen.sitting.draft.entries]


def openings(screen: Drafting) -> list[str]:
    return [entry.content.opening for entry in screen.sitting.draft.entries]


def status(screen: Drafting, label: str) -> Status:
    found = screen.sitting.draft.at(label)
    assert found
    return found.status


# Going somewhere


async def test_a_label_is_typed_and_the_outline_goes_there(drafting: Begin) -> None:
    async with drafting() as (pilot, screen):
        await pilot.press("g", *"op3", "enter")
        await until(pilot, lambda: screen.sitting.label == "OP3" and screen.focused is screen.outline)
        await pilot.press("g", *"pp2")
        await until(pilot, lambda: screen.sitting.label == "PP2")
        await pilot.press("escape")
        await until(pilot, lambda: screen.sitting.label == "OP3")
        await pilot.press("5")
        await until(pilot, lambda: screen.sitting.label == "OP5" and screen.query_one(JumpLine).display)


async def test_words_are_gone_to_as_well(drafting: Begin) -> None:
    async with drafting() as (pilot, screen):
        words = texts(screen)[4].split()[2:5]
        await pilot.press("g")
        screen.query_one(JumpLine).value = " ".join(words)
        await until(
            pilot, lambda: " ".join(words).lower() in texts(screen)[screen.sitting.place or 0].lower()
        )


# Picking out


async def test_what_is_picked_out_is_moved_and_deleted_in_one_step(drafting: Begin) -> None:
    async with drafting() as (pilot, screen):
        before, order = texts(screen), ids(screen)
        await choose(pilot, screen, "PP3")
        await pilot.press("shift+down")
        await until(pilot, lambda: len(screen.sitting.selected) == 2)
        await pilot.press("alt+up")
        await until(pilot, lambda: past(screen) == ["Move PP3 and PP4 before PP2"])
        assert ids(screen)[1:4] == [order[2], order[3], order[1]]
        assert openings(screen)[:5] == MOVED
        await pilot.press("delete")
        await until(pilot, lambda: past(screen)[-1] == "Delete PP2 and PP3")
        assert texts(screen)[:2] == before[:2]
        assert not screen.sitting.selected
        await pilot.press("ctrl+z", "ctrl+z")
        await until(pilot, lambda: texts(screen) == before)


async def test_space_picks_out_and_escape_lets_go(drafting: Begin) -> None:
    async with drafting() as (pilot, screen):
        await pilot.press("space", "down", "space")
        await until(pilot, lambda: len(screen.sitting.selected) == 2)
        assert [labels(screen)[i] for i in (0, 2)] == ["PP1", "PP3"]
        assert "2 of" in str(screen.outline.border_title)
        await pilot.press("escape")
        await until(pilot, lambda: not screen.sitting.selected)


async def test_back_over_what_was_picked_out_lets_it_go(drafting: Begin) -> None:
    async with drafting() as (pilot, screen):
        await pilot.press("shift+down", "shift+down", "shift+up")
        await until(pilot, lambda: screen.sitting.label == "PP2")
        assert screen.sitting.scope_label == "PP1 and PP2"


async def test_findings_of_all_that_is_picked_out_are_put_aside(drafting: Begin) -> None:
    async with drafting() as (pilot, screen):
        entries = {m.entry for m in screen.sitting.findings if m.entry}
        screen.sitting.selected = frozenset(entries)
        screen.show()
        await pilot.press("x")
        await until(pilot, lambda: isinstance(pilot.app.screen, Form))
        pilot.app.screen.query_one("#field-reason", Input).value = "agreed in the room"
        await pilot.press("ctrl+s")
        await until(pilot, lambda: past(screen) and screen.sitting.up_to_date)
        assert not [m for m in screen.sitting.findings if m.entry]
        assert len(past(screen)) == 1


# Status


async def test_status_is_set_for_all_that_is_picked_out_kept_and_undone(
    drafting: Begin, draft_file: Path
) -> None:
    async with drafting() as (pilot, screen):
        await pilot.press("shift+down", "s")
        await until(pilot, lambda: status(screen, "PP2") is Status.AD_REF)
        assert status(screen, "PP1") is Status.AD_REF
        assert past(screen) == ["PP1 and PP2 agreed ad ref"]
        assert "½" in str(screen.outline.options[0].prompt)
        await pilot.press("s", "ctrl+s")
        await until(pilot, lambda: not screen.sitting.desk.dirty)
        assert stored(draft_file).entries[0].status is Status.AGREED
        await pilot.press("ctrl+z", "ctrl+z")
        await until(pilot, lambda: status(screen, "PP1") is Status.OPEN)


async def test_words_of_an_agreed_paragraph_do_not_change_unsaid(drafting: Begin) -> None:
    async with drafting() as (pilot, screen):
        screen.action_status_agreed()
        await pilot.press("enter")
        await until(pilot, lambda: screen.editing)
        await pilot.press("backspace", "escape")
        await until(pilot, lambda: not screen.editing)
        assert any("was agreed" in note.message for note in pilot.app._notifications)


# Folding


async def test_paragraphs_are_folded_under_the_one_they_belong_to(drafting: Begin) -> None:
    async with drafting() as (pilot, screen):
        count = screen.outline.option_count
        parts = [label for label in labels(screen) if label.startswith("OP7 (")]
        await choose(pilot, screen, "OP7")
        await pilot.press("left")
        await until(pilot, lambda: screen.outline.option_count == count - len(parts))
        assert f"▸{len(parts)}" in str(screen.outline.highlighted_option.prompt)  # type: ignore[union-attr]
        await pilot.press("down")
        await until(pilot, lambda: screen.sitting.label == "OP8")
        await pilot.press("g", *parts[0].lower(), "enter")
        await until(pilot, lambda: screen.sitting.label == parts[0])
        assert screen.outline.option_count == count


# By mouse


async def row(screen: Drafting, label: str) -> Offset:
    place = labels(screen).index(label)
    return Offset(6, 1 + place - screen.outline.scroll_offset.y)


async def test_a_paragraph_is_dragged_behind_another_and_before_one(drafting: Begin) -> None:
    async with drafting() as (pilot, screen):
        order = ids(screen)
        await pilot.mouse_down(screen.outline, offset=await row(screen, "PP2"))
        await pilot.hover(screen.outline, offset=await row(screen, "PP4"))
        await drag(pilot, screen, "PP4")
        await pilot.mouse_up(screen.outline, offset=await row(screen, "PP4"))
        await until(pilot, lambda: past(screen) == ["Move PP2 after PP4"])
        assert ids(screen)[:4] == [order[0], order[2], order[3], order[1]]
        assert openings(screen)[:5] == MOVED
        assert screen.sitting.label == "PP4"


async def drag(pilot: Pilot[None], screen: Drafting, label: str) -> None:
    """The mouse moves with its button held, which the pilot cannot do."""
    place = labels(screen).index(label)
    screen.outline._mark(screen.outline.options[place].id)
    await pilot.pause()


# Ways of looking


async def test_what_was_done_is_listed_and_gone_back_to_across_a_save(drafting: Begin) -> None:
    async with drafting() as (pilot, screen):
        before = screen.sitting.draft
        await pilot.press("d", "ctrl+s", "s", "alt+down")
        await until(pilot, lambda: len(past(screen)) == 3)
        last = screen.sitting.draft
        await pilot.press("z")
        await until(pilot, lambda: isinstance(pilot.app.screen, Steps))
        steps = pilot.app.screen
        assert isinstance(steps, Steps)
        told = [str(line) for line in steps.lines()]
        assert told[0].endswith("Move PP1 after PP2  now")
        assert "saved" in told[2]
        await pilot.press("end", "enter")
        await until(pilot, lambda: screen.sitting.draft == before)
        await pilot.press("z")
        await until(pilot, lambda: isinstance(pilot.app.screen, Steps))
        await pilot.press("home", "enter")
        await until(pilot, lambda: screen.sitting.draft == last)


async def test_words_are_replaced_where_they_are_ticked_in_one_step(drafting: Begin) -> None:
    async with drafting() as (pilot, screen):
        before = screen.sitting.draft
        await pilot.press("ctrl+r")
        await until(pilot, lambda: isinstance(pilot.app.screen, Replacing))
        dialog = pilot.app.screen
        assert isinstance(dialog, Replacing)
        dialog.query_one("#replace-sought", Input).value = "harbours"
        await until(pilot, lambda: len(dialog.found) > 3)
        dialog.query_one("#replace-words", Input).value = "ports"
        await until(pilot, lambda: dialog.found[0].words.lower() == "ports")
        count = len(dialog.ticked)
        dialog.query_one(OptionList).focus()
        await pilot.press("enter")
        await until(pilot, lambda: len(dialog.ticked) == count - 1)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: past(screen) == [f"Replace “harbours” by “ports” in {count - 1} places"])
        now = " ".join(text for _, text in every_text(screen.sitting.draft)).lower()
        assert now.count("ports") >= count - 1
        await pilot.press("ctrl+z")
        await until(pilot, lambda: screen.sitting.draft == before)


async def test_updates_are_let_stand_or_taken_back_one_by_one(drafting: Begin) -> None:
    async with drafting() as (pilot, screen):
        changes = [(e.id, c) for e in screen.sitting.draft.entries for c in e.changes]
        assert len(changes) > 1
        await pilot.press("r")
        pane = screen.query_one(UpdatesPane)
        await until(pilot, lambda: pane.highlighted is not None and screen.focused is not None)
        first = pane.highlighted
        assert first
        await until(
            pilot, lambda: isinstance(screen.focused, OptionList) and screen.focused.id == "updates-list"
        )
        await pilot.press("a")
        await until(pilot, lambda: past(screen) and past(screen)[-1].startswith("Let stand"))
        assert screen.sitting.draft.entry(first.entry).changes[0].review == "accepted"
        second = pane.highlighted
        assert second
        assert not second.change.review
        await pilot.press("u")
        await until(pilot, lambda: past(screen)[-1].startswith("Take back"))
        assert second.change not in screen.sitting.draft.entry(second.entry).changes


def test_an_update_that_was_looked_at_is_written_and_read() -> None:
    change = Change("stale-session", "80", "81", "counted on", review="accepted")
    from dataclasses import replace
    from random import Random

    from assistant.record import about_from, about_record
    from tests.properties.drafts import some_draft

    entry = replace(some_draft(Random(1)).entries[0], changes=(change,), status=Status.AD_REF)
    assert about_from(replace(entry, changes=(), status=Status.OPEN), about_record(entry)) == entry


async def test_the_pages_follow_what_is_written(drafting: Begin) -> None:
    async with drafting() as (pilot, screen):
        await pilot.press("v")
        pages = screen.query_one(PagesPane)
        await until(pilot, lambda: pages.pages)
        assert not screen.side.display
        words = " ".join(line.text for page in pages.pages for line in page.lines)
        assert "Solemnly" not in words
        await pilot.press("enter")
        await until(pilot, lambda: screen.editing and screen.pane.display)
        screen.pane.editor.insert("Solemnly ", (0, 0))
        await until(
            pilot, lambda: any("Solemnly" in line.text for page in pages.pages for line in page.lines)
        )
        await pilot.press("escape", "v")
        await until(pilot, lambda: screen.side.display and not pages.display)


async def test_a_paragraph_fills_the_screen(drafting: Begin) -> None:
    async with drafting() as (pilot, screen):
        await pilot.press("f5")
        await until(pilot, lambda: isinstance(pilot.app.screen, Reading))
        await pilot.press("right", "escape")
        await until(pilot, lambda: screen.sitting.label == "PP2")


async def test_a_passage_is_copied_with_its_reference_and_takes_the_paragraph_s_place(
    drafting: Begin,
) -> None:
    async with drafting() as (pilot, screen):
        pane = screen.query_one(LanguagePane)
        await until(pilot, lambda: pane.matches)
        match = pane.matches[0]
        screen.action_copy_passage()
        assert pilot.app.clipboard.startswith(match.text)
        assert f"{match.symbol} {match.label}" in pilot.app.clipboard
        identity = screen.sitting.chosen
        await pilot.press("R")
        await until(pilot, lambda: past(screen) == [f"Replace PP1 by {match.symbol} {match.label}"])
        found = screen.sitting.in_hand
        assert found
        assert found[0].id == identity
        assert found[0].origin
        assert found[0].origin.symbol == match.symbol


# Writing


async def test_a_note_is_called_at_the_cursor_and_numbered_by_itself(drafting: Begin) -> None:
    async with drafting() as (pilot, screen):
        before = screen.sitting.draft
        await choose(pilot, screen, "PP2")
        await pilot.press("enter")
        await until(pilot, lambda: screen.editing)
        screen.pane.editor.move_cursor((0, 12))
        await pilot.press("ctrl+n")
        await pilot.press(*"See there.", "ctrl+n")
        assert screen.pane.editor.cursor_location[0] == 0
        await pilot.press("escape")
        await until(pilot, lambda: not screen.editing)
        now = screen.sitting.draft
        assert len(now.footnotes) == len(before.footnotes) + 1
        called = [call.marker for entry in now.entries for call in entry.content.notes]
        assert list(dict.fromkeys(called)) == [str(n + 1) for n in range(len(set(called)))]
        (note,) = [note for note in now.footnotes if note.text == "See there."]
        assert note.marker in [call.marker for call in now.entries[1].content.notes]


async def test_an_empty_line_splits_and_both_remember_where_they_came_from(drafting: Begin) -> None:
    async with drafting() as (pilot, screen):
        origin = screen.sitting.draft.entries[0].origin
        await pilot.press("enter")
        await until(pilot, lambda: screen.editing)
        at = screen.pane.editor.text.index(" ", 30)
        screen.pane.editor.move_cursor((0, at))
        await pilot.press("enter", "enter", "escape")
        await until(pilot, lambda: not screen.editing)
        assert [entry.origin for entry in screen.sitting.draft.entries[:2]] == [origin, origin]


# Findings of one kind


async def test_all_of_one_kind_is_taken_at_once(drafting: Begin) -> None:
    async with drafting() as (pilot, screen):
        offered = [m for m in screen.sitting.findings if m.finding.suggestion is not None and m.entry]
        if not offered:
            pytest.skip("no finding of the sample offers words")
        marked = offered[0]
        screen.sitting.choose(marked.entry)
        screen.sitting.finding = marked
        screen.show()
        await pilot.press("T")
        await until(pilot, lambda: past(screen))
        assert past(screen)[0].endswith(f"suggestions of {marked.finding.rule}")


async def test_a_sequence_that_a_move_broke_is_mended_in_one_step(drafting: Begin) -> None:
    from assistant.editing import insert
    from precedent.resolution import Paragraph

    async with drafting() as (pilot, screen):
        first = screen.sitting.draft.entries[0]
        opening = first.content.opening
        twin = Paragraph(kind=first.content.kind, text=first.content.text, italics=first.content.italics)
        screen.do(lambda d: insert(d, twin, after=first.id)[0], "Put in the same again")
        await until(pilot, lambda: any(m.finding.rule == "SQ01" for m in screen.sitting.findings))
        await pilot.press("S")
        await until(pilot, lambda: "Mend the sequence" in past(screen))
        assert screen.sitting.draft.entries[1].content.opening == f"{opening} also"
        await pilot.press("u")
        await until(pilot, lambda: screen.sitting.draft.entries[1].content.opening == opening)


# Keys


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_saving_exporting_and_help_are_always_among_the_keys(
    drafting: Begin, size: tuple[int, int]
) -> None:
    async with drafting(size=size) as (_, screen):
        keys = screen.query_one(Keys)
        assert {"Save", "Export", "Help", "palette"} <= {key.words for key in keys.shown}
        assert sum(key.width for key in keys.shown) <= size[0]
        assert str(keys.render()).rstrip().endswith("^p palette")


async def test_a_key_of_the_line_can_be_clicked(drafting: Begin) -> None:
    async with drafting() as (pilot, screen):
        keys = screen.query_one(Keys)
        names = [key.words for key in keys.shown]
        at = sum(key.width for key in keys.shown[: names.index("Find")])
        await pilot.click(keys, offset=(at + 1, 0))
        await until(pilot, lambda: isinstance(screen.focused, Input))
        assert {len(key.printed) > 1 for key in keys.shown} == {True}  # where one types, a letter is a letter


def test_a_heading_folds_what_it_heads() -> None:
    from assistant.draft import draft_of
    from assistant.tui.drafting.folding import below, meant, visible
    from precedent.resolution import Paragraph, Resolution

    kinds = [
        (Kind.HEADING, 0),
        (Kind.OPERATIVE, 0),
        (Kind.HEADING, 1),
        (Kind.OPERATIVE, 0),
        (Kind.HEADING, 0),
    ]
    draft = draft_of(
        Resolution(
            paragraphs=tuple(Paragraph(kind=k, text=f"Words {i}", level=n) for i, (k, n) in enumerate(kinds))
        )
    )
    assert list(below(draft.entries, 0)) == [1, 2, 3]
    assert list(below(draft.entries, 2)) == [3]
    assert visible(draft.entries, {draft.entries[0].id}) == [0, 4]
    assert [meant(draft.resolution, typed, 0) for typed in ("op2", "2", "OP 1", "words 3", "nothing")] == [
        3, 3, 1, 3, None,
    ]  # fmt: skip


async def test_a_step_in_the_outline_is_not_lost_to_a_result_that_comes_with_it(drafting: Begin) -> None:
    async with drafting() as (pilot, screen):
        for place in (1, 2):
            screen.outline.action_cursor_down()
            screen.show()  # as when a check is done just then
            await until(pilot, lambda place=place: screen.sitting.place == place)  # type: ignore[misc]
        assert screen.outline.highlighted == 2
        screen.sitting.choose(screen.sitting.draft.entries[0].id)
        screen.show()
        assert screen.outline.highlighted == 0

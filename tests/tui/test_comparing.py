"""The comparing screen: walked, filtered, turned, taken along."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, Static

from assistant.collating import Pair
from assistant.comparing import Nature
from assistant.tui.app import Interface
from assistant.tui.comparing import Comparing
from assistant.tui.comparing.changes import Changes
from assistant.tui.drafting import Drafting
from assistant.tui.forms import Form
from assistant.tui.opening import Opening
from tests.tui.waiting import until

Make = Callable[..., Interface]
BEFORE, AFTER = "A/RES/113/28", "A/RES/114/35"


async def compared(pilot: Pilot[None], before: str = BEFORE, after: str = AFTER) -> Comparing:
    app = pilot.app
    await until(pilot, lambda: isinstance(app.screen, Opening))
    await pilot.press("c")
    await until(pilot, lambda: isinstance(app.screen, Form))
    for name, value in (("before", before), ("after", after)):
        app.screen.query_one(f"#field-{name}", Input).value = value
    await pilot.press("ctrl+s")
    await until(pilot, lambda: isinstance(app.screen, Comparing))
    assert isinstance(app.screen, Comparing)
    return app.screen


def in_hand(screen: Comparing) -> Pair:
    place = screen.query_one(Changes).in_hand
    assert place is not None
    change = screen.stretches[place].change
    assert change
    return change


def lines(screen: Comparing) -> str:
    return "\n".join(line.plain for stretch in screen.stretches for line in stretch.lines)


async def test_changes_are_walked_by_two_keys_and_filtered_by_kind(interface: Make) -> None:
    async with interface().run_test(size=(120, 40)) as pilot:
        screen = await compared(pilot)
        await until(pilot, lambda: screen.told and screen.query_one(Changes).in_hand is not None)
        assert screen.told
        changed = screen.told.changed
        assert in_hand(screen) is changed[0]
        await pilot.press("n", "n", "p")
        assert in_hand(screen) is changed[1]
        await pilot.press("p", "p")
        assert in_hand(screen) is changed[-1]
        await pilot.press("t")
        technical = [pair for pair in changed if pair.nature is Nature.TECHNICAL]
        assert len(technical) > 0
        shown = [s.change for s in screen.stretches if s.change]
        assert [pair for pair in shown if pair.nature is Nature.TECHNICAL] == technical
        assert "technical" in str(screen.query_one("#comparing-said", Static).visual)
        await pilot.press("t")
        assert screen.only is None


async def test_what_stands_is_folded_and_opens(interface: Make) -> None:
    async with interface().run_test(size=(120, 40)) as pilot:
        screen = await compared(pilot)
        await until(pilot, lambda: screen.stretches)
        folds = [place for place, stretch in enumerate(screen.stretches) if stretch.fold]
        assert folds
        changes = screen.query_one(Changes)
        before = len(screen.stretches)
        changes.post_message(Changes.Chosen(folds[0]))
        await until(pilot, lambda: not screen.stretches[folds[0]].fold)
        assert len(screen.stretches) >= before
        await pilot.press("u")
        await until(pilot, lambda: not any(stretch.fold for stretch in screen.stretches))
        assert screen.told
        assert sum(len(s.pairs) for s in screen.stretches) == len(screen.told.pairs)


@pytest.mark.parametrize(("size", "beside"), [((80, 24), False), ((120, 40), True), ((200, 60), True)])
async def test_side_by_side_where_there_is_room(
    interface: Make, size: tuple[int, int], *, beside: bool
) -> None:
    async with interface().run_test(size=size) as pilot:
        screen = await compared(pilot)
        await until(pilot, lambda: screen.stretches)
        assert ("│" in lines(screen)) is beside
        assert all(len(line.plain) <= size[0] for s in screen.stretches for line in s.lines)
        await pilot.press("v")
        assert ("│" in lines(screen)) is not beside


async def test_another_width_is_laid_out_anew_with_the_change_in_hand(interface: Make) -> None:
    async with interface().run_test(size=(120, 40)) as pilot:
        screen = await compared(pilot)
        await until(pilot, lambda: screen.stretches)
        await pilot.press("n", "n")
        change = in_hand(screen)
        await pilot.resize_terminal(80, 24)
        await until(pilot, lambda: "│" not in lines(screen))
        assert in_hand(screen) is change


async def test_a_change_is_copied_with_its_references_and_the_whole_is_written(
    interface: Make, tmp_path: Path
) -> None:
    async with interface().run_test(size=(120, 40)) as pilot:
        screen = await compared(pilot)
        await until(pilot, lambda: screen.stretches)
        await pilot.press("y")
        change = in_hand(screen)
        assert change.after
        assert f"{change.after.text} ({AFTER} {change.after.label})" in screen.app.clipboard
        await pilot.press("w")
        await until(pilot, lambda: isinstance(screen.app.screen, Form))
        screen.app.screen.query_one("#field-path", Input).value = str(tmp_path / "c.html")
        await pilot.press("ctrl+s")
        await until(pilot, (tmp_path / "c.html").exists)


async def test_a_text_that_is_not_there_is_said(interface: Make) -> None:
    async with interface().run_test() as pilot:
        screen = await compared(pilot, after="A/RES/99/1")
        await until(pilot, lambda: "A/RES/99/1" in str(screen.query_one("#comparing-said", Static).visual))
        await pilot.press("n", "y", "t", "u", "v", "w")  # nothing to do, nothing breaks
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, Opening))


async def test_a_draft_is_compared_with_its_base_as_it_is_now(interface: Make, draft_file: Path) -> None:
    async with interface(draft_file).run_test(size=(120, 40)) as pilot:
        app = pilot.app
        await until(pilot, lambda: isinstance(app.screen, Drafting))
        await pilot.press("equals_sign")
        await until(pilot, lambda: isinstance(app.screen, Form))
        assert app.screen.query_one("#field-before", Input).value == AFTER
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(app.screen, Comparing) and app.screen.stretches)
        assert isinstance(app.screen, Comparing)
        assert app.screen.told
        assert {pair.nature for pair in app.screen.told.changed} == {Nature.TECHNICAL}

"""Where words come from: how far a paragraph departs, its history, its sources."""

from pathlib import Path

from textual.widgets import OptionList, Static

from assistant.tui.drafting import Drafting
from assistant.tui.drafting.history import HistoryPane
from tests.tui.conftest import Begin
from tests.tui.driving import choose, fill, texts, told
from tests.tui.waiting import until


def marks(screen: Drafting) -> dict[str, str]:
    sitting = screen.sitting
    return {p.label: sitting.departure(e).mark for e, p in sitting.paragraphs}


def heading(pane: HistoryPane) -> list[str]:
    listing = pane.query_one("#history-list", OptionList)
    return [str(option.prompt).split("\n", 1)[0] for option in listing.options]


async def test_every_paragraph_says_how_far_it_departs(drafting: Begin) -> None:
    async with drafting() as (pilot, screen):
        await until(pilot, lambda: not screen.measuring.at_work)
        shown = {option.prompt.plain[1] for option in screen.outline.options}  # type: ignore[union-attr]
        assert shown <= {"≡", "~", " "}
        assert marks(screen)["PP1"] == "~"
        assert "lightly edited from A/RES/114/35 PP1" in str(screen.pane.border_subtitle)


async def test_departure_follows_what_is_typed(drafting: Begin) -> None:
    async with drafting() as (pilot, screen):
        await until(pilot, lambda: not screen.measuring.at_work)
        await choose(pilot, screen, "PP3")
        assert marks(screen)["PP3"] == "≡"
        await pilot.press("enter")
        await until(pilot, lambda: screen.editing)
        screen.pane.editor.text = "Zebras quietly hum by the sea,"
        await until(pilot, lambda: marks(screen)["PP3"] == "+")
        await pilot.press("escape")
        await until(pilot, lambda: not screen.editing and not screen.measuring.at_work)
        assert marks(screen)["PP3"] == "+"
        await pilot.press("ctrl+z")
        await until(pilot, lambda: marks(screen)["PP3"] == "≡")


async def test_the_words_that_are_new_are_shown_and_shown_no_longer(drafting: Begin) -> None:
    async with drafting() as (pilot, screen):
        await until(pilot, lambda: not screen.measuring.at_work)
        reading = screen.query_one("#reading", Static)
        await pilot.press("w")
        await until(pilot, lambda: "against A/RES/114/35 PP1" in str(reading.visual))
        await pilot.press("w")
        await until(pilot, lambda: "against" not in str(reading.visual))


async def test_the_history_of_the_paragraph_in_hand(drafting: Begin) -> None:
    async with drafting() as (pilot, screen):
        await pilot.press("l")
        pane = screen.query_one(HistoryPane)
        await until(pilot, lambda: pane.told is not None)
        assert [line.split()[1:3] for line in heading(pane)] == [
            ["this", "draft"],
            ["A/RES/114/35", "PP1"],
            ["A/RES/113/28", "PP1"],
            ["A/RES/112/31", "PP1"],
        ]
        listing = pane.query_one("#history-list", OptionList)
        await until(pilot, lambda: listing.has_focus)
        await pilot.press("down", "enter")
        await until(pilot, lambda: "compared with" in heading(pane)[1])
        await pilot.press("escape")
        await until(pilot, lambda: "compared with" not in heading(pane)[1])
        await pilot.press("escape")
        await until(pilot, lambda: screen.focused is screen.outline)


async def test_the_history_follows_the_paragraph_in_hand(drafting: Begin) -> None:
    async with drafting() as (pilot, screen):
        await pilot.press("l")
        pane = screen.query_one(HistoryPane)
        await until(pilot, lambda: pane.told is not None)
        await choose(pilot, screen, "PP4")
        words = texts(screen)[3]
        await until(pilot, lambda: pane.told is not None and pane.told.standing[-1].text == words)


async def test_sources_and_history_are_written(drafting: Begin, tmp_path: Path) -> None:
    async with drafting() as (pilot, screen):
        await screen.run_action("write_sources")
        await fill(pilot, path=str(tmp_path / "sources.csv"))
        await until(pilot, (tmp_path / "sources.csv").exists)
        await screen.run_action("write_history")
        await fill(pilot, path=str(tmp_path / "history.svg"))
        await until(pilot, (tmp_path / "history.svg").exists)
        await screen.run_action("write_history")
        await fill(pilot, path=str(tmp_path / "history.gif"))
        await until(pilot, lambda: "no such form: .gif" in told(screen))

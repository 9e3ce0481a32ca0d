"""What is set on the screen is in the file, and holds at once."""

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.widgets import Input, OptionList, Select

from assistant.incidents import LOG
from assistant.settings import FILE, RuleSetting, Settings, load, save
from assistant.tui.app import Interface
from assistant.tui.forms import Form
from assistant.tui.opening import Opening
from assistant.tui.rules import Rules
from assistant.tui.themes import THEMES
from tests.tui.waiting import until

Make = Callable[..., Interface]


async def test_settings_are_kept_and_hold_at_once(interface: Make, tmp_path: Path) -> None:
    save(tmp_path, Settings(rules=(RuleSetting("stale-date", "off"),)))
    app = interface(home=tmp_path)
    async with app.run_test() as pilot:
        await until(pilot, lambda: isinstance(app.screen, Opening))
        await pilot.press("f3")
        await until(pilot, lambda: isinstance(app.screen, Form))
        app.screen.query_one("#field-theme", Select).value = "contrast"
        app.screen.query_one("#field-delegation", Input).value = " Fiji "
        app.screen.query_one("#field-watch", Input).value = "Brazil, Norway,, Brazil"
        await pilot.press("ctrl+s")
        await until(pilot, lambda: app.theme == THEMES["contrast"].name)
    rules = (RuleSetting("stale-date", "off"),)
    assert load(tmp_path) == Settings("Fiji", ("Brazil", "Norway"), rules, theme="contrast")


async def test_what_is_set_holds_from_the_start_and_a_key_goes_through_the_themes(
    interface: Make, tmp_path: Path
) -> None:
    save(tmp_path, Settings(theme="light"))
    app = interface(home=tmp_path)
    async with app.run_test() as pilot:
        await until(pilot, lambda: isinstance(app.screen, Opening))
        seen = [app.theme]
        for _ in THEMES:
            await pilot.press("f2")
            seen.append(app.theme)
    assert seen[0] == seen[-1] == THEMES["light"].name
    assert set(seen) == {theme.name for theme in THEMES.values()}


async def test_no_colour_where_none_is_wanted(
    interface: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = interface(home=tmp_path)
    assert app.theme == THEMES["contrast"].name
    async with app.run_test() as pilot:
        await until(pilot, lambda: isinstance(app.screen, Opening))
        styles = [s.style for strip in app.screen._compositor.render_strips() for s in strip if s.style]
        shades = {style.color.triplet for style in styles if style.color and style.color.triplet}
        assert shades
        assert all(max(shade) - min(shade) <= 2 for shade in shades)


async def test_settings_that_cannot_be_read_are_not_written_over(interface: Make, tmp_path: Path) -> None:
    (tmp_path / FILE).write_text("theme = dark", encoding="utf-8")
    app = interface(home=tmp_path)
    async with app.run_test() as pilot:
        await until(pilot, lambda: isinstance(app.screen, Opening))
        await pilot.press("f3")
        await until(pilot, lambda: any(FILE in note.message for note in app._notifications))
        assert isinstance(app.screen, Opening)
    assert (tmp_path / FILE).read_text(encoding="utf-8") == "theme = dark"


async def test_a_rule_is_switched_off_and_comes_back(interface: Make, tmp_path: Path) -> None:
    save(tmp_path, Settings("Fiji", rules=(RuleSetting("stale-date", "info", "SC"),)))
    app = interface(home=tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, Opening))
        app.action_rules()
        await until(pilot, lambda: isinstance(app.screen, Rules))
        listing = app.screen.query_one("#rules-list", OptionList)
        listing.highlighted = listing.get_option_index("stale-date")
        await pilot.press("o")
        assert set(load(tmp_path).rules) == {
            RuleSetting("stale-date", "info", "SC"),
            RuleSetting("stale-date", "off"),
        }
        assert listing.highlighted_option
        assert "off; info" in str(listing.highlighted_option.prompt)
        await pilot.press("enter")
        assert RuleSetting("stale-date", "info") in load(tmp_path).rules
        await pilot.press("o", "o")
        assert load(tmp_path).rules == (RuleSetting("stale-date", "info", "SC"),)


async def test_the_log_is_found(interface: Make, tmp_path: Path) -> None:
    app = interface(home=tmp_path)
    async with app.run_test() as pilot:
        await until(pilot, lambda: isinstance(app.screen, Opening))
        app.action_log()
        assert app.clipboard == str(tmp_path / LOG)


def test_what_is_chosen_goes_before_the_tables_of_a_file(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text('[rules] # ours\nstale-date = "off"\n', encoding="utf-8")
    wanted = Settings("Fiji", rules=(RuleSetting("stale-date", "off"),), gate="always", log="full")
    save(tmp_path, wanted)
    assert load(tmp_path) == wanted
    assert "# ours" in (tmp_path / FILE).read_text(encoding="utf-8")

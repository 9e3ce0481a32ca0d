"""Keys of one's own hold on the screens, are shown there, and are set by pressing them."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

from textual.widgets import OptionList, Static

from assistant.keys import KeySetting, is_key, spelled
from assistant.settings import FILE, Settings, load, save
from assistant.tui.app import Interface
from assistant.tui.drafting import Drafting
from assistant.tui.help import Help
from assistant.tui.keyboard import Keyboard, Press
from assistant.tui.keymap import screens
from assistant.tui.keys import Keys
from assistant.tui.opening import Opening
from tests.tui.waiting import until

Make = Callable[..., Interface]


def test_each_name_is_one_thing_and_each_key_a_key() -> None:
    names = Counter(action.name for actions in screens().values() for action in actions)
    assert [name for name, count in names.items() if count > 1] == []
    keys = [
        key for actions in screens().values() for action in actions for key in action.keys.split(",") if key
    ]
    assert [key for key in keys if not is_key(spelled(key)) or spelled(key) != key] == []


async def test_a_key_of_ones_own_holds_and_is_shown(
    interface: Make, draft_file: Path, tmp_path: Path
) -> None:
    save(tmp_path, Settings(keys=(KeySetting("edit", "f6"), KeySetting("find", "e"))))
    app = interface(draft_file, home=tmp_path)
    async with app.run_test(size=(160, 40)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, Drafting) and app.screen.focused is not None)
        screen = app.screen
        assert isinstance(screen, Drafting)
        shown = {key.action.rpartition(".")[2]: key.printed for key in screen.query_one(Keys).shown}
        assert (shown["edit"], shown["find"]) == ("f6", "e")
        await pilot.press("e")
        await until(pilot, lambda: screen.side.active == "tab-language")
        assert not screen.editing
        await pilot.press("escape", "f6")
        await until(pilot, lambda: screen.editing)
        await pilot.press("escape", "f1")
        await until(pilot, lambda: isinstance(app.screen, Help))
        told = str(app.screen.query(Static).last().visual)
        assert "  f6          Edit the paragraph" in told
        assert not app._notifications


async def test_what_cannot_be_meant_is_told_with_its_line(interface: Make, tmp_path: Path) -> None:
    (tmp_path / FILE).write_text('[keys]\nfnid = "f6"\nundo = "f7"\n')
    app = interface(home=tmp_path)
    async with app.run_test() as pilot:
        await until(pilot, lambda: isinstance(app.screen, Opening) and len(app._notifications) == 1)
        (told,) = app._notifications
        assert f"{tmp_path / FILE}, line 2, [keys] fnid: nothing is done" in told.message
        assert dict(app.keymap.keys) == {"undo": "f7"}


async def test_a_key_is_set_by_pressing_it(interface: Make, tmp_path: Path) -> None:
    app = interface(home=tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, Opening))
        await app.run_action("keys")
        await until(pilot, lambda: isinstance(app.screen, Keyboard))
        keyboard = app.screen
        listing = keyboard.query_one(OptionList)

        async def given(name: str, key: str) -> str:
            assert isinstance(keyboard, Keyboard)
            listing.highlighted = next(i for i, a in enumerate(keyboard._listed) if a and a.name == name)
            await pilot.press("enter")
            await until(pilot, lambda: isinstance(app.screen, Press))
            await pilot.press(key)
            await until(pilot, lambda: app.screen is keyboard)
            return str(keyboard.query_one("#rules-said", Static).visual)

        assert "already “Find and replace” (replace)" in await given("find", "ctrl+r")
        assert load(tmp_path).keys == ()
        assert "f6 is now" in await given("find", "f6")
        assert load(tmp_path).keys == (KeySetting("find", "f6"),)
        assert dict(app.keymap.keys) == {"find": "f6"}
        assert "walks through a list" in await given("find", "down")
        assert "Yours are kept" in await given("find", "escape")
        await given("new", "f9")
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, Opening))
        assert " f9 " in str(app.screen.query_one("#begin", OptionList).options[0].prompt)
        await pilot.press("n", "f9")
        await until(pilot, lambda: not isinstance(app.screen, Opening))

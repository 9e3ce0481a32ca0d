"""Keys of one's own: what can be meant holds, and the rest is told with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.cli import main
from assistant.cli.diagnostics import ExitStatus
from assistant.errors import AssistantError
from assistant.keys import Keymap, KeySetting, keymap, spelled
from assistant.settings import FILE, Settings, load, save

SCREENS = (
    {"edit": ("enter,e", "Edit"), "find": ("ctrl+f,slash", "Find"), "undo": ("ctrl+z,u", "Undo")},
    {"add": ("a", "Add"), "find": ("ctrl+f,slash", "Find")},
)


def held(**told: str) -> Keymap:
    return keymap([KeySetting(name, keys, 7) for name, keys in told.items()], SCREENS, "settings.toml")


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("/", "slash"),
        ("Ctrl+K", "ctrl+k"),
        ("^k", "ctrl+k"),
        ("K", "K"),
        ("F6", "f6"),
        ("Del", "delete"),
        ("alt+Up", "alt+up"),
    ],
)
def test_a_key_is_understood_however_it_is_written(typed: str, key: str) -> None:
    assert spelled(typed) == key


def test_what_can_be_meant_holds() -> None:
    assert held(find="ctrl+k, F6") == Keymap({"find": "ctrl+k,f6"})


def test_keys_may_change_places() -> None:
    assert held(edit="u", undo="e") == Keymap({"edit": "u", "undo": "e"})


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({"fnid": "f6"}, "did you mean find?"),
        ({"xyzzy": "f6"}, "“Keys” on the screen lists what has one"),
        ({"find": "ctrl+nonsense"}, "is no key"),
        ({"find": ""}, "has no key"),
        ({"find": "ctrl+p"}, "cannot be given away"),
        ({"find": "7"}, "cannot be given away"),
        ({"find": "e"}, "e is already “Edit” (edit)"),
        ({"add": "/"}, "slash is already “Find” (find)"),
        ({"find": "f6", "undo": "f6"}, "f6 is already “Find” (find)"),
    ],
)
def test_what_cannot_be_meant_is_told_and_left_as_it_comes(told: dict[str, str], said: str) -> None:
    found = held(**told)
    (problem,) = found.problems
    assert problem.startswith("settings.toml, line 7, [keys] ")
    assert said in problem
    assert len(found.keys) == len(told) - 1


def test_a_key_is_free_once_its_owner_has_another() -> None:
    assert held(edit="f6", find="e").problems == ()
    assert held(find="e", edit="f6").problems == ()


def test_the_file_keeps_what_is_set_and_its_comments(tmp_path: Path) -> None:
    path = tmp_path / FILE
    path.write_text('# mine\ndelegation = "Fiji"\n\n[keys]\n# as at home\nfind = "ctrl+k"\nundo = "f9"\n')
    assert load(tmp_path).keys == (KeySetting("find", "ctrl+k"), KeySetting("undo", "f9"))
    assert [setting.line for setting in load(tmp_path).keys] == [6, 7]
    save(tmp_path, Settings("Fiji", keys=(KeySetting("find", "f6"),)))
    assert load(tmp_path).keys == (KeySetting("find", "f6"),)
    assert "# as at home" in path.read_text()
    save(tmp_path, Settings("Fiji"))
    assert "[keys]" not in path.read_text()


@pytest.mark.parametrize(
    ("words", "said"), [("keys = 3", "keys is a table"), ("[keys]\nfind = 3", "line 2: a key")]
)
def test_what_is_no_key_is_said(tmp_path: Path, words: str, said: str) -> None:
    (tmp_path / FILE).write_text(words)
    with pytest.raises(AssistantError, match=said):
        load(tmp_path)


def test_the_command_sets_and_refuses(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    home = ["--home", str(tmp_path)]
    assert main(["settings", "--key", "find=ctrl+k", *home]) == ExitStatus.DONE
    assert "keys: find=ctrl+k" in capsys.readouterr().out
    assert main(["settings", "--key", "undo=ctrl+k", *home]) == ExitStatus.USAGE
    assert "ctrl+k is already “Search agreed language” (find)" in capsys.readouterr().err
    assert load(tmp_path).keys == (KeySetting("find", "ctrl+k"),)
    assert main(["settings", "--key", "find=default", *home]) == ExitStatus.DONE
    assert load(tmp_path).keys == ()

"""Keys that the drafter sets for what is done on the screen; what cannot be meant is said, and left as it comes."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

_FORM = re.compile(r"(?:(?:ctrl|alt|shift|super)\+)*(?:\S|[a-z][a-z0-9_]+)")
_NAMED = frozenset({
    "enter", "space", "delete", "backspace", "insert", "home", "end", "pageup", "pagedown", "up", "down", "left",
    "right", "tab", "escape", "slash", "backslash", "question_mark", "equals_sign", "less_than_sign",
    "greater_than_sign", "minus", "plus", "comma", "full_stop", "semicolon", "colon",
    *(f"f{number}" for number in range(1, 25)),
})  # fmt: skip
_SPELLED = {
    "/": "slash",
    "\\": "backslash",
    "?": "question_mark",
    "=": "equals_sign",
    "<": "less_than_sign",
    ">": "greater_than_sign",
    "-": "minus",
    "+": "plus",
    ".": "full_stop",
    ";": "semicolon",
    ":": "colon",
    "del": "delete",
    "return": "enter",
    "esc": "escape",
}
"""Keys as people write them, and as the screen calls them."""
TAKEN = {
    "ctrl+p": "opens everything by name",
    "ctrl+c": "says how one leaves",
    "escape": "goes back",
    "enter": "opens what is highlighted",
    "tab": "goes from place to place",
    "shift+tab": "goes from place to place",
    **dict.fromkeys(("up", "down", "home", "end", "pageup", "pagedown", "j", "k"), "walks through a list"),
    **dict.fromkeys("123456789", "goes to a paragraph by its number"),
}
"""Keys that cannot be given away, and what each is for."""


@dataclass(frozen=True, slots=True)
class KeySetting:
    """One line of `[keys]`, word for word."""

    action: str
    keys: str
    """Separated by commas."""
    line: int = field(default=0, compare=False)
    """Of the file; 0 where it was not read from one."""


@dataclass(frozen=True, slots=True)
class Keymap:
    """The keys that hold."""

    keys: Mapping[str, str]
    """By action, only those that were set and can be meant."""
    problems: tuple[str, ...] = ()
    """What cannot be meant, a line each."""


def spelled(key: str) -> str:
    """A key as the screen calls it: "/" is slash, Ctrl+F is ctrl+f, ^f too."""
    words = key.strip()
    words = f"ctrl+{words[1:]}" if re.fullmatch(r"\^\S", words) else words
    *held, last = words.split("+") if len(words) > 1 and not words.endswith("+") else [words]
    held = [{"control": "ctrl", "strg": "ctrl"}.get(one.lower(), one.lower()) for one in held]
    last = last if len(last) == 1 else last.lower()
    return "+".join([*held, _SPELLED.get(last, last.lower() if held else last)])


def is_key(key: str) -> bool:
    """Whether a terminal has a key of that name."""
    last = key.rpartition("+")[2]
    return bool(_FORM.fullmatch(key)) and (len(last) == 1 or last in _NAMED)


def keymap(
    told: Iterable[KeySetting], screens: Collection[Mapping[str, tuple[str, str]]], file: str
) -> Keymap:
    """What of the settings can be meant.

    Args:
        told: what the file says.
        screens: for each screen its actions, by name: the keys that they come with, and their titles.
        file: of the settings, for messages.
    """
    problems: list[str] = []
    known = {name: _split(keys) for screen in screens for name, (keys, _) in screen.items()}
    wanted: dict[str, KeySetting] = {}
    for setting in told:
        wrong = _misread(setting, known)
        if wrong:
            problems.append(f"{_place(file, setting)}: {wrong}")
        else:
            keys = ",".join(dict.fromkeys(spelled(key) for key in _split(setting.keys)))
            wanted[setting.action] = KeySetting(setting.action, keys, setting.line)
    while clash := _clash(wanted, screens):
        setting, key, title, other = clash
        problems.append(
            f"{_place(file, setting)}: {key} is already “{title}” ({other}): give that another key too, or take "
            "another one here"
        )
        del wanted[setting.action]
    return Keymap({name: setting.keys for name, setting in wanted.items()}, tuple(problems))


def _split(keys: str) -> list[str]:
    return [key for key in re.split(r"\s*,\s*|\s+", keys.strip()) if key]


def _misread(setting: KeySetting, known: Mapping[str, list[str]]) -> str:
    if setting.action not in known:
        near = difflib.get_close_matches(setting.action, known, n=1)
        hint = f"; did you mean {near[0]}?" if near else "; “Keys” on the screen lists what has one"
        return f"nothing is done by the name of {setting.action}{hint}"
    keys = [spelled(key) for key in _split(setting.keys)]
    if not keys:
        return f'{setting.action} has no key; write {setting.action} = "f6", or take the line out'
    for key in keys:
        if not is_key(key):
            return f"{key!r} is no key; write a letter, f6, ctrl+k, alt+up"
        if key in TAKEN and key not in known[setting.action]:
            return f"{key} {TAKEN[key]} and cannot be given away"
    return ""


def _clash(
    wanted: Mapping[str, KeySetting], screens: Collection[Mapping[str, tuple[str, str]]]
) -> tuple[KeySetting, str, str, str] | None:
    """A setting whose key another action of the same screen has, that key, and the other one's title and name."""
    for screen in screens:
        owners: dict[str, str] = {}
        # What stays as it comes was there first, then the settings in their order.
        for name in sorted(
            screen, key=lambda name: (name in wanted, list(wanted).index(name) if name in wanted else 0)
        ):
            setting = wanted.get(name)
            for key in _split(setting.keys if setting else screen[name][0]):
                if setting and owners.get(key, name) != name:
                    return setting, key, screen[owners[key]][1], owners[key]
                owners.setdefault(key, name)
    return None


def _place(file: str, setting: KeySetting) -> str:
    return f"{file}{f', line {setting.line}' if setting.line else ''}, [keys] {setting.action}"

"""What a drafter sets once, in `settings.toml` of the home folder: delegation, whom to watch, screen, keys, rules.

delegation = "Fiji"
watch = ["Brazil", "Norway"]
theme = "light"
gate = "always"
log = "full"

[keys]
find = "ctrl+k"

[rules]
stale-figure = "off"

[rules.SC]
stale-session = "info"
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.errors import AssistantError
from assistant.keys import KeySetting

if TYPE_CHECKING:
    from tomlkit import TOMLDocument

FILE = "settings.toml"
CHOICES = {
    "theme": ("dark", "light", "contrast"),
    "gate": ("open", "always", "never"),
    "log": ("short", "full"),
}
"""What may be chosen where there is a choice; the first holds where nothing is set."""
_KEYS = ("delegation", "watch", "keys", "rules", *CHOICES)


@dataclass(frozen=True, slots=True)
class RuleSetting:
    """What is set of one rule, word for word: whether there is such a rule is settled by `checks.profile`."""

    rule: str
    level: str
    """ "off", "on", "info", "warning" or "error"."""
    organ: str = ""
    """In whose texts: SC, or the organ's full name; empty for everybody's."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What is set; nothing has to be."""

    delegation: str = ""
    """The State that the drafter speaks for, as records of votes spell it."""
    watch: tuple[str, ...] = ()
    """States whose votes and sponsorship are told as well."""
    rules: tuple[RuleSetting, ...] = ()
    """Rules switched off or on, or of another severity, in the order of the file."""
    keys: tuple[KeySetting, ...] = ()
    """Keys for what is done on the screen, in the order of the file."""
    theme: str = "dark"
    """How the screen looks."""
    gate: str = "open"
    """Whether an export on the screen first shows what is open: where something is, always, or never."""
    log: str = "short"
    """Whether the messages of unforeseen errors are kept, in which words of a draft may stand: "full"."""


def kept(home: Path) -> Settings:
    """The settings of a home folder; none where the file cannot be read: `penholder settings` says why."""
    try:
        return load(home)
    except AssistantError:
        return Settings()


def load(home: Path) -> Settings:
    """The settings of a home folder; none where there is no file.

    Raises:
        AssistantError: the file cannot be read or says something else.
    """
    path = home / FILE
    told = _read(path)
    unknown = sorted(told.keys() - set(_KEYS))
    if unknown:
        raise AssistantError(
            f"{path}: nothing is known by the name of {unknown[0]}; what can be set: {', '.join(_KEYS)}"
        )
    return Settings(
        _name(path, told.get("delegation", "")),
        _names(path, told.get("watch", [])),
        tuple(_rules(path, told.get("rules", {}))),
        tuple(_own_keys(path, told.get("keys", {}))),
        **{key: _chosen(path, key, told) for key in CHOICES},
    )


def save(home: Path, settings: Settings) -> Path:
    """Write the settings of a home folder, keeping the comments and the order of its file; the file.

    Raises:
        AssistantError: the folder cannot be written, or what is there cannot be read and would be lost.
    """
    import tomlkit

    path = home / FILE
    _read(path)
    try:
        page = tomlkit.parse(path.read_text(encoding="utf-8-sig")) if path.exists() else tomlkit.document()
        page["delegation"] = settings.delegation
        page["watch"] = list(settings.watch)
        for key, choices in CHOICES.items():
            if getattr(settings, key) != page.get(key, choices[0]):
                page[key] = getattr(settings, key)
        _put_keys(page, settings.keys)
        _put_rules(page, settings.rules)
        home.mkdir(parents=True, exist_ok=True)
        beside = path.with_name(f"{FILE}.new")
        beside.write_text(tomlkit.dumps(page), encoding="utf-8")
        beside.replace(path)
    except OSError as error:
        raise AssistantError(f"{path}: cannot be written ({error.strerror})") from error
    return path


def _put_keys(page: TOMLDocument, keys: tuple[KeySetting, ...]) -> None:
    import tomlkit

    if not keys:
        page.pop("keys", None)
        return
    table: Any = page.setdefault("keys", tomlkit.table())
    wanted = {setting.action: setting.keys for setting in keys}
    for action in [action for action in table if action not in wanted]:
        del table[action]
    for action, own in wanted.items():
        if str(table.get(action, "")) != own:
            table[action] = own


def _put_rules(page: TOMLDocument, rules: tuple[RuleSetting, ...]) -> None:
    import tomlkit

    if not rules:
        page.pop("rules", None)
        return
    table: Any = page.setdefault("rules", tomlkit.table())
    wanted = {(told.organ, told.rule): told.level for told in rules}
    for organ, own in [
        ("", table),
        *((key, value) for key, value in table.items() if isinstance(value, dict)),
    ]:
        for rule in [key for key, value in own.items() if not isinstance(value, dict)]:
            if (organ, rule) not in wanted:
                del own[rule]
    for (organ, rule), level in wanted.items():
        own = table.setdefault(organ, tomlkit.table()) if organ else table
        if str(own.get(rule, "")) != level:
            own[rule] = level
    for organ in [key for key, value in table.items() if isinstance(value, dict) and not value]:
        del table[organ]


def _read(path: Path) -> dict[str, Any]:
    try:
        text = path.read_text(encoding="utf-8-sig")
        import tomllib  # where there is something to read: the screen asks before it shows anything

        return tomllib.loads(text)
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise AssistantError(f"{path}: {error.strerror}") from error
    except ValueError as error:
        raise AssistantError(f'{path}: is not TOML ({error}); write delegation = "Fiji"') from error


def _name(path: Path, told: Any) -> str:  # noqa: ANN401 - whatever the file says
    if not isinstance(told, str):
        raise AssistantError(f'{path}: delegation is the name of one State: delegation = "Fiji"')
    return " ".join(told.split())


def _names(path: Path, told: Any) -> tuple[str, ...]:  # noqa: ANN401
    if not isinstance(told, list) or not all(isinstance(name, str) for name in told):
        raise AssistantError(f'{path}: watch is a list of names of States: watch = ["Brazil", "Norway"]')
    return tuple(dict.fromkeys(" ".join(name.split()) for name in told if name.strip()))


def _chosen(path: Path, key: str, told: dict[str, Any]) -> str:
    value = told.get(key, CHOICES[key][0])
    if value not in CHOICES[key]:
        raise AssistantError(f"{path}: {key} is one of {', '.join(CHOICES[key])}; not {value!r}")
    return str(value)


def _own_keys(path: Path, told: Any) -> Iterator[KeySetting]:  # noqa: ANN401
    import re

    if not isinstance(told, dict):
        raise AssistantError(f'{path}: keys is a table: [keys], and below it find = "ctrl+k"')
    lines = path.read_text(encoding="utf-8-sig").splitlines() if told else []
    for action, keys in told.items():
        own = re.compile(rf"""\s*["']?{re.escape(action)}["']?\s*=""")
        line = next((number for number, text in enumerate(lines, 1) if own.match(text)), 0)
        if not isinstance(keys, str):
            raise AssistantError(
                f'{path}, line {line}: a key is written {action} = "ctrl+k", several as "ctrl+k, f6"; not {keys!r}'
            )
        yield KeySetting(action, keys, line)


def _rules(path: Path, told: Any, organ: str = "") -> Iterator[RuleSetting]:  # noqa: ANN401
    if not isinstance(told, dict):
        raise AssistantError(f'{path}: rules is a table: [rules], and below it stale-figure = "off"')
    for key, value in told.items():
        if isinstance(value, dict) and not organ:
            yield from _rules(path, value, key)
        elif isinstance(value, str | bool):
            level = value if isinstance(value, str) else "on" if value else "off"
            yield RuleSetting(key, level, organ)
        else:
            raise AssistantError(
                f'{path}: a rule is "off", "on", "info", "warning" or "error"; {key} is {value!r}'
            )

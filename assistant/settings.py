"""What a drafter sets once: the own delegation and the delegations to watch, in `settings.toml` of the home folder.

delegation = "Fiji"
watch = ["Brazil", "Norway"]
"""

from __future__ import annotations

import json
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.errors import AssistantError

FILE = "settings.toml"


@dataclass(frozen=True, slots=True)
class Settings:
    """What is set; nothing has to be."""

    delegation: str = ""
    """The State that the drafter speaks for, as records of votes spell it."""
    watch: tuple[str, ...] = ()
    """States whose votes and sponsorship are told as well."""


def load(home: Path) -> Settings:
    """The settings of a home folder; none where there is no file.

    Raises:
        AssistantError: the file cannot be read or says something else.
    """
    path = home / FILE
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        return Settings()
    except OSError as error:
        raise AssistantError(f"{path}: {error.strerror}") from error
    except ValueError as error:
        raise AssistantError(f'{path}: is not TOML ({error}); write delegation = "Fiji"') from error
    unknown = sorted(told.keys() - {"delegation", "watch"})
    if unknown:
        raise AssistantError(
            f"{path}: nothing is known by the name of {unknown[0]}; only delegation and watch are set"
        )
    return Settings(_name(path, told.get("delegation", "")), _names(path, told.get("watch", [])))


def save(home: Path, settings: Settings) -> Path:
    """Write the settings of a home folder; the file.

    Raises:
        AssistantError: the folder cannot be written.
    """
    path = home / FILE
    watch = ", ".join(json.dumps(name, ensure_ascii=False) for name in settings.watch)
    words = f"delegation = {json.dumps(settings.delegation, ensure_ascii=False)}\nwatch = [{watch}]\n"
    try:
        home.mkdir(parents=True, exist_ok=True)
        beside = path.with_name(f"{FILE}.new")
        beside.write_text(words, encoding="utf-8")
        beside.replace(path)
    except OSError as error:
        raise AssistantError(f"{path}: cannot be written ({error.strerror})") from error
    return path


def _name(path: Path, told: Any) -> str:  # noqa: ANN401 - whatever the file says
    if not isinstance(told, str):
        raise AssistantError(f'{path}: delegation is the name of one State: delegation = "Fiji"')
    return " ".join(told.split())


def _names(path: Path, told: Any) -> tuple[str, ...]:  # noqa: ANN401
    if not isinstance(told, list) or not all(isinstance(name, str) for name in told):
        raise AssistantError(f'{path}: watch is a list of names of States: watch = ["Brazil", "Norway"]')
    return tuple(dict.fromkeys(" ".join(name.split()) for name in told if name.strip()))

"""The pages of the commands, made from the commands: `python -m assistant.cli.manual docs/commands.md`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from assistant.cli.commands import COMMANDS, INTERFACE, Command
from assistant.cli.parsing import INTERFACE_NAME, parser_of

_HEAD = """\
# The commands

Made from the program by `make docs`; `penholder COMMAND --help` prints the same.

Standard output is data, standard error is narration. Exit status: 0 done and nothing found, 1 findings, 2 wrong usage,
3 something could not be read or written. `--home DIR`, or the variable PENHOLDER_HOME, says where the precedent index
and the settings lie; every command takes it.
"""


def manual() -> str:
    """All pages as Markdown."""
    pages = [_page(INTERFACE_NAME, "penholder", INTERFACE)]
    pages += [_page(name, f"penholder {name}", command) for name, command in COMMANDS.items()]
    index = "\n".join(
        f"- [`{name}`](#penholder-{name}): {command.summary}" for name, command in COMMANDS.items()
    )
    return "\n".join([_HEAD, index, "", *pages])


def _page(name: str, call: str, command: Command) -> str:
    actions = [action for action in parser_of(name)._actions if action.dest not in ("help", "home")]  # noqa: SLF001
    lines = [
        f"## {call}",
        "",
        f"{command.summary[:1].upper()}{command.summary[1:]}.",
        "",
        f"    {' '.join([call, *map(_synopsis, actions)])}",
        "",
        *map(_told, actions),
        *([""] if actions else []),
        "Examples:",
        "",
        *(f"    {example}" for example in command.examples),
        "",
    ]
    return "\n".join(lines)


def _value(action: argparse.Action) -> str:
    """What stands for the value of an argument."""
    if isinstance(action.metavar, tuple):
        return " ".join(action.metavar)
    if action.metavar:
        return action.metavar
    if action.choices:
        return "|".join(map(str, action.choices))
    return action.dest.upper() if action.nargs != 0 else ""


def _synopsis(action: argparse.Action) -> str:
    value = _value(action)
    if not action.option_strings:
        many = "..." if action.nargs in ("+", "*") else ""
        return f"[{value}{many}]" if action.nargs in ("?", "*") else f"{value}{many}"
    words = " ".join(filter(None, (action.option_strings[-1], value)))
    return words if action.required else f"[{words}]"


def _told(action: argparse.Action) -> str:
    name = " ".join(
        filter(None, (action.option_strings[-1] if action.option_strings else "", _value(action)))
    )
    return f"- `{name}`: {action.help}" if action.help else f"- `{name}`"


def main(words: Sequence[str]) -> int:
    """Write the pages to the file that is named."""
    Path(*words[:1] or ["docs/commands.md"]).write_text(manual(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

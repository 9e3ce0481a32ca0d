"""The pages of the commands, made from the commands: `python -m assistant.cli.manual docs/commands.md`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from assistant.cli.commands import COMMANDS
from assistant.cli.parsing import INTERFACE_NAME, inner_parsers, parser_of

_HEAD = """\
# The commands

Made from the program by `make docs`; `penholder COMMAND --help` prints the same.

Standard output is data, standard error is narration. Exit status: 0 done and nothing found, 1 findings, 2 wrong usage,
3 something could not be read or written. `--home DIR`, or the variable PENHOLDER_HOME, says where the precedent index
and the settings lie; every command takes it.
"""


def manual() -> str:
    """All pages as Markdown."""
    pages = [_page("penholder", parser_of(INTERFACE_NAME))]
    pages += [_page(f"penholder {name}", parser_of(name)) for name in COMMANDS]
    index = "\n".join(
        f"- [`{name}`](#penholder-{name}): {command.summary}" for name, command in COMMANDS.items()
    )
    return "\n".join([_HEAD, index, "", *pages])


def _page(call: str, parser: argparse.ArgumentParser, depth: int = 2) -> str:
    """The page of a command, with those of what it can do where that is several things."""
    below = inner_parsers(parser)
    actions = [
        action
        for action in parser._actions  # noqa: SLF001 - argparse tells it nowhere else
        if action.dest not in ("help", "home") and not (below and action.dest == "verb")
    ]
    lines = [
        f"{'#' * depth} {call}",
        "",
        str(parser.description),
        "",
        f"    {' '.join([call, *map(_synopsis, actions), *(['WHAT ...'] if below else [])])}",
        "",
        *map(_told, actions),
        *([""] if actions else []),
        "Examples:",
        "",
        *(f"  {line}" for line in str(parser.epilog).splitlines()[1:]),
        "",
    ]
    return "\n".join([*lines, *(_page(f"{call} {name}", one, depth + 1) for name, one in below.items())])


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

"""The words of a command line → the command that they name, with its arguments parsed."""

from __future__ import annotations

import argparse
import importlib
import os
from collections.abc import Callable, Sequence
from typing import Any, NoReturn

from assistant.cli import diagnostics, output
from assistant.cli.commands import COMMANDS, INTERFACE, example_lines, overview
from assistant.cli.diagnostics import ExitStatus
from assistant.home import home_folder

INTERFACE_NAME = "interface"
"""Module of the call without a command."""


def parse(words: Sequence[str]) -> tuple[Callable[[argparse.Namespace], int], argparse.Namespace]:
    """The function to run and its arguments.

    Leaves with `SystemExit` after a call for help or a wrong call. `--home` may stand before the
    command or after it.
    """
    at = _place_of_command(words)
    name = INTERFACE_NAME if at is None else words[at]
    parser = parser_of(name)
    arguments = parser.parse_args([word for place, word in enumerate(words) if place != at])
    arguments.home = home_folder(arguments.home)
    return _module(name).run, arguments


def parser_of(name: str) -> Parser:
    """The parser of a command, or of the call without one."""
    command = INTERFACE if name == INTERFACE_NAME else COMMANDS[name]
    parser = Parser(
        prog="penholder" if name == INTERFACE_NAME else f"penholder {name}",
        description=f"{command.summary[0].upper()}{command.summary[1:]}.",
        epilog=example_lines(command.examples),
    )
    _configure(parser, name)
    return parser


def whole_parser() -> Parser:
    """Every command below one parser, as programs want it that complete a command line or describe it."""
    parser = Parser(prog="penholder", description="", epilog="")
    add_home(parser)
    parser.add_argument("--sample", action="store_true", help="open the sample")
    parser.add_argument("--version", action="store_true", help="print the version and leave")
    below = parser.add_subparsers(parser_class=Parser, metavar="COMMAND")
    for name, command in COMMANDS.items():
        one = below.add_parser(name, help=command.summary, description=command.summary, epilog="")
        _configure(one, name)
    return parser


def inner_parsers(parser: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    """The parsers below one, by what they are called."""
    for action in parser._actions:  # noqa: SLF001 - argparse tells it nowhere else
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001
            return dict(action.choices)
    return {}


def _configure(parser: Parser, name: str) -> None:
    add_home(parser)
    _module(name).configure(parser)


def add_home(parser: argparse.ArgumentParser, *, again: bool = False) -> None:
    """Declare where the index lies; `again` below a parser that declared it, which then keeps what it was given."""
    parser.add_argument(
        "--home",
        metavar="DIR",
        default=argparse.SUPPRESS if again else None,
        help="folder of the precedent index and the settings (or PENHOLDER_HOME)",
    )


def _module(name: str) -> Any:  # noqa: ANN401 - a module with `configure` and `run`
    return importlib.import_module(f"assistant.cli.{name}")


def _place_of_command(words: Sequence[str]) -> int | None:
    """Where the command stands: first, but for `--home DIR`."""
    place = 0
    while place < len(words):
        word = words[place]
        if word == "--home":
            place += 2
        elif word.startswith("--home="):
            place += 1
        else:
            return place if word in COMMANDS else None
    return None


class Parser(argparse.ArgumentParser):
    """An argument parser that writes where everything else is written, and in whole option names."""

    def __init__(self, *, prog: str, description: str, epilog: str) -> None:
        super().__init__(
            prog=prog,
            description=description,
            epilog=epilog,
            allow_abbrev=False,
            formatter_class=_Formatter,
        )
        self._mixing = False

    def parse_known_args(  # type: ignore[override]
        self, args: Sequence[str] | None = None, namespace: argparse.Namespace | None = None
    ) -> tuple[argparse.Namespace, list[str]]:
        """As argparse does, but with options wherever one types them: `edit write FILE --after OP5 "words"`.

        Else what may be left out is taken to be left out at the first option.
        """
        if self._mixing or inner_parsers(self):
            return super().parse_known_args(args, namespace)
        self._mixing = True
        try:
            return self.parse_known_intermixed_args(args, namespace)
        finally:
            self._mixing = False

    def print_help(self, file: object = None) -> None:  # noqa: ARG002 - argparse's signature
        """Help was asked for, so it is data."""
        output.write(overview() if self.prog == "penholder" else self.format_help())
        output.flush()

    def exit(self, status: int = 0, message: str | None = None) -> NoReturn:
        """Leave; a message is for the one who called."""
        if message:
            diagnostics.write(message)
        raise SystemExit(status)

    def error(self, message: str) -> NoReturn:
        """Leave because of a wrong call, and say how to call."""
        diagnostics.write(self.format_usage())
        diagnostics.problem(f"{message}; see {self.prog} --help")
        raise SystemExit(ExitStatus.USAGE)


class _Formatter(argparse.RawDescriptionHelpFormatter):
    """Asks the terminal for its width without the import that argparse would do for it."""

    def __init__(self, prog: str) -> None:
        try:
            columns = os.get_terminal_size().columns
        except OSError:
            columns = 80
        super().__init__(prog, width=max(40, min(columns, 110) - 2))

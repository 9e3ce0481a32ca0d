"""`penholder completion`: what a shell needs to complete the commands, their options and files."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from pathlib import Path

from assistant.cli import diagnostics, output
from assistant.cli.diagnostics import ExitStatus
from assistant.cli.parsing import inner_parsers

SHELLS = ("bash", "zsh", "fish")
WHERE = {
    "bash": "penholder completion bash > ~/.local/share/bash-completion/completions/penholder",
    "zsh": "penholder completion zsh > ~/.zfunc/_penholder   (with fpath+=~/.zfunc before compinit in ~/.zshrc)",
    "fish": "penholder completion fish > ~/.config/fish/completions/penholder.fish",
}
"""How each shell comes to know it."""
_FILES = ("FILE", "DRAFT", "PATH", "A", "B")
"""Names of arguments that may be files, whatever else they may be."""
_HERE = "'_shtab_penholder_using; and test $_shtab_penholder_npos -eq 0'"
_FIRST = {
    "bash": ("complete -o bashdefault", "complete -o bashdefault -o default"),
    "zsh": (" _commands\n}", " _commands\n  _files -g '*.md'\n}"),
    "fish": (
        "penholder -f\n",
        f"penholder -f\ncomplete -c penholder -n {_HERE} -ka '(__fish_complete_suffix .md)'\n",
    ),
}
"""In the place of a command a draft may stand, which the library does not know: what it writes, and what it should."""

_LABELS = {"bash": "_penholder_labels", "zsh": "_penholder_labels", "fish": "(_penholder_labels)"}
_LABELS_OF = {
    "bash": """
_penholder_labels() {
  local word
  for word in "${COMP_WORDS[@]:1}"; do
    [ -f "$word" ] || continue
    compgen -W "$(penholder outline "$word" --format labels 2>/dev/null)" -- "$1"
    return
  done
}
""",
    "zsh": """
_penholder_labels() {
  local word
  for word in "${words[@]:1}"; do
    [[ -f "$word" ]] || continue
    compadd -- ${(f)"$(penholder outline "$word" --format labels 2>/dev/null)"}
    return
  done
}
""",
    "fish": """
function _penholder_labels
    for word in (commandline -opc)[2..-1]
        test -f "$word"; or continue
        penholder outline "$word" --format labels 2>/dev/null
        return
    end
end
""",
}
"""The labels of the draft that the line names; without parentheses, so that nothing has to be quoted."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare for which shell."""
    parser.add_argument("shell", choices=SHELLS, help="the shell that you type in")


def run(arguments: argparse.Namespace) -> int:
    """Print the script; say where it goes if nobody took it."""
    output.write(script(arguments.shell))
    if output.on_terminal():
        diagnostics.note(f"to have it in each {arguments.shell}: {WHERE[arguments.shell]}")
    return ExitStatus.DONE


def script(shell: str) -> str:
    """What a shell reads to complete every command."""
    import shtab

    from assistant.cli.parsing import whole_parser

    parser = whole_parser()
    for one in _all(parser):
        in_a_draft = any(action.metavar == "DRAFT" for action in one._actions)  # noqa: SLF001 - told nowhere else
        for action in one._actions:  # noqa: SLF001
            named = set(re.split(r"\W+", str(action.metavar)))
            if action.metavar == "DIR":
                vars(action)["complete"] = shtab.DIRECTORY
            elif action.metavar == "LABEL" and in_a_draft:
                vars(action)["complete"] = dict(_LABELS)
            elif action.type is Path or named & set(_FILES):
                action.complete = shtab.FILE  # type: ignore[attr-defined]
    return shtab.complete(parser, shell=shell, preamble=_LABELS_OF[shell]).replace(*_FIRST[shell])


def _all(parser: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    yield parser
    for one in inner_parsers(parser).values():
        yield from _all(one)

"""What is told of the commands is made from the commands, and each shows last how it is called."""

import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from assistant.cli import main
from assistant.cli.commands import COMMANDS
from assistant.cli.completion import SHELLS, script
from assistant.cli.manual import manual
from assistant.cli.verbs import VERBS

_CALL = "import sys; from assistant.cli import main; main(sys.argv[1:])"
ROOT = Path(__file__).resolve().parents[3]


def test_the_pages_are_those_of_the_commands() -> None:
    assert (ROOT / "docs" / "commands.md").read_text(encoding="utf-8") == manual(), "run: make docs"


@pytest.mark.parametrize("name", COMMANDS)
def test_help_ends_with_examples(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([name, "--help"]) == 0
    _, examples = capsys.readouterr().out.split("\nexamples:\n")
    lines = [line for line in examples.splitlines() if line.strip()]
    assert lines
    assert all(line.startswith(f"  penholder {name}") for line in lines)


@pytest.mark.parametrize("verb", VERBS)
def test_help_of_an_edit_ends_with_examples(verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["edit", verb, "--help"]) == 0
    _, examples = capsys.readouterr().out.split("\nexamples:\n")
    assert all(line.startswith(f"  penholder edit {verb} ") for line in examples.splitlines() if line.strip())


@pytest.mark.parametrize("shell", SHELLS)
def test_a_shell_is_told_every_command(shell: str) -> None:
    told = script(shell)
    assert all(name in told for name in COMMANDS)
    assert "--session" in told


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["comp"], {"compare", "completion"}),
        (["check", "--as"], {"--as-of"}),
        (["check", "lam"], {"lamps.md"}),
        (["compare", "A/RES/1/1", "lam"], {"lamps.md"}),
        (["read", "--format", "json"], {"json", "jsonl"}),
        (["edit", "mo"], {"move"}),
        (["edit", "move", "lam"], {"lamps.md"}),
        (["edit", "move", "lamps.md", "OP"], {"OP1", "OP1.a"}),
        (["edit", "move", "lamps.md", "OP1", "--after", "OP1."], {"OP1.a"}),
        (["status", "lamps.md", "O"], {"OP1", "OP1.a"}),
        (["lam"], set()),  # bash completes files by itself where nothing else is known
    ],
)
def test_bash_completes(words: list[str], expected: set[str], tmp_path: Path) -> None:
    (tmp_path / "completion").write_text(script("bash"), encoding="utf-8")
    (tmp_path / "lamps.md").write_text(
        "---\nkind: draft resolution\n---\n\n1. One;\n\n   (a) Its part;\n", encoding="utf-8"
    )
    call = f"""
        source ./completion
        penholder() {{ {shlex.quote(sys.executable)} -c '{_CALL}' "$@"; }}
        COMP_WORDS=(penholder "$@") COMP_CWORD=$# COMPREPLY=()
        _shtab_penholder penholder "${{COMP_WORDS[COMP_CWORD]}}" "${{COMP_WORDS[COMP_CWORD - 1]}}" 2>/dev/null
        printf "%s\\n" "${{COMPREPLY[@]}}"
    """
    done = subprocess.run(
        ["bash", "-c", call, "bash", *words], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert set(done.stdout.split()) == expected
    assert "-o default" in script("bash")

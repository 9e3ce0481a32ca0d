"""Every end of a command line is an exit status and, if it went wrong, one line."""

import argparse
import errno
import os
import subprocess
import sys
import sysconfig
import tomllib
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from assistant.cli import main, output
from assistant.cli.commands import COMMANDS, overview
from assistant.cli.diagnostics import CLOSED_PIPE, INTERRUPTED, ExitStatus
from assistant.cli.parsing import parse
from assistant.errors import AssistantError
from assistant.incidents import LOG
from precedent.errors import PrecedentError

ROOT = Path(__file__).resolve().parents[3]
PENHOLDER = Path(sysconfig.get_path("scripts")) / "penholder"

Behaviour = Callable[[argparse.Namespace], int]


@pytest.fixture
def read_does(monkeypatch: pytest.MonkeyPatch) -> Callable[[Behaviour], None]:
    """Let `penholder read` do what a test wants."""

    def install(behaviour: Behaviour) -> None:
        module = ModuleType("assistant.cli.read")
        module.configure = lambda parser: parser.add_argument("files", nargs="*")  # type: ignore[attr-defined]
        module.run = behaviour  # type: ignore[attr-defined]
        monkeypatch.setitem(sys.modules, module.__name__, module)

    return install


def raising(failure: BaseException) -> Behaviour:
    def run(arguments: argparse.Namespace) -> int:
        raise failure

    return run


def test_version_is_the_one_of_the_project(capsys: pytest.CaptureFixture[str]) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert main(["--version"]) == ExitStatus.DONE
    assert capsys.readouterr().out == f"penholder {project['version']}\n"


def test_version_after_another_option(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--home", "elsewhere", "--version"]) == ExitStatus.DONE
    assert capsys.readouterr().out.startswith("penholder ")


@pytest.mark.parametrize("words", [["--help"], ["-h"], ["--home", "elsewhere", "--help"], ["--sample", "-h"]])
def test_help_is_data(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words) == ExitStatus.DONE
    shown = capsys.readouterr()
    assert shown.out == overview()
    assert not shown.err


def test_the_overview_names_every_command_and_has_examples() -> None:
    for name, command in COMMANDS.items():
        assert f"  {name} " in overview()
        assert command.summary in overview()
    assert "examples:" in overview()


@pytest.mark.parametrize("name", COMMANDS)
def test_every_example_calls_its_command(name: str) -> None:
    assert COMMANDS[name].examples
    for example in COMMANDS[name].examples:
        assert example.split()[:2] == ["penholder", name]


def test_a_command_has_help_with_an_example(
    read_does: Callable[[Behaviour], None], capsys: pytest.CaptureFixture[str]
) -> None:
    read_does(raising(AssertionError()))
    assert main(["read", "--help"]) == ExitStatus.DONE
    shown = capsys.readouterr().out
    assert COMMANDS["read"].examples[0] in shown
    assert "usage: penholder read" in shown


@pytest.mark.parametrize(
    "words", [["--home", "here", "read", "x"], ["read", "--home", "here", "x"], ["--home=here", "read", "x"]]
)
def test_home_may_stand_before_the_command_and_after(
    words: list[str], read_does: Callable[[Behaviour], None]
) -> None:
    seen: list[argparse.Namespace] = []

    def run(arguments: argparse.Namespace) -> int:
        seen.append(arguments)
        return ExitStatus.FINDINGS

    read_does(run)
    assert main(words) == ExitStatus.FINDINGS
    assert seen[0].home == Path("here").absolute()
    assert seen[0].files == ["x"]


def test_home_is_the_one_of_the_environment(read_does: Callable[[Behaviour], None], home: Path) -> None:
    seen: list[Path] = []

    def run(arguments: argparse.Namespace) -> int:
        seen.append(arguments.home)
        return ExitStatus.DONE

    read_does(run)
    main(["read"])
    assert seen == [home]


@pytest.mark.parametrize(
    "words",
    [["--no-such-option"], ["read", "--no-such-option"], ["fnd"], ["fnd", "words"], ["--sample", "draft.md"]],
)
def test_a_wrong_call_says_how_to_call(
    words: list[str], read_does: Callable[[Behaviour], None], capsys: pytest.CaptureFixture[str]
) -> None:
    read_does(raising(AssertionError()))
    assert main(words) == ExitStatus.USAGE
    shown = capsys.readouterr()
    assert not shown.out
    assert shown.err.splitlines()[-1].startswith("penholder: ")


def test_a_mistyped_command_is_guessed(capsys: pytest.CaptureFixture[str]) -> None:
    main(["chekc"])
    assert "did you mean penholder check?" in capsys.readouterr().err


def test_the_screen_asks_for_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == ExitStatus.USAGE
    assert "terminal" in capsys.readouterr().err


@pytest.mark.parametrize("kind", [AssistantError, PrecedentError])
def test_a_designed_error_is_one_line(
    kind: type[Exception],
    read_does: Callable[[Behaviour], None],
    capsys: pytest.CaptureFixture[str],
    home: Path,
) -> None:
    read_does(raising(kind("draft.md: the front matter ends nowhere;\n close it\x1b[2J with ---")))
    assert main(["read"]) == ExitStatus.UNREADABLE
    shown = capsys.readouterr()
    assert not shown.out
    assert shown.err == "penholder: draft.md: the front matter ends nowhere; close it�[2J with ---\n"
    assert not list(home.iterdir())


def test_a_refused_file_is_named(
    read_does: Callable[[Behaviour], None], capsys: pytest.CaptureFixture[str]
) -> None:
    read_does(raising(PermissionError(errno.EACCES, "Permission denied", "draft.md")))
    assert main(["read"]) == ExitStatus.UNREADABLE
    assert capsys.readouterr().err == "penholder: draft.md: Permission denied\n"


def test_an_unforeseen_error_goes_to_a_file(
    read_does: Callable[[Behaviour], None], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    read_does(raising(ZeroDivisionError("at the heart of it")))
    assert main(["read", "--home", str(tmp_path / "new")]) == ExitStatus.UNREADABLE
    shown = capsys.readouterr()
    assert shown.err.count("\n") == 1
    assert "Traceback" not in shown.err
    log = tmp_path / "new" / LOG
    assert str(log) in shown.err
    told = log.read_text(encoding="utf-8")
    assert "ZeroDivisionError" in told
    assert "in run" in told
    assert "heart" not in told, "the message may hold words of a draft"


def test_a_message_is_kept_where_the_drafter_said_so(
    read_does: Callable[[Behaviour], None], tmp_path: Path
) -> None:
    home = ["--home", str(tmp_path)]
    assert main(["settings", "--log", "full", *home]) == ExitStatus.DONE
    read_does(raising(ZeroDivisionError("at the heart of it")))
    assert main(["read", *home]) == ExitStatus.UNREADABLE
    assert "ZeroDivisionError: at the heart of it" in (tmp_path / LOG).read_text(encoding="utf-8")


def test_an_unforeseen_error_that_cannot_be_kept(
    read_does: Callable[[Behaviour], None], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    read_does(raising(ZeroDivisionError("at the heart of it")))
    assert main(["read", "--home", str(tmp_path / "file")]) == ExitStatus.UNREADABLE
    assert "at the heart of it" in capsys.readouterr().err


def test_ctrl_c_is_quiet(read_does: Callable[[Behaviour], None], capsys: pytest.CaptureFixture[str]) -> None:
    read_does(raising(KeyboardInterrupt()))
    assert main(["read"]) == INTERRUPTED
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_a_closed_pipe_is_quiet(option: str) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as closed:
        run = subprocess.run([PENHOLDER, option], stdout=closed, stderr=subprocess.PIPE, check=False)
    assert run.returncode == CLOSED_PIPE
    assert run.stderr == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_is_one_line() -> None:
    with Path("/dev/full").open("wb") as full:
        run = subprocess.run([PENHOLDER, "--help"], stdout=full, stderr=subprocess.PIPE, check=False)
    assert run.returncode == ExitStatus.UNREADABLE
    assert run.stderr.startswith(b"penholder: standard output cannot be written: ")
    assert run.stderr.count(b"\n") == 1


def test_closed_streams_do_no_harm() -> None:
    run = subprocess.run(["sh", "-c", '"$0" --help >&- 2>&-', PENHOLDER], check=False)
    assert run.returncode == ExitStatus.DONE


def test_output_is_utf_8_whatever_the_locale() -> None:
    statement = (
        "from assistant.cli import output; output.prepare();"
        r"output.json_line({'file': 'a\udce9', 'text': '\xe9 \u2013 \u201cx\u201d'}); output.flush()"
    )
    run = subprocess.run(
        [sys.executable, "-c", statement],
        capture_output=True,
        check=True,
        env={**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "latin-1"},
    )
    assert run.stdout.decode("utf-8") == '{"file": "a\\udce9", "text": "é – “x”"}\n'


def test_json_text_is_indented(capsys: pytest.CaptureFixture[str]) -> None:
    output.json_text({"a": ["é"]})
    assert capsys.readouterr().out == '{\n  "a": [\n    "é"\n  ]\n}\n'


@pytest.mark.parametrize(
    "words",
    [
        ["edit", "write", "FILE", "*Notes* the tide;", "--after", "OP1"],
        ["edit", "write", "FILE", "--after", "OP1", "*Notes* the tide;"],
        ["edit", "write", "--after", "OP1", "FILE", "*Notes* the tide;"],
    ],
)
def test_options_may_stand_anywhere(words: list[str]) -> None:
    _, arguments = parse(words)
    assert (arguments.after, arguments.text) == ("OP1", "*Notes* the tide;")

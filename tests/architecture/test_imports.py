"""What a start of the program loads, seen from outside in a process of its own."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

COSTLY = ["aiohttp", "docx", "jinja2", "lxml", "markdown_it", "pypdfium2", "rapidfuzz", "textual", "yaml"]
FACES_AND_WRITERS = ["docx", "jinja2", "textual"]

PROBE = """
import json, sys
{statement}
print(json.dumps(sorted({{name.partition(".")[0] for name in sys.modules}})), file=sys.stderr)
"""


def packages_loaded_by(statement: str) -> set[str]:
    """The top-level packages in memory after `statement` was run by a new interpreter."""
    run = subprocess.run(
        [sys.executable, "-c", PROBE.format(statement=statement)],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return set(json.loads(run.stderr.splitlines()[-1]))


@pytest.mark.parametrize(
    "arguments", [["--version"], ["--help"], ["-h"], ["--home", "elsewhere", "--help"], ["--no-such-option"]]
)
def test_a_quick_call_loads_nothing_costly(arguments: list[str]) -> None:
    loaded = packages_loaded_by(f"from assistant.cli import main; main({arguments!r})")
    assert "assistant" in loaded
    assert not loaded.intersection(COSTLY)


@pytest.mark.parametrize("module", ["assistant", "assistant.checks", "assistant.draft", "precedent"])
def test_the_core_knows_no_screen_no_word_file_and_no_template_engine(module: str) -> None:
    loaded = packages_loaded_by(f"import {module}")
    assert module.partition(".")[0] in loaded
    assert not loaded.intersection(FACES_AND_WRITERS)


@pytest.mark.parametrize("screen", ["assistant.tui.opening", "assistant.tui.doorway"])
def test_the_first_picture_waits_for_nothing_but_the_screen(screen: str) -> None:
    loaded = packages_loaded_by(f"import assistant.tui.app, {screen}")
    assert "textual" in loaded
    assert not loaded.intersection({*COSTLY, "sqlite3", "tantivy"} - {"textual"})


PICTURE = """
import asyncio, json, sys
from pathlib import Path
from textual.app import App
from assistant.tui.app import Interface

display = App._display

def shown(app, screen, picture):
    if not loaded:
        loaded.extend(sorted(sys.modules))
    display(app, screen, picture)

async def start():
    async with Interface(Path({home!r})).run_test():
        pass

loaded = []
App._display = shown
asyncio.run(start())
print(json.dumps(loaded), file=sys.stderr)
"""


def test_what_the_workbench_loads_comes_after_the_first_picture(tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-c", PICTURE.format(home=str(tmp_path))],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    loaded = json.loads(run.stderr.splitlines()[-1])
    assert "assistant.tui.opening" in loaded
    assert not {"assistant.workbench", "assistant.draft"}.intersection(loaded)


def test_a_draft_is_shown_without_what_checks_searches_and_writes_it() -> None:
    loaded = packages_loaded_by("import assistant.tui.app, assistant.tui.drafting")
    assert "markdown_it" in loaded
    assert not loaded.intersection({*COSTLY, "sqlite3", "tantivy"} - {"textual", "markdown_it", "yaml"})


def test_reading_what_was_agreed_loads_nothing_of_what_is_proposed() -> None:
    loaded = packages_loaded_by(
        "import importlib, pkgutil, precedent\n"
        "for module in pkgutil.walk_packages(precedent.__path__, 'precedent.'):\n"
        "    importlib.import_module(module.name)"
    )
    assert "precedent" in loaded
    assert not loaded.intersection(["assistant", "textual", "jinja2"])


def test_the_probe_sees_what_is_loaded() -> None:
    assert "jinja2" in packages_loaded_by("import jinja2")

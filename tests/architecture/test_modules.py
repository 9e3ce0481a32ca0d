"""A module is small and is named for what it holds."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("assistant", "precedent")
MODULES = sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))
LARGEST = 400
REFUSED = {"base", "common", "handler", "handlers", "helper", "helpers", "manager", "misc", "util", "utils"}
STREAMS = {
    "stdout": {"assistant/cli/output.py", "assistant/cli/interface.py"},
    "stderr": {"assistant/cli/diagnostics.py"},
}
"""Who may name a standard stream; the interface only asks whether it is a terminal."""


def shown(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_there_are_modules() -> None:
    assert {path.relative_to(ROOT).parts[0] for path in MODULES} == set(PACKAGES)


@pytest.mark.parametrize("path", MODULES, ids=shown)
def test_is_no_longer_than_a_reader_can_hold(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LARGEST


@pytest.mark.parametrize("path", MODULES, ids=shown)
def test_is_named_for_what_it_holds(path: Path) -> None:
    assert not REFUSED.intersection([path.stem, *path.relative_to(ROOT).parts])


@pytest.mark.parametrize("path", MODULES, ids=shown)
def test_leaves_the_standard_streams_to_those_who_own_them(path: Path) -> None:
    named = {
        node.attr
        for node in ast.walk(ast.parse(path.read_bytes()))
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "sys"
    }
    assert not {stream for stream, owners in STREAMS.items() if stream in named and shown(path) not in owners}


@pytest.mark.parametrize("package", PACKAGES)
def test_is_typed_for_those_who_import_it(package: str) -> None:
    assert (ROOT / package / "py.typed").is_file()

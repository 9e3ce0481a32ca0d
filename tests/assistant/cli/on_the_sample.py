"""Commands called on a draft that was rolled forward from the sample, in a home that has the sample's texts."""

from pathlib import Path

import pytest

from assistant.cli import main
from assistant.resources import sample_folder
from assistant.workbench import Workbench
from tests.assistant.editions import rolled


@pytest.fixture(name="home", scope="module")
def sample_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for an index, with the texts of the sample in it."""
    folder = tmp_path_factory.mktemp("home")
    Workbench(folder).add([sample_folder()])
    return folder


@pytest.fixture(name="draft")
def sample_draft(home: Path, tmp_path: Path) -> Path:
    """A draft of one's own."""
    path = tmp_path / "draft.md"
    Workbench(home).create(path, rolled()).close()
    return path


def penholder(home: Path, *words: str | Path) -> int:
    """The exit status of a call."""
    return main([*map(str, words), "--home", str(home)])

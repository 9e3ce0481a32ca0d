"""What every test may rely on: no settings of the user, and the reference texts where they are at hand."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("PENHOLDER_SHARED") or ROOT.parent / "shared").resolve()
WITHOUT_SHARED = f"the reference texts are not at {SHARED}; PENHOLDER_SHARED may point to them"

settings.register_profile("plain", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "plain")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what asks for the reference texts, and skip it aloud where they are missing."""
    missing = not (SHARED / "seeds").is_dir()
    for item in items:
        if "shared" in getattr(item, "fixturenames", ()):
            item.add_marker("shared")
        if missing and item.get_closest_marker("shared"):
            item.add_marker(pytest.mark.skip(reason=WITHOUT_SHARED))


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of reference texts: `seeds`, `corpus`."""
    return SHARED


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder of the test's own, so that no test meets the user's; and no way to the United Nations."""
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("PENHOLDER_HOME", str(folder))
    monkeypatch.setenv("PENHOLDER_SERVICE", "http://127.0.0.1:9/nobody-listens-here")
    return folder

"""Where the program finds its own files and its user's, and how it knows its version."""

from importlib import metadata
from pathlib import Path

import pytest

from assistant import resources
from assistant import version as versions
from assistant.errors import MissingResourceError
from assistant.home import home_folder


def test_a_wheel_carries_the_templates_in_the_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "assistant"
    (package / "_templates").mkdir(parents=True)
    (tmp_path / "templates").mkdir()
    monkeypatch.setattr(resources, "PACKAGE", package)
    assert resources.templates_folder() == package / "_templates"


def test_a_checkout_has_the_templates_beside_the_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "templates").mkdir()
    monkeypatch.setattr(resources, "PACKAGE", tmp_path / "assistant")
    assert resources.templates_folder() == tmp_path / "templates"


def test_a_missing_folder_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resources, "PACKAGE", tmp_path)
    with pytest.raises(MissingResourceError, match="the folder of the sample is missing"):
        resources.sample_folder()


def test_home_is_what_was_given_else_the_environment_else_the_platform(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert home_folder(str(tmp_path)) == tmp_path
    assert home_folder() == home
    monkeypatch.setenv("PENHOLDER_HOME", "")
    assert home_folder().name == "penholder"


def test_version_of_a_wheel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "other-3.dist-info").mkdir()
    (tmp_path / "penholder-1.2.3.dist-info").mkdir()
    monkeypatch.setattr(versions, "__file__", str(tmp_path / "assistant" / "version.py"))
    assert versions.version() == "1.2.3"


def test_version_of_neither_wheel_nor_checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(versions, "__file__", str(tmp_path / "assistant" / "version.py"))
    assert versions.version() == metadata.version("penholder")

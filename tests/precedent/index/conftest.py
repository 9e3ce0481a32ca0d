"""An empty index, and files to fill it with."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from precedent.index.embedded import EmbeddedIndex
from precedent.reading import markdown
from tests.precedent.index.lighthouses import Write, made


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write a made-up resolution into a file of a folder of the test's own."""

    def to_file(name: str, symbol: str, adopted: str, *words: str, **more: str) -> Path:
        path = tmp_path / "texts" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(markdown.write(made(symbol, adopted, *words, **more)), encoding="utf-8")
        return path

    return to_file


@pytest.fixture
def index(home: Path) -> Iterator[EmbeddedIndex]:
    """An empty index that takes texts in."""
    with EmbeddedIndex(home, writable=True) as opened:
        yield opened

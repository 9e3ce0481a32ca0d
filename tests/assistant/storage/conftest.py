"""A draft on a desk, and a clock that ticks when it is looked at."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from assistant import editing
from assistant.draft import Draft, draft_of
from assistant.storage import Desk, create
from precedent.resolution import Kind, Paragraph, Resolution


@pytest.fixture
def clock() -> Callable[[], dt.datetime]:
    times = iter(dt.datetime(2026, 10, 1, 9, tzinfo=dt.UTC) + dt.timedelta(minutes=n) for n in range(10_000))
    return lambda: next(times)


@pytest.fixture
def draft() -> Draft:
    words = ("Recalling its lanterns,", "Noting the tides,")
    paragraphs = tuple(Paragraph(kind=Kind.PREAMBULAR, text=text) for text in words)
    return draft_of(Resolution(title="Lanterns", enacting="The General Assembly,", paragraphs=paragraphs))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "draft.md"


@pytest.fixture
def desk(path: Path, draft: Draft, clock: Callable[[], dt.datetime]) -> Iterator[Desk]:
    with create(path, draft, owner="Ana", now=clock) as opened:
        yield opened


@pytest.fixture
def retitle() -> Callable[[Desk, str], None]:
    """Does one small step."""

    def done(desk: Desk, title: str) -> None:
        assert desk.do(editing.set_title(desk.draft, title), f"Title {title}")

    return done

"""A server on the loopback, clocks that do not wait, and a short way to fetch."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from precedent.fetching import fetched
from precedent.fetching.fetcher import CERTAIN, Fetching
from precedent.fetching.patience import Timing
from precedent.fetching.transfer import Limits
from precedent.index import Failure, Source
from tests.loopback import Loopback, serving
from tests.pdf_samples import DRAFT

QUICK = Limits(connect=10, silence=10, whole=20)
NOW = dt.datetime(2026, 11, 27, 12, tzinfo=dt.UTC)


class Clock:
    """Time that passes only where somebody sleeps."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.slept = 0.0

    def sleep(self, seconds: float) -> None:
        assert seconds >= 0
        self.now += seconds
        self.slept += seconds

    @property
    def timing(self) -> Timing:
        return Timing(lambda: self.now, self.sleep, random.Random(1), lambda: NOW)


Fetch = Callable[..., list[Source | Failure]]


@pytest.fixture
def server() -> Iterator[Loopback]:
    with serving() as loopback:
        loopback.documents[str(CERTAIN), "pdf"] = DRAFT
        yield loopback


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    return tmp_path / "fetched"


@pytest.fixture
def fetch(server: Loopback, clock: Clock, kept: Path) -> Fetch:
    """Fetch words into `kept` from the server, as fast as it answers."""

    def work(
        *words: str, limits: Limits = QUICK, told: Callable[[Fetching], None] | None = None
    ) -> list[Source | Failure]:
        with fetched(
            words, kept, service=server.service, limits=limits, timing=clock.timing, told=told
        ) as found:
            return list(found)

    return work


def reason(found: list[Source | Failure]) -> str:
    """Why the only thing that was asked for was not fetched."""
    (failure,) = found
    assert isinstance(failure, Failure), failure
    return failure.reason


def data(found: list[Source | Failure]) -> bytes:
    """What the only thing that was asked for holds."""
    (source,) = found
    assert isinstance(source, Source), source
    return source.path.read_bytes()

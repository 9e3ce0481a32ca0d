"""The screens on made-up texts: a workbench of the sample's own, a clock that stands still, waiting for states."""

import datetime as dt
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from assistant.resources import sample_folder
from assistant.tui.app import Interface
from assistant.tui.drafting import Drafting
from assistant.workbench import SAMPLE_DAY, SAMPLE_EDITION, SAMPLE_SESSION, Workbench
from tests.tui.waiting import until

Begin = Callable[..., AbstractAsyncContextManager[tuple[Pilot[None], Drafting]]]


@pytest.fixture(scope="session")
def stocked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home whose index holds the sample's editions; tests only read from it."""
    home = tmp_path_factory.mktemp("stocked")
    bench = Workbench(home)
    bench.add([sample_folder()])
    bench.close()
    return home


@pytest.fixture(scope="session")
def rolled(stocked: Path, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The file of the sample rolled forward."""
    file = tmp_path_factory.mktemp("rolled") / "draft.md"
    bench = Workbench(stocked)
    bench.create(file, bench.roll(SAMPLE_EDITION, session=SAMPLE_SESSION, as_of=SAMPLE_DAY)).close()
    bench.close()
    return file.read_bytes()


@pytest.fixture
def draft_file(rolled: bytes, tmp_path: Path) -> Path:
    """A draft of one's own."""
    file = tmp_path / "draft.md"
    file.write_bytes(rolled)
    return file


@pytest.fixture
def interface(stocked: Path) -> Callable[..., Interface]:
    """The application on the stocked home, on a day that is always the same."""

    def make(path: Path | None = None, *, home: Path | None = None, sample: bool = False) -> Interface:
        return Interface(home or stocked, path, sample=sample, today=lambda: dt.date(2060, 10, 1))

    return make


@pytest.fixture
def drafting(interface: Callable[..., Interface], draft_file: Path) -> Begin:
    """The drafting screen on the draft, its first check done."""

    @asynccontextmanager
    async def begin(
        *, size: tuple[int, int] = (120, 40), path: Path | None = None
    ) -> AsyncIterator[tuple[Pilot[None], Drafting]]:
        app = interface(path or draft_file)
        async with app.run_test(size=size) as pilot:
            await until(pilot, lambda: isinstance(app.screen, Drafting))
            screen = app.screen
            assert isinstance(screen, Drafting)
            await until(pilot, lambda: screen.sitting.checked is not None)
            yield pilot, screen

    return begin

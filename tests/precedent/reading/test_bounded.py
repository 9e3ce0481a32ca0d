"""No file hangs whoever reads it or eats the memory: what might is read where it can be ended, and a line says so."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

import pytest

from precedent import apart
from precedent.apart import Processes, running
from precedent.errors import UnreadableFileError
from precedent.reading import read_bytes
from precedent.reading.bounded import SMALL
from tests import hostile_pdfs
from tests.hostile_texts import TEXTS
from tests.pdf_samples import DRAFT


@pytest.fixture
def strict(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Little time and little memory, so that the tests end soon."""
    opened = Processes(1, longest=6.0, memory=500_000_000)
    monkeypatch.setattr(running, "_processes", lambda: opened)
    yield
    opened.close()


@pytest.mark.usefixtures("strict")
@pytest.mark.parametrize(
    ("made", "said"),
    [
        (hostile_pdfs.forms_with_indirect_resources, "needs more memory"),
        (hostile_pdfs.clipped_by_words, "needs more memory"),
        (hostile_pdfs.colours, "was not read within 6 seconds"),
    ],
)
def test_a_hostile_pdf_is_given_up(made: Callable[[], bytes], said: str) -> None:
    with pytest.raises(UnreadableFileError, match=rf"^lamps\.pdf: .*{said}.*: take the Word file") as told:
        read_bytes(made(), "lamps.pdf")
    assert "\n" not in str(told.value)


@pytest.mark.usefixtures("strict")
def test_a_good_pdf_is_read_after_a_hostile_one() -> None:
    with pytest.raises(UnreadableFileError):
        read_bytes(hostile_pdfs.clipped_by_words(), "lamps.pdf")
    assert read_bytes(DRAFT, "lamps.pdf").title == "Lamps of the sea"


def test_what_a_process_reads_is_what_is_read_here(monkeypatch: pytest.MonkeyPatch) -> None:
    apart_ = read_bytes(DRAFT, "lamps.pdf")
    monkeypatch.setenv("PENHOLDER_WITHIN", "1")
    monkeypatch.setattr(running, "_processes", lambda: Processes(1))
    assert read_bytes(DRAFT, "lamps.pdf") == apart_


def test_a_small_text_starts_no_process_and_a_large_one_does(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    def run(reader: Callable[..., object], data: bytes, *more: object) -> object:
        asked.append(len(data))
        return reader(data, *more)

    monkeypatch.setattr(apart, "run", run)
    text = "The General Assembly,\n\nNoting the lamps,\n\n"
    assert read_bytes(text.encode(), "lamps.txt").paragraphs
    assert not asked
    large = text * (SMALL // len(text) + 1)
    assert read_bytes(large.encode(), "lamps.txt").paragraphs
    assert asked == [len(large)]


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_that_is_read_here_takes_no_more_than_its_size_promises(name: str) -> None:
    """A quarter of the largest that starts no process; what goes from each mark through all after it takes minutes."""
    data = TEXTS[name].encode()[: SMALL // 4]
    began = time.process_time()
    read_bytes(data, "lamps.md")
    assert time.process_time() - began < 4

"""The redline of real editions is both texts; `make evaluate` does it for every series of two sessions."""

import datetime as dt
import tarfile
from pathlib import Path

import pytest

from assistant.export import Extras, exported
from precedent.reading import read_bytes
from precedent.resolution import Resolution
from tests.judging import pages

WHEN = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)


def text(shared: Path, symbol: str) -> Resolution:
    _, _, session, _ = symbol.split("/")
    with tarfile.open(shared / "corpus" / f"ga-{session}.tar.xz") as members:
        for member in members:
            if f"{symbol.replace('/', '_')}-" in member.name and (content := members.extractfile(member)):
                return read_bytes(content.read(), member.name)
    raise LookupError(symbol)


@pytest.mark.parametrize(
    ("base", "new"),
    [
        ("A/RES/78/132", "A/RES/79/194"),  # many words and notes
        ("A/RES/78/249", "A/RES/79/249"),  # a budget: tables, and two texts of different series
        ("A/RES/78/168", "A/RES/79/227"),  # a dash that only print tells
    ],
)
def test_both_texts_are_in_the_redline(shared: Path, base: str, new: str) -> None:
    earlier, later = text(shared, base), text(shared, new)
    extras = Extras(base=earlier, author="Penholder")
    data, proof = exported(later, ".docx", created=WHEN, extras=extras)
    assert proof is not None
    assert proof.accepted[0] > 5
    assert pages(data, "accepted") == pages(exported(later, ".docx")[0])
    assert pages(data, "rejected") == pages(exported(earlier, ".docx")[0])

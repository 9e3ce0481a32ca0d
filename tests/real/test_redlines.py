"""The redline of real editions is both texts; `make evaluate` does it for every series of two sessions."""

import datetime as dt
import tarfile
from pathlib import Path

import pytest

from assistant.export import Extras, exported
from precedent.reading import read, read_bytes
from precedent.resolution import Kind, Resolution
from precedent.rows import cells
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


@pytest.mark.parametrize("symbol", ["A/RES/78/253", "A/RES/79/259", "A/RES/77/100"])
def test_tables_come_back_from_word(shared: Path, symbol: str) -> None:
    published = text(shared, symbol)
    back = read_bytes(exported(published, ".docx")[0], "draft.docx")
    rows = [[p for p in one.paragraphs if p.kind is Kind.TABLE] for one in (published, back)]
    assert len(rows[0]) > 30
    assert [(p.text, p.italics, p.notes) for p in rows[0]] == [(p.text, p.italics, p.notes) for p in rows[1]]


def test_a_table_is_read_from_print_as_its_publishers_have_it(shared: Path) -> None:
    # The appropriations of two years: the figures differ, their columns and the names of sections do not.
    draft = read(shared / "corpus" / "pdf" / "drafts" / "A_C.5_80_L.6.pdf")
    published = text(shared, "A/RES/79/259")
    columns = [
        [len(cells(p.text)) for p in one.paragraphs if p.kind is Kind.TABLE] for one in (draft, published)
    ]
    assert columns[0][1:71] == columns[1][1:71]
    named = [
        {p.text.rpartition(" | ")[0] for p in one.paragraphs if p.kind is Kind.TABLE}
        for one in (draft, published)
    ]
    assert len(named[0] & named[1]) >= 0.9 * len(named[1])

"""The shortlist loses nothing: on a small corpus the search returns what comparing with every passage returns."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from precedent.index import Query, open_index, ranking
from precedent.index.embedded import EmbeddedIndex
from precedent.index.schema import DAY

QUERIES = 60

Rework = Callable[[str, random.Random], str]


def mangled(text: str, choose: random.Random) -> str:
    """A paragraph as it may be reworked: words dropped and replaced."""
    words = [word for word in text.split() if choose.random() > 0.1]
    return " ".join(
        choose.choice(("robust", "relevant", "of")) if choose.random() < 0.05 else word for word in words
    )


def scrap(text: str, choose: random.Random) -> str:
    """Running words of a paragraph, some of them forgotten."""
    words = text.split()
    start = choose.randrange(max(1, len(words) - 12))
    return " ".join(word for word in words[start : start + 12] if choose.random() > 0.2)


def exhaustive(index: EmbeddedIndex, query: str) -> tuple[float, dict[str, float]]:
    """The worth of the best wording, and the worth of every one."""
    with index._reading() as reader:
        rows = reader.connection.execute("SELECT max(id), text FROM passage GROUP BY wording").fetchall()
    newest = max(row >> DAY for row, _ in rows)
    worth = {}
    for row, text in rows:
        years = (newest - (row >> DAY)) / 365.25
        worth[ranking.bare(text)] = ranking.measure(ranking.bare(query), ranking.bare(text), years)[0]
    return max(worth.values()), worth


@pytest.fixture(scope="module")
def real(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmbeddedIndex]:
    """Some four thousand passages."""
    with open_index(tmp_path_factory.mktemp("real"), writable=True) as index:
        index.add([shared / "corpus" / "hrc-54.tar.xz", shared / "corpus" / "sc-2023.tar.xz"])
        yield index


@pytest.mark.timeout(300)
@pytest.mark.parametrize(("rework", "lost"), [(mangled, 0), (scrap, 2)])
def test_the_best_of_all_is_the_first_of_the_search(real: EmbeddedIndex, rework: Rework, lost: int) -> None:
    """A scrap of nothing but common words may stand in more passages than are compared."""
    choose = random.Random(7)
    with real._reading() as reader:
        texts = [text for (text,) in reader.connection.execute("SELECT text FROM passage ORDER BY id")]
    choose.shuffle(texts)
    asked = [rework(text, choose) for text in texts if len(text.split()) > 15][:QUERIES]
    worse = []
    for query in asked:
        best, worth = exhaustive(real, query)
        found = real.search(Query(query, plain=True, limit=1))
        if not found or worth[ranking.bare(found[0].text)] < best - 1e-6:
            worse.append(query)
    assert len(worse) <= lost, worse


def test_fingerprints_are_equal_for_the_same_words_only() -> None:
    assert ranking.fingerprint("Urges keepers, (and) others;") == ranking.fingerprint(
        "urges  KEEPERS and “others”."
    )
    assert ranking.fingerprint("Urges keepers") != ranking.fingerprint("Urges keeper s")

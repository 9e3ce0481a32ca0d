"""The shortlist loses nothing: on a small corpus the search returns what comparing with every passage returns."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from precedent.index import Match, Query, open_index, ranking, schema
from precedent.index.embedded import EmbeddedIndex

QUERIES = 25

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


def few(text: str, choose: random.Random) -> str:
    """Some running words."""
    words = text.split()
    start = choose.randrange(len(words) - 5)
    return " ".join(words[start : start + choose.randint(2, 5)])


@pytest.fixture(scope="module")
def both(
    shared: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[EmbeddedIndex, EmbeddedIndex]]:
    """Some four thousand passages, with the concordance and without: then every wording is compared."""
    home, bare = tmp_path_factory.mktemp("real"), tmp_path_factory.mktemp("bare")
    with open_index(home, writable=True) as index:
        index.add([shared / "corpus" / "hrc-54.tar.xz", shared / "corpus" / "sc-2023.tar.xz"])
    shutil.copy(home / schema.FILE, bare)
    with open_index(home) as quick, open_index(bare) as slow:
        assert quick.state().behind == 0 < slow.state().behind
        yield quick, slow


def worth(match: Match) -> float:
    return sum(part.points for part in match.parts)


@pytest.mark.timeout(300)
@pytest.mark.parametrize(
    ("rework", "lost"), [(mangled, 0), (scrap, 1), (few, 1)], ids=["paragraphs", "scraps", "words"]
)
def test_the_best_of_all_is_the_first_of_the_search(
    both: tuple[EmbeddedIndex, EmbeddedIndex], rework: Rework, lost: int
) -> None:
    """Words that stand in more passages than are compared may stand even better in one that was not."""
    quick, slow = both
    choose = random.Random(7)
    with quick._reading() as reader:
        texts = [text for (text,) in reader.connection.execute("SELECT text FROM wording ORDER BY id")]
    choose.shuffle(texts)
    asked = [rework(text, choose) for text in texts if len(text.split()) > 15][:QUERIES]
    worse = []
    for text in asked:
        query = Query(text, plain=True, limit=1)
        best, found = slow.search(query), quick.search(query)
        if [worth(one) for one in found] != pytest.approx([worth(one) for one in best]):
            worse.append((text, found[:1], best[:1]))
    assert len(worse) <= lost, worse


def test_fingerprints_are_equal_for_the_same_words_only() -> None:
    assert ranking.fingerprint("Urges keepers, (and) others;") == ranking.fingerprint(
        "urges  KEEPERS and “others”."
    )
    assert ranking.fingerprint("Urges keepers") != ranking.fingerprint("Urges keeper s")

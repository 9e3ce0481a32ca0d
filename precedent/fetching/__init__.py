"""What a user names → files that can be taken in: paths as they are, symbols and addresses fetched.

The only part of Penholder that touches the network, and only where a word asks for it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from precedent.fetching.wanted import Address, FetchError, shown, wanted
from precedent.index.protocol import Failure, Postponed, Source
from precedent.symbol import Symbol

if TYPE_CHECKING:
    from precedent.fetching.fetcher import Fetcher, Fetching
    from precedent.fetching.patience import Timing
    from precedent.fetching.transfer import Limits

_ToFetch = tuple[Symbol | Address, str]
"""What is to be fetched, and the word for it."""

__all__ = ["Address", "FetchError", "fetched", "wanted"]


@contextmanager
def fetched(
    words: Iterable[str | Path],
    folder: Path,
    *,
    service: str | None = None,
    told: Callable[[Fetching], None] | None = None,
    limits: Limits | None = None,
    timing: Timing | None = None,
) -> Iterator[Iterable[Source | Failure]]:
    """Each word as a file or folder to take in, or why there is none; nothing is raised for one of them.

    To be used in a `with` statement, which hangs up at its end. A sequence where all of it is here already. Where
    something has to be fetched an iterator, which fetches each thing when it is its turn: what came before is in the
    index by then, and what comes after costs nothing yet.

    Args:
        words: paths, symbols, addresses.
        folder: where what was fetched is kept.
        service: address of a document service that answers as that of the United Nations does, if not that one.
        told: hears how far a fetch has come; what it raises ends everything.
        limits: how long is waited and how much is taken.
        timing: clocks, sleep and chance.
    """
    meant = [_meant(word) for word in words]
    here = tuple(item for item in meant if isinstance(item, Source | Failure))
    if len(here) == len(meant):
        yield here
        return
    from precedent.fetching.fetcher import SERVICE, Fetcher

    with Fetcher(folder, service=service or SERVICE, limits=limits, timing=timing, told=told) as fetcher:
        yield _in_turn(meant, fetcher)


def _meant(word: str | Path) -> Source | Failure | _ToFetch:
    try:
        meant = wanted(word)
    except FetchError as error:
        return Failure(_name(str(word)), str(error))
    return Source(meant, str(meant)) if isinstance(meant, Path) else (meant, _name(str(word)))


def _name(word: str) -> str:
    return shown(word) if "://" in word else word


def _in_turn(meant: Iterable[Source | Failure | _ToFetch], fetcher: Fetcher) -> Iterator[Source | Failure]:
    for item in meant:
        if isinstance(item, Source | Failure):
            yield item
            continue
        thing, word = item
        try:
            if isinstance(thing, Address):
                found: Source | Failure = Source(fetcher.file(thing), thing.shown)
            else:
                found = Source(fetcher.document(thing), str(thing))
        except FetchError as error:
            found = (Postponed if error.postponed else Failure)(word, str(error))
        yield found

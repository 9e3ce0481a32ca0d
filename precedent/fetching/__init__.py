"""What a user names → files that can be taken in: paths as they are, symbols and addresses fetched.

The only part of Penholder that touches the network, and only where a word asks for it. Each thing is fetched when it is
its turn, so that what came before is in the index already.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from precedent.fetching.wanted import Address, FetchError, shown, wanted
from precedent.index.protocol import Failure, Postponed, Source

if TYPE_CHECKING:
    from precedent.fetching.fetcher import Fetcher, Fetching
    from precedent.fetching.patience import Timing
    from precedent.fetching.transfer import Limits

__all__ = ["Address", "FetchError", "fetched", "wanted"]


def fetched(
    words: Iterable[str | Path],
    folder: Path,
    *,
    service: str | None = None,
    told: Callable[[Fetching], None] | None = None,
    limits: Limits | None = None,
    timing: Timing | None = None,
) -> Iterator[Source | Failure]:
    """Each word as a file or folder to take in, or why there is none; nothing is raised for one of them.

    Args:
        words: paths, symbols, addresses.
        folder: where what was fetched is kept.
        service: address of a document service that answers as that of the United Nations does, if not that one.
        told: hears how far a fetch has come; what it raises ends everything.
        limits: how long is waited and how much is taken.
        timing: clocks, sleep and chance.
    """
    fetcher: Fetcher | None = None
    try:
        for word in words:
            try:
                meant = wanted(word)
                if isinstance(meant, Path):
                    yield Source(meant, str(meant))
                    continue
                if fetcher is None:
                    from precedent.fetching.fetcher import SERVICE, Fetcher

                    fetcher = Fetcher(
                        folder, service=service or SERVICE, limits=limits, timing=timing, told=told
                    )
                if isinstance(meant, Address):
                    yield Source(fetcher.file(meant), meant.shown)
                else:
                    yield Source(fetcher.document(meant), str(meant))
            except FetchError as error:
                name = shown(str(word)) if "://" in str(word) else str(word)
                yield (Postponed if error.postponed else Failure)(name, str(error))
    finally:
        if fetcher is not None:
            fetcher.__exit__(None, None, None)

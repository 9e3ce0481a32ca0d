"""How a host is asked: not too often, again after a while where it had trouble, no more once it has had enough.

The document service of the United Nations stops answering somebody who asked some hundreds of times, for minutes or for
hours. Time, sleep and chance are passed in, so that none of this needs waiting for in a test.
"""

from __future__ import annotations

import datetime as dt
import random
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from typing import Final, TypeVar

from precedent.fetching.transfer import BEAT, TransferError, Trouble

T = TypeVar("T")

GAP: Final = 1.0
"""Seconds between two requests to one host, at least; half as much again by chance."""
WIDEST: Final = 8.0
"""The gap doubles, up to this, each time that a host has had enough."""
PAUSES: Final[Mapping[Trouble, tuple[float, ...]]] = {
    Trouble.REFUSED: (),
    Trouble.PASSING: (2, 8, 30),
    Trouble.BLOCKED: (20, 60, 180),
    Trouble.UNREACHABLE: (2, 5),
}
"""Seconds that are waited before the second, third … attempt; half as much again by chance."""
LONGEST: Final = 600.0
"""Seconds beyond which a host that asks us to wait is not waited for."""


@dataclass(frozen=True, slots=True)
class Timing:
    """The clocks and the dice."""

    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    chance: random.Random = field(default_factory=random.Random)
    now: Callable[[], dt.datetime] = lambda: dt.datetime.now(dt.UTC)


class Patience:
    """Paces the requests to each host and tries again; `beat` hears how long is still waited, and why."""

    def __init__(self, timing: Timing, beat: Callable[[float, str], None]) -> None:
        self._timing, self._beat = timing, beat
        self._last = dict[str, float]()
        self._gap = dict[str, float]()

    def pace(self, host: str) -> None:
        """Wait until this host may be asked again."""
        gap = self._gap.get(host, GAP) * self._spread()
        if host in self._last:
            self._wait(self._last[host] + gap - self._timing.clock(), "")
        self._last[host] = self._timing.clock()

    def insist(self, host: str, work: Callable[[], T]) -> T:
        """Do what asks a host, again and again while that can help.

        The first time a host's own wish for how long to wait is taken as it is, then no less than our own pauses.


        Raises:
            TransferError: the last of the failures.
        """
        attempt = 0
        while True:
            try:
                return work()
            except TransferError as error:
                pauses = PAUSES[error.trouble]
                asked = error.wait or 0.0
                if attempt >= len(pauses) or asked > LONGEST:
                    raise
                if error.trouble is Trouble.BLOCKED:
                    self._gap[host] = min(2 * self._gap.get(host, GAP), WIDEST)
                own = pauses[attempt] if error.wait is None or attempt else 0.0
                self._wait(max(asked, own) * self._spread(), f"{host} {error}")
            attempt += 1

    def _spread(self) -> float:
        return 1 + self._timing.chance.random() / 2

    def _wait(self, seconds: float, why: str) -> None:
        end = self._timing.clock() + seconds
        while (left := end - self._timing.clock()) > 0:
            self._beat(left, why)
            self._timing.sleep(min(left, BEAT))


def asked_to_wait(header: str, now: dt.datetime) -> float | None:
    """The seconds that a Retry-After header asks for; None where it says nothing that can be meant."""
    if header.isascii() and header.isdigit():
        return float(header[:9])
    try:
        day = parsedate_to_datetime(header)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    day = day if day.tzinfo else day.replace(tzinfo=dt.UTC)
    return max(0.0, (day - now).total_seconds())

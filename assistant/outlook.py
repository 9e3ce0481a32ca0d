"""What lies ahead of a draft: what is left to do now, and what more goes stale before it is adopted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from assistant.checks import Finding
from precedent.session import Session


@dataclass(frozen=True, slots=True)
class Outlook:
    """Findings in reading order."""

    left: tuple[Finding, ...]
    """What is to be settled now."""
    ahead: tuple[Finding, ...]
    """What stands now, and will be out of date by the day of adoption."""
    by: dt.date
    """That day."""


def outlook(left: Iterable[Finding], now: Iterable[Finding], then: Iterable[Finding], by: dt.date) -> Outlook:
    """What a draft has ahead of it.

    Args:
        left: findings as of the day that the draft is judged by.
        now: findings as of today.
        then: findings as of the day of adoption.
        by: the day of adoption.
    """
    known = {_key(finding) for finding in now}
    ahead = tuple(finding for finding in then if _key(finding) not in known)
    later = {_key(finding) for finding in ahead}
    return Outlook(tuple(finding for finding in left if _key(finding) not in later), ahead, by)


def _key(finding: Finding) -> tuple[str, str, int, str]:
    return finding.rule, finding.label, finding.start, finding.found


def usual_day(adopted: dt.date, session: Session | None) -> dt.date | None:
    """The day of the year on which an earlier edition was adopted, in a session; None where its days are not known."""
    if session is None or session.kind:
        return None
    try:
        first, last = session.days
    except ValueError:
        return None
    day = dt.date(first.year, adopted.month, min(adopted.day, 28))
    day = day if day >= first else day.replace(year=last.year)
    return min(max(day, first), last)

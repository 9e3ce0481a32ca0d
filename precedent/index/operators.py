"""The filters that a query's text may hold: organ:GA committee:2 session:75-78 part:op vote:no series:"…". Pure.

A name that is none of these, or a value that means nothing, is words like any other: every text is a valid query.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from precedent.index.protocol import Query, Vote
from precedent.resolution import Kind
from precedent.session import Organ

HELP = (
    '"exact words" -without organ:GA committee:2 session:75-78 year:2020-2023 part:op opening:"Recalling also"'
    ' vote:no series:"title" symbol:A/RES/79/1 sponsor:Fiji against:Fiji abstaining:Fiji'
)
"""The whole language in one line."""

SHORT = {
    "GA": Organ.GENERAL_ASSEMBLY,
    "ECOSOC": Organ.ECONOMIC_AND_SOCIAL_COUNCIL,
    "HRC": Organ.HUMAN_RIGHTS_COUNCIL,
    "SC": Organ.SECURITY_COUNCIL,
}
"""The names that diplomats use among themselves; no text does."""

_OPERATOR = re.compile(r'(?<!\S)([A-Za-z]+):(?:["“„]([^"“”„]+)["”]|([^\s"“”„]+))(?!\S)')
_RANGE = re.compile(r"((?:E?S-)?[\w]+?)(?:(?:-|–|\.\.)((?:E?S-)?\w+))?", re.IGNORECASE)
_PARTS = {"p": Kind.PREAMBULAR, "pp": Kind.PREAMBULAR, "o": Kind.OPERATIVE, "op": Kind.OPERATIVE}
_VOTES = {
    **dict.fromkeys(("no", "none", "without"), Vote.WITHOUT),
    **dict.fromkeys(("yes", "recorded", "with"), Vote.RECORDED),
}


def understood(query: Query) -> Query:
    """The query with the filters of its text as its fields; a plain one as it is."""
    if query.plain or ":" not in query.text:
        return query
    text = query.text
    for found in _OPERATOR.finditer(query.text):
        name, value = found[1].lower(), (found[2] or found[3]).strip()
        read = _READ.get(name)
        taken = read(query, value) if read and value else None
        if taken is not None:
            query = taken
            text = text.replace(found[0], " ", 1)
    return replace(query, text=" ".join(text.split()) if text != query.text else text)


def each_filter(query: Query) -> Iterator[tuple[str, Query]]:
    """Each filter of a query as one would write it, "committee:2", with a query that has no other."""
    yield from (
        (
            f"organ:{next((short for short, long in SHORT.items() if long is one), one.value)}",
            Query(organs=(one,)),
        )
        for one in query.organs
    )
    for first, last in query.sessions:
        words = first if first == last else f"{first}-{last}"
        yield f"session:{words}", Query(sessions=((first, last),))
    for name in ("committee", "opening", "series", "symbol", "sponsor", "against", "abstaining"):
        if value := getattr(query, name):
            written = f'"{value}"' if " " in value else value
            yield f"{name}:{written}", replace(Query(), **{name: value})
    if query.part:
        yield f"part:{query.part}", Query(part=query.part)
    if query.vote:
        yield f"vote:{'no' if query.vote is Vote.WITHOUT else 'yes'}", Query(vote=query.vote)
    if query.since or query.until:
        days = " ".join(
            f"{name} {day}" for name, day in (("since", query.since), ("until", query.until)) if day
        )
        yield days, Query(since=query.since, until=query.until)


def organ(words: str) -> Organ | None:
    """The organ that somebody names, by its short name or in full."""
    names = {**SHORT, **{one.value.upper(): one for one in Organ}}
    return names.get(" ".join(words.upper().split()))


def part(words: str) -> Kind | None:
    """Preambular or operative, however shortened."""
    said = words.strip().lower()
    if said in _PARTS:
        return _PARTS[said]
    return next((kind for kind in _PARTS.values() if len(said) > 2 and kind.value.startswith(said)), None)


def vote(words: str) -> Vote | None:
    """With or without a vote."""
    return _VOTES.get(words.strip().lower())


def sessions(words: str) -> tuple[str, str] | None:
    """The first and last of "75-78", "75", "S-10", "2021-2024"; a range that runs backwards is turned round."""
    found = _RANGE.fullmatch(words.strip())
    if not found:
        return None
    first, last = found[1], found[2] or found[1]
    backwards = first.isdecimal() and last.isdecimal() and int(first) > int(last)
    return (last, first) if backwards else (first, last)


def _organ(query: Query, value: str) -> Query | None:
    one = organ(value)
    return replace(query, organs=(*query.organs, one)) if one else None


def _part(query: Query, value: str) -> Query | None:
    kind = part(value)
    return replace(query, part=kind) if kind else None


def _vote(query: Query, value: str) -> Query | None:
    how = vote(value)
    return replace(query, vote=how) if how else None


def _session(query: Query, value: str) -> Query | None:
    named = sessions(value)
    return replace(query, sessions=(*query.sessions, named)) if named else None


def _years(query: Query, value: str) -> Query | None:
    named = sessions(value)
    if not named or not all(len(year) == 4 and year.isdecimal() and int(year) > 0 for year in named):
        return None
    return replace(query, since=dt.date(int(named[0]), 1, 1), until=dt.date(int(named[1]), 12, 31))


def _since(query: Query, value: str) -> Query | None:
    years = _years(query, value)
    return replace(query, since=years.since) if years else None


def _until(query: Query, value: str) -> Query | None:
    years = _years(query, value)
    return replace(query, until=years.until) if years else None


_READ: dict[str, Callable[[Query, str], Query | None]] = {
    "organ": _organ,
    "committee": lambda query, value: replace(query, committee=value),
    "session": _session,
    "year": _years,
    "since": _since,
    "until": _until,
    "part": _part,
    "opening": lambda query, value: replace(query, opening=value),
    "vote": _vote,
    "series": lambda query, value: replace(query, series=value),
    "symbol": lambda query, value: replace(query, symbol=value),
    "sponsor": lambda query, value: replace(query, sponsor=value),
    "against": lambda query, value: replace(query, against=value),
    "abstaining": lambda query, value: replace(query, abstaining=value),
}

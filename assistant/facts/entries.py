"""What the tables of a file of facts say, as entries of the register; docs/facts.md has every key."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from assistant.facts.kinds import (
    Adopted,
    Count,
    Fact,
    Mandate,
    Meeting,
    Plan,
    Programme,
    Renamed,
    Report,
    Statistic,
    Trust,
)
from assistant.facts.register import source_symbol
from assistant.facts.tables import Table
from precedent.references.figures import find_figures
from precedent.symbol import Symbol

COMMON = ("source", "known", "trust", "refresh")
"""Keys that every entry may have."""

Head = Mapping[str, Any]
"""What the entries of one table share."""


@dataclass(frozen=True, slots=True)
class Block:
    """How one kind of table is read: `[[report]]` with its list of editions."""

    head: Callable[[Table], Head] = lambda _: {}
    lists: Mapping[str, Callable[[Table, Head], Fact]] = field(default_factory=dict)
    """The lists of entries in it, by key; under "" what the table itself is."""


def _resolution(table: Table, _: Head) -> Fact:
    table.only("symbol", "adopted", "series", "title", *COMMON)
    return Adopted(
        symbol=_symbol(table, "symbol"),
        adopted=table.needed("adopted", dt.date),
        series=table.text("series"),
        title=table.text("title"),
        **_common(table),
    )


def _series(table: Table) -> Head:
    table.only("name", "names", "unit", "meetings", "counts")
    name = table.needed("name", str)
    return {"series": name, "names": table.words("names") or (name,), "unit": table.needed("unit", str)}


def _meeting(table: Table, head: Head) -> Fact:
    table.only("ordinal", "year", "first", "last", "place", "planned", *COMMON)
    year = table.needed("year", int)
    first, last = _days(table)
    if first and last and year not in (first.year, last.year):
        raise table.wrong("last", "not in that year")
    return Meeting(
        **head,
        ordinal=table.given("ordinal", int),
        year=year,
        first=first,
        last=last,
        place=table.text("place"),
        plans=tuple(map(_plan, table.tables("planned"))),
        **_common(table),
    )


def _plan(table: Table) -> Plan:
    table.only("first", "last", "place", "source")
    first, last = _days(table)
    place = table.text("place")
    if not (first or place):
        raise table.wrong("", "neither days nor a place")
    return Plan(first=first, last=last, place=place, source=table.needed("source", str))


def _count(table: Table, head: Head) -> Fact:
    table.only("less", "first", "last", *COMMON)
    first, last = table.needed("first", int), table.needed("last", int)
    if last < first:
        raise table.wrong("last", "before the first year")
    return Count(**head, less=table.needed("less", int), first=first, last=last, **_common(table))


def _reports(table: Table) -> Head:
    table.only("name", "names", "editions", "refresh")
    name = table.needed("name", str)
    return {
        "series": name,
        "names": table.words("names") or (name,),
        "refresh": table.given("refresh", dt.date),
    }


def _report(table: Table, head: Head) -> Fact:
    table.only("year", "title", *COMMON)
    year, title = table.needed("year", int), table.text("title")
    return Report(**{**head, **_dated(table)}, year=year, title=title)


def _statistics(table: Table) -> Head:
    table.only("measures", "unit", "wordings", "beside", "instead", "refresh", "values")
    wordings = table.words("wordings")
    if not wordings or not all(wording.count("{}") == 1 for wording in wordings):
        raise table.wrong("wordings", "each has {} once, where the figure stands")
    return {
        "measures": table.needed("measures", str),
        "unit": table.needed("unit", str),
        "wordings": wordings,
        "beside": table.words("beside"),
        "instead": table.text("instead"),
        "refresh": table.given("refresh", dt.date),
    }


def _statistic(table: Table, head: Head) -> Fact:
    table.only("value", "about", "year", "edition", *COMMON)
    fact = Statistic(
        **{**head, **_dated(table)},
        value=table.number("value"),
        about_word=table.text("about"),
        year=table.given("year", int),
        edition=table.text("edition"),
    )
    if len(list(find_figures(fact.words))) != 1:
        raise table.wrong("value", f"“{fact.words}” is no figure that can be found in a text; see the unit")
    return fact


def _programme(table: Table, _: Head) -> Fact:
    table.only("name", "names", "symbol", "first", "last", "followed_by", *COMMON)
    name = table.needed("name", str)
    first, last = table.given("first", int), table.given("last", int)
    if first and last and last < first:
        raise table.wrong("last", "before the first year")
    return Programme(
        name=name,
        names=table.words("names") or (name,),
        symbol=_symbol(table, "symbol") if "symbol" in table.values else None,
        first=first,
        last=last,
        followed_by=table.text("followed_by"),
        **_dated(table),
    )


def _renamed(table: Table, _: Head) -> Fact:
    table.only("old", "new", "since", *COMMON)
    old, new = table.needed("old", str), table.needed("new", str)
    if old.casefold() == new.casefold():
        raise table.wrong("new", "the same as the old name")
    return Renamed(old=old, new=new, since=table.needed("since", dt.date), **_dated(table))


def _mandate(table: Table, _: Head) -> Fact:
    table.only("name", "wordings", "doubtful", "by", "now", *COMMON)
    wordings, doubtful = table.words("wordings"), table.words("doubtful")
    if not (wordings or doubtful):
        raise table.wrong("wordings", "missing")
    return Mandate(
        name=table.needed("name", str),
        wordings=wordings,
        doubtful=doubtful,
        by=_symbol(table, "by"),
        now=table.needed("now", str),
        **_dated(table),
    )


BLOCKS: dict[str, Block] = {
    "resolution": Block(lists={"": _resolution}),
    "series": Block(_series, {"meetings": _meeting, "counts": _count}),
    "report": Block(_reports, {"editions": _report}),
    "statistic": Block(_statistics, {"values": _statistic}),
    "programme": Block(lists={"": _programme}),
    "renamed": Block(lists={"": _renamed}),
    "mandate": Block(lists={"": _mandate}),
}
"""Every kind of table that a file may have."""


def _common(table: Table) -> dict[str, Any]:
    trust = table.text("trust") or Trust.OFFICIAL
    if trust not in list(Trust):
        raise table.wrong("trust", f"{trust!r} is none of {', '.join(f'“{each}”' for each in Trust)}")
    refresh = table.given("refresh", dt.date)
    return {
        "source": table.needed("source", str),
        "known": table.given("known", dt.date),
        "trust": Trust(trust),
        "at": table.at,
    } | ({"refresh": refresh} if refresh else {})


def _dated(table: Table) -> dict[str, Any]:
    """The common keys of what is told from its source on: a source without a day needs one."""
    common = _common(table)
    symbol = source_symbol(common["source"])
    if common["known"] is None and (symbol is None or symbol.kind != "resolution"):
        raise table.wrong(
            "known", "missing: the source is no resolution, so say since when it may be told (a day)"
        )
    return common


def _days(table: Table) -> tuple[dt.date | None, dt.date | None]:
    first, last = table.given("first", dt.date), table.given("last", dt.date)
    if (first is None) != (last is None):
        raise table.wrong("last" if last is None else "first", "missing: give both days or none")
    if first and last and last < first:
        raise table.wrong("last", "before the first day")
    return first, last


def _symbol(table: Table, key: str) -> Symbol:
    written = table.needed(key, str)
    try:
        symbol = Symbol.parse(written)
    except ValueError:
        raise table.wrong(key, "no document symbol") from None
    if symbol.kind != "resolution":
        raise table.wrong(key, "no resolution")
    return symbol

"""Reads registers of facts: the files that come with the program, and a drafter's own.

A file is TOML with tables `[[resolution]]` and `[[series]]`; docs/facts.md has every key.
"""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import TypeVar

from assistant.errors import FactsUnreadableError
from assistant.facts.register import Adopted, Meeting, Register
from precedent.symbol import Symbol

SHIPPED = ("resolutions.toml", "meetings.toml")

_Kind = TypeVar("_Kind")


@lru_cache(maxsize=1)
def shipped_facts() -> Register:
    """The register that comes with the program."""
    register = Register.of()
    for name in SHIPPED:
        text = files(__package__).joinpath(name).read_text(encoding="utf-8")
        register = register.extended_by(parse_facts(text, name))
    return register


def load_facts(folder: Path) -> Register:
    """The shipped register and every .toml file of a drafter's own folder, which need not exist.

    A file that is wrong is left out as a whole and is one line of the register's problems.
    """
    register = shipped_facts()
    for path in sorted(folder.glob("*.toml")):
        try:
            register = register.extended_by(parse_facts(path.read_text(encoding="utf-8"), str(path)))
        except FactsUnreadableError as error:
            register = replace(register, problems=(*register.problems, str(error)))
        except (OSError, UnicodeDecodeError) as error:
            problem = f"{path}: this register of facts cannot be read ({error})"
            register = replace(register, problems=(*register.problems, problem))
    return register


def parse_facts(text: str, name: str) -> Register:
    """The register in the text of one file.

    Raises:
        FactsUnreadableError: names the file, the key and what is wrong.
    """
    try:
        page = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise FactsUnreadableError(f"{name}: this register of facts is no TOML: {error}") from error
    root = _Table(page, name)
    root.only("resolution", "series")
    adopted = [_adopted(table) for table in root.tables("resolution")]
    meetings = [meeting for table in root.tables("series") for meeting in _meetings(table)]
    return Register.of(adopted, meetings)


def _adopted(table: _Table) -> Adopted:
    table.only("symbol", "adopted", "series", "title", "source")
    return Adopted(
        symbol=_resolution(table),
        adopted=table.needed("adopted", dt.date),
        series=table.given("series", str) or "",
        title=table.given("title", str) or "",
        source=table.needed("source", str),
    )


def _resolution(table: _Table) -> Symbol:
    written = table.needed("symbol", str)
    try:
        symbol = Symbol.parse(written)
    except ValueError:
        raise table.wrong("symbol", "no document symbol") from None
    if symbol.kind != "resolution":
        raise table.wrong("symbol", "no resolution")
    return symbol


def _meetings(table: _Table) -> Iterator[Meeting]:
    table.only("name", "names", "unit", "meetings")
    name = table.needed("name", str)
    names = table.given("names", list) or [name]
    if not all(isinstance(each, str) and each.strip() for each in names):
        raise table.wrong("names", "not a list of words")
    unit = table.needed("unit", str)
    for entry in table.tables("meetings"):
        entry.only("ordinal", "year", "first", "last", "place", "source", "known")
        year = entry.needed("year", int)
        first, last = entry.given("first", dt.date), entry.given("last", dt.date)
        if (first is None) != (last is None):
            raise entry.wrong("last" if last is None else "first", "missing: give both days or none")
        if first and last and not (first <= last and year in (first.year, last.year)):
            raise entry.wrong("last", "before the first day, or not in that year")
        yield Meeting(
            series=name,
            names=tuple(names),
            unit=unit,
            ordinal=entry.given("ordinal", int),
            year=year,
            first=first,
            last=last,
            place=entry.given("place", str) or "",
            source=entry.needed("source", str),
            known=entry.given("known", dt.date),
        )


class _Table:
    """A table of a file, which knows where it stands for whoever has to mend it."""

    def __init__(self, values: Mapping[str, object], name: str, place: str = "") -> None:
        self.values, self.name, self.place = values, name, place

    def wrong(self, key: str, why: str) -> FactsUnreadableError:
        place = f"{self.place}.{key}" if self.place else key
        return FactsUnreadableError(f"{self.name}: {place}: {why}; this register of facts is left out")

    def only(self, *keys: str) -> None:
        for key in self.values:
            if key not in keys:
                raise self.wrong(key, f"no such key (there are {', '.join(keys)})")

    def given(self, key: str, kind: type[_Kind]) -> _Kind | None:
        value = self.values.get(key)
        # A truth value is an int, and a moment a date; neither is meant.
        if value is None or (isinstance(value, kind) and not isinstance(value, bool | dt.datetime)):
            return value
        raise self.wrong(key, f"{value!r} is no {_WORDS.get(kind, kind.__name__)}")

    def needed(self, key: str, kind: type[_Kind]) -> _Kind:
        value = self.given(key, kind)
        if value is None or (isinstance(value, str) and not value.strip()):
            raise self.wrong(key, "missing")
        return value

    def tables(self, key: str) -> Iterator[_Table]:
        for number, values in enumerate(self.given(key, list) or (), 1):
            place = f"{self.place}.{key} {number}" if self.place else f"{key} {number}"
            if not isinstance(values, dict):
                raise self.wrong(key, "not a list of tables")
            yield _Table(values, self.name, place)


_WORDS: dict[type, str] = {dt.date: "date such as 2025-12-15", str: "text", int: "whole number", list: "list"}

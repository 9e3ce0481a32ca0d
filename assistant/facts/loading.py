"""Reads registers of facts: the files that come with the program, and a drafter's own.

What is wrong in a file costs the entry that it is in and nothing else.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

from assistant.errors import FactsUnreadableError
from assistant.facts.entries import BLOCKS
from assistant.facts.kinds import Fact
from assistant.facts.register import Register
from assistant.facts.tables import Table


@dataclass(frozen=True, slots=True)
class FactsFile:
    """One file of facts."""

    name: str
    """As messages call it: its path, or for one that comes with the program its name."""
    register: Register
    shipped: bool


@lru_cache(maxsize=1)
def shipped_files() -> tuple[FactsFile, ...]:
    """The files that come with the program."""
    found = sorted(
        (file for file in files(__package__).iterdir() if file.name.endswith(".toml")), key=lambda f: f.name
    )
    return tuple(
        FactsFile(file.name, parse_facts(file.read_text(encoding="utf-8"), file.name), shipped=True)
        for file in found
    )


@lru_cache(maxsize=1)
def shipped_facts() -> Register:
    """The register that comes with the program."""
    return _together(shipped_files())


def own_files(folder: Path) -> Iterator[FactsFile]:
    """Every .toml file of a drafter's own folder, which need not exist; one that cannot be read has only a problem."""
    for path in sorted(folder.glob("*.toml")):
        try:
            register = parse_facts(path.read_text(encoding="utf-8-sig"), str(path))
        except (OSError, UnicodeDecodeError) as error:
            register = Register(problems=(f"{path}: this file of facts cannot be read ({error})",))
        yield FactsFile(str(path), register, shipped=False)


def load_facts(folder: Path) -> Register:
    """The shipped register and every .toml file of a drafter's own folder, which need not exist.

    An entry that is wrong is left out, the others of its file hold; each is one line of the register's problems.
    """
    own = tuple(own_files(folder))
    return _together((*shipped_files(), *own)) if own else shipped_facts()


def parse_facts(text: str, name: str) -> Register:
    """The register in the text of one file; what is wrong in it is among its problems."""
    try:
        page = tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        return Register(problems=(f"{name}: this file of facts is no TOML: {error}; all of it is left out",))
    root = Table(page, name, text.splitlines())
    facts: list[Fact] = []
    keys = f"no such key (there are {', '.join(BLOCKS)})"
    problems = [str(root.wrong(key, keys)) for key in page if key not in BLOCKS]
    for key in BLOCKS:
        _read(root, key, facts, problems)
    return Register.of(facts, problems)


def _read(root: Table, key: str, facts: list[Fact], problems: list[str]) -> None:
    """The entries of all tables of one kind."""
    try:
        tables = list(root.tables(key))
    except FactsUnreadableError as error:
        problems.append(str(error))
        return
    for table in tables:
        try:
            head = BLOCKS[key].head(table)
            made = [
                (make, entry)
                for inner, make in BLOCKS[key].lists.items()
                for entry in (table.tables(inner) if inner else (table,))
            ]
        except FactsUnreadableError as error:
            problems.append(str(error))
            continue
        for make, entry in made:
            try:
                facts.append(make(entry, head))
            except FactsUnreadableError as error:
                problems.append(str(error))


def _together(found: tuple[FactsFile, ...]) -> Register:
    register = Register()
    for file in found:
        register = register.extended_by(file.register)
    return register

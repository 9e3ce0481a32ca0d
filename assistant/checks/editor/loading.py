"""Reads declared rules: the files that come with the program, and a house's own.

A file is TOML; a table is a rule by its id, and in it a table of a mechanism (or several, `[[HR01.pattern]]`) says
how it looks. docs/house-rules.md has every key.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import MISSING, Field, fields
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

from assistant.checks.editor.declared import Declared, Local, Rulebook, Whole
from assistant.checks.editor.mechanisms import MECHANISMS
from assistant.checks.editor.place import Hit, Place
from assistant.checks.finding import Severity
from assistant.checks.rule import LETTERS, Family, Matter, Part, Rule
from assistant.errors import RulesUnreadableError
from precedent.session import Organ

_ID = re.compile(r"[A-Z]{2,6}\d{2}")
_LISTS: dict[str, type[Organ | Part | str]] = {"organs": Organ, "parts": Part, "not_in": str}
_TEXTS = ("title", "explanation", "authority", "flagged", "preferred", "message")
_TRUTHS = ("safe", "on", "wording", "drafts")
_NEEDED = ("title", "message")
_KEYS = (*_TEXTS, "severity", *_LISTS, *_TRUTHS, "matter")
_BY_THE_HOUSE = "the house's own rule"


@lru_cache(maxsize=1)
def shipped_rules() -> Rulebook:
    """The rules that come with the program."""
    folder = files("assistant.checks.editor").joinpath("rules")
    found: list[Declared] = []
    for file in sorted(folder.iterdir(), key=lambda each: each.name):
        if file.name.endswith(".toml"):
            found += parse_rules(file.read_text(encoding="utf-8"), file.name)
    order = list(LETTERS.values())
    found.sort(key=lambda each: (order.index(each.rule.family), each.rule.id))
    return Rulebook(tuple(found))


def load_rules(folder: Path, taken: Iterable[str] = ()) -> Rulebook:
    """The shipped rules and those of every .toml file of a house's folder, which need not exist.

    A rule that is wrong is left out, the others of its file are kept; each is one line of the book's problems.

    Args:
        folder: where the house's files lie.
        taken: ids of rules that are declared elsewhere.
    """
    book = shipped_rules()
    known, problems = {*taken, *book.rules}, list(book.problems)
    found = list(book.declared)
    for path in sorted(folder.glob("*.toml")):
        try:
            text = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            problems.append(f"{path}: these rules cannot be read ({error})")
            continue
        try:
            page = _Page(text, str(path))
        except RulesUnreadableError as error:
            problems.append(str(error))
            continue
        for identity in page.tables:
            try:
                declared = page.rule(identity, known)
            except RulesUnreadableError as error:
                problems.append(str(error))
                continue
            known.add(identity)
            found.append(declared)
    return Rulebook(tuple(found), tuple(problems))


def parse_rules(text: str, name: str) -> tuple[Declared, ...]:
    """The rules in the text of one file.

    Raises:
        RulesUnreadableError: names the file, the line and what is wrong.
    """
    page = _Page(text, name)
    return tuple(page.rule(identity) for identity in page.tables)


class _Page:
    """One file of rules, which knows at what line a thing stands for whoever has to mend it."""

    def __init__(self, text: str, name: str) -> None:
        self.name, self.lines = name, text.splitlines()
        try:
            self.tables: dict[str, Any] = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            raise RulesUnreadableError(f"{name}: this is no TOML: {error}; its rules are left out") from error

    def wrong(self, place: tuple[str, ...], why: str) -> RulesUnreadableError:
        """The error at a key: file, line, rule, key, what is the matter."""
        return RulesUnreadableError(
            f"{self.name}, line {self.line(place)}: {'.'.join(place)}: {why}; this rule is left out"
        )

    def line(self, place: tuple[str, ...]) -> int:
        """The line of a key, counted from 1; that of the nearest table above it where it cannot be told."""
        found = 1
        for depth in range(1, len(place) + 1):
            header = re.compile(rf"\s*\[\[?\s*{re.escape('.'.join(place[:depth]))}\s*\]\]?")
            key = re.compile(rf"\s*\"?{re.escape(place[depth - 1])}\"?\s*[=.]")
            after = range(found - 1, len(self.lines))
            at = next((n for n in after if header.match(self.lines[n])), None)
            if at is None and depth > 1:
                at = next((n for n in after if key.match(self.lines[n])), None)
            found = found if at is None else at + 1
        return found

    def rule(self, identity: str, taken: Iterable[str] = ()) -> Declared:
        """One rule with its ways of looking."""
        table, at = self.tables[identity], (identity,)
        if not isinstance(table, dict):
            raise self.wrong(at, "a rule is a table: [HR01], with its keys below it")
        if not _ID.fullmatch(identity):
            raise self.wrong(at, "an id is two to six capitals and two digits, as HR01")
        if identity in taken:
            raise self.wrong(at, "there is such a rule already; give this one another id")
        for key in table:
            if key not in _KEYS and key not in MECHANISMS:
                ways = ", ".join(MECHANISMS)
                raise self.wrong(
                    (*at, key), f"no such key (there are {', '.join(_KEYS)}, and of ways to look {ways})"
                )
        for key in _NEEDED:
            if not str(table.get(key, "")).strip():
                raise self.wrong(at, f"{key} is missing")
        looks = tuple(
            way for key in table if key in MECHANISMS for way in self._ways(identity, key, table[key])
        )
        if not looks:
            raise self.wrong(
                at, f"it does not say how to look; add a table [{identity}.pattern] with find = '…'"
            )
        declared = Declared(self._declaration(identity, table), looks)
        self._holds_for_its_examples(declared)
        return declared

    def _declaration(self, identity: str, table: Mapping[str, Any]) -> Rule:
        at = (identity,)
        given: dict[str, Any] = {}
        for key in (*_TEXTS, *_TRUTHS):
            kind = str if key in _TEXTS else bool
            if key in table and not isinstance(table[key], kind):
                raise self.wrong((*at, key), f"{table[key]!r} is no {_WORDS[kind]}")
            given[key] = table.get(key, "" if kind is str else key == "on")
        for key, members in _LISTS.items():
            given[key] = tuple(self._one_of(members, word, (*at, key)) for word in table.get(key, ()))
        given["severity"] = self._one_of(Severity, table.get("severity", "warning"), (*at, "severity"))
        if "matter" in table:
            given["matter"] = self._one_of(Matter, table["matter"], (*at, "matter"))
        given["family"] = LETTERS.get(identity[:2], Family.HOUSE)
        if given["family"] is Family.HOUSE:
            given["authority"] = given["authority"] or _BY_THE_HOUSE
            given["explanation"] = given["explanation"] or given["title"] + "."
        return Rule(id=identity, **given)

    def _one_of(self, kind: Any, word: object, place: tuple[str, ...]) -> Any:  # noqa: ANN401 - any enumeration
        try:
            return kind(word)
        except ValueError:
            known = ", ".join(f'"{each.value}"' for each in kind)
            raise self.wrong(place, f"{word!r} is none of {known}") from None

    def _ways(self, identity: str, key: str, given: object) -> Iterator[Local | Whole]:
        tables = given if isinstance(given, list) else [given]
        for table in tables:
            if not isinstance(table, dict):
                raise self.wrong(
                    (identity, key), f"not a table; write [{identity}.{key}] and its keys below it"
                )
            yield self._way(identity, key, table)

    def _way(self, identity: str, key: str, table: Mapping[str, object]) -> Local | Whole:
        kind, at = MECHANISMS[key], (identity, key)
        known = {each.name: each for each in fields(kind) if each.init}
        hints = get_type_hints(kind)
        values = {}
        for name, value in table.items():
            if name not in known:
                raise self.wrong((*at, name), f"no such key (there are {', '.join(known)})")
            values[name] = self._value(value, hints[name], (*at, name))
        for name, each in known.items():
            if name not in values and _is_needed(each):
                raise self.wrong(at, f"{name} is missing")
        try:
            made: Local | Whole = kind(**values)
        except re.error as error:
            raise self.wrong((*at, "find"), f"no pattern that can be read: {error}") from error
        except (ValueError, IndexError) as error:
            raise self.wrong(at, str(error)) from error
        return made

    def _value(self, value: object, hint: Any, place: tuple[str, ...]) -> Any:  # noqa: ANN401 - of the hint's type
        origin, kinds = get_origin(hint) or hint, get_args(hint)
        if origin is tuple:
            if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
                raise self.wrong(place, "not a list of texts")
            return tuple(value)
        if origin is Mapping:
            if not isinstance(value, dict) or not all(isinstance(each, str) for each in value.values()):
                raise self.wrong(place, 'not a table of texts, as { "words" = "other words" }')
            return value
        wanted = next((kind for kind in kinds or (hint,) if kind is not type(None)), str)
        if not isinstance(value, wanted) or (wanted is int and isinstance(value, bool)):
            raise self.wrong(place, f"{value!r} is no {_WORDS[wanted]}")
        return value

    def _holds_for_its_examples(self, declared: Declared) -> None:
        """A rule of the house that says what it meets is tried on it: a pattern is easily wrong."""
        rule = declared.rule
        local = [way for way in declared.ways if isinstance(way, Local)]
        if rule.family is not Family.HOUSE or not local:
            return
        if rule.flagged and not met(local, rule, rule.flagged):
            raise self.wrong((rule.id, "flagged"), "the rule does not meet this example of its own")
        if rule.preferred and met(local, rule, rule.preferred):
            raise self.wrong((rule.id, "preferred"), "the rule meets this, which is to stand instead")


def met(ways: Iterable[Local], rule: Rule, words: str) -> list[Hit]:
    """What a rule meets in words alone, as they would stand in the first part that it looks at."""
    part = next(iter(rule.parts), Part.OPERATIVE)
    organ = next(iter(rule.organs), Organ.GENERAL_ASSEMBLY)
    return [hit for way in ways for hit in way.meets(Place(part, words, organ))]


def _is_needed(each: Field[Any]) -> bool:
    return each.default is MISSING and each.default_factory is MISSING


_WORDS: dict[type, str] = {str: "text", bool: "true or false", int: "whole number"}

"""A new entry for a drafter's own file of facts, out of keys and words as one types them."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from assistant.errors import AssistantError
from assistant.facts.entries import COMMON
from assistant.facts.kinds import Fact, Meeting, Report, Statistic
from assistant.facts.loading import parse_facts
from assistant.facts.register import Register


class FactRefusedError(AssistantError):
    """A new fact that cannot be taken; the text says which key is missing or wrong."""


@dataclass(frozen=True, slots=True)
class Form:
    """The keys of one kind of fact as `penholder facts add` takes them."""

    block: str
    """The table in the file."""
    needed: tuple[str, ...]
    others: tuple[str, ...]
    inner: str = ""
    """The list in the table that the entry goes into; empty where the table is the entry."""
    own: tuple[str, ...] = ()
    """Keys of the entry in that list; the others are the table's."""

    @property
    def keys(self) -> tuple[str, ...]:
        """Every key that may be given."""
        return (*self.needed, *self.others, "source", *(key for key in COMMON if key != "source"))


FORMS: dict[str, Form] = {
    "resolution": Form("resolution", ("symbol", "adopted"), ("series", "title")),
    "meeting": Form(
        "series", ("name", "unit", "year"), ("names", "ordinal", "first", "last", "place"), "meetings",
        ("year", "ordinal", "first", "last", "place"),
    ),
    "report": Form("report", ("name", "year"), ("names", "title"), "editions", ("year", "title")),
    "statistic": Form(
        "statistic", ("measures", "unit", "wordings", "value"), ("beside", "instead", "about", "year", "edition"),
        "values", ("value", "about", "year", "edition"),
    ),
    "programme": Form("programme", ("name",), ("names", "symbol", "first", "last", "followed_by")),
    "renamed": Form("renamed", ("old", "new", "since"), ()),
    "mandate": Form("mandate", ("name", "by", "now", "wordings"), ("doubtful",)),
}  # fmt: skip
"""What can be added, by kind."""

_PLACE = re.compile(r"^.*?, line \d+: (?:[a-z]+ \d+\.)*|; (?:this entry|all of it) is left out$")
_LISTS = ("names", "wordings", "beside", "doubtful")
_NUMBERS = ("year", "ordinal")
_DAYS = ("adopted", "since", "known", "refresh")
_EITHER = ("first", "last")
"""Days of a meeting, years of a programme."""
_TITLES = {"resolution": "symbol", "meeting": "name", "report": "name", "statistic": "measures",
           "programme": "name", "renamed": "old", "mandate": "name"}  # fmt: skip


def completed(kind: str, given: Mapping[str, str], register: Register) -> dict[str, str]:
    """The keys given, with those that the register has of the same series of meetings, reports or values."""
    known: dict[str, str] = {}
    name = given.get(_TITLES[kind], "")
    for fact in register.facts.values():
        match fact:
            case Meeting(series=series) if kind == "meeting" and series == name:
                known = {"unit": fact.unit, "names": "|".join(fact.names)}
            case Report(series=series) if kind == "report" and series == name:
                known = {"names": "|".join(fact.names)}
            case Statistic(measures=measures) if kind == "statistic" and measures == name:
                known = {"unit": fact.unit, "wordings": "|".join(fact.wordings)}
                known |= {"beside": "|".join(fact.beside)} if fact.beside else {}
            case _:
                pass
    return known | {key: value for key, value in given.items() if value.strip()}


def missing(kind: str, given: Mapping[str, str]) -> tuple[str, ...]:
    """The keys that are needed and not given."""
    return tuple(key for key in (*FORMS[kind].needed, "source") if not given.get(key, "").strip())


def added(kind: str, given: Mapping[str, str], text: str, name: str) -> tuple[str, Fact]:
    """The text of a file of facts with one more entry at its end, and the entry; nothing else in it is touched.

    Args:
        kind: one of FORMS.
        given: the entry's keys and their values as typed; the items of a list have a bar between them.
        text: the file as it is.
        name: as messages call it.

    Raises:
        FactRefusedError: a key is missing or wrong, or the file has no room for it as it is no TOML.
    """
    form = FORMS[kind]
    for key in given:
        if key not in form.keys:
            raise FactRefusedError(f"{key}: a {kind} has no such key (there are {', '.join(form.keys)})")
    lacking = missing(kind, given)
    if lacking:
        raise FactRefusedError(f"a {kind} needs {', '.join(f'{key}=…' for key in lacking)}")
    entry = _written(form, {key: _typed(key, value) for key, value in given.items()})
    alone = parse_facts(entry, "entry")
    if alone.problems:
        raise FactRefusedError(_PLACE.sub("", alone.problems[0]))
    whole = (text.rstrip("\n") + "\n\n" if text.strip() else "") + entry
    before, after = parse_facts(text, name), parse_facts(whole, name)
    (fact,) = alone.facts.values()
    if before.problems != after.problems or (fact.kind, fact.key) not in after.facts:
        raise FactRefusedError(
            f"{(after.problems or before.problems)[0]}; mend that first, nothing was added"
        )
    return whole, fact


def _typed(key: str, value: str) -> str:
    """A value as TOML writes it."""
    value = value.strip()
    if key in _LISTS:
        return f"[{', '.join(_quoted(item.strip()) for item in value.split('|') if item.strip())}]"
    if key in _NUMBERS or (key in _EITHER and re.fullmatch(r"\d{4}", value)):
        if not value.isdigit():
            raise FactRefusedError(f"{key}: {value!r} is no whole number")
        return str(int(value))
    if key in _DAYS or key in _EITHER:
        try:
            return dt.date.fromisoformat(value).isoformat()
        except ValueError:
            raise FactRefusedError(f"{key}: {value!r} is no date such as 2025-12-15") from None
    if key == "value":
        try:
            number = Decimal(value)
        except InvalidOperation:
            number = Decimal("nan")
        if not number.is_finite():
            raise FactRefusedError(f"value: {value!r} is no number; the unit has a key of its own")
        return f"{number:f}"
    return _quoted(value)


def _quoted(words: str) -> str:
    return json.dumps(words, ensure_ascii=False).replace("\x7f", "\\u007f")  # JSON leaves it, TOML refuses it


def _written(form: Form, values: Mapping[str, str]) -> str:
    own = (*form.own, *COMMON) if form.inner else form.keys
    head = [f"{key} = {value}" for key, value in values.items() if key not in own]
    entry = [f"{key} = {value}" for key, value in values.items() if key in own]
    if form.inner:
        head.append(f"{form.inner} = [\n  {{ {', '.join(entry)} }},\n]")
    else:
        head += entry
    return f"[[{form.block}]]\n" + "\n".join(head) + "\n"

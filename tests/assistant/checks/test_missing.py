"""Which evidence was missing is told, and only then."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from assistant.checks import Context, report
from assistant.facts import Adopted, Register
from precedent.symbol import Symbol
from tests.assistant.editions import AS_OF, SESSION, edition, rolled, shelf
from tests.sample_facts import FIRST, SECOND, THIRD
from tests.shelf import Shelf

KNOWN = Register.of(
    Adopted(symbol=Symbol.parse(symbol), adopted=dt.date(year, 12, 11), source=symbol)
    for symbol, year in ((SECOND, 2058), (THIRD, 2059))
)


def unheard(*texts: str, session: int = SESSION, facts: Register = KNOWN, as_of: dt.date = AS_OF) -> str:
    context = Context(Shelf(*map(edition, texts)), as_of, session, facts)
    return report(rolled().resolution, context).unheard


def test_with_all_of_it_nothing_is_said() -> None:
    assert unheard(FIRST, SECOND, THIRD) == ""
    assert report(rolled().resolution, Context(shelf(), AS_OF, SESSION, KNOWN)).has_precedent


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("index is empty", unheard()),
        ("no edition of this text", unheard("E/RES/2060/9")),
        ("nothing of the General Assembly", unheard("E/RES/2060/9")),
        ("ends with the one hundred and thirteenth session", unheard(FIRST, SECOND)),
        ("ends with the one hundred and fourteenth session", unheard(FIRST, SECOND, THIRD, session=118)),
        ("register of facts knows none", unheard(FIRST, SECOND, THIRD, facts=Register.of())),
    ],
)
def test_what_is_missing_is_said(said: str, told: str) -> None:
    assert told.startswith("evidence that was missing: ")
    assert said in told


def test_an_earlier_text_is_held_against_those_before_it() -> None:
    text = edition(THIRD)
    told = report(text, Context(shelf(), AS_OF, SESSION, KNOWN))
    assert told.unheard == ""
    alone = report(replace(text, title="Ropes of the harbour"), Context(Shelf(), AS_OF, SESSION, KNOWN))
    assert not alone.has_precedent

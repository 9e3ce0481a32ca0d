"""The form for what stands above the text: session, committee, item, sponsors, title, expected adoption."""

from __future__ import annotations

from assistant.draft import Draft
from assistant.masthead import masthead_values
from assistant.tui.forms import Field, Values
from assistant.typed import day_of, number_of, symbol_of
from precedent.session import Organ


def masthead_fields(draft: Draft) -> tuple[Field, ...]:
    """The masthead as it is, to be changed."""
    now = masthead_values(draft)
    return (
        Field("title", "Title", value=now["title"]),
        Field("organ", "Organ", choices=tuple((o.value, o.value) for o in Organ), value=now["organ"]),
        Field(
            "session",
            "Session",
            "its number; for the Economic and Social Council its year",
            now["session"],
        ),
        Field("committee", "Committee", value=now["committee"], example="Second Committee"),
        Field("agenda_item", "Agenda item", value=now["agenda_item"], example="18 (b)"),
        Field("agenda_title", "Title of the agenda item", value=now["agenda_title"]),
        Field(
            "sponsors",
            "Sponsors",
            "separated by semicolons, in any order and spelling; printed in list form",
            now["sponsors"],
            example="Türkiye; Iraq (on behalf of the Group of 77 and China)",
        ),
        Field(
            "as_of",
            "Expected adoption",
            "dates are judged as of that day",
            now["as_of"],
            example="2026-12-15",
        ),
        Field(
            "symbol",
            "Symbol",
            "once the Secretariat gave it one; a revision is told by it",
            now["symbol"],
            example="A/C.2/81/L.17/Rev.1",
        ),
    )


def masthead_refusal(values: Values) -> str:
    """Why the values cannot be taken."""
    number_of(values["session"])
    day_of(values["as_of"])
    symbol_of(values["symbol"])
    titled = values["title"].strip() or values["organ"] == Organ.SECURITY_COUNCIL.value
    return "" if titled else "a draft needs a title"

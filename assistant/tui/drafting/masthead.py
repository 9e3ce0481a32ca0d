"""The form for what stands above the text: session, committee, item, sponsors, title, expected adoption."""

from __future__ import annotations

import re

from assistant.draft import Draft
from assistant.editing import set_enacting, set_expected_adoption, set_masthead, set_title
from assistant.tui.forms import Field, Values
from assistant.tui.opening.guided import day_of, number_of
from precedent.session import Organ, Session


def masthead_fields(draft: Draft) -> tuple[Field, ...]:
    """The masthead as it is, to be changed."""
    head = draft.masthead
    organ = head.organ or Organ.GENERAL_ASSEMBLY
    session = head.session_value
    return (
        Field("title", "Title", value=draft.title),
        Field("organ", "Organ", choices=tuple((o.value, o.value) for o in Organ), value=organ.value),
        Field(
            "session",
            "Session",
            "its number; for the Economic and Social Council its year",
            str(session.number) if session else "",
        ),
        Field("committee", "Committee", value=head.committee or "", example="Second Committee"),
        Field("agenda_item", "Agenda item", value=head.agenda_item or "", example="18 (b)"),
        Field("agenda_title", "Title of the agenda item", value=head.agenda_title or ""),
        Field(
            "sponsors",
            "Sponsors",
            "separated by semicolons, in any order and spelling; printed in list form",
            "; ".join(head.sponsors),
            example="Türkiye; Iraq (on behalf of the Group of 77 and China)",
        ),
        Field(
            "as_of",
            "Expected adoption",
            "dates are judged as of that day",
            str(draft.expected_adoption or ""),
            example="2026-12-15",
        ),
    )


def masthead_refusal(values: Values) -> str:
    """Why the values cannot be taken."""
    number_of(values["session"])
    day_of(values["as_of"])
    return "" if values["title"].strip() else "a draft needs a title"


def with_masthead(draft: Draft, values: Values) -> Draft:
    """The draft with the masthead that the form describes; what was not changed stays as it was printed."""
    head, organ = draft.masthead, Organ(values["organ"])
    number = number_of(values["session"])
    known = head.session_value
    fields: dict[str, object] = {
        "organ": organ,
        "committee": values["committee"].strip() or None,
        "agenda_item": values["agenda_item"].strip() or None,
        "agenda_title": values["agenda_title"].strip() or None,
    }
    if number != (known.number if known else None) or organ is not head.organ:
        fields["session"] = Session(organ, number).masthead if number else None
    sponsors = tuple(name.strip() for name in re.split(r"[;\n]", values["sponsors"]) if name.strip())
    if sponsors != head.sponsors:
        fields |= {"sponsors": sponsors, "sponsor_line": None}
    if organ is not head.organ:
        draft = set_enacting(draft, organ.enacting)
    draft = set_title(set_masthead(draft, **fields), values["title"].strip())
    return set_expected_adoption(draft, day_of(values["as_of"]))

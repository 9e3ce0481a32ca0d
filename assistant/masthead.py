"""What stands above a text, as it is typed in words: organ, session, committee, item, sponsors, title, adoption."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from assistant.committees import committee_named
from assistant.draft import Draft
from assistant.editing import set_enacting, set_expected_adoption, set_masthead, set_title
from assistant.sponsors import is_revised
from assistant.typed import day_of, number_of, symbol_of
from precedent.resolution import Masthead
from precedent.session import Organ, Session
from precedent.symbol import Symbol


def masthead_values(draft: Draft) -> dict[str, str]:
    """The masthead of a draft as it would be typed; the names are those that `with_masthead` takes."""
    head = draft.masthead
    session = head.session_value
    return {
        "title": draft.title,
        "symbol": str(head.symbol or ""),
        "organ": (head.organ or Organ.GENERAL_ASSEMBLY).value,
        "session": str(session.number) if session else "",
        "committee": head.committee or "",
        "agenda_item": head.agenda_item or "",
        "agenda_title": head.agenda_title or "",
        "sponsors": "; ".join(head.sponsors),
        "as_of": str(draft.expected_adoption or ""),
    }


def with_masthead(draft: Draft, values: Mapping[str, str]) -> Draft:
    """The draft with the masthead that all these values describe; what was not changed stays as it was printed.

    Raises:
        MistypedError: a session or a day cannot be meant.
    """
    head, organ = draft.masthead, Organ(values["organ"])
    number = number_of(values["session"])
    known = head.session_value
    fields: dict[str, object] = {
        "organ": organ,
        "committee": values["committee"].strip() or None,
        "agenda_item": values["agenda_item"].strip() or None,
        "agenda_title": values["agenda_title"].strip() or None,
    }
    if organ is Organ.GENERAL_ASSEMBLY and fields["committee"]:
        fields["committee"] = committee_named(values["committee"])
    fields |= _renamed(head, symbol_of(values["symbol"]))
    if number != (known.number if known else None) or organ is not head.organ:
        fields["session"] = Session(organ, number).masthead if number else None
    sponsors = tuple(name.strip() for name in re.split(r"[;\n]", values["sponsors"]) if name.strip())
    if sponsors != head.sponsors:
        fields |= {"sponsors": sponsors, "sponsor_line": None}
    if organ is not head.organ:
        draft = set_enacting(draft, organ.enacting)
    draft = set_title(set_masthead(draft, **fields), values["title"].strip())
    return set_expected_adoption(draft, day_of(values["as_of"]))


_DRAFT = re.compile(r"(?<!revised )(draft (?:resolution|decision))", re.IGNORECASE)


def _renamed(head: Masthead, symbol: Symbol | None) -> dict[str, object]:
    """What another symbol changes: it is issued on another day, and a line that was printed says that it is revised."""
    if symbol == head.symbol:
        return {}
    fields: dict[str, object] = {"symbol": symbol, "date": None}
    line = head.sponsor_line
    if line and is_revised(replace(head, symbol=symbol)):
        fields["sponsor_line"] = _DRAFT.sub(
            lambda found: f"{'Revised' if found[1][0] == 'D' else 'revised'} {found[1].lower()}",
            line,
            count=1,
        )
    return fields

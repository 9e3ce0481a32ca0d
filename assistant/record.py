"""A draft as plain data: what a step of its history, its journal and the comments of its file are made of."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import asdict, replace
from typing import Any, TypeVar

from assistant.draft import Change, Dismissal, Draft, Entry, Filling, Origin, Status
from precedent.record import (
    Record,
    as_record,
    footnote_from,
    footnote_record,
    from_record,
    paragraph_from,
    paragraph_record,
)

_Decision = TypeVar("_Decision", Origin, Dismissal, Change)
_NOT_HEAD = ("file", "paragraphs", "footnotes", "remarks", "comments", "changes")


def head_record(draft: Draft) -> Record:
    """Masthead, title, enacting words, base, expected adoption, dismissals; every key always there."""
    known = as_record(replace(draft, entries=(), footnotes=()).resolution)
    day = draft.expected_adoption
    own = {
        "base": draft.base,
        "expected_adoption": day.isoformat() if day else None,
        "dismissals": [dismissal_record(dismissal) for dismissal in draft.dismissals],
    }
    return {key: value for key, value in known.items() if key not in _NOT_HEAD} | own


def with_head(draft: Draft, record: Record) -> Draft:
    """The draft with the head that `head_record` described.

    Raises:
        KeyError, ValueError: where the record is not a draft's.
    """
    known, day = from_record(record), record["expected_adoption"]
    return replace(
        draft,
        masthead=known.masthead,
        title=known.title,
        title_notes=known.title_notes,
        enacting=known.enacting,
        base=record["base"],
        expected_adoption=dt.date.fromisoformat(day) if day else None,
        dismissals=dismissals_from(record.get("dismissals") or ()),
    )


def entry_record(entry: Entry) -> Record:
    """A paragraph of a draft, every key always there; its id apart."""
    content = paragraph_record(entry.content)
    del content["opening"]
    return content | dict.fromkeys(ABOUT) | about_record(entry)


def entry_from(identity: str, record: Record) -> Entry:
    """The paragraph of a draft that `entry_record` described.

    Raises:
        KeyError, TypeError, ValueError: where the record is not a paragraph's.
    """
    return about_from(Entry(id=identity, content=paragraph_from(record)), record)


ABOUT = ("origin", "filling", "status", "dismissals", "changes")
"""What the eye does not need of a paragraph, its id apart."""


def about_record(entry: Entry) -> Record:
    """Origin, template, status, dismissals and changes of a paragraph; what it does not have is left out."""
    filling = entry.filling
    found: Record = {
        "origin": asdict(entry.origin) if entry.origin else None,
        "filling": {"template": filling.template, "values": dict(filling.values)} if filling else None,
        "status": None if entry.status is Status.OPEN else entry.status.value,
        "dismissals": [dismissal_record(dismissal) for dismissal in entry.dismissals],
        "changes": [_change_record(change) for change in entry.changes],
    }
    return {key: value for key, value in found.items() if value}


def about_from(entry: Entry, record: Mapping[str, Any]) -> Entry:
    """The paragraph with what `about_record` described.

    Raises:
        KeyError, TypeError, ValueError: where a value is not of that form.
    """
    origin, filling = record.get("origin"), record.get("filling")
    return replace(
        entry,
        origin=_decision(Origin, origin) if origin else None,
        filling=_filling(filling) if filling else None,
        status=Status(record.get("status") or Status.OPEN),
        dismissals=dismissals_from(record.get("dismissals") or ()),
        changes=tuple(_decision(Change, c) for c in record.get("changes") or ()),
    )


def _change_record(change: Change) -> Record:
    return {
        key: value
        for key, value in asdict(change).items()
        if value or key not in ("review", "in_front", "behind")
    }


def dismissal_record(dismissal: Dismissal) -> Record:
    """A dismissal; what nobody said is left out."""
    return {
        key: value for key, value in asdict(dismissal).items() if value or key in ("rule", "words", "reason")
    }


def dismissals_from(records: Iterable[object]) -> tuple[Dismissal, ...]:
    """The dismissals that `dismissal_record` described.

    Raises:
        TypeError: where one is not of that form.
    """
    return tuple(_decision(Dismissal, record) for record in records)


def _decision(kind: type[_Decision], record: object) -> _Decision:
    return kind(**_strings(record))


def _filling(record: Mapping[str, object]) -> Filling:
    named = _strings({"template": record["template"]})
    return Filling(named["template"], tuple(_strings(record["values"]).items()))


def _strings(record: object) -> dict[str, str]:
    if not isinstance(record, dict) or not all(
        isinstance(word, str) for pair in record.items() for word in pair
    ):
        raise TypeError(f"{record!r} should name words")
    return record


def draft_record(draft: Draft) -> Record:
    """A whole draft."""
    return {
        "head": head_record(draft),
        "entries": [[entry.id, entry_record(entry)] for entry in draft.entries],
        "footnotes": [footnote_record(note) for note in draft.footnotes],
    }


def draft_from(record: Record) -> Draft:
    """The draft that `draft_record` described.

    Raises:
        KeyError, TypeError, ValueError: where the record is not a draft's.
    """
    draft = Draft(
        entries=tuple(entry_from(identity, entry) for identity, entry in record["entries"]),
        footnotes=tuple(footnote_from(note) for note in record["footnotes"]),
    )
    return with_head(draft, record["head"])

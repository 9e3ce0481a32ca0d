"""What the draft around a paragraph knows, and what of it a template may use.

A template is told some of it always (`PROVIDED`); a slot may be filled with some of it beforehand (`DRAWN`).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from assistant.draft import Draft
from precedent.session import Organ, Session
from precedent.symbol import Symbol


class Edition(Protocol):
    """An earlier edition, as the precedent index describes it."""

    @property
    def symbol(self) -> str:
        """A/RES/80/118."""
        ...

    @property
    def title(self) -> str:
        """Without its number."""
        ...

    @property
    def adopted(self) -> dt.date | None:
        """The day of its adoption."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """The draft that a paragraph is written for."""

    organ: Organ = Organ.GENERAL_ASSEMBLY
    session: Session | None = None
    title: str = ""
    agenda_title: str = ""
    """As in the masthead: the item, or "Item: sub-item"."""
    previous: Symbol | None = None
    """The last edition of the same text."""
    previous_date: dt.date | None = None
    previous_title: str = ""
    earlier: tuple[Symbol, ...] = ()
    """Editions before the last one, oldest first."""

    @classmethod
    def of(cls, draft: Draft, editions: Sequence[Edition] = ()) -> Setting:
        """The setting of a draft; `editions` are the adopted ones of its series, oldest first.

        Without editions the draft's base is the previous one, and its date is not known.
        """
        masthead = draft.masthead
        symbols = [_symbol(edition.symbol) for edition in editions]
        last = editions[-1] if editions else None
        return cls(
            organ=masthead.organ or Organ.GENERAL_ASSEMBLY,
            session=masthead.session_value,
            title=draft.title,
            agenda_title=masthead.agenda_title or "",
            previous=_symbol(last.symbol if last else draft.base or ""),
            previous_date=last.adopted if last else None,
            previous_title=last.title if last else "",
            earlier=tuple(symbol for symbol in symbols[:-1] if symbol),
        )

    @property
    def provided(self) -> dict[str, str]:
        """The variables that every template may use beside its slots."""
        return {
            "organ": self.organ.value,
            "organ_short": self.organ.short,
            "session_words": str(self.session) if self.session else "",
        }

    @property
    def drawn(self) -> dict[str, str]:
        """What slots may be filled with beforehand, as a drafter would write it; empty if unknown."""
        item, _, sub_item = self.agenda_title.partition(": ")
        session = self.session
        return {
            "title": self.title,
            "session": session.words if session else "",
            "next_session": session.plus(1).words if session else "",
            "session_after_next": session.plus(2).words if session else "",
            "next_year": str(session.opens_in + 1) if session else "",
            "agenda_item": item,
            "agenda_sub_item": sub_item[:1].upper() + sub_item[1:],
            "previous": str(self.previous or ""),
            "previous_date": self.previous_date.isoformat() if self.previous_date else "",
            "previous_title": self.previous_title or (self.title if self.previous else ""),
            "earlier": "; ".join(map(str, self.earlier)),
        }


PROVIDED = tuple(Setting().provided)
"""Names of the variables that every template may use beside its slots."""

DRAWN = tuple(Setting().drawn)
"""Names of what a slot may take from the draft."""


def _symbol(text: str) -> Symbol | None:
    try:
        return Symbol.parse(text)
    except ValueError:
        return None

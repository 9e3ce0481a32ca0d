"""Which document a text is, where it lies in no file whose name tells and its masthead may be missing. Pure."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from assistant.errors import AssistantError
from precedent.resolution import DocumentKind, Resolution
from precedent.symbol import Symbol


class UnidentifiedTextError(AssistantError):
    """A text was to be kept and nothing says which document it is."""


def identified(text: Resolution, symbol: str = "", adopted: dt.date | None = None) -> Resolution:
    """The text under the symbol and the day that the drafter names; where none is named, its own.

    Raises:
        UnidentifiedTextError: there is no symbol, or what was named is none.
    """
    head = text.masthead
    try:
        own = Symbol.parse(symbol.strip()) if symbol.strip() else head.symbol
    except ValueError:
        raise UnidentifiedTextError(f"{symbol}: is no document symbol; write it as A/RES/79/1") from None
    if own is None:
        title = f"“{text.title}”" if text.title else "the text"
        raise UnidentifiedTextError(
            f"{title} names no document symbol; say which document it is (A/RES/79/1)"
        )
    kind = head.kind
    if adopted and kind in (DocumentKind.DRAFT, DocumentKind.OTHER):
        kind = DocumentKind.RESOLUTION
    known = replace(
        head, symbol=own, organ=head.organ or own.organ, adopted=adopted or head.adopted, kind=kind
    )
    return replace(text, masthead=known)

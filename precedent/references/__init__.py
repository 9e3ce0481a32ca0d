"""Every symbol, session, date, period and figure in a text, typed, with its span.

>>> [type(r).__name__ for r in find_references("Recalling its resolution 81/7 of 2 December 2026,")]
['ResolutionCitation']

`find_references` is total: any text gives an answer. Spans are in order and do not overlap; a date that
belongs to a citation is part of it. The forms are those counted in adopted texts.

Finding is loaded when it is first asked for: whoever needs one pattern does not wait for all of them.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from precedent.references.kinds import (
    DateReference,
    DayMonth,
    DayRange,
    DecisionCitation,
    DocumentReference,
    Figure,
    MonthReference,
    OtherCitation,
    ParagraphReference,
    PeriodReference,
    Reference,
    ResolutionCitation,
    SessionReference,
    YearReference,
)

if TYPE_CHECKING:
    from precedent.references.finding import find_named, find_references, quoted_spans

__all__ = [
    "DateReference",
    "DayMonth",
    "DayRange",
    "DecisionCitation",
    "DocumentReference",
    "Figure",
    "MonthReference",
    "OtherCitation",
    "ParagraphReference",
    "PeriodReference",
    "Reference",
    "ResolutionCitation",
    "SessionReference",
    "YearReference",
    "find_named",
    "find_references",
    "quoted_spans",
]


def __getattr__(name: str) -> object:
    if name not in ("find_named", "find_references", "quoted_spans"):
        raise AttributeError(f"module 'precedent.references' has no attribute {name!r}")
    return getattr(import_module("precedent.references.finding"), name)

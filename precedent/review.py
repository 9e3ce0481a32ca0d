"""What others wrote on a text that comes back: comments beside its words, and changes that Word tracked in them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal, TypeAlias

Version: TypeAlias = Literal["accepted", "original"]
"""Of a text with tracked changes: with all of them made, or with none."""
TITLE = "title"
"""Label of what stands at the title; that of a paragraph or footnote is its own."""


class ChangeKind(StrEnum):
    """What a tracked change did to its words."""

    INSERTED = "inserted"
    DELETED = "deleted"
    MOVED_HERE = "moved here"
    MOVED_AWAY = "moved away"


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """What somebody wrote beside the characters [start, end) of a place.

    Beside words that go on into further paragraphs it stands with those of the first.
    """

    label: str = ""
    """Of the paragraph or footnote, or `TITLE`; empty where it stands at none in the version that was read."""
    start: int = 0
    end: int = 0
    author: str = ""
    date: dt.datetime | None = None
    """As the writer's program noted it, by the writer's clock."""
    text: str
    resolved: bool = False
    answers: int | None = None
    """Place of the comment that it answers, among all of the text."""


@dataclass(frozen=True, slots=True)
class Hand:
    """Who made a change, and when."""

    author: str
    date: dt.datetime | None = None
    """As `Comment.date`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackedChange:
    """Words that somebody put in or took out, at the characters [start, end) of a place.

    Words that do not stand in the version that was read have an empty span: the place where they stood or will stand.
    """

    kind: ChangeKind
    label: str = ""
    """As `Comment.label`."""
    start: int = 0
    end: int = 0
    text: str
    author: str = ""
    date: dt.datetime | None = None
    """As `Comment.date`."""
    spaced: tuple[bool, bool] = (False, False)
    """Whether a space before its words came or went with them, and one after them."""
    put_in_by: Hand | None = None
    """Who had put in, with a tracked change of their own, the words that this one took out: they stand in neither
    version, and are told with the accepted one."""
    whole: bool = False
    """Whether such words were a paragraph of their own; it stood before the place."""

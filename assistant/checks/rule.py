"""A rule: what is looked for, on whose authority, with an example of our own."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """The declaration of one rule; its id never changes."""

    id: str
    title: str
    explanation: str
    authority: str
    flagged: str
    """Words that it meets (made up)."""
    preferred: str
    """What should stand there instead."""

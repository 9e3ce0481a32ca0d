"""A rule: what is looked for, where and in whose texts, on whose authority, with an example of our own.

This is the one declaration of every rule. Rules that are data are read from TOML (`assistant.checks.editor`); those
that need the index or the history of a slot are declared beside the code that judges by them.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from assistant.checks.finding import Severity
from precedent.session import Organ


class Family(StrEnum):
    """What a rule is about; the letters of its id tell it ("PU08")."""

    UPDATES = "updates"
    STRUCTURE = "structure"
    SEQUENCE = "sequence"
    PUNCTUATION = "punctuation"
    REFERENCES = "references"
    FOOTNOTES = "footnotes"
    WORDING = "wording"
    NUMBERS = "numbers"
    DATES = "dates"
    MONEY = "money"
    PROCESS = "process"
    HOUSE = "house"


LETTERS = {
    "ST": Family.STRUCTURE,
    "SQ": Family.SEQUENCE,
    "PU": Family.PUNCTUATION,
    "RF": Family.REFERENCES,
    "FN": Family.FOOTNOTES,
    "WD": Family.WORDING,
    "NM": Family.NUMBERS,
    "DT": Family.DATES,
    "MN": Family.MONEY,
    "PR": Family.PROCESS,
}
"""The family that the letters of an id stand for; a house's own rules have letters of their own."""


class Part(StrEnum):
    """Where in a text a rule looks."""

    MASTHEAD = "masthead"
    TITLE = "title"
    ENACTING = "enacting words"
    PREAMBULAR = "preambular"
    OPERATIVE = "operative"
    SUB = "sub-paragraph"
    HEADING = "heading"
    ANNEX = "annex"
    NOTE = "note"


class Matter(StrEnum):
    """What has to be settled before a draft is tabled, and the gate shows apart from other errors and warnings."""

    BRACKETS = "brackets"
    DATES = "dates"
    MASTHEAD = "masthead"
    SPONSORS = "sponsors"
    BUDGET = "budget"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """The declaration of one rule; its id never changes."""

    id: str
    """ "PU08", or for a rule about updates words: "stale-session"."""
    title: str
    explanation: str
    authority: str
    flagged: str
    """Words that it meets (made up)."""
    preferred: str
    """What should stand there instead."""
    family: Family = Family.UPDATES
    severity: Severity = Severity.WARNING
    """Of its findings as a rule; a finding may be surer or less sure."""
    organs: tuple[Organ, ...] = ()
    """In whose texts it speaks; empty for everybody's."""
    parts: tuple[Part, ...] = ()
    """Where it looks; empty for everywhere."""
    message: str = ""
    """What its findings say where they have nothing of their own to say."""
    safe: bool = False
    """Whether its suggestions may be put in place all at once, unlooked at."""
    on: bool = True
    """Whether it speaks unasked."""
    wording: bool = False
    """Whether it is about the words alone, wherever they stand: words that were adopted so are then left alone."""

    drafts: bool = False
    """Whether it speaks of drafts alone: adopted texts have behind them what it is about."""
    not_in: tuple[str, ...] = ()
    """Committees whose drafts it leaves alone."""
    matter: Matter | None = None
    """The point of the gate that its findings stand under; None for that of errors or of warnings."""

    def speaks_in(self, organ: Organ, committee: str | None = None, *, adopted: bool = False) -> bool:
        """Whether it is a rule of that organ's texts, of that committee's, and of adopted ones where it is one."""
        return (
            (not self.organs or organ in self.organs)
            and committee not in self.not_in
            and not (self.drafts and adopted)
        )

    def looks_at(self, part: Part) -> bool:
        """Whether it looks there."""
        return not self.parts or part in self.parts

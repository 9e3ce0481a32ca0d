"""A finding: one place where a rule was met, why it matters, and what could stand there instead."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How sure the checker is: the words are certainly wrong, the drafter should look, or may like to know."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One finding in one paragraph or footnote; offsets count characters of its text."""

    rule: str
    """Id that never changes: "stale-session"."""
    severity: Severity
    label: str
    """Of the paragraph or footnote: OP51, FN3."""
    start: int
    end: int
    found: str
    """The words at [start, end)."""
    message: str
    """What is the matter, in one line."""
    suggestion: str | None = None
    """Words to put in place of `found`; None where the right words cannot be known."""
    words_certain: bool = True
    """Whether the suggestion may be put in place unasked where the words are certainly out of date."""
    safe: bool = False
    """Whether the suggestion may be put in place with all others, unlooked at."""
    agreed: str = ""
    """Where the words were adopted so: "A/RES/79/194 OP5"; they are then mended only when somebody asks."""
    reason: str = ""
    """What the finding rests on."""
    weighed: tuple[str, ...] = ()
    """The pieces of evidence that weighed most, in a line each: for an update, against it, learned on what."""
    evidence: tuple[str, ...] = ()
    """Places that bear it out: "A/RES/76/189 OP52"."""
    entry: str = ""
    """The entry of the register of facts that the suggestion comes from; findings that share it are mended together."""
    authority: str = ""
    """The rule's source: a rule of procedure, a section of the Editorial Manual, counted practice."""

    @property
    def mendable(self) -> bool:
        """Whether it may be mended with all others: its words are safe, or certain where those found are wrong."""
        certain = self.severity is Severity.ERROR and self.words_certain
        return self.suggestion is not None and (self.safe or certain)

    @property
    def told(self) -> str:
        """All of it in a few lines, for somebody who has only the document."""
        proposed = f"Instead: {self.suggestion}" if self.suggestion is not None else ""
        return "\n".join(filter(None, (f"{self.rule}: {self.message}", proposed, self.reason)))

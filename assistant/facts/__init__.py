"""What is known of the world without an index of earlier texts: a dated register, each entry with its source."""

from assistant.facts.kinds import (
    Adopted,
    Count,
    Fact,
    Mandate,
    Meeting,
    Plan,
    Programme,
    Renamed,
    Report,
    Statistic,
    Trust,
)
from assistant.facts.loading import load_facts, shipped_facts
from assistant.facts.register import Register

__all__ = [
    "Adopted",
    "Count",
    "Fact",
    "Mandate",
    "Meeting",
    "Plan",
    "Programme",
    "Register",
    "Renamed",
    "Report",
    "Statistic",
    "Trust",
    "load_facts",
    "shipped_facts",
]

"""What is known of the world without an index of earlier texts: a dated register, each entry with its source."""

from assistant.facts.loading import load_facts, shipped_facts
from assistant.facts.register import Adopted, Meeting, Register

__all__ = ["Adopted", "Meeting", "Register", "load_facts", "shipped_facts"]

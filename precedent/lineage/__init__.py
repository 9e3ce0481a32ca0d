"""Where each paragraph of a text came from and what became of it."""

from precedent.lineage.lines import Bond, Event, Line, Lineage, Stage, Stop, Tied, stages, trace
from precedent.lineage.moves import with_moves, with_same_words
from precedent.lineage.slots import SlotLine, slot_lines

__all__ = [
    "Bond",
    "Event",
    "Line",
    "Lineage",
    "SlotLine",
    "Stage",
    "Stop",
    "Tied",
    "slot_lines",
    "stages",
    "trace",
    "with_moves",
    "with_same_words",
]

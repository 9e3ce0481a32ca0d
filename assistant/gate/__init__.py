"""The gate: everything that must be true of a draft before it is tabled, on one page."""

from assistant.gate.passing import Known, gate
from assistant.gate.point import MARKS, Gate, Item, Point, State
from assistant.gate.record import gate_record

__all__ = ["MARKS", "Gate", "Item", "Known", "Point", "State", "gate", "gate_record"]

"""One mark for each thing that happens to a paragraph, the same on page, picture and screen."""

from precedent.lineage import Event

MARKS = {
    Event.FIRST: "○",
    Event.NEW: "+",
    Event.UNCHANGED: "=",
    Event.EDITED: "~",
    Event.RESTORED: "↺",
    Event.DROPPED: "×",
    Event.ABSENT: "·",
}

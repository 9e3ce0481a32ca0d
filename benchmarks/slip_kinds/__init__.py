"""The kinds of slips that editors send texts back for, each with the places where a text could have it."""

from slip_kinds.dates import DATES
from slip_kinds.marks import NOTES, PUNCTUATION
from slip_kinds.order import REFERENCES, SEQUENCE, STRUCTURE
from slip_kinds.planting import Slip, SlipKind, planted, words_at
from slip_kinds.wording import NUMBERS, WORDING

KINDS: tuple[SlipKind, ...] = (
    *STRUCTURE,
    *SEQUENCE,
    *PUNCTUATION,
    *REFERENCES,
    *NOTES,
    *WORDING,
    *NUMBERS,
    *DATES,
)

__all__ = ["KINDS", "Slip", "SlipKind", "planted", "words_at"]

"""What speaks for and against a slot's words in the next edition, as named pieces, and what each weighs."""

from assistant.checks.evidence.gathering import gather
from assistant.checks.evidence.piece import Piece
from assistant.checks.evidence.times import within_rhythm
from assistant.checks.evidence.weighing import Scale, Verdict, scale

__all__ = ["Piece", "Scale", "Verdict", "gather", "scale", "within_rhythm"]

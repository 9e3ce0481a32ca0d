"""How a command line names an organ: GA, ECOSOC, HRC, SC, or in full."""

import argparse

from precedent.index import operators
from precedent.session import Organ


def organ(words: str) -> Organ:
    """The organ that an argument names; for `type=` of argparse."""
    found = operators.organ(words)
    if found is None:
        short = ", ".join(operators.SHORT)
        raise argparse.ArgumentTypeError(f"{words!r} is no organ; write {short} or a name in full")
    return found

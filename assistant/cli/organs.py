"""How a command line names an organ: GA, ECOSOC, HRC, SC, or in full."""

import argparse

from precedent.session import Organ

SHORT = {
    "GA": Organ.GENERAL_ASSEMBLY,
    "ECOSOC": Organ.ECONOMIC_AND_SOCIAL_COUNCIL,
    "HRC": Organ.HUMAN_RIGHTS_COUNCIL,
    "SC": Organ.SECURITY_COUNCIL,
}
"""The names that diplomats use among themselves; no text does."""


def organ(words: str) -> Organ:
    """The organ that an argument names; for `type=` of argparse."""
    names = {**SHORT, **{one.value.upper(): one for one in Organ}}
    found = names.get(" ".join(words.upper().split()))
    if found is None:
        raise argparse.ArgumentTypeError(f"{words!r} is no organ; write {', '.join(SHORT)} or a name in full")
    return found

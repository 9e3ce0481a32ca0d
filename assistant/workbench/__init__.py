"""The use cases: what a drafter can do, whichever face asks for it.

The command line and the terminal interface both call this and hold no logic of their own. A workbench belongs to
one home folder: the precedent index, the house templates, the list of recent drafts.
"""

from __future__ import annotations

from assistant.workbench.drafting import (
    SAMPLE_DAY,
    SAMPLE_EDITION,
    SAMPLE_SESSION,
    NoBaseError,
    WrongNameError,
)
from assistant.workbench.exporting import AUTHOR, OpenFindingsError
from assistant.workbench.tabling import Tabling

__all__ = [
    "AUTHOR",
    "SAMPLE_DAY",
    "SAMPLE_EDITION",
    "SAMPLE_SESSION",
    "NoBaseError",
    "OpenFindingsError",
    "Workbench",
    "WrongNameError",
]


class Workbench(Tabling):
    """Everything a drafter can do in one home folder."""

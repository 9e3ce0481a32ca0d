"""The few ways of looking that declared rules name, each a frozen dataclass whose fields are its keys in TOML."""

from assistant.checks.editor.mechanisms.calendar import Calendar, Digits
from assistant.checks.editor.mechanisms.chains import Chain
from assistant.checks.editor.mechanisms.endings import Ending
from assistant.checks.editor.mechanisms.figures import Figures
from assistant.checks.editor.mechanisms.firsts import First
from assistant.checks.editor.mechanisms.formerly import Formerly
from assistant.checks.editor.mechanisms.inner import InnerReference
from assistant.checks.editor.mechanisms.inside import ChainInside
from assistant.checks.editor.mechanisms.introduced import Abbreviations, Introduced
from assistant.checks.editor.mechanisms.joined import Joined
from assistant.checks.editor.mechanisms.listed import ListedInOrder
from assistant.checks.editor.mechanisms.marks import DayDashes, NoteMark
from assistant.checks.editor.mechanisms.mentions import Mention
from assistant.checks.editor.mechanisms.names import Names
from assistant.checks.editor.mechanisms.notes import Notes
from assistant.checks.editor.mechanisms.openings import OpeningForm
from assistant.checks.editor.mechanisms.own import OwnResolution
from assistant.checks.editor.mechanisms.pairs import Pairs
from assistant.checks.editor.mechanisms.patterns import Pattern
from assistant.checks.editor.mechanisms.repeated import Repeated
from assistant.checks.editor.mechanisms.requests import Request
from assistant.checks.editor.mechanisms.slanted import Slanted
from assistant.checks.editor.mechanisms.sponsors import SponsorLine
from assistant.checks.editor.mechanisms.structure import Structure
from assistant.checks.editor.mechanisms.towns import Towns
from assistant.checks.editor.mechanisms.verbs import VerbList
from assistant.checks.editor.mechanisms.voice import Voice
from assistant.checks.editor.mechanisms.words import Words

MECHANISMS: dict[str, type] = {
    "abbreviations": Abbreviations,
    "calendar": Calendar,
    "chain": Chain,
    "days": DayDashes,
    "digits": Digits,
    "ending": Ending,
    "figures": Figures,
    "first": First,
    "formerly": Formerly,
    "inner": InnerReference,
    "inside": ChainInside,
    "introduced": Introduced,
    "joined": Joined,
    "listed": ListedInOrder,
    "mark": NoteMark,
    "mention": Mention,
    "names": Names,
    "notes": Notes,
    "opening": OpeningForm,
    "own": OwnResolution,
    "pairs": Pairs,
    "pattern": Pattern,
    "repeated": Repeated,
    "request": Request,
    "slanted": Slanted,
    "sponsors": SponsorLine,
    "structure": Structure,
    "towns": Towns,
    "verbs": VerbList,
    "voice": Voice,
    "words": Words,
}
"""By the name that a rule's table gives them."""

__all__ = ["MECHANISMS", "Ending", "Pattern", "Words"]

"""The few ways of looking that declared rules name, each a frozen dataclass whose fields are its keys in TOML."""

from assistant.checks.editor.mechanisms.calendar import Calendar, Digits
from assistant.checks.editor.mechanisms.endings import Ending
from assistant.checks.editor.mechanisms.figures import Figures
from assistant.checks.editor.mechanisms.formerly import Formerly
from assistant.checks.editor.mechanisms.introduced import Abbreviations, Introduced
from assistant.checks.editor.mechanisms.joined import Joined
from assistant.checks.editor.mechanisms.names import Names
from assistant.checks.editor.mechanisms.patterns import Pattern
from assistant.checks.editor.mechanisms.slanted import Slanted
from assistant.checks.editor.mechanisms.words import Words

MECHANISMS: dict[str, type] = {
    "abbreviations": Abbreviations,
    "calendar": Calendar,
    "digits": Digits,
    "ending": Ending,
    "figures": Figures,
    "formerly": Formerly,
    "introduced": Introduced,
    "joined": Joined,
    "names": Names,
    "pattern": Pattern,
    "slanted": Slanted,
    "words": Words,
}
"""By the name that a rule's table gives them."""

__all__ = ["MECHANISMS", "Ending", "Pattern", "Words"]

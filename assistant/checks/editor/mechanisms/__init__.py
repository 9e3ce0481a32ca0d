"""The few ways of looking that declared rules name, each a frozen dataclass whose fields are its keys in TOML."""

from assistant.checks.editor.mechanisms.endings import Ending
from assistant.checks.editor.mechanisms.patterns import Pattern
from assistant.checks.editor.mechanisms.words import Words

MECHANISMS: dict[str, type] = {
    "ending": Ending,
    "pattern": Pattern,
    "words": Words,
}
"""By the name that a rule's table gives them."""

__all__ = ["MECHANISMS", "Ending", "Pattern", "Words"]

"""The opening screen: what one can do, the drafts of late, and what the index holds."""

from assistant.tui.opening.screen import Opening

__all__ = ["Opening"]

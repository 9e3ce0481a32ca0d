"""The drafting screen: the outline, the paragraph in hand, and the panel that follows it."""

from assistant.tui.drafting.screen import Drafting

__all__ = ["Drafting"]

"""The screen on which two texts are compared."""

from assistant.tui.comparing.screen import Comparing, comparison_fields

__all__ = ["Comparing", "comparison_fields"]

"""The drafting screen."""

from assistant.tui.drafting.editing_actions import EditingActions
from assistant.tui.drafting.file_actions import FileActions
from assistant.tui.drafting.finding_actions import FindingActions
from assistant.tui.drafting.history_actions import HistoryActions


class Drafting(EditingActions, FindingActions, HistoryActions, FileActions):
    """Where a draft is worked on."""

"""The drafting screen."""

from assistant.tui.drafting.file_actions import FileActions
from assistant.tui.drafting.finding_actions import FindingActions
from assistant.tui.drafting.history_actions import HistoryActions
from assistant.tui.drafting.outline_actions import OutlineActions
from assistant.tui.drafting.view_actions import ViewActions


class Drafting(OutlineActions, FindingActions, HistoryActions, ViewActions, FileActions):
    """Where a draft is worked on."""

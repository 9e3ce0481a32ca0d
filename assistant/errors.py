"""What can go wrong with a draft, said so that a delegate can act on it."""


class AssistantError(Exception):
    """Root of the errors of this package; its text names what happened, to what, and what to do."""


class MissingResourceError(AssistantError):
    """A folder that belongs to the program itself is not where it was installed."""


class FactsUnreadableError(AssistantError):
    """A register of facts with something wrong in it; the text names the file and the key."""


class RulesUnreadableError(AssistantError):
    """A declared rule with something wrong in it; the text names the file, the line and the key."""


class EditingError(AssistantError):
    """An edit that cannot be made: no such paragraph or note, or no place for it there."""


class DraftUnreadableError(AssistantError):
    """A draft file that is missing or cannot be read."""


class DraftUnwritableError(AssistantError):
    """A draft, or the journal beside it, that cannot be written: a full disk, no permission."""


class DraftExistsError(AssistantError):
    """A new draft would be written over a file that is already there."""


class DraftChangedError(AssistantError):
    """Another program wrote the draft file since it was opened; saving would lose what it wrote."""


class DraftReadOnlyError(AssistantError):
    """An edit of a draft that was opened for reading only."""


class DraftInUseError(AssistantError):
    """Another process has the draft open; `owner`, `pid` and `since` say which, where it told."""

    def __init__(self, message: str, *, owner: str = "", pid: int | None = None, since: str = "") -> None:
        super().__init__(message)
        self.owner = owner
        self.pid = pid
        self.since = since

"""What can go wrong with a draft, said so that a delegate can act on it."""


class AssistantError(Exception):
    """Root of the errors of this package; its text names what happened, to what, and what to do."""


class MissingResourceError(AssistantError):
    """A folder that belongs to the program itself is not where it was installed."""


class EditingError(AssistantError):
    """An edit that cannot be made: no such paragraph or note, or no place for it there."""

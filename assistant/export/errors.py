"""What can go wrong with an export, said so that a delegate can act on it."""

from assistant.errors import AssistantError


class ExportError(AssistantError):
    """A draft that cannot be written as asked."""

"""What can go wrong with an earlier text, said so that a delegate can act on it."""


class PrecedentError(Exception):
    """Root of the errors of this package; its text names what happened, to what, and what to do."""


class UnreadableFileError(PrecedentError):
    """A file that holds no text that any reader understands."""


class OfficeError(PrecedentError):
    """LibreOffice is not installed here, or could not do what was asked of it."""


class IndexUnavailableError(PrecedentError):
    """The precedent index cannot be opened or written."""


class UnknownDocumentError(PrecedentError):
    """A symbol that the precedent index does not hold."""


class SearchCancelledError(PrecedentError):
    """A search that was told to stop because its answer is no longer wanted."""

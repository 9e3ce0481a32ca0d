"""What a user is told when something went wrong: one line, never a traceback."""

import os
from pathlib import Path

from assistant.cli import diagnostics, output
from assistant.cli.diagnostics import ExitStatus
from assistant.errors import AssistantError
from assistant.incidents import keep


def report(failure: Exception, home: Path | None) -> ExitStatus:
    """Say in one line what happened; keep the details of what nobody foresaw in a file."""
    if isinstance(failure, output.OutputError):
        output.discard()
    diagnostics.problem(_foreseen(failure) or keep(failure, home))
    return ExitStatus.UNREADABLE


def _foreseen(failure: Exception) -> str | None:
    """The message of a designed error, or of a file that the system refuses."""
    from precedent.errors import PrecedentError

    if isinstance(failure, AssistantError | PrecedentError):
        return str(failure)
    if isinstance(failure, OSError) and failure.filename is not None and failure.strerror:
        return f"{os.fsdecode(failure.filename)}: {failure.strerror}"
    return None

"""What a user is told when something went wrong: one line, never a traceback."""

import os
import traceback
from datetime import datetime
from pathlib import Path

from assistant.cli import diagnostics, output
from assistant.cli.diagnostics import ExitStatus
from assistant.errors import AssistantError
from assistant.home import home_folder

LOG = "errors.log"
"""The file in the home folder that unexpected errors are written to."""


def report(failure: Exception, home: Path | None) -> ExitStatus:
    """Say in one line what happened; keep the details of what nobody foresaw in a file."""
    if isinstance(failure, output.OutputError):
        output.discard()
    diagnostics.problem(_foreseen(failure) or _unforeseen(failure, home))
    return ExitStatus.UNREADABLE


def _foreseen(failure: Exception) -> str | None:
    """The message of a designed error, or of a file that the system refuses."""
    from precedent.errors import PrecedentError

    if isinstance(failure, AssistantError | PrecedentError):
        return str(failure)
    if isinstance(failure, OSError) and failure.filename is not None and failure.strerror:
        return f"{os.fsdecode(failure.filename)}: {failure.strerror}"
    return None


def _unforeseen(failure: Exception, home: Path | None) -> str:
    kind = type(failure).__name__
    try:
        folder = home or home_folder()
        folder.mkdir(parents=True, exist_ok=True)
        log = folder / LOG
        now = datetime.now().astimezone().isoformat(timespec="seconds")
        with log.open("a", encoding="utf-8", errors="backslashreplace") as details:
            details.write(f"{now}\n{''.join(traceback.format_exception(failure))}\n")
    except OSError as problem:
        return f"an unexpected error ({kind}: {failure}); its details could not be kept: {problem}"
    return f"an unexpected error ({kind}); nothing more was done. The details are in {log}"

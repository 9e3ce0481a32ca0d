"""What nobody foresaw: kept with its details in a file of the home folder, told in one line."""

from __future__ import annotations

import traceback
from datetime import datetime
from pathlib import Path

from assistant.home import home_folder

LOG = "errors.log"
"""The file in the home folder that unexpected errors are written to."""


def keep(failure: BaseException, home: Path | None) -> str:
    """Keep the details of an unexpected error, and say in one line where they are."""
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

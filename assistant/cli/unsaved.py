"""Changes of a draft that its file does not have yet: a command on the file does not see them."""

from pathlib import Path

from assistant.cli.diagnostics import note
from assistant.workbench import Workbench


def note_unsaved(bench: Workbench, path: Path) -> None:
    """Say how many there are, if any."""
    count = bench.unsaved(path)
    if count:
        are = "change is" if count == 1 else "changes are"
        note(
            f"{path}: {count} {are} not saved in the file and left out here; to save: penholder {path}, ctrl+s"
        )

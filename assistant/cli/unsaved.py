"""Changes of a draft that its file does not have yet: a command on the file does not see them."""

from pathlib import Path

from assistant.cli.diagnostics import note
from assistant.draft import Draft
from assistant.storage import Desk
from assistant.workbench import Workbench

_SAVES = "to save: penholder {0}, ctrl+s, or penholder steps {0} --save"


def note_unsaved(bench: Workbench, path: Path) -> None:
    """Say how many there are, if any."""
    count = bench.unsaved(path)
    if count:
        are = "change is" if count == 1 else "changes are"
        note(f"{path}: {count} {are} not saved in the file and left out here; {_SAVES.format(path)}")


def do_and_save(desk: Desk, draft: Draft, description: str) -> None:
    """Make that the draft, as a step that can be undone, and save it; not over changes that nobody saved yet.

    Raises:
        DraftUnwritableError, DraftReadOnlyError: as the desk says.
    """
    waiting = desk.dirty
    if desk.do(draft, description) is None:
        return
    if waiting:
        note(f"{desk.path}: kept beside the changes that are not saved yet; {_SAVES.format(desk.path)}")
    else:
        desk.save()


def move_and_save(desk: Desk, steps: int) -> None:
    """Go to the draft as it was after so many steps, and save it; not over changes that nobody saved yet.

    Raises:
        DraftUnwritableError, DraftReadOnlyError: as the desk says.
    """
    waiting = desk.dirty
    desk.move_to(steps)
    if not desk.dirty:
        return
    if waiting:
        note(
            f"{desk.path}: not saved, as there are changes that nobody saved yet; {_SAVES.format(desk.path)}"
        )
    else:
        desk.save()

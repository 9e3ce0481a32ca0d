"""A drafter's own file of facts, to which entries are added one by one."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from filelock import FileLock

from assistant.errors import AssistantError
from assistant.facts.adding import FactRefusedError, added
from assistant.facts.kinds import Fact
from assistant.storage.files import write_atomically

OWN = "own.toml"
"""Where entries go if nobody names a file."""


def add_fact(folder: Path, kind: str, given: Mapping[str, str], name: str = OWN) -> tuple[Path, Fact]:
    """Add an entry at the end of a file of facts, which is made where there is none; the file and the entry.

    What stands in the file stays as it is. The file is replaced in one move, and two who add at once wait for each
    other.

    Raises:
        FactRefusedError: a key is missing or wrong, or the file is no file of facts; nothing was written.
        AssistantError: the file cannot be read or written.
    """
    if Path(name).name != name or not name.endswith(".toml") or name.startswith("."):
        raise FactRefusedError(f"{name}: name a file that ends in .toml; it lies in {folder}")
    path = folder / name
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with FileLock(folder / ".lock"):
            text = path.read_text(encoding="utf-8-sig") if path.exists() else ""
            whole, fact = added(kind, given, text, str(path))
            write_atomically(path, whole.encode(), folder)
    except (OSError, UnicodeDecodeError) as error:
        raise AssistantError(f"{path}: the fact cannot be added ({error})") from error
    return path, fact

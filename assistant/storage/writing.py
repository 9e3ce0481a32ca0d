"""What is being written and is no step yet: kept beside the draft with each key press, gone once it is a step."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from assistant.storage.files import write_atomically
from precedent.resolution import Kind


@dataclass(frozen=True, slots=True)
class Unfinished:
    """The words in an open editor."""

    text: str
    paragraph: str | None
    """Id of the paragraph that is rewritten, or of the one after which a new one is written."""
    kind: Kind | None = None
    """What is written, where it is a new paragraph."""
    level: int = 0


def keep(file: Path, unfinished: Unfinished) -> None:
    """Put the words in place of what was kept before.

    Raises:
        OSError: where they cannot be written.
    """
    data = json.dumps(asdict(unfinished)).encode()
    write_atomically(file, data, file.parent, sync=False)  # a key press does not wait for the disk


def kept(file: Path) -> Unfinished | None:
    """What was kept when the program ended; None where nothing was, or where it cannot be read."""
    try:
        record = json.loads(file.read_bytes())
        kind = Kind(record["kind"]) if record["kind"] else None
        return Unfinished(str(record["text"]), record["paragraph"], kind, int(record["level"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None

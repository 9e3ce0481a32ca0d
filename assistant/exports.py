"""What was exported where: so that a file which somebody has worked on since is never written over."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from assistant.errors import AssistantError

_FILE = "exports.json"
_MOST = 200
"""Exports that are remembered, the last ones."""


class NotKeptError(AssistantError):
    """The file that is in the way cannot be put aside."""


def put_aside(home: Path, path: Path) -> Path | None:
    """Rename a file that an export would replace; None where there is none, or it is as the last export wrote it.

    Raises:
        NotKeptError: it cannot be read or renamed; the export should not go on.
    """
    if not path.is_file():
        return None
    try:
        if _known(home).get(str(path.absolute())) == _digest(path):
            return None
        count = 1
        while (aside := path.with_name(f"{path.stem} (earlier {count}){path.suffix}")).exists():
            count += 1
        path.rename(aside)
    except OSError as error:
        raise NotKeptError(
            f"{path}: there is a file of that name which cannot be put aside ({error.strerror}); choose another name"
        ) from error
    return aside


def remember(home: Path, path: Path) -> None:
    """Note what an export wrote; a home that cannot be written only costs the note."""
    known = _known(home)
    known.pop(str(path.absolute()), None)
    try:
        known[str(path.absolute())] = _digest(path)
        home.mkdir(parents=True, exist_ok=True)
        kept = dict(list(known.items())[-_MOST:])
        (home / _FILE).write_text(json.dumps(kept), encoding="utf-8")
    except OSError:
        return


def _known(home: Path) -> dict[str, str]:
    try:
        found = json.loads((home / _FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()

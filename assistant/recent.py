"""The list of drafts opened lately, in the home folder."""

from __future__ import annotations

import json
from pathlib import Path

KEPT = 12
"""How many drafts the list holds."""
_FILE = "recent.json"


def drafts(home: Path) -> tuple[Path, ...]:
    """Drafts opened lately that still exist, the last one first."""
    try:
        names = json.loads((home / _FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return ()
    return tuple(Path(name) for name in names if isinstance(name, str) and Path(name).exists())


def remember(home: Path, path: Path) -> None:
    """Put a draft at the head of the list; a home that cannot be written only costs the list."""
    kept = [path.absolute(), *(p for p in drafts(home) if p != path.absolute())][:KEPT]
    try:
        home.mkdir(parents=True, exist_ok=True)
        (home / _FILE).write_text(json.dumps([str(p) for p in kept]), encoding="utf-8")
    except OSError:
        return

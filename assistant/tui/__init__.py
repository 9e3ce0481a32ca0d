"""The terminal interface: screens over the workbench, which hold no logic of their own."""

from __future__ import annotations

import sys
from pathlib import Path

from assistant.tui import calm

PATIENCE = 0.001
"""Seconds that the screen waits for a thread at work (checking, searching) to let it go on; 0.005 is usual."""


def open_interface(home: Path, path: Path | None, sample: bool = False) -> int:  # noqa: FBT001, FBT002 - as called
    """Open the screens on a draft, on the sample, or on what one can do; returns the exit status."""
    calm.start()
    from assistant.tui.app import Interface

    sys.setswitchinterval(PATIENCE)
    app = Interface(home, path, sample=sample)
    return app.run_and_raise()

"""Ends programs with all that they started; each system has its own way."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import suppress


def end_tree(process: int) -> None:
    """End a program that leads a group of its own, and what it started. On Windows it may not have ended before."""
    if sys.platform == "win32":
        system = os.environ.get("SYSTEMROOT", r"C:\Windows")
        killer = [rf"{system}\System32\taskkill.exe", "/F", "/T", "/PID", str(process)]
        subprocess.run(killer, capture_output=True, check=False)  # noqa: S603 - the system's own program
    else:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process, signal.SIGKILL)

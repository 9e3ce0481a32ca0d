"""Which processes work for others, and which are still there: seen from outside, with `ps`."""

import os
import subprocess
import time
from collections.abc import Iterable


def working(parent: int | None = None) -> list[int]:
    """Processes that work for a process, or for this one."""
    told = subprocess.run(
        ["ps", "-A", "-o", "pid=,ppid=,args="], capture_output=True, text=True, check=True
    ).stdout.splitlines()
    split = (line.split(None, 2) for line in told if "precedent.apart.serving" in line)
    return [int(pid) for pid, above, _ in split if int(above) == (parent or os.getpid())]


def alive(pid: int) -> bool:
    """Whether a process is there and has not ended."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    state = subprocess.run(["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True, check=False)
    return not state.stdout.strip().startswith("Z") and bool(state.stdout.strip())


def gone(pids: Iterable[int], seconds: float = 20) -> bool:
    """Whether they all end within some time."""
    waiting, until = list(pids), time.monotonic() + seconds
    while any(map(alive, waiting)):
        if time.monotonic() > until:
            return False
        time.sleep(0.05)
    return True

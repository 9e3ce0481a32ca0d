"""The screens killed, hung up, and left without room on the disk, in a terminal of their own: a few sessions of each.

`benchmarks/kills.py` plays as many as one asks for.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
KILLS = ROOT / "benchmarks" / "kills.py"


@pytest.mark.skipif(
    sys.platform != "linux", reason="it needs a terminal of its own and limits on another process"
)
@pytest.mark.timeout(300)
@pytest.mark.parametrize(("how", "rounds"), [("kill", "3"), ("hang-up", "4"), ("full", "2")])
def test_nothing_but_the_last_key_press_is_lost(how: str, rounds: str) -> None:
    command = [sys.executable, str(KILLS), "--rounds", rounds, "--how", how, "--seed", "7"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert " 0 lost something" in done.stdout

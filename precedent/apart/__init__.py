"""Work done apart: in a process of its own, which may take so long and so much memory, and costs nothing but itself.

What reads hostile files in C cannot be interrupted, so it is done where it can be ended. `run` does one thing apart
and waits for it; `Processes` are several that work at once. Both raise `EndedError` where a process ended over its
work. The processes are started as programs (`precedent.apart.serving`) and not forked or spawned: they know nothing of
the program, the threads and the terminal of whoever started them, and end with it however it ends.
"""

from precedent.apart.ended import EndedError, LateError
from precedent.apart.limits import BEAT
from precedent.apart.process import within
from precedent.apart.processes import Processes
from precedent.apart.running import heard, run, run_for

__all__ = ["BEAT", "EndedError", "LateError", "Processes", "heard", "run", "run_for", "within"]

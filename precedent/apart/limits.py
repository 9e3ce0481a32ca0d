"""How much work done apart may take."""

from typing import Final

LONGEST: Final = 60.0
"""Seconds that one piece of work may take; the slowest text of the United Nations takes two."""
MEMORY: Final = 1_000_000_000
"""Bytes that one process may hold; the largest texts need a third of it."""
ADDRESSES: Final = 3
"""So many times as much may it reserve, where the system holds it to that: a request beyond fails at once."""
IDLE: Final = 15.0
"""Seconds after which a process ends that nobody asks anything."""
BEAT: Final = 0.2
"""Seconds after which whoever waits is told that the work goes on."""

"""How much memory this process holds, and how it is held to less; each system has its own way."""

from __future__ import annotations

import re
import sys
from contextlib import suppress

if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    class _Counters(ctypes.Structure):
        """PROCESS_MEMORY_COUNTERS of the Windows API."""

        _fields_ = (
            ("cb", wintypes.DWORD),
            ("PageFaultCount", wintypes.DWORD),
            ("PeakWorkingSetSize", ctypes.c_size_t),
            ("WorkingSetSize", ctypes.c_size_t),
            ("QuotaPeakPagedPoolUsage", ctypes.c_size_t),
            ("QuotaPagedPoolUsage", ctypes.c_size_t),
            ("QuotaPeakNonPagedPoolUsage", ctypes.c_size_t),
            ("QuotaNonPagedPoolUsage", ctypes.c_size_t),
            ("PagefileUsage", ctypes.c_size_t),
            ("PeakPagefileUsage", ctypes.c_size_t),
        )

    def most_held() -> int:
        """The most bytes that this process ever held; 0 where the system does not tell."""
        counters = _Counters()
        counters.cb = ctypes.sizeof(counters)
        system = ctypes.windll.kernel32
        system.GetCurrentProcess.restype = wintypes.HANDLE
        system.K32GetProcessMemoryInfo.argtypes = (wintypes.HANDLE, ctypes.c_void_p, wintypes.DWORD)
        told = system.K32GetProcessMemoryInfo(system.GetCurrentProcess(), ctypes.byref(counters), counters.cb)
        return int(counters.PeakPagefileUsage) if told else 0

    def hold_to(addresses: int) -> None:
        """Windows has no such limit that a process could set itself."""

else:
    import resource

    _PEAK = re.compile(rb"VmHWM:\s*(\d+) kB")

    def most_held() -> int:
        """The most bytes that this process ever held; 0 where the system does not tell."""
        if sys.platform == "darwin":
            return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        # What `getrusage` tells on Linux is of the process that started this one, where that held more.
        with suppress(OSError), open("/proc/self/status", "rb") as status:
            found = _PEAK.search(status.read())
            return int(found[1]) * 1024 if found else 0
        return 0

    def hold_to(addresses: int) -> None:
        """Let nothing be reserved beyond so many bytes; macOS lets one ask for that and does not do it."""
        with suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_AS, (addresses, resource.getrlimit(resource.RLIMIT_AS)[1]))

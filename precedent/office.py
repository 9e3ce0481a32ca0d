"""LibreOffice, where it is installed: what it opens and Penholder does not, made into what Penholder reads or prints.

This is the one place that starts it. Nothing here is needed but for the formats that only it knows. It runs apart
(`precedent.apart`), so that it takes so long and no longer, and ends with the program. Each run has a profile of its
own, so that a LibreOffice that is open does not take the work and not do it; macros never run there, and nothing that a
file links to is fetched.
"""

from __future__ import annotations

import contextlib
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

from precedent import apart
from precedent.apart.ending import end_tree
from precedent.errors import OfficeError

_PROGRAMS: Final = (
    "soffice",
    "libreoffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.com",
)
_SETTINGS: Final = (
    ("org.openoffice.Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("org.openoffice.Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("org.openoffice.Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("org.openoffice.Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("org.openoffice.Office.Writer/Content/Update", "Link", "0"),
    # All addresses lead to a proxy that is not there: what a setting forgets cannot leave the machine.
    ("org.openoffice.Inet/Settings", "ooInetProxyType", "2"),
    ("org.openoffice.Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("org.openoffice.Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("org.openoffice.Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("org.openoffice.Inet/Settings", "ooInetHTTPSProxyPort", "9"),
    ("org.openoffice.Inet/Settings", "ooInetFTPProxyName", "127.0.0.1"),
    ("org.openoffice.Inet/Settings", "ooInetFTPProxyPort", "9"),
    ("org.openoffice.Inet/Settings", "ooInetNoProxy", ""),
)
_LARGEST: Final = 100_000_000
"""Bytes of what it makes."""
_MEMORY: Final = 4_000_000_000
"""Bytes that it may reserve; it holds a fifth of a gigabyte."""


def program() -> str | None:
    """LibreOffice on this machine; None where it is not installed."""
    return next((found for name in _PROGRAMS if (found := shutil.which(name))), None)


def converted(data: bytes, suffix: str, wanted: str, *, seconds: float = 180) -> bytes:
    """A file in another format.

    Args:
        data: its content.
        suffix: of its format: "doc", "docx". LibreOffice looks at the content too.
        wanted: suffix of the format that is wanted: "docx", "pdf".
        seconds: after which LibreOffice is stopped.

    Raises:
        OfficeError: LibreOffice is not installed, fails, or takes too long; the text says which.
    """
    office = program()
    if office is None:
        raise OfficeError("LibreOffice is not installed here")
    try:
        return apart.run_for(seconds, _made, office, data, suffix, wanted, seconds)
    except apart.LateError as ended:
        raise OfficeError(f"LibreOffice ({office}) took longer than {seconds:.0f} seconds") from ended
    except apart.EndedError as ended:
        raise OfficeError(f"LibreOffice ({office}) could not open it: it {ended}") from ended


def _made(office: str, data: bytes, suffix: str, wanted: str, seconds: float) -> bytes:
    """What LibreOffice makes of a file."""
    with tempfile.TemporaryDirectory(prefix="penholder-", ignore_cleanup_errors=True) as scratch:
        folder = Path(scratch)
        source, target = folder / f"source.{suffix}", folder / "made" / f"source.{wanted}"
        source.write_bytes(data)
        profile = folder / "profile"
        _settle(profile)
        command = [
            office,
            f"-env:UserInstallation={profile.as_uri()}",
            *("--headless", "--norestore", "--nolockcheck", "--convert-to", wanted),
            *("--outdir", str(target.parent), str(source)),
        ]
        said = _run(command, seconds)
        if not target.is_file():
            raise OfficeError(f"LibreOffice ({office}) could not open it: {said or 'it gave no reason'}")
        if target.stat().st_size > _LARGEST:
            raise OfficeError(f"LibreOffice ({office}) made far more of it than any text is")
        return target.read_bytes()


def _settle(profile: Path) -> None:
    """A profile with these settings and no others."""
    items = "".join(
        f'<item oor:path="/{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for path, name, value in _SETTINGS
    )
    user = profile / "user"
    user.mkdir(parents=True)
    (user / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<oor:items xmlns:oor="http://openoffice.org/2001/registry" '
        f'xmlns:xs="http://www.w3.org/2001/XMLSchema">{items}</oor:items>\n',
        encoding="utf-8",
    )


def _run(command: list[str], seconds: float) -> str:
    """Run LibreOffice to its end; what it said last. Done apart it is of the group that ends with the process."""
    alone = not apart.within()
    try:
        running = subprocess.Popen(  # noqa: S603 - the program found above, with files made here
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            start_new_session=alone,
        )
    except OSError as problem:
        raise OfficeError(f"LibreOffice ({command[0]}) cannot be started: {problem}") from problem
    _bound(running.pid)
    try:
        _, said = running.communicate(timeout=seconds if alone else None)
    except subprocess.TimeoutExpired as problem:
        raise apart.LateError(seconds) from problem
    finally:
        if alone:
            _stop(running)
    lines = said.decode(errors="replace").strip().splitlines()
    return lines[-1] if lines else ""


def _bound(process: int) -> None:
    """Let it reserve so much memory and no more, where the system can be told."""
    if sys.platform == "linux":
        import resource

        with contextlib.suppress(OSError, ValueError):
            most = resource.prlimit(process, resource.RLIMIT_AS)[1]
            resource.prlimit(process, resource.RLIMIT_AS, (_MEMORY, most))


def _stop(running: subprocess.Popen[bytes]) -> None:
    """Nothing that it started goes on, however it ended."""
    if sys.platform != "win32" or running.poll() is None:
        end_tree(running.pid)
    if running.stderr:
        running.stderr.close()
    running.wait()

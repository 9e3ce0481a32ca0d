"""LibreOffice is started in one place, in a profile of its own, and never goes on after its time."""

import os
import sys
import time
from pathlib import Path

import pytest

from precedent import office
from precedent.errors import OfficeError

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a script of a shell")


def stand_in(folder: Path, *lines: str) -> str:
    """A program that behaves in place of LibreOffice."""
    file = folder / "soffice"
    file.write_text("\n".join(("#!/bin/sh", *lines, "")))
    file.chmod(0o755)
    return str(file)


def use(monkeypatch: pytest.MonkeyPatch, program: str | None) -> None:
    monkeypatch.setattr(office, "program", lambda: program)


def test_it_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, None)
    with pytest.raises(OfficeError, match="not installed"):
        office.converted(b"x", "doc", "docx")


def test_it_takes_too_long_and_all_that_it_started_ends(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = tmp_path / "child"
    use(monkeypatch, stand_in(tmp_path, "sleep 60 &", f"echo $! > {kept}", "wait"))
    started = time.monotonic()
    with pytest.raises(OfficeError, match="took longer than 1 seconds"):
        office.converted(b"x", "doc", "docx", seconds=1)
    assert time.monotonic() - started < 30
    child = int(kept.read_text())
    for _ in range(100):
        if not _runs(child):
            break
        time.sleep(0.05)
    assert not _runs(child)


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{process}/stat")
    return not (state.exists() and state.read_text().rpartition(")")[2].split()[0] == "Z")


def test_it_makes_nothing_and_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, stand_in(tmp_path, "echo first >&2", "echo no such filter >&2"))
    with pytest.raises(OfficeError, match="no such filter"):
        office.converted(b"x", "doc", "docx")


def test_it_cannot_be_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, str(tmp_path / "none"))
    with pytest.raises(OfficeError, match="cannot be started"):
        office.converted(b"x", "doc", "docx")


def test_its_profile_is_its_own_and_runs_no_macro(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = tmp_path / "profile"
    copy = f'cp -r "$(echo "$1" | sed s,-env:UserInstallation=file://,,)" {kept}'
    use(monkeypatch, stand_in(tmp_path, copy, 'mkdir -p "$8"', 'printf made > "$8/source.docx"'))
    assert office.converted(b"x", "doc", "docx") == b"made"
    settings = (kept / "user" / "registrymodifications.xcu").read_text()
    assert '"DisableMacrosExecution" oor:op="fuse"><value>true<' in settings

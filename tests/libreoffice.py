"""LibreOffice as a judge of redlines: its own "accept all" and "reject all", by a macro in a profile of its own."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from precedent import office

_MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Judging" script:language="StarBasic">
Sub Settle(folder As String)
  Dim opened(0) As New com.sun.star.beans.PropertyValue
  opened(0).Name = "Hidden"
  opened(0).Value = True
  Dim stored(0) As New com.sun.star.beans.PropertyValue
  stored(0).Name = "FilterName"
  stored(0).Value = "MS Word 2007 XML"
  Dim name As String
  name = Dir(folder &amp; "/*.docx", 0)
  Do While name &lt;&gt; ""
    text = StarDesktop.loadComponentFromURL(ConvertToURL(folder &amp; "/" &amp; name), "_blank", 0, opened())
    dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
    frame = text.CurrentController.Frame
    If Left(name, 8) = "accepted" Then
      dispatcher.executeDispatch(frame, ".uno:AcceptAllTrackedChanges", "", 0, Array())
    End If
    If Left(name, 8) = "rejected" Then
      dispatcher.executeDispatch(frame, ".uno:RejectAllTrackedChanges", "", 0, Array())
    End If
    text.storeToURL(ConvertToURL(folder &amp; "/settled/" &amp; name), stored())
    text.close(True)
    name = Dir()
  Loop
  StarDesktop.terminate()
End Sub
</script:module>
"""
_LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false"
 library:passwordprotected="false"><library:element library:name="Judging"/></library:library>
"""


def stored(files: Mapping[str, bytes], folder: Path, *, seconds: float = 120) -> dict[str, bytes]:
    """Word files as LibreOffice stores them again.

    Args:
        files: by their names; in one whose name begins with "accepted" or "rejected" all changes are settled so.
        folder: to work in.
        seconds: after which LibreOffice is stopped.
    """
    _run(
        folder, "--terminate_after_init", seconds=seconds
    )  # makes the profile, and would make it anew over ours
    basic = folder / "profile" / "user" / "basic" / "Standard"
    (basic / "Judging.xba").write_text(_MODULE)
    (basic / "script.xlb").write_text(_LIBRARY)
    work = folder / "work"
    (work / "settled").mkdir(parents=True)
    for name, data in files.items():
        (work / f"{name}.docx").write_bytes(data)
    _run(folder, f'macro:///Standard.Judging.Settle("{work}")', seconds=seconds)
    return {name: (work / "settled" / f"{name}.docx").read_bytes() for name in files}


def _run(folder: Path, wanted: str, *, seconds: float) -> None:
    program = office.program()
    assert program
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [program, profile, "--headless", "--norestore", "--nolockcheck", wanted]
    running = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    try:
        running.wait(timeout=seconds)
    finally:
        with suppress(ProcessLookupError):
            os.killpg(running.pid, signal.SIGKILL)

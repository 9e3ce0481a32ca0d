"""PDF through LibreOffice, where that is installed: the Word file, printed."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from assistant.export.errors import ExportError

_PROGRAMS = ("soffice", "libreoffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice")
_SECONDS = 180


def program() -> str | None:
    """LibreOffice on this machine; None where it is not installed."""
    return next((found for name in _PROGRAMS if (found := shutil.which(name))), None)


def printed(word: bytes) -> bytes:
    """A Word file as PDF.

    Raises:
        ExportError: where LibreOffice is not installed, or fails.
    """
    office = program()
    if office is None:
        raise ExportError(
            "a PDF is made with LibreOffice, which is not installed here; "
            "install it, or write a .docx and print that from Word"
        )
    with tempfile.TemporaryDirectory(prefix="penholder-") as scratch:
        folder = Path(scratch)
        source, target = folder / "draft.docx", folder / "draft.pdf"
        source.write_bytes(word)
        # A profile of its own: a LibreOffice that is already open would take the work and not do it.
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = [office, "--headless", profile, "--convert-to", "pdf", "--outdir", scratch, str(source)]
        try:
            done = subprocess.run(command, capture_output=True, timeout=_SECONDS, check=False)  # noqa: S603
        except (OSError, subprocess.TimeoutExpired) as error:
            raise ExportError(
                f"LibreOffice ({office}) did not make the PDF: {error}; write a .docx instead"
            ) from error
        if not target.is_file():
            said = done.stderr.decode(errors="replace").strip().splitlines()
            reason = said[-1] if said else "it gave no reason"
            raise ExportError(f"LibreOffice ({office}) did not make the PDF: {reason}; write a .docx instead")
        return target.read_bytes()

"""A draft as the document that is circulated: Word, PDF, HTML, Markdown, XML.

`export` chooses the form by the name of the file. The page itself is `layout.lay_out`, which every form is
written from. Nothing that leaves carries a comment, an attribution or a personal name.
"""

from __future__ import annotations

import datetime as dt
import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from assistant.draft import Draft
from assistant.export.errors import ExportError
from precedent.resolution import Resolution

__all__ = ["SUFFIXES", "ExportError", "export", "exported"]


def export(source: Resolution | Draft, path: Path, *, created: dt.datetime | None = None) -> Path:
    """Write a text to a file in the form that its name ends with; an older file is replaced at once or not at all.

    Args:
        source: a draft, or an adopted text.
        path: where to; `.docx`, `.pdf`, `.html`, `.md` or `.xml`.
        created: the time that a Word file says it was made; none is written without it.

    Raises:
        ExportError: where the form is unknown, cannot be made here, or the file cannot be written.
    """
    data = exported(source, path.suffix, created=created)
    try:
        _replace(path, data)
    except OSError as error:
        raise ExportError(
            f"{path} could not be written ({error.strerror}); choose a folder that exists and may be written to"
        ) from error
    return path


def exported(source: Resolution | Draft, suffix: str, *, created: dt.datetime | None = None) -> bytes:
    """The bytes of the file that `export` writes.

    Raises:
        ExportError: where the form is unknown or cannot be made here.
    """
    writer = _WRITERS.get(suffix.lower())
    if writer is None:
        raise ExportError(
            f"no such form: {suffix or 'a name without an ending'}; use one of {', '.join(SUFFIXES)}"
        )
    return writer(source, created)


def _word(source: Resolution | Draft, created: dt.datetime | None) -> bytes:
    from assistant.export.layout import lay_out
    from assistant.export.word import word_file

    return word_file(lay_out(source), created=created)


def _pdf(source: Resolution | Draft, created: dt.datetime | None) -> bytes:
    from assistant.export.pdf import printed

    return printed(_word(source, created))


def _html(source: Resolution | Draft, _: dt.datetime | None) -> bytes:
    from assistant.export.html import page
    from assistant.export.layout import lay_out

    return page(lay_out(source)).encode()


def _markdown(source: Resolution | Draft, _: dt.datetime | None) -> bytes:
    from precedent.reading.markdown import write

    return write(source.resolution if isinstance(source, Draft) else source).encode()


def _xml(source: Resolution | Draft, _: dt.datetime | None) -> bytes:
    from precedent.writing.akn import write

    return write(source.resolution if isinstance(source, Draft) else source).encode()


_WRITERS: dict[str, Callable[[Resolution | Draft, dt.datetime | None], bytes]] = {
    ".docx": _word,
    ".pdf": _pdf,
    ".html": _html,
    ".md": _markdown,
    ".xml": _xml,
}
SUFFIXES = tuple(_WRITERS)
"""The endings of the forms that there are."""


def _replace(path: Path, data: bytes) -> None:
    """Beside the file first, then in its place, so that a full disk leaves the older file whole."""
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as beside:
        try:
            beside.write(data)
            beside.flush()
            os.fsync(beside.fileno())
        except OSError:
            Path(beside.name).unlink(missing_ok=True)
            raise
    mode = path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask()
    Path(beside.name).chmod(mode)
    Path(beside.name).replace(path)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask

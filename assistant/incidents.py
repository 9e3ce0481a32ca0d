"""The log that can be sent when something went wrong: what the program did, and what nobody foresaw.

It holds no word of a draft: of an error its kind and where in the program it happened, of an action its name. The
messages of errors, in which words may stand, are kept only where the drafter set `log = "full"`.
"""

from __future__ import annotations

import logging
import traceback
from collections.abc import Iterator
from contextlib import closing
from logging.handlers import RotatingFileHandler
from pathlib import Path

from assistant.errors import AssistantError
from assistant.home import home_folder

LOG = "penholder.log"
"""The file in the home folder. Older lines are in `penholder.log.1`."""
_MOST = 256 * 1024
"""Bytes of a file of the log; there are two."""


class _Page(RotatingFileHandler):
    """A handler that lets its failures be seen."""

    def handleError(self, _: logging.LogRecord) -> None:  # noqa: N802 - as logging calls it
        raise  # noqa: PLE0704 - called where the failure is being handled


def note(words: str, home: Path | None = None) -> None:
    """Write a line into the log; one that cannot be written is let go.

    Args:
        words: what was done; never words of a draft, and no file names.
        home: the home folder; the one of this machine's drafter if None.
    """
    try:
        _write(words, home or home_folder())
    except OSError:
        return


def keep(failure: BaseException, home: Path | None) -> str:
    """Keep the details of an unexpected error, and say in one line where they are."""
    kind = type(failure).__name__
    folder = home or home_folder()
    try:
        _write("".join(_details(failure, full=_in_full(folder))).rstrip(), folder)
    except OSError as problem:
        return f"an unexpected error ({kind}: {failure}); its details could not be kept: {problem}"
    return f"an unexpected error ({kind}); nothing more was done. The details are in {folder / LOG}"


def last_lines(home: Path, count: int) -> list[str]:
    """The last lines of the log; none where there is no log."""
    try:
        return (home / LOG).read_text(encoding="utf-8", errors="replace").splitlines()[-count:]
    except OSError:
        return []


def _write(words: str, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    page = _Page(folder / LOG, maxBytes=_MOST, backupCount=1, encoding="utf-8", errors="backslashreplace")
    with closing(page):
        page.setFormatter(logging.Formatter("%(asctime)s %(process)d %(message)s"))
        page.emit(logging.makeLogRecord({"msg": words}))


def _in_full(folder: Path) -> bool:
    from assistant.settings import load

    try:
        return load(folder).log == "full"
    except AssistantError:
        return False


def _details(failure: BaseException, *, full: bool) -> Iterator[str]:
    """What happened and where, the cause first; without messages unless in full."""
    if full:
        yield from traceback.format_exception(failure)
        return
    before = failure.__cause__ or (None if failure.__suppress_context__ else failure.__context__)
    if before is not None:
        yield from _details(before, full=False)
        yield "which led to\n"
    yield f"{type(failure).__module__}.{type(failure).__qualname__}\n"
    yield from traceback.format_tb(failure.__traceback__)

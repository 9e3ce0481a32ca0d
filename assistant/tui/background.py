"""Work that takes longer than a blink: run in a thread, its result or its error brought back to the screen."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import nullcontext, suppress
from functools import partial
from typing import TypeVar

from textual.css.query import NoMatches
from textual.widget import Widget
from textual.worker import Worker, get_current_worker

from assistant.errors import AssistantError
from precedent.apart import heard
from precedent.errors import PrecedentError, SearchCancelledError

T = TypeVar("T")

Foreseen = (AssistantError, PrecedentError, OSError)
"""Errors whose words a drafter can act on."""


ADD, TEMPLATES, RULES = (
    "“Add precedents” (ctrl+p)",
    "the templates panel (ctrl+t)",
    "“Which rules speak” (ctrl+p)",
)
ON_SCREEN = (
    (r"add it with: penholder add FILE, or fetch it with: penholder add SYMBOL", f"{ADD} takes it in"),
    (r"add (\w+ texts) with: penholder add PATH", rf"{ADD} takes \1 in"),
    (r"or give it to `penholder add`", f"or take it in with {ADD}"),
    (r"`penholder add` takes", f"{ADD} takes"),
    (r"`penholder index --rebuild`", "“Make the index anew” (ctrl+p)"),
    (r"`penholder add --set-aside PATH\.\.\.`", "“Put the index aside” (ctrl+p)"),
    (
        r"penholder roll (\S+) goes on from there; what was due before is told with --as-of, a day before it",
        r"roll \1 forward",
    ),
    (r"; penholder find \".*?\" tells its symbol", ""),
    (r"; --as-of says another day", "; an expected adoption says another day"),
    (r": penholder outline lists them", ""),
    (r"penholder explain lists them", f"{RULES} lists them"),
    (r"penholder templates lists them", f"{TEMPLATES} lists them"),
    (r"its labels are those of penholder read: ", "its labels are those of the outline: "),
    (r"(?:: mend or dismiss these)?, or export with --force", ""),
    (r", or replace it with --force", ""),
    (r" with --base FILE\|SYMBOL", ""),
    (r"export without --redline", "export the clean document"),
    (r"choose another(?: folder)? with --home", "start Penholder with another home folder"),
)
"""Where the message of an error names a command, and where the same is done on the screen."""


def said(error: BaseException) -> str:
    """The words of a foreseen error, as they help who sits before the screen."""
    if isinstance(error, OSError) and error.strerror:
        return f"{error.filename or 'a file'}: {error.strerror}"
    words = str(error)
    for call, here in ON_SCREEN:
        words = re.sub(call, here, words)
    return words


_TRIES = 20


def patiently(work: Callable[[], T]) -> T:
    """Do work that searches beside a search that may be cancelled: cancelling that one cancels this one too."""
    for _ in range(_TRIES):
        try:
            return work()
        except SearchCancelledError:
            continue
    return work()


def _leaving(widget: Widget) -> bool:
    """Whether the widget, or what it stands in, is being taken down: its parts go one by one, not at once."""
    above = [node for node in widget.ancestors_with_self if isinstance(node, Widget)]
    return not widget.app.is_running or any(
        not node.display and node.styles.display != "none" for node in above
    )


def _shown(widget: Widget, call: Callable[[], None]) -> None:
    """Show a result; on a screen that is being taken down there is no place for it any more."""
    with suppress(NoMatches) if _leaving(widget) else nullcontext():
        call()


class _Unwanted(BaseException):
    """Nobody waits for the result any more. No failure, so that nothing on the way up takes it for one."""


class _Asking:
    """The widget that asked for work, seen from the thread that does it."""

    def __init__(self, widget: Widget, failed: Callable[[Exception], None] | None) -> None:
        self._widget, self._failed = widget, failed

    @property
    def waits(self) -> bool:
        """Whether anybody still wants to know."""
        return not get_current_worker().is_cancelled and self._widget.is_attached

    def let_go(self) -> None:
        """End work that nobody waits for."""
        if not self.waits:
            raise _Unwanted

    def tell(self, call: Callable[[], None]) -> None:
        """Have something shown."""
        if self.waits:
            self._widget.app.call_from_thread(_shown, self._widget, call)

    def complain(self, error: Exception) -> None:
        """Show an error; a search that was cancelled is none."""
        if isinstance(error, SearchCancelledError):
            return
        if self._failed:
            self._failed(error)
        else:
            self._widget.app.notify(said(error), severity="error", timeout=10)


def in_background(
    widget: Widget,
    work: Callable[[], T],
    done: Callable[[T], None],
    *,
    group: str,
    failed: Callable[[Exception], None] | None = None,
    unwanted: Callable[[T], None] | None = None,
) -> Worker[None]:
    """Run `work` in a thread and give what it returns to `done`; only the last of a group is heard.

    A foreseen error goes to `failed`, or is shown as a notification. A search that was cancelled is not told. What
    nobody foresaw is kept in a file and told in one line: a check that fails must not close the draft.

    Where the worker is cancelled, or the widget goes, a file that is being read is let go, and the process that reads
    it ends. A result that comes in spite of it is given to `unwanted`, in the thread.
    """
    asking = _Asking(widget, failed)

    def run() -> None:
        try:
            with heard(asking.let_go):
                result = work()
        except _Unwanted:
            return
        except Foreseen as error:
            asking.tell(partial(asking.complain, error))
        except Exception as error:  # noqa: BLE001 - the one place where every failure of a thread ends
            from assistant.incidents import keep

            told = AssistantError(keep(error, getattr(widget.app, "home", None)))
            asking.tell(partial(asking.complain, told))
        else:
            if unwanted and not asking.waits:
                unwanted(result)
            asking.tell(partial(done, result))

    return widget.run_worker(run, thread=True, exclusive=True, group=group, name=group)

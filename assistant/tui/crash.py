"""Workaround: Textual prints a traceback with the values of all variables when an app fails, texts among them.

There is no public way to leave that to the caller, who keeps the details in a file and tells one line. What the
drafter did is in the journal by then. To be dropped when Textual offers one.
"""

from __future__ import annotations

from textual.app import App


class QuietCrash(App[None]):
    """An app whose failure is raised by `run_and_raise`, and printed nowhere."""

    hung_up = False
    """Whether the terminal was closed: what fails on a screen that is taken down half made is no failure then."""

    def _fatal_error(self) -> None:
        self._close_messages_no_wait()

    def run_and_raise(self) -> int:
        """Run to the end; returns the exit status.

        Raises:
            Exception: what the app failed with.
        """
        self.run()
        if self._exception is not None and not self.hung_up:
            raise self._exception
        return self.return_code or 0

"""Earlier texts taken into the index, with the progress shown and a way to stop."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Footer, Label, ProgressBar, Static

from assistant.pace import Pace
from assistant.tui.background import in_background, said
from assistant.tui.forms import Field, Form
from assistant.tui.opening.guided import sources_of
from assistant.workbench import Workbench
from precedent.errors import PrecedentError
from precedent.index import Added, Progress

if TYPE_CHECKING:
    from precedent.fetching.fetcher import Fetching

EVERY = 0.1
"""Seconds between two pictures of the progress."""


class StoppedError(PrecedentError):
    """The drafter stopped the adding; what was done stays."""


class Adding(ModalScreen[None]):
    """Adds files and folders to the index and says what came of it."""

    CSS_PATH = "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter", "leave", "Stop / back", key_display="esc")
    ]

    def __init__(self, bench: Workbench, sources: Sequence[str | Path]) -> None:
        super().__init__()
        self._bench, self._sources = bench, tuple(sources)
        self.stopping = False
        self.over = False
        self._shown = 0.0
        self._pace = Pace("texts")

    def compose(self) -> ComposeResult:
        """A bar that moves, the file in hand, and in the end what was done."""
        with Vertical(id="adding"):
            yield Label("Adding precedents", id="adding-title")
            yield ProgressBar(total=None, show_percentage=False, show_eta=False, id="adding-bar")
            with VerticalScroll(can_focus=False):
                yield Static("Looking at the files …", id="adding-said", markup=False)
        yield Footer()

    def on_mount(self) -> None:
        """Begin."""
        in_background(
            self,
            lambda: self._bench.add(self._sources, self._progress, self._fetching),
            self._done,
            group="add",
            failed=self._failed,
        )

    def _progress(self, progress: Progress) -> None:
        pace = self._pace.measured(time.monotonic(), progress.done, progress.share)
        self._on_the_way(f"{pace}\n{progress.name}", progress.share)

    def _fetching(self, state: Fetching) -> None:
        words = str(state)
        self._on_the_way(f"{words[:1].upper()}{words[1:]} …")

    def _on_the_way(self, words: str, share: float | None = None) -> None:
        """Called in the thread: stop where that was asked for, show where it is time to."""
        if self.stopping or not self.is_attached:
            raise StoppedError("Stopped; the texts that were done are in the index.")
        now = time.monotonic()
        if now - self._shown >= EVERY:
            self._shown = now
            self.app.call_from_thread(self._show, share, words)

    def _show(self, share: float | None, words: str) -> None:
        if share is not None:
            self.query_one("#adding-bar", ProgressBar).update(total=1, progress=share)
        if not self.stopping:
            self._say(words)

    def _say(self, words: str) -> None:
        self.query_one("#adding-said", Static).update(words)

    def _done(self, added: Added) -> None:
        lines = [
            (
                f"{added.added:,} texts added, {added.replaced:,} replaced by a newer copy, "
                f"{added.unchanged:,} were there already; {added.paragraphs:,} passages more to find."
            )
        ]
        if added.records:
            lines.append(f"{added.records:,} records of adoption read.")
        if added.passed_over:
            lines.append(f"{added.passed_over:,} files that lie beside the texts were passed over.")
        if added.failed:
            lines.append(f"{len(added.failed):,} files could not be added:")
            lines += [f"  {failure.path}: {failure.reason}" for failure in added.failed[:50]]
        self._end("\n".join(lines))

    def _failed(self, error: Exception) -> None:
        self._end(said(error))

    def _end(self, words: str) -> None:
        self.over = True
        self.query_one("#adding-bar", ProgressBar).update(total=1, progress=1)
        self._say(f"{words}\n\nesc: back")

    def action_leave(self) -> None:
        """Stop the work that goes on; go back where it is over."""
        if self.over:
            self.dismiss(None)
        else:
            self.stopping = True
            self._say("Stopping after the text in hand …")


def ask_for_precedents(app: App[None], bench: Workbench) -> None:
    """Ask for files, folders, symbols and addresses, and add them with their progress shown."""

    def answered(values: dict[str, str] | None) -> None:
        if values is not None:
            app.push_screen(Adding(bench, sources_of(values["paths"])))

    fields = (
        Field(
            "paths",
            "Files, folders or archives; symbols or addresses to be fetched",
            "several are separated by spaces; texts that are there already cost nothing",
            example="~/resolutions session-80.zip A/RES/80/118",
        ),
    )
    refusal = lambda values: str(sources_of(values["paths"]))[:0]  # noqa: E731
    app.push_screen(Form("Add precedents", fields, accept="Add", refusal=refusal), answered)

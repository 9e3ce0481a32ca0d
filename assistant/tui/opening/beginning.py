"""A first draft, asked for step by step: in which body, from which earlier text or empty, and what stands above it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from textual.screen import Screen
from textual.widgets import Static

from assistant.tui.background import in_background, said

if TYPE_CHECKING:
    from assistant.storage import Desk
    from assistant.tui.app import Interface
    from assistant.tui.opening.guided import Body
    from assistant.workbench import Workbench
    from precedent.index import Card


class Beginning(Screen[None]):
    """The ways to begin a draft."""

    @property
    def _interface(self) -> Interface:
        return cast("Interface", self.app)

    @property
    def bench(self) -> Workbench:
        """The use cases in the drafter's home."""
        return self._interface.bench

    def begin(self, words: str, work: Callable[[], Desk]) -> None:
        """Make a draft in the background and show it."""
        busy = self.query_one("#opening-busy", Static)
        busy.update(f"{words}  esc: stop")

        def done(desk: Desk) -> None:
            busy.update("")
            self._interface.show_desk(desk, self.bench)

        def failed(error: Exception) -> None:
            busy.update("")
            self.notify(said(error), severity="error", timeout=15)

        in_background(self, work, done, group="begin", failed=failed, unwanted=lambda desk: desk.close())

    def action_stop(self) -> None:
        """Let go of the draft that is being made."""
        self.workers.cancel_group(self, "begin")
        self.query_one("#opening-busy", Static).update("")

    def action_new(self) -> None:
        """Ask in which body the draft will be considered."""
        from assistant.tui.opening import guided
        from assistant.tui.questions import Question

        def answered(key: str | None) -> None:
            body = next((body for body in guided.BODIES if body.key == key), None)
            if body is not None:
                self._ask_from_what(body)

        answers = [(body.key, body.words) for body in guided.BODIES]
        self.app.push_screen(Question("New draft · 1 of 3: where will it be considered?", answers), answered)

    def _ask_from_what(self, body: Body) -> None:
        from assistant.tui.questions import Question

        def answered(key: str | None) -> None:
            if key == "r":
                self._choose(body)
            elif key == "e":
                self._ask_masthead(body)

        answers = (
            ("r", "From its last edition: last year’s text, rolled forward, its updates made"),
            ("e", "Empty: the masthead, then paragraphs from templates and agreed language"),
        )
        detail = "Most resolutions are last year’s, word for word; begin with that one wherever there is one."
        self.app.push_screen(Question(f"New draft · 2 of 3: {body.words}", answers, detail=detail), answered)

    def _choose(self, body: Body) -> None:
        from assistant.tui.opening.choosing import Choosing

        def cards() -> list[Card]:
            return [card for card in self.bench.index.cards(body.organ) if body.has(card.committee)]

        def answered(symbol: str | None) -> None:
            if symbol is not None:
                self.action_roll(symbol)

        self.app.push_screen(Choosing("New draft · 3 of 3: which text?", cards), answered)

    def _ask_masthead(self, body: Body) -> None:
        from assistant.tui.forms import Form
        from assistant.tui.opening import guided

        def answered(values: dict[str, str] | None) -> None:
            if values is not None:
                self.begin(
                    "Making the draft …",
                    lambda: self.bench.create(
                        guided.draft_path(values["file"]), guided.new_draft(self.bench, body, values)
                    ),
                )

        form = Form(
            f"New draft · 3 of 3: {body.words}",
            guided.new_fields(self.bench, body),
            accept="Begin",
            refusal=guided.new_refusal,
        )
        self.app.push_screen(form, answered)

    def action_roll(self, source: str = "") -> None:
        """Ask what to roll forward, and do it."""
        from assistant.tui.forms import ReadingForm
        from assistant.tui.opening import guided
        from assistant.typed import day_of, number_of

        def answered(values: dict[str, str] | None) -> None:
            if values is None:
                return
            self.begin(
                f"Rolling {values['source'].strip()} forward …",
                lambda: self.bench.create(
                    guided.draft_path(values["file"]),
                    self.bench.roll(
                        values["source"].strip(),
                        session=number_of(values["session"]),
                        as_of=day_of(values["as_of"]),
                    ),
                ),
            )

        form = ReadingForm(
            "Roll an earlier text forward",
            guided.roll_fields(self.bench, source),
            accept="Roll",
            refusal=lambda values: guided.roll_refusal(self.bench, values),
        )
        self.app.push_screen(form, answered)

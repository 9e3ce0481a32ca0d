"""How one comes into a draft: by the doorway, which is shown while the draft and its screen are loaded."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from assistant.errors import DraftInUseError
from assistant.tui.background import said
from assistant.tui.crash import QuietCrash

if TYPE_CHECKING:
    from assistant.storage import Desk
    from assistant.tui.doorway import Doorway
    from assistant.tui.drafting import Drafting
    from assistant.workbench import Workbench


class Entering(QuietCrash):
    """An app that opens drafts."""

    @property
    def bench(self) -> Workbench:
        """The use cases in the drafter's home."""
        raise NotImplementedError

    def open_draft(self, path: Path, *, read_only: bool = False) -> None:
        """Open a draft file; where another process has it, offer to look at it."""
        self.push_screen(self.way_to(path, read_only=read_only))

    def way_to(self, path: Path, *, read_only: bool = False) -> Doorway:
        """The doorway to a draft file, or to a draft that is made of another text."""
        from assistant.tui.doorway import Doorway

        def failed(error: Exception) -> None:
            self.turn_back()
            if isinstance(error, DraftInUseError):
                self._offer_reading(path, error)
            else:
                self.notify(said(error), title="This draft cannot be opened", severity="error", timeout=15)

        def work() -> tuple[Desk, Workbench]:
            from assistant.tui import drafting  # noqa: F401 - loaded here, where nobody waits for it
            from assistant.tui.opening.guided import free

            bench = self.bench
            if bench.is_draft(path):
                return bench.open(path, read_only=read_only), bench
            # Any other text is left as it is; a draft is made of it beside it.
            desk = bench.create(free(path.with_suffix(".md")), bench.import_draft(path))
            words = f"The draft is {desk.path.name}; {path.name} stays as it is"
            self.call_from_thread(self.notify, words, title="A draft was made")
            return desk, bench

        return Doorway(path, work, failed)

    def turn_back(self) -> None:
        """Leave the doorway of a draft that cannot be opened, or is not wanted any more."""
        if len(self.screen_stack) > 1:
            self.pop_screen()
        else:
            self.show_opening()

    def show_opening(self) -> None:
        """Show what there is to do."""
        from assistant.tui.opening import Opening

        self.push_screen(Opening())

    def _offer_reading(self, path: Path, error: DraftInUseError) -> None:
        from assistant.tui.questions import Question

        def answered(key: str | None) -> None:
            if key == "r":
                self.open_draft(path, read_only=True)

        answers = (("r", "Read it; nothing can be changed"), ("b", "Back"))
        self.push_screen(Question("The draft is open elsewhere", answers, detail=said(error)), answered)

    def open_sample(self) -> None:
        """Open the sample on a workbench of its own."""
        self.push_screen(self.way_to_sample())

    def way_to_sample(self) -> Doorway:
        """The doorway to the sample, on a workbench of its own."""
        from assistant.tui.doorway import Doorway

        def failed(error: Exception) -> None:
            self.turn_back()
            self.notify(said(error), severity="error", timeout=15)

        def work() -> tuple[Desk, Workbench]:
            from assistant.tui import drafting  # noqa: F401 - loaded here, where nobody waits for it

            bench = self.bench.of_sample()
            desk = bench.open_sample()
            words = "The texts of the sample are made up: no agreed language"
            self.call_from_thread(self.notify, words, title="Sample")
            return desk, bench

        return Doorway(None, work, failed)

    def show_desk(self, desk: Desk, bench: Workbench) -> Drafting:
        """Show an open draft, in place of the doorway to it where there is one with a screen below it."""
        from assistant.tui.doorway import Doorway
        from assistant.tui.drafting import Drafting

        screen = Drafting(bench, desk)
        if isinstance(self.screen, Doorway) and len(self.screen_stack) > 1:
            self.switch_screen(screen)
        else:
            self.push_screen(screen)
        return screen

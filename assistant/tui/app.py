"""The application: which screen is shown, and on what."""

from __future__ import annotations

import asyncio
import datetime as dt
import signal
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.command import CommandPalette
from textual.events import DescendantFocus, Key
from textual.widgets import Input, TextArea

from assistant.errors import DraftInUseError
from assistant.incidents import LOG
from assistant.keys import Keymap
from assistant.settings import FILE
from assistant.tui.actions import ABROAD, bindings
from assistant.tui.background import Foreseen, in_background, said
from assistant.tui.copying import copy
from assistant.tui.crash import QuietCrash
from assistant.tui.forms import Form
from assistant.tui.help import Help
from assistant.tui.keymap import meant
from assistant.tui.opening.guided import free
from assistant.tui.palette import Everything, Palette
from assistant.tui.questions import Question
from assistant.tui.themes import CONTRAST, THEMES
from assistant.workbench import Workbench

if sys.platform != "win32":
    from assistant.tui import hangup

if TYPE_CHECKING:
    from textual.driver import Driver

    from assistant.storage import Desk


class Interface(QuietCrash):
    """Penholder on the screen."""

    TITLE = "Penholder"
    CSS_PATH = "app.tcss"
    COMMANDS: ClassVar = {Everything}
    ENABLE_COMMAND_PALETTE = True
    COMMAND_PALETTE_DISPLAY = "^p"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-normal"), (160, "-wide")]  # noqa: RUF012 - typed by Textual
    VERTICAL_BREAKPOINTS = [(0, "-short"), (32, "-tall")]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(ABROAD, settable=True),
        Binding("ctrl+c", "copy_hint", show=False),
    ]

    def __init__(
        self,
        home: Path,
        path: Path | None = None,
        *,
        sample: bool = False,
        today: Callable[[], dt.date] = dt.date.today,
    ) -> None:
        super().__init__()
        self.home = home
        self.bench = Workbench(home, today=today)
        for theme in THEMES.values():
            self.register_theme(theme)
        self.theme = CONTRAST.name if self.no_color else THEMES[self.bench.settings.theme].name
        # Over a slow line each step of an animation is a picture sent, and to some eyes a flicker.
        self.animation_level = "none"
        self._path, self._sample = path, sample

        self.keymap = Keymap({})
        """The keys that the drafter set."""

    def on_mount(self) -> None:
        """Show what there is to do, and on top of it the draft that was asked for."""
        from assistant.tui.opening import Opening

        if not self.is_headless and sys.platform != "win32":
            loop = asyncio.get_running_loop()
            for number in (signal.SIGHUP, signal.SIGTERM):
                loop.add_signal_handler(number, self.hang_up)
            if self.driver_class is hangup.Terminal and sys.__stdin__ is not None:
                leave = partial(loop.call_soon_threadsafe, self.hang_up)
                hangup.watch(sys.__stdin__.fileno(), leave)
        self.push_screen(Opening(self.bench))
        self.take_keys(tell=True)
        if self._sample:
            self.call_after_refresh(self.open_sample)
        elif self._path is not None:
            self.call_after_refresh(self.open_draft, self._path)

    def get_driver_class(self) -> type[Driver]:
        """The terminal; one that may be closed at any moment."""
        chosen = super().get_driver_class()
        if sys.platform == "win32":
            return chosen
        return hangup.Terminal if chosen is hangup.Terminal.__base__ else chosen

    # Drafts

    @property
    def opens_a_draft(self) -> bool:
        """Whether it was started on a draft, which brings back what was left in it by itself."""
        return self._sample or self._path is not None

    def open_draft(self, path: Path, *, read_only: bool = False) -> None:
        """Open a draft file; where another process has it, offer to look at it."""

        def failed(error: Exception) -> None:
            if isinstance(error, DraftInUseError):
                self._offer_reading(path, error)
            else:
                self.notify(said(error), title="This draft cannot be opened", severity="error", timeout=15)

        def work() -> Desk:
            if self.bench.is_draft(path):
                return self.bench.open(path, read_only=read_only)
            # Any other text is left as it is; a draft is made of it beside it.
            return self.bench.create(free(path.with_suffix(".md")), self.bench.import_draft(path))

        def opened(desk: Desk) -> None:
            if desk.path.name != path.name:
                self.notify(
                    f"The draft is {desk.path.name}; {path.name} stays as it is", title="A draft was made"
                )
            self.show_desk(desk, self.bench)

        in_background(
            self.screen,
            work,
            opened,
            group="open",
            failed=failed,
        )

    def _offer_reading(self, path: Path, error: DraftInUseError) -> None:
        def answered(key: str | None) -> None:
            if key == "r":
                self.open_draft(path, read_only=True)

        answers = (("r", "Read it; nothing can be changed"), ("b", "Back"))
        self.push_screen(Question("The draft is open elsewhere", answers, detail=said(error)), answered)

    def open_sample(self) -> None:
        """Open the sample on a workbench of its own."""
        bench = self.bench.of_sample()
        self.notify("The texts of the sample are made up: no agreed language", title="Sample")
        in_background(
            self.screen,
            bench.open_sample,
            lambda desk: self.show_desk(desk, bench),
            group="open",
        )

    def show_desk(self, desk: Desk, bench: Workbench) -> None:
        """Show an open draft."""
        from assistant.tui.drafting import Drafting

        self.push_screen(Drafting(bench, desk))

    def hang_up(self) -> None:
        """The terminal was closed, or the process told to end: keep what is being written, then leave."""
        from assistant.tui.drafting import Drafting

        self.hung_up = True
        if not self.is_headless and sys.platform != "win32":
            hangup.end_soon()
        for screen in self.screen_stack:
            if isinstance(screen, Drafting):
                screen.commit()
        self.exit()

    # Everywhere

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """A cursor stands still: one that blinks is a flicker to some eyes, and a picture sent twice a second."""
        if isinstance(event.widget, Input | TextArea):
            event.widget.cursor_blink = False

    def on_key(self, event: Key) -> None:
        """Give a key that was pressed just before the focus moved to the place that it was meant for.

        A place that takes text keeps every character for itself, so one that comes by here went elsewhere first.
        """
        meant = self.focused
        if event.is_printable and isinstance(meant, TextArea | Input):
            event.prevent_default()
            meant.post_message(Key(event.key, event.character))

    def action_command_palette(self) -> None:
        """Everything by name."""
        if not isinstance(self.screen, CommandPalette):
            self.push_screen(Palette(id="--command-palette"))

    def action_help(self) -> None:
        """Help of the screen that is shown."""
        if isinstance(self.screen, Help):
            return
        for screen in reversed(self.screen_stack):
            if hasattr(screen, "places"):
                self.push_screen(Help(screen.places, screen.actions))
                return

    def action_switch_theme(self) -> None:
        """The next theme, for this sitting; the settings keep one."""
        names = [theme.name for theme in THEMES.values()]
        self.theme = names[(names.index(self.theme) + 1) % len(names)]

    def action_settings(self) -> None:
        """Ask for what is set once."""
        from assistant.settings import load
        from assistant.tui.setting import settings_fields, wanted_settings

        try:
            now = load(self.home)
        except Foreseen as error:
            self.notify(said(error), title="The settings cannot be read", severity="error", timeout=20)
            return

        def answered(values: dict[str, str] | None) -> None:
            if values is None:
                return
            wanted = wanted_settings(now, values)
            try:
                self.bench.set_up(wanted)
            except Foreseen as error:
                self.notify(said(error), severity="error", timeout=15)
                return
            self.theme = THEMES[wanted.theme].name

        about = f"They are kept in {self.home / FILE}, as are your own keys: “Keys” (ctrl+p) sets them."
        self.push_screen(Form("Settings", settings_fields(now), accept="Keep", about=about), answered)

    def take_keys(self, *, tell: bool = False) -> None:
        """Let the keys hold that are set; `tell` what of them cannot be meant."""
        self.keymap = meant(self.home, self.bench.settings.keys)
        self.set_keymap(dict(self.keymap.keys))
        for words in self.keymap.problems if tell else ():
            self.notify(words, title="A key that is not taken", severity="warning", timeout=20)

    def action_keys(self) -> None:
        """Show which key does what, and let the drafter set their own."""
        from assistant.tui.keyboard import Keyboard

        self.push_screen(Keyboard(self.bench, self.take_keys))

    def action_rules(self) -> None:
        """Show which rules speak; a draft that is open is checked again with each change."""
        from assistant.tui.rules import Rules

        def changed() -> None:
            for screen in self.screen_stack:
                check_soon = getattr(screen, "check_soon", None)
                if check_soon is not None:
                    check_soon()

        self.push_screen(Rules(self.bench, changed))

    def action_log(self) -> None:
        """Say where the log lies, and copy that."""
        copy(self, str(self.home / LOG), "where the log lies")

    def action_copy_hint(self) -> None:
        """What the key for copying means to those who want to leave."""
        self.notify("Leave Penholder with ctrl+q")

    async def action_quit(self) -> None:
        """Leave; a draft that is open asks first what to do with unsaved changes."""
        from assistant.tui.drafting import Drafting

        drafting = next((s for s in reversed(self.screen_stack) if isinstance(s, Drafting)), None)
        if drafting is None:
            self.exit()
        else:
            drafting.leave(then=self.exit)

    def on_unmount(self) -> None:
        """Let the index go."""
        try:
            self.bench.close()
        except Foreseen:
            return

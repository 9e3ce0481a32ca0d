"""The application: which screen is shown, and on what."""

from __future__ import annotations

import asyncio
import datetime as dt
import signal
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import App
from textual.binding import Binding, BindingType
from textual.command import CommandPalette
from textual.events import DescendantFocus, Key
from textual.screen import Screen

from assistant.keys import Keymap
from assistant.settings import FILE, kept, load
from assistant.tui.actions import ABROAD, bindings
from assistant.tui.background import Foreseen, said
from assistant.tui.entering import Entering
from assistant.tui.keymap import meant
from assistant.tui.palette import Everything, Palette
from assistant.tui.themes import CONTRAST, THEMES

if sys.platform != "win32":
    from assistant.tui import hangup

if TYPE_CHECKING:
    from textual.driver import Driver

    from assistant.workbench import Workbench


class Interface(Entering):
    """Penholder on the screen."""

    TITLE = "Penholder"
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
        self.opens_a_draft = sample or path is not None
        """Whether it was started on a draft, which brings back what was left in it by itself."""
        # The style sheet of the first screen is read with the rest: one that comes later styles everything anew.
        first = "drafting/places.tcss" if self.opens_a_draft else "opening/opening.tcss"
        super().__init__(css_path=["app.tcss", first])
        self.home = home
        self._today = today
        self._bench: Workbench | None = None
        self._making_bench = Lock()
        for theme in THEMES.values():
            self.register_theme(theme)
        theme = CONTRAST if self.no_color else THEMES[kept(home).theme]
        # Not set as a change of it: nothing has been styled yet that would have to be styled anew.
        self.set_reactive(App.theme, theme.name)
        self.stylesheet.set_variables(self.get_css_variables())
        # Over a slow line each step of an animation is a picture sent, and to some eyes a flicker.
        self.animation_level = "none"
        self._path, self._sample = path, sample

        self.keymap = Keymap({})
        """The keys that the drafter set."""

    @property
    def bench(self) -> Workbench:
        """The use cases in the drafter's home; loaded when they are first needed, after the first picture."""
        with self._making_bench:
            if self._bench is None:
                from assistant.workbench import Workbench

                self._bench = Workbench(self.home, today=self._today)
            return self._bench

    def get_default_screen(self) -> Screen[None]:
        """The first screen: what there is to do, or the draft that was asked for at a first look."""
        first: Screen[None] = self.get_screen(self._first_screen())
        return first

    def _first_screen(self) -> Screen[None]:
        if self._path is not None:
            return self.way_to(self._path)
        if self._sample:
            return self.way_to_sample()
        from assistant.tui.opening import Opening

        return Opening()

    def get_screen(self, screen: Any, screen_class: Any = None) -> Any:  # noqa: ANN401 - four forms at Textual
        """A screen that is about to be shown, fitted to the window: Textual does it once it was painted otherwise."""
        found = super().get_screen(screen, screen_class)
        sides = (
            (self.size.width, self.HORIZONTAL_BREAKPOINTS),
            (self.size.height, self.VERTICAL_BREAKPOINTS),
        )
        for side, steps in sides:
            fitting = max(step for step in steps if step[0] <= side)
            for step in steps:
                found.set_class(step is fitting, step[1])
        return found

    def on_mount(self) -> None:
        """Hear when the terminal is closed."""
        if not self.is_headless and sys.platform != "win32":
            loop = asyncio.get_running_loop()
            for number in (signal.SIGHUP, signal.SIGTERM):
                loop.add_signal_handler(number, self.hang_up)
            if self.driver_class is hangup.Terminal and sys.__stdin__ is not None:
                leave = partial(loop.call_soon_threadsafe, self.hang_up)
                hangup.watch(sys.__stdin__.fileno(), leave)
        self.call_later(self.take_keys, tell=True)

    def get_driver_class(self) -> type[Driver]:
        """The terminal; one that may be closed at any moment."""
        chosen = super().get_driver_class()
        if sys.platform == "win32":
            return chosen
        return hangup.Terminal if chosen is hangup.Terminal.__base__ else chosen

    def hang_up(self) -> None:
        """The terminal was closed, or the process told to end: keep what is being written, then leave."""
        from assistant.tui.drafting import Drafting

        if self.hung_up:  # it is told by a signal, and by the terminal itself
            return
        self.hung_up = True
        if not self.is_headless and sys.platform != "win32":
            hangup.end_soon()
        try:
            for screen in self.screen_stack:
                if isinstance(screen, Drafting):
                    screen.commit()
        finally:
            self.exit()

    # Everywhere

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """A cursor stands still: one that blinks is a flicker to some eyes, and a picture sent twice a second."""
        if hasattr(event.widget, "cursor_blink"):
            event.widget.cursor_blink = False

    def on_key(self, event: Key) -> None:
        """Give a key that was pressed just before the focus moved to the place that it was meant for.

        A place that takes text keeps every character for itself, so one that comes by here went elsewhere first.
        """
        meant = self.focused
        if event.is_printable and meant is not None and hasattr(meant, "cursor_blink"):
            event.prevent_default()
            meant.post_message(Key(event.key, event.character))

    def action_command_palette(self) -> None:
        """Everything by name."""
        hold = getattr(self.screen, "hold", None)
        if hold is not None:
            hold(Key("ctrl+p", None))
        elif not isinstance(self.screen, CommandPalette):
            self.push_screen(Palette(id="--command-palette"))

    def action_help(self) -> None:
        """Help of the screen that is shown."""
        from assistant.tui.help import Help

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
        from assistant.tui.forms import Form
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
        self.keymap = meant(self.home, kept(self.home).keys)
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
        from assistant.incidents import LOG
        from assistant.tui.copying import copy

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
            if self._bench is not None:
                self._bench.close()
        except Foreseen:
            return

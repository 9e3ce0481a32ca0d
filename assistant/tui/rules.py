"""Which rules speak, and how loudly, set on the screen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Footer, Label, OptionList, Static
from textual.widgets.option_list import Option

from assistant.checks import Rule
from assistant.settings import RuleSetting, load
from assistant.tui.actions import Action, bindings
from assistant.tui.background import Foreseen, said
from assistant.workbench import Workbench

_LEVELS = ("", "off", "info", "warning", "error", "on")
"""What a key goes through; the first is the rule as it comes."""

RULE_ACTIONS = (
    Action(
        "louder",
        "enter,space,right",
        "Change it",
        "off, info, warning, error, on, as it comes",
        "Change",
        "Rules",
    ),
    Action("off", "o", "Off, or as it comes", "", "Off", "Rules"),
    Action("leave", "escape,q", "Back", "", "Back", "Rules"),
)


class Rules(ModalScreen[None]):
    """Which rules speak, and how loudly, in all texts; what is set for one organ alone is shown and kept."""

    CSS_PATH = "forms.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings(RULE_ACTIONS)
    actions = RULE_ACTIONS
    places = (
        (
            "The rules",
            "Each with what is set of it; below, what it looks for, on whose authority, an example.",
        ),
        ("As it comes", "With its own severity. On: also where it speaks only when asked."),
    )

    def __init__(self, bench: Workbench, changed: Callable[[], None]) -> None:
        super().__init__()
        self._bench, self._changed = bench, changed
        self._rules: tuple[Rule, ...] = tuple(
            sorted(bench.known_rules.values(), key=lambda rule: (rule.family, rule.id))
        )

    def compose(self) -> ComposeResult:
        """The rules, the one in hand explained."""
        with Vertical(id="rules"):
            yield Label("Which rules speak", id="rules-title")
            yield OptionList(id="rules-list", compact=True)
            yield Static("", id="rules-said")
        yield Footer()

    def on_mount(self) -> None:
        """Show what is set."""
        listing = self.query_one("#rules-list", OptionList)
        listing.set_options(Option(self._line(place), id=rule.id) for place, rule in enumerate(self._rules))
        listing.highlighted = 0
        listing.focus()

    def _line(self, place: int) -> Content:
        rule = self._rules[place]
        told = self._bench.profile.told(rule.id)
        comes = f"as it comes: {rule.severity if rule.on else 'off'}"
        return Content.assemble(
            (f"{rule.family:<12}", "$quiet"),
            (f"{rule.id:<20}", "bold" if told != "off" else "$quiet"),
            (f"{told or comes:<22}", "$text-accent" if told else "$quiet"),
            rule.title,
        )

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Explain the rule."""
        rule = self._rules[event.option_index]
        self.query_one("#rules-said", Static).update(
            Content.assemble(
                f"{rule.explanation}\n",
                (f"{rule.authority}\n", "$quiet"),
                (f"{rule.flagged}", "$text-warning"),
                " → ",
                (rule.preferred, "$text-success"),
            )
        )

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter and a click."""
        event.stop()
        self.action_louder()

    def action_louder(self) -> None:
        """The next level."""
        now = self._level
        self._set(_LEVELS[(_LEVELS.index(now) + 1) % len(_LEVELS)] if now in _LEVELS else "")

    def action_off(self) -> None:
        """Off, or as it comes."""
        self._set("" if self._level == "off" else "off")

    @property
    def _place(self) -> int:
        return self.query_one("#rules-list", OptionList).highlighted or 0

    @property
    def _level(self) -> str:
        rule = self._rules[self._place].id
        told = (
            s.level
            for s in self._bench.settings.rules
            if not s.organ and s.rule.casefold() == rule.casefold()
        )
        return next(told, "")

    def _set(self, level: str) -> None:
        rule = self._rules[self._place].id
        try:
            now = load(self._bench.home)
            kept = tuple(s for s in now.rules if s.organ or s.rule.casefold() != rule.casefold())
            added = (RuleSetting(rule, level),) if level else ()
            self._bench.set_up(replace(now, rules=kept + added))
        except Foreseen as error:
            self.notify(said(error), severity="error", timeout=10)
            return
        listing = self.query_one("#rules-list", OptionList)
        listing.replace_option_prompt_at_index(self._place, self._line(self._place))
        self._changed()

    def action_leave(self) -> None:
        """Back."""
        self.dismiss(None)

"""The comparing screen: two texts beside each other, change by change."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from assistant.collating import Collation
from assistant.comparing import Nature
from assistant.tui.actions import Action, bindings
from assistant.tui.background import in_background, patiently, said
from assistant.tui.comparing.changes import Changes
from assistant.tui.comparing.layout import (
    STYLES,
    Look,
    Stretch,
    column_heads,
    laid_out,
    opened,
    plain_change,
)
from assistant.tui.copying import copy
from assistant.tui.forms import Field, Form
from assistant.tui.keys import Keys
from assistant.typed import path_of

WIDE = 110
"""Cells from which the two texts stand side by side."""
_GO, _LOOK, _TAKE = "Go", "Look", "Take along"

LAST = (
    "write_comparison",
    "turn",
    "copy_change",
    "show_unchanged",
    "only_editorial",
    "only_technical",
    "last_change",
)
"""Actions whose keys are left out first of the line below."""

ACTIONS = (
    Action("next_change", "n,j", "Next change", "", "Next", _GO),
    Action("last_change", "p,k", "Previous change", "", "Previous", _GO),
    Action("leave", "escape,q", "Back", "", "Back", _GO),
    Action("only_substantive", "s", "Only substantive changes", "again: all", "Substantive", _LOOK),
    Action(
        "only_technical",
        "t",
        "Only technical changes",
        "dates, sessions, symbols, figures",
        "Technical",
        _LOOK,
    ),
    Action(
        "only_editorial",
        "e",
        "Only editorial changes",
        "marks, capitals, also and further",
        "Editorial",
        _LOOK,
    ),
    Action("show_unchanged", "u", "Show what did not change", "again: fold it", "Unchanged", _LOOK),
    Action(
        "turn", "v", "Side by side or inline", "side by side where the screen is wide", "Side by side", _LOOK
    ),
    Action("copy_change", "y", "Copy the change", "both wordings with their references", "Copy", _TAKE),
    Action("write_comparison", "w", "Write the comparison", "as a page (HTML)", "Write", _TAKE),
)

PLACES = (
    (
        "The changes",
        (
            "In the order of the later text. Words that are new are underlined, words that are gone struck out. "
            "A paragraph that moved stands where it is now, beside the words that it had; its old place names it."
        ),
    ),
    (
        "Kinds of change",
        (
            "Technical: nothing but dates, sessions, symbols and figures. Editorial: marks, capitals, also and "
            "further. Substantive: everything else, a change of order as well."
        ),
    ),
    ("⋯", "What did not change, or is of another kind, is folded; a click opens it, u opens all."),
)


class Comparing(Screen[None]):
    """Two texts compared."""

    CSS_PATH = "comparing.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings(ACTIONS, settable=True)
    actions = ACTIONS
    places = PLACES

    def __init__(self, compare: Callable[[], Collation]) -> None:
        super().__init__()
        self._compare = compare
        self.told: Collation | None = None
        self.only: Nature | None = None
        self._unfolded = False
        self._side_by_side: bool | None = None
        """As chosen; by the width if None."""
        self.stretches: list[Stretch] = []

    def compose(self) -> ComposeResult:
        """What is compared, the changes, the keys."""
        yield Static("comparing …", id="comparing-title")
        yield Static("", id="comparing-said")
        yield Static("", id="comparing-heads")
        yield Changes()
        yield Keys(LAST)

    def on_mount(self) -> None:
        """Compare in the background: a text may have to be read first."""
        self._changes.focus()
        in_background(
            self, lambda: patiently(self._compare), self._show, group="compare", failed=self._failed
        )

    @property
    def _changes(self) -> Changes:
        return self.query_one(Changes)

    def _failed(self, error: Exception) -> None:
        self.query_one("#comparing-title", Static).update("These cannot be compared")
        self.query_one("#comparing-said", Static).update(Content.styled(said(error), "$text-error"))

    def _show(self, told: Collation) -> None:
        self.told = told
        self._lay()
        self._take(next(iter(self._places), None))

    @property
    def _look(self) -> Look:
        width = self._changes.scrollable_content_region.width
        beside = self.size.width >= WIDE if self._side_by_side is None else self._side_by_side
        return Look(width, beside, self.only, self._unfolded)

    @property
    def _places(self) -> list[int]:
        """Places of the changes among the stretches."""
        return [
            place
            for place, stretch in enumerate(self.stretches)
            if stretch.change and self.only in (None, stretch.change.nature)
        ]

    def _lay(self) -> None:
        if self.told is None or self._look.width < 1:
            return
        pair = self._pair_in_hand
        self.stretches = list(laid_out(self.told, self._look))
        self._changes.lay(self.stretches)
        kept = next((p for p in self._places if self.stretches[p].change is pair), None)
        self._take(next(iter(self._places), None) if kept is None else kept)

    @property
    def _pair_in_hand(self) -> object:
        place = self._changes.in_hand
        return None if place is None or place >= len(self.stretches) else self.stretches[place].change

    def _take(self, place: int | None) -> None:
        self._changes.take(place)
        self._say()

    def _say(self) -> None:
        told = self.told
        if told is None:
            return
        places, here = self._places, self._changes.in_hand
        at = f"{places.index(here) + 1} of {len(places)}" if here in places else f"{len(places)}"
        shown = f"{at} {self.only}" if self.only else at
        name = (f"{told.before} → {told.after}", "bold $primary")
        self.query_one("#comparing-title", Static).update(
            Content.assemble(name, "   ", (told.title, "$quiet"))
        )
        head = (
            (f"{shown}   ", STYLES[self.only] if self.only else "bold $text-accent")
            if told.changed
            else ("", "")
        )
        self.query_one("#comparing-said", Static).update(
            Content.assemble(head, f"{told.summary[:1].upper()}{told.summary[1:]}.")
        )
        heads = self.query_one("#comparing-heads", Static)
        heads.display = self._look.side_by_side
        heads.update(column_heads(told, self._look))

    def on_changes_widened(self) -> None:
        """There is another width."""
        self._lay()

    def on_changes_chosen(self, event: Changes.Chosen) -> None:
        """A click takes a change in hand, and opens what is folded."""
        stretch = self.stretches[event.place]
        if stretch.fold:
            self.stretches[event.place : event.place + 1] = opened(stretch.pairs, self._look)
            self._changes.lay(self.stretches)
            self._take(min((p for p in self._places if p >= event.place), default=self._changes.in_hand))
        elif event.place in self._places:
            self._take(event.place)

    # Actions

    def action_next_change(self) -> None:
        """The next change, round the end."""
        self._step(1)

    def action_last_change(self) -> None:
        """The change before, round the beginning."""
        self._step(-1)

    def _step(self, direction: int) -> None:
        places, here = self._places, self._changes.in_hand
        if places:
            at = places.index(here) + direction if here in places else 0
            self._take(places[at % len(places)])

    def action_only_substantive(self) -> None:
        """Only these, or all again."""
        self._filter(Nature.SUBSTANTIVE)

    def action_only_technical(self) -> None:
        """Only these, or all again."""
        self._filter(Nature.TECHNICAL)

    def action_only_editorial(self) -> None:
        """Only these, or all again."""
        self._filter(Nature.EDITORIAL)

    def _filter(self, kind: Nature) -> None:
        self.only = None if self.only is kind else kind
        self._lay()

    def action_show_unchanged(self) -> None:
        """Show what did not change, or fold it."""
        self._unfolded = not self._unfolded
        self._lay()

    def action_turn(self) -> None:
        """Side by side, or one text with its changes."""
        self._side_by_side = not self._look.side_by_side
        self._lay()

    def action_copy_change(self) -> None:
        """Copy the change in hand."""
        place = self._changes.in_hand
        pair = None if place is None else self.stretches[place].change
        if self.told and pair:
            copy(self.app, plain_change(self.told, pair), f"The change in {pair.label}")

    def action_write_comparison(self) -> None:
        """Ask where to, and write the page."""
        told = self.told
        if told is None:
            return

        def answered(values: dict[str, str] | None) -> None:
            if values is None:
                return
            from assistant.export.collation import write_collation

            target = path_of(values["path"])
            in_background(
                self,
                lambda: write_collation(told, target),
                lambda written: self.notify(str(written), title="Written", timeout=8),
                group="write",
            )

        field = Field("path", "File", "a page that opens in any browser", str(Path.cwd() / "comparison.html"))
        form = Form(
            "Write the comparison", (field,), accept="Write", refusal=lambda v: str(path_of(v["path"]))[:0]
        )
        self.app.push_screen(form, answered)

    def action_leave(self) -> None:
        """Back to where one came from."""
        self.dismiss(None)


def comparison_fields(before: str = "", after: str = "") -> tuple[Field, ...]:
    """What is asked to compare two texts."""
    what = "a symbol that the index holds, or a file: a draft, Word, PDF, XML"
    return (
        Field("before", "Earlier text", what, before, example="A/RES/79/194"),
        Field(
            "after",
            "Later text",
            "the same; left empty, the first is a draft and stands against its base",
            after,
        ),
    )

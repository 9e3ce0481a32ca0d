"""The gate on the screen: what is open in a draft, before it leaves."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Footer, Label, OptionList, Static
from textual.widgets.option_list import Option

from assistant.gate import MARKS, Gate, Item, Point, State
from assistant.tui.actions import Action, bindings
from assistant.tui.background import in_background, patiently, said

GO_ON = "export"
"""What the gate gives where the draft is to be exported; a label where the drafter goes there; None for back."""
_MOST = 8
"""Items of a point that are shown."""
_STYLES = {
    State.OPEN: "bold $text-error",
    State.LOOK: "bold $text-warning",
    State.DONE: "$text-success",
    State.TOLD: "$quiet",
}

ACTIONS = (
    Action("go_there", "space", "Go to the paragraph", "or ⏎, or a click", "Go there", "Before it is tabled"),
    Action("export", "e", "Export", "also where something is open", "Export", "Before it is tabled"),
    Action("leave", "escape,q", "Back to the draft", "", "Back", "Before it is tabled"),
)


class Tabling(ModalScreen[str | None]):
    """Shows how each point stands; a line that names a paragraph leads there.

    Args:
        work_out: makes the gate; called in the background.
        only_open: whether a draft in which nothing is open goes on by itself.
    """

    CSS_PATH = "forms.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings(ACTIONS)
    actions = ACTIONS
    places = (
        ("● ○ ✓ ·", "Open: not to be tabled like this. To look at. Done. To know."),
        ("A line with a label", "Enter or a click goes to the paragraph."),
    )

    def __init__(self, work_out: Callable[[], Gate], *, only_open: bool) -> None:
        super().__init__()
        self._work_out, self._only_open = work_out, only_open
        self.found: Gate | None = None

    def compose(self) -> ComposeResult:
        """The verdict, the points with what they are about."""
        with Vertical(id="gate"):
            yield Label("Before it is tabled", id="gate-title", markup=False)
            yield Static("looking at every point …", id="gate-said")
            yield OptionList(id="gate-list", compact=True)
        yield Footer()

    def on_mount(self) -> None:
        """Work it out."""
        self.query_one("#gate-list").focus()
        in_background(self, lambda: patiently(self._work_out), self._show, group="gate", failed=self._failed)

    def _failed(self, error: Exception) -> None:
        self.query_one("#gate-said", Static).update(Content.styled(said(error), "$text-error"))

    def _show(self, found: Gate) -> None:
        if self._only_open and not found.open:
            self.dismiss(GO_ON)
            return
        self.found = found
        style = "bold $text-error" if found.open else "bold $text-success"
        self.query_one("#gate-said", Static).update(Content.styled(f"The draft is {found.verdict}.", style))
        order = (State.OPEN, State.LOOK, State.TOLD, State.DONE)
        listing = self.query_one("#gate-list", OptionList)
        for point in sorted(found.points, key=lambda point: order.index(point.state)):
            listing.add_option(Option(_head(point), disabled=True))
            if point.state in (State.OPEN, State.LOOK):
                for item in point.items[:_MOST]:
                    listing.add_option(_line(item))
                if len(point.items) > _MOST:
                    more = f"    … and {len(point.items) - _MOST} more"
                    listing.add_option(Option(Content.styled(more, "$quiet"), disabled=True))
        listing.action_first()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Go to the paragraph."""
        event.stop()
        label = (event.option.id or "").partition("|")[0]
        if label:
            self.dismiss(label)

    def action_go_there(self) -> None:
        """To the paragraph of the highlighted line."""
        self.query_one("#gate-list", OptionList).action_select()

    def action_export(self) -> None:
        """Go on, whatever is open."""
        if self.found is not None:
            self.dismiss(GO_ON)

    def action_leave(self) -> None:
        """Back to the draft."""
        self.dismiss(None)


def _head(point: Point) -> Content:
    return Content.assemble(
        (f"{MARKS[point.state]} {point.title}  ", _STYLES[point.state]), (point.summary, "$quiet")
    )


def _line(item: Item) -> Option:
    label = item.label.partition(",")[0]
    words = " ".join(item.words.split())
    shown = words if len(words) <= 70 else f"{words[:68]}…"
    content = Content.assemble(
        (f"    {item.label:<8} ", "bold"), shown, (f" – {item.about}" if item.about else "", "$quiet")
    )
    return Option(content, id=f"{label}|{id(item)}" if label else None, disabled=not label)

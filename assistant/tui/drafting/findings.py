"""The findings: those in the paragraph in hand first, then all others."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from assistant.tui.drafting.prose import finding_words
from assistant.tui.drafting.sitting import Marked, Sitting


class FindingsPane(Widget):
    """Lists what was found; Enter goes there."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "Back")]

    class Chosen(Message):
        """A finding is to be taken in hand."""

        def __init__(self, marked: Marked) -> None:
            super().__init__()
            self.marked = marked

    class Left(Message):
        """The drafter goes back to the outline."""

    def __init__(self) -> None:
        super().__init__()
        self._listed: list[Marked | None] = []
        self._drawn: object = None
        self._unheard = ""

    def compose(self) -> ComposeResult:
        """How many there are, and the list."""
        yield Static("", id="findings-said", markup=False)
        unheard = Static("", id="findings-unheard", markup=False)
        unheard.display = False
        yield unheard
        yield OptionList(id="findings-list", compact=True)

    def show(self, sitting: Sitting) -> None:
        """Show the findings of a sitting."""
        here = sitting.within(sitting.chosen)
        there = tuple(m for m in sitting.findings if m not in here)
        drawn = (here, there, sitting.finding, sitting.draft, sitting.up_to_date, sitting.unheard)
        if drawn == self._drawn:
            return
        self._drawn = drawn
        labels = sitting.labels
        options: list[Option] = []
        self._listed = []
        for title, group in ((f"In {sitting.label or 'this paragraph'}", here), ("Elsewhere", there)):
            options.append(
                Option(Content.styled(f"{title}: {len(group) or 'none'}", "bold $quiet"), disabled=True)
            )
            self._listed.append(None)
            for marked in group:
                options.append(
                    Option(finding_words(marked, labels.get(marked.entry or "", ""), full=group is here))
                )
                self._listed.append(marked)
        listing = self.query_one("#findings-list", OptionList)
        listing.set_options(options)
        in_hand = sitting.finding_in_hand()
        listing.highlighted = self._listed.index(in_hand) if in_hand in self._listed else None
        if in_hand is None:
            listing.scroll_home(animate=False)
        else:
            listing.scroll_to_highlight(top=True)
        certain = sum(m.certain for m in sitting.findings)
        said = f"{len(sitting.findings)} open, {certain} certain" + (
            "" if sitting.up_to_date else " · checking …"
        )
        self.query_one("#findings-said", Static).update(Content.styled(said, "$quiet"), layout=False)
        if sitting.unheard != self._unheard:
            self._unheard = sitting.unheard
            unheard = self.query_one("#findings-unheard", Static)
            unheard.update(Content.styled(sitting.unheard, "$quiet"))
            unheard.display = bool(sitting.unheard)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A finding was chosen."""
        event.stop()
        marked = self._listed[event.option_index]
        if marked:
            self.post_message(self.Chosen(marked))

    def begin(self) -> None:
        """Let the drafter walk the list."""
        self.screen.set_focus(self.query_one("#findings-list"))

    def highlighted(self) -> Marked | None:
        """The finding that the highlight is on, where the list has the focus."""
        listing = self.query_one("#findings-list", OptionList)
        if not listing.has_focus or listing.highlighted is None:
            return None
        return self._listed[listing.highlighted]

    def action_leave(self) -> None:
        """Back to the outline."""
        self.post_message(self.Left())

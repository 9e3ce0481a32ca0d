"""The drafting screen without its actions: its places, and how they follow the sitting."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList, Static, TabbedContent, TabPane, TextArea

from assistant.draft import Draft
from assistant.errors import AssistantError
from assistant.handwriting import read_written
from assistant.storage import Desk
from assistant.tui import calm
from assistant.tui.actions import bindings
from assistant.tui.background import Foreseen, said
from assistant.tui.doorway import topline
from assistant.tui.drafting.checking import Checking
from assistant.tui.drafting.editor import Editor
from assistant.tui.drafting.findings import FindingsPane
from assistant.tui.drafting.history import HistoryPane
from assistant.tui.drafting.jumping import JumpLine
from assistant.tui.drafting.language import LanguagePane
from assistant.tui.drafting.measuring import Measuring
from assistant.tui.drafting.outline import Outline
from assistant.tui.drafting.pages import PagesPane
from assistant.tui.drafting.paragraph import ParagraphPane
from assistant.tui.drafting.register import ACTIONS, PLACES
from assistant.tui.drafting.sitting import Sitting
from assistant.tui.drafting.templates import TemplatesPane
from assistant.tui.drafting.updates import UpdatesPane
from assistant.tui.drafting.writing import Writing
from assistant.tui.keymap import first_key
from assistant.tui.keys import Keys
from assistant.workbench import Workbench
from precedent.index import Beside
from precedent.session import Organ

LAST = (
    "new_words",
    "history",
    "write",
    "templates",
    "dismiss_finding",
    "take",
    "next_finding",
    "find",
    "undo",
    "edit",
)
"""Actions whose keys are left out first, in this order; saving, exporting and help are always shown."""
MOMENT = 0.1
"""Seconds that a draft is shown before what goes on beside the work begins: the first keys go before it."""
NORMAL, WIDE = 100, 160
"""Columns from which the pages leave room for the outline, and for the paragraph beside them."""


class Board(Screen[None]):
    """Three places over one sitting: outline, paragraph in hand, side panel."""

    CSS_PATH: ClassVar[list[str | PurePath]] = ["places.tcss", "drafting.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = bindings(ACTIONS, settable=True)
    actions = ACTIONS
    places = PLACES

    def __init__(self, bench: Workbench, desk: Desk) -> None:
        super().__init__()
        self.bench = bench
        self.sitting = Sitting(bench, desk)
        self.writing = Writing(self, self._do)
        self.checking = Checking(self)
        self.measuring = Measuring(self)
        self._calm = False
        self.shows_panel = True
        self.shows_pages = False

    def compose(self) -> ComposeResult:
        """The line above, the three places, the keys below."""
        yield Static(id="topline")
        with Container(id="board"):
            with Vertical(id="left"):
                yield Outline(id="outline")
                yield JumpLine()
            with Container(id="work"):
                yield ParagraphPane(self.key)
                yield PagesPane()
                with TabbedContent(id="side"):
                    with TabPane("Language", id="tab-language"):
                        yield LanguagePane(self.bench)
                    with TabPane("History", id="tab-history"):
                        yield HistoryPane(self.bench)
                    with TabPane("Findings", id="tab-findings"):
                        yield FindingsPane()
                    with TabPane("Updates", id="tab-updates"):
                        yield UpdatesPane()
                    with TabPane("Templates", id="tab-templates"):
                        yield TemplatesPane(self.bench)
        yield Keys(LAST, kept={"findings-list": ("next_finding", "dismiss_finding", "take")})

    def on_mount(self) -> None:
        """Show the draft; say what was brought back; check it once it is painted."""
        if not self.children:  # the program is left before the screen is there
            return
        self.set_focus(self.outline)
        self.show()
        self.writing.bring_back()
        self.call_after_refresh(lambda: self.set_timer(MOMENT, self._begin))
        desk = self.sitting.desk
        if desk.recovered:
            words = "; ".join(dict.fromkeys(step.description for step in desk.recovered[-5:]))
            title = f"Brought back: {len(desk.recovered)} unsaved"
            self.notify(words, title=title, timeout=10)
        for remark in desk.remarks[:3]:
            self.notify(f"{remark.label} {remark.text}".strip(), title="In the draft file", timeout=10)
        if not self.sitting.draft.entries:
            self.side.active = "tab-templates"

    def _begin(self) -> None:
        """What goes on beside the work."""
        self.query_one(TemplatesPane).read()
        self.checking.soon(0)
        self.measuring.go_on()

    # Places

    @property
    def outline(self) -> Outline:
        """The outline."""
        return self.query_one(Outline)

    @property
    def pane(self) -> ParagraphPane:
        """The paragraph in hand."""
        return self.query_one(ParagraphPane)

    @property
    def side(self) -> TabbedContent:
        """The side panel."""
        return self.query_one("#side", TabbedContent)

    @property
    def editing(self) -> bool:
        """Whether a paragraph is being written."""
        return self.is_mounted and self.pane.editing

    def key(self, name: str) -> str:
        """The key of an action as it holds now, for messages: ctrl+z."""
        action = next(action for action in self.actions if action.name == name)
        return first_key(self.app, action) or "ctrl+p"

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's form
        """While a paragraph is being written, what would begin to write is not offered."""
        return not (action == "edit" and self.editing)

    # Showing

    def place_panes(self) -> None:
        """Which places are seen: the pages take the room of the panel, and of a paragraph that is only read."""
        pages = self.query_one(PagesPane)
        wide = self.size.width >= WIDE
        pages.display = self.shows_pages
        self.pane.display = not self.shows_pages or self.editing or wide
        self.side.display = self.shows_panel and not self.shows_pages
        self.query_one("#left").display = not self.shows_pages or self.size.width >= NORMAL
        self.query_one("#work").set_class(self.shows_pages and not wide, "stacked")
        if self.shows_pages:
            self.follow_pages()

    def follow_pages(self) -> None:
        """Let the pages show the draft with the words that are being typed."""
        typed = self.pane.editor.text if self.editing else None
        pages = self.query_one(PagesPane)
        pages.follow(self.sitting.draft, self.sitting.label, typed, self.writing.preview())

    def show(self) -> None:
        """Let every place show the sitting as it is."""
        self.outline.show(self.sitting)
        self.pane.show(self.sitting)
        self.query_one(FindingsPane).show(self.sitting)
        self.query_one(UpdatesPane).show(self.sitting)
        self.query_one(TemplatesPane).follow(self.sitting.draft)
        self.query_one(HistoryPane).follow(self.sitting)
        self.place_panes()
        if not self.editing:
            found = self.sitting.in_hand
            self.query_one(LanguagePane).follow(found[1].text if found else "", self._beside)
        self.query_one("#topline", Static).update(self._topline(), layout=False)

    def open_tab(self, tab: str) -> None:
        """Show a tab of the side panel."""
        self.shows_panel, self.shows_pages = True, False
        self.side.active = tab
        self.place_panes()

    def show_departures(self) -> None:
        """How far the paragraphs depart is known better now."""
        self.outline.show(self.sitting)
        if self.sitting.shows_departure:
            self.pane.show(self.sitting)
        else:
            self.pane.tell_departure(self.sitting)

    def _topline(self) -> Content:
        sitting, head = self.sitting, self.sitting.draft.masthead
        number = str(head.symbol) if head.symbol else "draft"
        item = f"item {head.agenda_item}" if head.agenda_item else ""
        organ = head.organ.value if head.organ and head.organ is not Organ.GENERAL_ASSEMBLY else ""
        about = (organ, head.session, head.committee, item)
        count = len(sitting.findings)
        findings = "checking" if sitting.checked is None else f"{count} finding{'' if count == 1 else 's'}"
        unsaved = sitting.desk.dirty or self.editing
        state = "read only" if sitting.desk.read_only else "unsaved" if unsaved else "saved"
        right = Content.assemble(
            (
                f"{findings}{'' if sitting.up_to_date else ' …'}",
                "$text-warning" if count else "$text-success",
            ),
            (f"  {state} ", "$text-accent" if state == "unsaved" else "$quiet"),
        )
        return topline(number, about, sitting.draft.title, right, self.size.width)

    def on_resize(self) -> None:
        """The line above fills the width; a higher window shows more of the text."""
        self.call_after_refresh(self.show)

    # What happens in the places

    def on_tabbed_content_tab_activated(self) -> None:
        """Another tab is shown: the history is looked up where it is seen."""
        self.call_after_refresh(self.query_one(HistoryPane).look)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Another paragraph is in hand; what was written in the last one is kept."""
        option = self.outline.highlighted_option
        if event.option_list is self.outline and option and option.id != self.sitting.chosen:
            self.commit()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter or a click on a paragraph in the outline: a click chooses, Enter edits (its own key)."""
        event.stop()

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """What is written is kept as it is typed; agreed language follows it."""
        if event.text_area is self.pane.editor and self.editing:
            self.writing.keep(event.text_area.text)
            self.measuring.typed(event.text_area.text)
            if self.shows_pages:
                self.follow_pages()
            self.query_one(LanguagePane).follow(
                " ".join(p.text for p in read_written(event.text_area.text).paragraphs), self._beside
            )

    @property
    def _beside(self) -> Beside:
        """The text for which language is looked for."""
        draft = self.sitting.draft
        return Beside(draft.title, draft.masthead.organ)

    def on_editor_done(self, event: Editor.Done) -> None:
        """The drafter is done with the paragraph."""
        event.stop()
        self.commit()
        self.set_focus(self.outline)

    # Doing

    def do(self, make: Callable[[Draft], Draft | tuple[Draft, str | None]], description: str) -> bool:
        """Make an edit: a step that can be undone, or a notification that says why not."""
        if not self.commit():
            return False
        return self._do(make, description)

    def _do(self, make: Callable[[Draft], Draft | tuple[Draft, str | None]], description: str) -> bool:
        try:
            made = make(self.sitting.draft)
            draft, chosen = made if isinstance(made, tuple) else (made, None)
            self.sitting.do(draft, description, choose=chosen)
        except (AssistantError, *Foreseen) as error:
            self.notify(said(error), severity="error", timeout=6)
            return False
        self.changed()
        return True

    def grow_calm(self) -> None:
        """Once the first check and the first measuring are done, what they loaded stays."""
        if not self._calm and self.sitting.checked is not None and not self.measuring.at_work:
            self._calm = True
            calm.settled()

    def changed(self) -> None:
        """The draft is another one: show it, check it soon, and measure what is new."""
        self.show()
        self.checking.soon()
        self.measuring.go_on()

    def begin_edit(self) -> None:
        """Edit the paragraph in hand."""
        self.commit()
        self.writing.begin()
        self.show()

    def commit(self) -> bool:
        """Keep what was written, as a step; whether that went well. Where it did not, the editor stays open.

        The paragraph that is highlighted is then in hand: the message that says so may still be on its way.
        """
        if not self.is_mounted:  # nothing can have been written
            return True
        option, before = self.outline.highlighted_option, self.sitting.chosen
        if self.editing:
            if not self.writing.end():
                return False
            self.show()
        if option and option.id != before and option.id in self.sitting.labels:
            self.sitting.choose(option.id)
            self.show()
        return True

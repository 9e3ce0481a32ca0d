"""The drafting screen without its actions: its places, and how they follow the sitting."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.content import Content
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import Footer, OptionList, Static, TabbedContent, TabPane, TextArea

from assistant.checks import Finding
from assistant.draft import Draft
from assistant.errors import AssistantError
from assistant.handwriting import add_written, read_written, rewritten, written
from assistant.storage import Desk, Unfinished
from assistant.tui.actions import bindings
from assistant.tui.background import Foreseen, in_background, patiently, said
from assistant.tui.drafting.findings import FindingsPane
from assistant.tui.drafting.history import HistoryPane
from assistant.tui.drafting.language import LanguagePane
from assistant.tui.drafting.measuring import Measuring
from assistant.tui.drafting.outline import Outline
from assistant.tui.drafting.paragraph import Editor, ParagraphPane
from assistant.tui.drafting.register import ACTIONS, PLACES
from assistant.tui.drafting.sitting import Sitting
from assistant.tui.drafting.templates import TemplatesPane
from assistant.workbench import Workbench
from precedent.index import Beside
from precedent.resolution import Kind

CHECK_PAUSE = 0.4
"""Seconds after an edit before the draft is checked again."""


class Board(Screen[None]):
    """Three places over one sitting: outline, paragraph in hand, side panel."""

    CSS_PATH = "drafting.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings(ACTIONS)
    actions = ACTIONS
    places = PLACES

    def __init__(self, bench: Workbench, desk: Desk) -> None:
        super().__init__()
        self.bench = bench
        self.sitting = Sitting(bench, desk)
        self.new_kind: Kind | None = None
        """What is being written, where it is a new paragraph and not the one in hand."""
        self._checking: Timer | None = None
        self.measuring = Measuring(self)

    def compose(self) -> ComposeResult:
        """The line above, the three places, the keys below."""
        yield Static(id="topline")
        with Container(id="board"):
            yield Outline(id="outline", compact=True)
            with Container(id="work"):
                yield ParagraphPane(id="paragraph")
                with TabbedContent(id="side"):
                    with TabPane("Language", id="tab-language"):
                        yield LanguagePane(self.bench)
                    with TabPane("History", id="tab-history"):
                        yield HistoryPane(self.bench)
                    with TabPane("Findings", id="tab-findings"):
                        yield FindingsPane()
                    with TabPane("Templates", id="tab-templates"):
                        yield TemplatesPane(self.bench)
        yield Footer(compact=True)

    def on_mount(self) -> None:
        """Show the draft; say what was brought back; check it."""
        self.set_focus(self.outline)
        self.show()
        self._bring_back()
        self.check_soon(0)
        self.measuring.go_on()
        desk = self.sitting.desk
        if desk.recovered:
            words = "; ".join(dict.fromkeys(step.description for step in desk.recovered[-5:]))
            title = f"Brought back: {len(desk.recovered)} unsaved"
            self.notify(words, title=title, timeout=10)
        for remark in desk.remarks[:3]:
            self.notify(f"{remark.label} {remark.text}".strip(), title="In the draft file", timeout=10)
        if not self.sitting.draft.entries:
            self.side.active = "tab-templates"

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
        return self.pane.editing

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's form
        """While a paragraph is being written, what would begin to write is not offered."""
        return not (action == "edit" and self.editing)

    # Showing

    def show(self) -> None:
        """Let every place show the sitting as it is."""
        self.outline.show(self.sitting)
        self.pane.show(self.sitting)
        self.query_one(FindingsPane).show(self.sitting)
        self.query_one(TemplatesPane).follow(self.sitting.draft)
        self.query_one(HistoryPane).follow(self.sitting)
        if not self.editing:
            found = self.sitting.in_hand
            self.query_one(LanguagePane).follow(found[1].text if found else "", self._beside)
        self.query_one("#topline", Static).update(self._topline(), layout=False)

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
        about = " · ".join(filter(None, (head.session, head.committee, item)))
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
        left = Content.assemble(
            (f" {number}", "bold $primary"), f"  {about}", (f"  {sitting.draft.title}", "$quiet")
        )
        room = max(self.size.width - right.cell_length - 2, 10)
        return Content.assemble(left.truncate(room, ellipsis=True, pad=True), "  ", right)

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
            self._keep(event.text_area.text)
            self.measuring.typed(event.text_area.text)
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

    def changed(self) -> None:
        """The draft is another one: show it, check it soon, and measure what is new."""
        self.show()
        self.check_soon()
        self.measuring.go_on()

    def begin_edit(self) -> None:
        """Edit the paragraph in hand."""
        self.commit()
        found = self.sitting.in_hand
        if found:
            self.pane.edit(
                f"{found[1].label} · editing · esc: done", written(self.sitting.draft, found[0].id)
            )
            self.show()

    def commit(self) -> bool:
        """Keep what was written, as a step; whether that went well. Where it did not, the editor stays open.

        The paragraph that is highlighted is then in hand: the message that says so may still be on its way.
        """
        option, before = self.outline.highlighted_option, self.sitting.chosen
        if not self._commit():
            return False
        if option and option.id != before and option.id in self.sitting.draft.labels:
            self.sitting.choose(option.id)
            self.show()
        return True

    def _commit(self) -> bool:
        if not self.editing:
            return True
        source, kind, chosen = self.pane.editor.text, self.new_kind, self.sitting.chosen
        if kind is not None:
            found = self.sitting.in_hand
            level = found[1].level if found and found[1].kind is kind is not Kind.HEADING else 0
            kept = self._do(
                lambda draft: add_written(draft, source, kind=kind, level=level, after=chosen),
                "Write a paragraph",
            )
        elif chosen is not None:
            label = self.sitting.label
            kept = self._do(lambda draft: rewritten(draft, chosen, source), f"Edit {label}")
            if kept and not source.strip():
                self.notify(f"{label} was emptied, so it is gone; ctrl+z brings it back")
        else:
            kept = True
        if kept:
            self.new_kind = self.sitting.typed = None
            self.pane.read()
            self._keep(None)
            self.show()
        return kept

    # What is being written

    def _keep(self, text: str | None) -> None:
        """Keep the words in the editor beside the draft, so that not even a killed process loses them."""
        found = self.sitting.in_hand
        level = found[1].level if found and found[1].kind is self.new_kind is not Kind.HEADING else 0
        unfinished = None if text is None else Unfinished(text, self.sitting.chosen, self.new_kind, level)
        try:
            self.sitting.desk.keep_unfinished(unfinished)
        except AssistantError as error:
            self.notify(said(error), severity="error", timeout=6)

    def _bring_back(self) -> None:
        """Make a step of what was being written when the program ended; undo takes it out again."""
        desk = self.sitting.desk
        left = None if desk.read_only else desk.unfinished()
        if left is None:
            return
        before, labels = self.sitting.draft, self.sitting.draft.labels
        known = left.paragraph if left.paragraph in labels else None
        if left.kind is None and known is not None:
            made = self._do(
                lambda d: rewritten(d, known, left.text), f"Bring back the writing in {labels[known]}"
            )
        else:
            after = known or (self.sitting.draft.entries[-1].id if self.sitting.draft.entries else None)
            kind, level = left.kind or Kind.OPERATIVE, left.level
            made = self._do(
                lambda d: add_written(d, left.text, kind=kind, level=level, after=after),
                "Bring back a paragraph",
            )
        if made:
            self._keep(None)
        if self.sitting.draft != before:
            self.notify("What was being written is back in its place; ctrl+z takes it out", timeout=10)

    # Checking

    def check_soon(self, pause: float = CHECK_PAUSE) -> None:
        """Check the draft when the drafter pauses; the results replace the marks."""
        if self._checking:
            self._checking.stop()
        self._checking = self.set_timer(pause or 0.01, self._check)

    def _check(self) -> None:
        draft = self.sitting.draft

        def work() -> tuple[Finding, ...]:
            return patiently(lambda: self.bench.check(draft))

        def done(findings: tuple[Finding, ...]) -> None:
            if draft is self.sitting.draft:
                self.sitting.take_findings(draft, findings)
                self.show()

        in_background(self, work, done, group="check")

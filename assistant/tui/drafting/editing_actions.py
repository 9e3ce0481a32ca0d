"""Actions on the text of a draft."""

from __future__ import annotations

from assistant import editing
from assistant.editing.places import family
from assistant.placing import insert_filled
from assistant.templating import Setting, SlotError, TemplateError
from assistant.tui.background import Foreseen, in_background, said
from assistant.tui.drafting.board import Board
from assistant.tui.drafting.language import LanguagePane
from assistant.tui.drafting.masthead import masthead_fields, masthead_refusal, with_masthead
from assistant.tui.drafting.templates import TemplatesPane, template_form
from assistant.tui.forms import Form
from precedent.index import Match
from precedent.resolution import Kind


class EditingActions(Board):
    """Write, move, delete, insert, undo."""

    def action_edit(self) -> None:
        """Edit the paragraph in hand; where there is none, write one."""
        if self.editing:
            return
        if self.sitting.desk.read_only:
            self.notify("The draft is open for reading only", severity="warning")
        elif self.sitting.in_hand is None:
            self.action_write()
        else:
            self.begin_edit()

    def action_write(self) -> None:
        """Write a new paragraph after the one in hand."""
        found = self.sitting.in_hand
        kind = found[1].kind if found and found[1].kind is not Kind.HEADING else None
        self._write(kind or (Kind.OPERATIVE if found else Kind.PREAMBULAR))

    def action_heading(self) -> None:
        """Write a heading after the paragraph in hand."""
        self._write(Kind.HEADING)

    def _write(self, kind: Kind) -> None:
        if self.sitting.desk.read_only:
            self.notify("The draft is open for reading only", severity="warning")
        elif self.commit():
            after = f"after {self.sitting.label}" if self.sitting.label else ""
            self.new_kind = kind
            self.pane.edit(f"New {kind.value} paragraph {after} · esc: done", "")
            self.show()

    def action_delete(self) -> None:
        """Delete the paragraph in hand."""
        chosen, label = self.sitting.chosen, self.sitting.label
        if chosen and self.do(lambda d: editing.delete(d, [chosen]), f"Delete {label}"):
            self.notify(f"Deleted {label}; ctrl+z brings it back", timeout=3)

    def action_move_up(self) -> None:
        """Move the paragraph in hand before the one above it."""
        self._move(-1)

    def action_move_down(self) -> None:
        """Move the paragraph in hand behind the one below it."""
        self._move(1)

    def _move(self, direction: int) -> None:
        if not self.commit():
            return
        found, place = self.sitting.in_hand, self.sitting.place
        if found is None or place is None:
            return
        entries, level = self.sitting.draft.entries, found[1].level
        chosen = found[0].id
        if direction < 0:
            above = [i for i in range(place) if entries[i].content.level <= level]
            if not above:
                return
            before = above[-1]
            after = entries[before - 1].id if before else None
        else:
            own = family(entries, place)
            if own.stop >= len(entries):
                return
            after = entries[own.stop].id
        self.do(lambda d: editing.move(d, [chosen], after=after), f"Move {found[1].label}")

    def action_deeper(self) -> None:
        """Make the paragraph in hand a sub-paragraph."""
        self._level(1)

    def action_shallower(self) -> None:
        """Make the sub-paragraph in hand a paragraph again."""
        self._level(-1)

    def _level(self, by: int) -> None:
        found = self.sitting.in_hand
        if found and found[1].level + by >= 0:
            entry, paragraph = found
            self.do(
                lambda d: editing.set_level(d, entry.id, paragraph.level + by),
                f"Change the level of {paragraph.label}",
            )

    def action_other_part(self) -> None:
        """Make a preambular paragraph operative, and the other way round."""
        found = self.sitting.in_hand
        if found is None or found[1].kind not in (Kind.PREAMBULAR, Kind.OPERATIVE):
            return
        entry, paragraph = found
        other = Kind.OPERATIVE if paragraph.kind is Kind.PREAMBULAR else Kind.PREAMBULAR
        if self.do(lambda d: editing.set_kind(d, entry.id, other), f"Make {paragraph.label} {other.value}"):
            self.notify(
                f"{paragraph.label} is now {self.sitting.label}: its opening may need another form", timeout=4
            )

    def action_merge(self) -> None:
        """Make one paragraph of the one in hand and the next."""
        chosen, label = self.sitting.chosen, self.sitting.label
        if chosen:
            self.do(lambda d: editing.merge(d, chosen), f"Merge {label} with the next")

    def action_undo(self) -> None:
        """Take the last step back."""
        self._back_or_forth("Undone", "Nothing to undo")

    def action_redo(self) -> None:
        """Do the last undone step again."""
        self._back_or_forth("Done again", "Nothing to do again")

    def _back_or_forth(self, done: str, nothing: str) -> None:
        if not self.commit():
            return
        try:
            step = self.sitting.undo() if done == "Undone" else self.sitting.redo()
        except Foreseen as error:
            self.notify(said(error), severity="error", timeout=10)
            return
        self.notify(f"{done}: {step.description}" if step else nothing, timeout=3)
        self.changed()

    # The side panel

    def action_panel(self) -> None:
        """Show or hide the side panel."""
        self.side.display = not self.side.display
        if not self.side.display:
            self.set_focus(self.outline)

    def open_tab(self, tab: str) -> None:
        """Show a tab of the side panel."""
        self.side.display = True
        self.side.active = tab

    def action_find(self) -> None:
        """Search agreed language."""
        self.open_tab("tab-language")
        self.query_one(LanguagePane).begin()

    def action_templates(self) -> None:
        """Choose a template."""
        self.open_tab("tab-templates")
        self.query_one(TemplatesPane).begin()

    def action_insert(self) -> None:
        """Insert the highlighted passage."""
        match = self.query_one(LanguagePane).highlighted()
        if match is None:
            self.notify("No passage is found yet; ctrl+f searches agreed language")
        else:
            self._quote(match)

    def on_language_pane_chosen(self, event: LanguagePane.Chosen) -> None:
        """A passage was chosen in the panel."""
        event.stop()
        self._quote(event.match)

    def _quote(self, match: Match) -> None:
        words = f"Insert {match.symbol} {match.label}"
        if self.do(
            lambda d: self.bench.quote(d, match.symbol, match.label, after=self.sitting.chosen), words
        ):
            self.notify(f"{match.symbol} {match.label} stands as {self.sitting.label}", timeout=4)
            self.set_focus(self.outline)

    def on_language_pane_left(self) -> None:
        """Back to the outline."""
        self.set_focus(self.outline)

    def on_templates_pane_left(self) -> None:
        """Back to the outline."""
        self.set_focus(self.outline)

    def on_templates_pane_chosen(self, event: TemplatesPane.Chosen) -> None:
        """A template was chosen: ask for its blanks with what the draft knows filled in."""
        event.stop()
        template = event.template
        if not self.commit():
            return
        draft = self.sitting.draft

        def answered(values: dict[str, str] | None) -> None:
            if values is None:
                return
            try:
                filled = self.bench.fill(template, values, self.sitting.draft)
            except (SlotError, TemplateError) as error:
                self.notify(said(error), severity="error", timeout=10)
                return
            if self.do(
                lambda d: insert_filled(d, filled, after=self.sitting.chosen), f"Insert {template.title}"
            ):
                self.notify(f"The paragraph stands as {self.sitting.label}", timeout=4)
                self.set_focus(self.outline)

        def ask(setting: Setting) -> None:
            self.app.push_screen(template_form(template, setting), answered)

        in_background(
            self,
            lambda: self.bench.setting(draft),
            ask,
            group="setting",
        )

    # The masthead

    def action_masthead(self) -> None:
        """Edit what stands above the text."""
        if not self.commit():
            return

        def answered(values: dict[str, str] | None) -> None:
            if values is not None:
                self.do(lambda d: with_masthead(d, values), "Edit the masthead")

        fields = masthead_fields(self.sitting.draft)
        self.app.push_screen(Form("Masthead", fields, refusal=masthead_refusal), answered)

"""Actions on the text of a draft."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from assistant import arranging, editing
from assistant.editing.places import families
from assistant.labels import listed
from assistant.tui.background import Foreseen, in_background, said
from assistant.tui.drafting.board import Board
from assistant.tui.drafting.jumping import JumpLine
from assistant.tui.drafting.language import LanguagePane
from assistant.tui.drafting.templates import TemplatesPane
from precedent.resolution import Kind

if TYPE_CHECKING:
    from assistant.templating import Setting
    from precedent.index import Match


class EditingActions(Board):
    """Write, move, delete, insert, undo."""

    def action_edit(self) -> None:
        """Edit the paragraph in hand; where there is none, write one."""
        jump = self.query_one(JumpLine)
        if jump.display:  # Enter that came before the focus did
            jump.stay()
            return
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

    def action_row(self) -> None:
        """Write rows of a table after the paragraph in hand."""
        self._write(Kind.TABLE)

    def _write(self, kind: Kind) -> None:
        if self.sitting.desk.read_only:
            self.notify("The draft is open for reading only", severity="warning")
        elif self.commit():
            self.writing.begin_new(kind)
            self.show()

    def action_delete(self) -> None:
        """Delete the paragraphs picked out, else the one in hand."""
        scope, told = self.sitting.scope, self.sitting.scope_label
        if scope and self.do(lambda d: arranging.deleted(d, scope), f"Delete {told}"):
            self.notify(
                f"Deleted {told}; {self.key('undo')} brings {'it' if len(scope) == 1 else 'them'} back",
                timeout=3,
            )

    def action_move_up(self) -> None:
        """Move what is worked on before the paragraph above."""
        if not self.commit() or not self.sitting.scope:
            return
        draft, labels = self.sitting.draft, list(self.sitting.draft.labels.values())
        first = families(draft, self.sitting.scope)[0]
        level = draft.entries[first].content.level
        above = [i for i in range(first) if draft.entries[i].content.level <= level]
        if above:
            after = draft.entries[above[-1] - 1].id if above[-1] else None
            self.move_to(self.sitting.scope, after=after, told=f"before {labels[above[-1]]}")

    def action_move_down(self) -> None:
        """Move what is worked on behind the paragraph below."""
        if not self.commit() or not self.sitting.scope:
            return
        draft, labels = self.sitting.draft, list(self.sitting.draft.labels.values())
        last = families(draft, self.sitting.scope)[-1] + 1
        if last < len(draft.entries):
            self.move_to(self.sitting.scope, after=draft.entries[last].id, told=f"after {labels[last]}")

    def move_to(self, ids: Sequence[str], *, after: str | None, told: str) -> None:
        """Move paragraphs behind another one, or to the start, in one step."""
        labels = self.sitting.draft.labels
        names = listed(label for identity, label in labels.items() if identity in ids)
        self.do(lambda d: arranging.moved(d, ids, after=after), f"Move {names} {told}")

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
                f"Make {paragraph.label} {'a sub-paragraph' if by > 0 else 'a paragraph one level up'}",
            )

    def action_other_part(self) -> None:
        """Make a preambular paragraph operative, and the other way round; its opening follows."""
        found = self.sitting.in_hand
        if found is None or found[1].kind not in (Kind.PREAMBULAR, Kind.OPERATIVE):
            return
        entry, paragraph = found
        other = Kind.OPERATIVE if paragraph.kind is Kind.PREAMBULAR else Kind.PREAMBULAR
        if self.do(lambda d: editing.change_part(d, entry.id), f"Make {paragraph.label} {other.value}"):
            now = self.sitting.draft.entry(entry.id).content
            told = f"{paragraph.label} is now {self.sitting.label}"
            if now.text.rstrip(",;.") == paragraph.text.rstrip(",;."):
                self.notify(f"{told}: how it opens there is not known; see to it", severity="warning")
            else:
                self.notify(f"{told}: {now.opening or now.text[:20]}", timeout=4)

    def action_with_number(self) -> None:
        """Print the paragraph in hand without its number, or with it again."""
        found = self.sitting.in_hand
        if found is None:
            return
        entry, paragraph = found
        counted = paragraph.number is None
        told = f"Print {paragraph.label} {'with' if counted else 'without'} a number"
        if self.do(lambda d: editing.set_counted(d, entry.id, counted=counted), told):
            self.notify(f"{paragraph.label} is now {self.sitting.label}", timeout=3)

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
        self.shows_panel, self.shows_pages = not (self.shows_panel and not self.shows_pages), False
        self.place_panes()
        if not self.shows_panel:
            self.set_focus(self.outline)

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
            self.notify(f"No passage is found yet; {self.key('find')} searches agreed language")
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
        from assistant.placing import insert_filled
        from assistant.templating import SlotError, TemplateError
        from assistant.tui.drafting.filling import template_form

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

    def action_save_template(self) -> None:
        """Keep the paragraph in hand as a template of the house."""
        from assistant.tui.drafting.filling import saving_form

        found = self.sitting.in_hand
        if found is None:
            self.notify("There is no paragraph in hand to save as a template")
        elif self.commit():
            label, draft = self.sitting.label, self.sitting.draft

            def answered(values: dict[str, str] | None) -> None:
                if values is None:
                    return
                try:
                    path = self.bench.save_template(
                        draft, label, values["name"].strip(), title=values["title"], say=values["say"]
                    )
                except Foreseen as error:
                    self.notify(said(error), severity="error", timeout=10)
                    return
                self.query_one(TemplatesPane).read()
                self.notify(f"Saved as {path.name}; {self.key('templates')} lists it", timeout=5)

            self.app.push_screen(saving_form(label), answered)

    # The masthead

    def action_masthead(self) -> None:
        """Edit what stands above the text."""
        from assistant.masthead import with_masthead
        from assistant.tui.drafting.masthead import masthead_fields, masthead_refusal
        from assistant.tui.forms import Form

        if not self.commit():
            return

        def answered(values: dict[str, str] | None) -> None:
            if values is not None:
                self.do(lambda d: with_masthead(d, values), "Edit the masthead")

        fields = masthead_fields(self.sitting.draft)
        self.app.push_screen(Form("Masthead", fields, refusal=masthead_refusal), answered)

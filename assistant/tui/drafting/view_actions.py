"""Actions that look at the draft another way, or at what was done to it: pages, steps, places of words, the wall."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from assistant.tui.background import Foreseen, said
from assistant.tui.copying import copy, with_reference
from assistant.tui.drafting.board import Board
from assistant.tui.drafting.language import LanguagePane
from assistant.tui.drafting.pages import PagesPane
from assistant.tui.drafting.prose import note_words, paragraph_words
from precedent.wording import day_words

if TYPE_CHECKING:
    from assistant.replacing import Place
    from assistant.tui.drafting.reading import Sheet
    from precedent.index import Match


class ViewActions(Board):
    """Pages, history of steps, find and replace, reading mode, the clipboard."""

    def action_pages(self) -> None:
        """Show the pages as they will about print, or show them no longer."""
        self.shows_pages = not self.shows_pages
        self.place_panes()
        if self.shows_pages:
            self.set_focus(self.query_one(PagesPane))
        else:
            self.set_focus(self.outline)
        self.show()

    def action_steps(self) -> None:
        """List what was done, and go to any point of it."""
        from assistant.tui.drafting.steps import Steps

        if not self.commit():
            return
        desk = self.sitting.desk

        def answered(steps: int | None) -> None:
            if steps is None or steps == len(desk.history.past):
                return
            try:
                self.sitting.move_to(steps)
            except Foreseen as error:
                self.notify(said(error), severity="error", timeout=10)
                return
            past = desk.history.past
            self.notify(
                f"The draft as it was after: {past[-1].description}"
                if past
                else "The draft as its history begins"
            )
            self.changed()

        self.app.push_screen(
            Steps(desk.history, desk.saved_steps, self.bench.today(), self.key("redo")), answered
        )

    def action_replace(self) -> None:
        """Find words everywhere, and replace them where they are ticked, in one step."""
        from assistant.replacing import replaced, told
        from assistant.tui.drafting.replacing import Replacing

        if not self.commit():
            return
        dialog = Replacing(self.sitting.draft)

        def answered(chosen: tuple[Place, ...] | None) -> None:
            if not chosen:
                return
            words = told(chosen, dialog.sought, dialog.words)
            if self.do(lambda d: replaced(d, chosen), words):
                self.notify(f"{words}; {self.key('undo')} takes it back", timeout=5)

        self.app.push_screen(dialog, answered)

    # The wall

    def action_large(self) -> None:
        """Fill the screen with the passages that were found, where these are walked, else with the paragraph."""
        from assistant.tui.drafting.reading import Reading, Sheet

        if not self.commit():
            return
        language = self.query_one(LanguagePane)
        if language.has_focus_within and language.matches:
            place = language.place
            self.app.push_screen(Reading([_passage_sheet(match) for match in language.matches], place))
            return
        draft = self.sitting.draft
        notes = {note.marker: note for note in draft.footnotes}
        sheets = []
        for _, paragraph in self.sitting.paragraphs:
            called = [notes[c.marker] for c in paragraph.notes if c.marker in notes]
            words = Content.assemble(
                *paragraph_words(paragraph), *(p for note in called for p in [("\n", ""), *note_words(note)])
            )
            sheets.append(Sheet(paragraph.label, words, draft.title))

        def answered(place: int | None) -> None:
            if place is not None and place < len(draft.entries):
                self.sitting.choose(draft.entries[place].id)
                self.show()

        if sheets:
            self.app.push_screen(Reading(sheets, self.sitting.place or 0), answered)

    # The clipboard

    def action_copy(self) -> None:
        """Copy the passage that is walked in the panel with its reference, else the paragraph in hand."""
        language, found = self.query_one(LanguagePane), self.sitting.in_hand
        if language.has_focus_within and language.highlighted():
            self.action_copy_passage()
        elif found:
            copy(self.app, found[1].text, found[1].label)

    def action_copy_passage(self) -> None:
        """Copy the highlighted passage with its reference."""
        match = self.query_one(LanguagePane).highlighted()
        if match is None:
            self.notify(f"No passage is found yet; {self.key('find')} searches agreed language")
            return
        behind = ", ".join(filter(None, (f"{match.symbol} {match.label}", _behind(match))))
        copy(self.app, with_reference(match.text, behind), f"{match.symbol} {match.label}")

    def action_replace_by_passage(self) -> None:
        """Put the highlighted passage in place of the paragraph in hand."""
        match, chosen = self.query_one(LanguagePane).highlighted(), self.sitting.chosen
        if match is None or chosen is None:
            self.notify(f"No passage is found yet; {self.key('find')} searches agreed language")
            return
        label, source = self.sitting.label, f"{match.symbol} {match.label}"
        done = self.do(
            lambda d: self.bench.replace_by(d, match.symbol, match.label, chosen),
            f"Replace {label} by {source}",
        )
        if done:
            self.notify(f"{label} is now as in {source}; {self.key('undo')} takes it back", timeout=4)
            self.set_focus(self.outline)


def _behind(match: Match) -> str:
    day = day_words(match.adopted) if match.adopted else ""
    return ", ".join(filter(None, (day, match.vote)))


def _passage_sheet(match: Match) -> Sheet:
    from assistant.tui.drafting.reading import Sheet

    return Sheet(f"{match.symbol} {match.label}", Content(match.text), _behind(match))

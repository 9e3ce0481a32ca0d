"""A paragraph being written: begun, kept with each key press, made a step, brought back after a crash."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from assistant.draft import Draft, Status
from assistant.errors import AssistantError
from assistant.handwriting import add_written, read_written, rewritten, written
from assistant.storage import Unfinished
from assistant.tui.background import said
from precedent.resolution import Kind

if TYPE_CHECKING:
    from assistant.tui.drafting.board import Board
    from assistant.tui.drafting.sitting import Sitting

Doing = Callable[[Callable[[Draft], "Draft | tuple[Draft, str | None]"], str], bool]


class Writing:
    """What stands in the editor of one drafting screen."""

    def __init__(self, board: Board, do: Doing) -> None:
        self._board = board
        self._do = do
        self._kept: str | None = None
        self.kind: Kind | None = None
        """What is being written, where it is a new paragraph and not the one in hand."""

    @property
    def _sitting(self) -> Sitting:
        return self._board.sitting

    def begin(self) -> None:
        """Edit the paragraph in hand."""
        found = self._sitting.in_hand
        if found:
            marks = tuple((m.finding.found, m.certain) for m in self._sitting.within(found[0].id))
            title = f"{found[1].label} · editing · esc: done"
            self._open(title, written(self._sitting.draft, found[0].id), marks)

    def begin_new(self, kind: Kind) -> None:
        """Write a paragraph of that kind after the one in hand."""
        after = f"after {self._sitting.label}" if self._sitting.label else ""
        self.kind = kind
        what = "rows of a table" if kind is Kind.TABLE else f"{kind.value} paragraph"
        self._open(f"New {what} {after} · esc: done", "")

    def _open(self, title: str, text: str, marks: tuple[tuple[str, bool], ...] = ()) -> None:
        self._kept = None
        self._board.pane.edit(title, text, marks)
        self._board.pane.editor.keep = self.keep

    def end(self) -> bool:
        """Make a step of what was written; whether that went well. Where it did not, the editor stays open."""
        source, kind, chosen = self._board.pane.editor.text, self.kind, self._sitting.chosen
        if kind is not None:
            level = self._level
            done = self._do(
                lambda draft: add_written(draft, source, kind=kind, level=level, after=chosen),
                "Write a paragraph",
            )
        elif chosen is not None:
            done = self._rewrite(chosen, source)
        else:
            done = True
        if done:
            self.kind = self._sitting.typed = None
            self._board.pane.editor.keep = None
            self._board.pane.read()
            self._kept = source
            self.keep(None)
        return done

    def _stands_after(self, after: str | None, source: str, kind: Kind | None) -> bool:
        """Whether what was written stands there already."""
        entries = self._sitting.draft.entries
        place = next((i for i, e in enumerate(entries) if e.id == after), -1) + 1
        texts = [inline.text for inline in read_written(source, kind).paragraphs]
        return bool(texts) and [e.content.text for e in entries[place : place + len(texts)]] == texts

    def preview(self) -> Callable[[], Draft]:
        """What makes the draft as it would be if the writing ended now."""
        draft, chosen, kind, level = self._sitting.draft, self._sitting.chosen, self.kind, self._level
        if not self._board.editing:
            return lambda: draft
        source = self._board.pane.editor.text
        if kind is not None:
            return lambda: add_written(draft, source, kind=kind, level=level, after=chosen)[0]
        return lambda: rewritten(draft, chosen, source) if chosen and source.strip() else draft

    def _rewrite(self, chosen: str, source: str) -> bool:
        label, before = self._sitting.label, self._sitting.draft
        done = self._do(lambda draft: rewritten(draft, chosen, source), f"Edit {label}")
        if done and not source.strip():
            self._board.notify(
                f"{label} was emptied, so it is gone; {self._board.key('undo')} brings it back"
            )
        elif done and before.entry(chosen).status is not Status.OPEN and before != self._sitting.draft:
            said_status = before.entry(chosen).status.value
            self._board.notify(f"{label} was {said_status}: its words are now others", severity="warning")
        return done

    @property
    def _level(self) -> int:
        found = self._sitting.in_hand
        return found[1].level if found and found[1].kind is self.kind is not Kind.HEADING else 0

    def keep(self, text: str | None) -> None:
        """Keep the words in the editor beside the draft, so that not even a killed process loses them."""
        if text == self._kept:
            return
        self._kept = text
        unfinished = None if text is None else Unfinished(text, self._sitting.chosen, self.kind, self._level)
        try:
            self._sitting.desk.keep_unfinished(unfinished)
        except AssistantError as error:
            self._board.notify(said(error), severity="error", timeout=6)

    def bring_back(self) -> None:
        """Make a step of what was being written when the program ended; undo takes it out again."""
        desk = self._sitting.desk
        left = None if desk.read_only else desk.unfinished()
        if left is None:
            return
        before, labels = self._sitting.draft, self._sitting.draft.labels
        known = left.paragraph if left.paragraph in labels else None
        if left.kind is None and known is not None:
            made = self._do(
                lambda d: rewritten(d, known, left.text), f"Bring back the writing in {labels[known]}"
            )
        else:
            after = known or (before.entries[-1].id if before.entries else None)
            if self._stands_after(
                after, left.text, left.kind
            ):  # the program ended between the step and the note of it
                self._kept = left.text
                self.keep(None)
                return
            kind, level = left.kind or Kind.OPERATIVE, left.level
            made = self._do(
                lambda d: add_written(d, left.text, kind=kind, level=level, after=after),
                "Bring back a paragraph",
            )
        if made:
            self._kept = left.text
            self.keep(None)
        if self._sitting.draft != before:
            self._board.notify(
                f"What was being written is back in its place; {self._board.key('undo')} takes it out",
                timeout=10,
            )

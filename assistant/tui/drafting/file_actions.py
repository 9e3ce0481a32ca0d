"""Actions on the draft as a whole: save, export, leave."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.errors import DraftChangedError
from assistant.tui.background import Foreseen, in_background, said
from assistant.tui.drafting.board import Board

if TYPE_CHECKING:
    from assistant.export import Exported
    from assistant.workbench import OpenFindingsError

_KINDS = (
    ("the document, clean", "clean"),
    ("with every change since the base tracked", "redline"),
    ("the same, with kinds of change and findings as comments", "redline comments"),
    ("the document, with findings as comments", "comments"),
    ("an amendment: instructions that turn the base into this text", "amendment"),
)


class FileActions(Board):
    """Save, export, close."""

    def action_save(self) -> None:
        """Save; what another program wrote meanwhile is asked about."""
        if self.commit() and self.save():
            self.notify(f"Saved {self.sitting.desk.path.name}", timeout=3)

    def save(self, *, overwrite: bool = False) -> bool:
        """Write the file; whether that was done."""
        try:
            self.sitting.desk.save(overwrite=overwrite)
        except DraftChangedError as error:
            self._ask_which(error)
            return False
        except Foreseen as error:
            self.notify(said(error), severity="error", timeout=15)
            return False
        self.show()
        return True

    def _ask_which(self, error: DraftChangedError) -> None:
        from assistant.tui.questions import Question

        def answered(key: str | None) -> None:
            if key == "o" and self.save(overwrite=True):
                self.notify("Saved; what was there is kept as a snapshot", timeout=5)
            elif key == "t":
                try:
                    self.sitting.desk.reload()
                except Foreseen as failure:
                    self.notify(said(failure), severity="error", timeout=15)
                self.changed()

        answers = (
            ("t", f"Take up that text; {self.key('undo')} brings this one back"),
            ("o", "Save over it; that text is kept as a snapshot"),
            ("b", "Back"),
        )
        self.app.push_screen(
            Question("The file was changed by another program", answers, detail=said(error)), answered
        )

    def action_export(self) -> None:
        """Show what is open, as the settings say; ask where to, and export."""
        if not self.commit():
            return
        wanted = self.bench.settings.gate
        if wanted == "never":
            self._ask_where_to()
        else:
            self._show_gate(only_open=wanted == "open")

    def action_gate(self) -> None:
        """Show what is open."""
        if self.commit():
            self._show_gate(only_open=False)

    def _show_gate(self, *, only_open: bool) -> None:
        from assistant.gate.passing import MASTHEAD
        from assistant.tui.tabling import GO_ON, Tabling

        draft = self.sitting.draft
        screen = Tabling(lambda: self.bench.gate(draft), only_open=only_open)

        def answered(answer: str | None) -> None:
            if answer == GO_ON:
                self._ask_where_to(force=screen.found is not None)
            elif answer == MASTHEAD:
                self.call_later(self.run_action, "masthead")
            elif answer is not None:
                self.sitting.choose(entry.id if (entry := draft.at(answer)) else self.sitting.chosen)
                self.show()

        self.app.push_screen(screen, answered)

    def _ask_where_to(self, *, force: bool = False) -> None:
        from assistant.export import SUFFIXES
        from assistant.tui.forms import Field, Form
        from assistant.typed import path_of
        from assistant.workbench import AUTHOR

        default = str(self.sitting.desk.path.with_suffix(".docx"))

        def answered(values: dict[str, str] | None) -> None:
            if values is not None:
                self._export(values, force=force)

        base = self.sitting.draft.base or ""
        fields = (
            Field("kind", "What", choices=_KINDS),
            Field("base", "Base", "what changes are shown against: a file or a symbol", base, "A/80/L.18"),
            Field("house", "Styles of", "your own Word file; may be left empty", example="house.docx"),
            Field("author", "By", "whose changes and comments they are", AUTHOR),
            Field(
                "path", "File", f"its ending says in which form: {' '.join(SUFFIXES)}", default, first=True
            ),
        )
        form = Form("Export", fields, accept="Export", refusal=lambda v: str(path_of(v["path"]))[:0])
        self.app.push_screen(form, answered)

    def _export(self, values: Mapping[str, str], *, force: bool = False) -> None:
        from assistant.typed import path_of
        from assistant.workbench import OpenFindingsError

        draft, path, source = self.sitting.draft, path_of(values["path"]), self.sitting.desk.path
        self.notify(f"Exporting {path.name} …  esc: stop", timeout=2)

        def failed(error: Exception) -> None:
            if isinstance(error, OpenFindingsError):
                self._ask_in_spite(values, error)
            else:
                self.notify(said(error), title="Not exported", severity="error", timeout=15)

        def written() -> Exported:
            kind, base = values["kind"], values["base"].strip() or None
            if kind == "amendment":
                return self.bench.export(self.bench.amendment(draft, base), path, force=force)
            extras = self.bench.extras(
                draft,
                redline="redline" in kind,
                comments="comments" in kind,
                base=base,
                author=values["author"],
                source=source,
            )
            house = values["house"].strip()
            extras = replace(extras, house=path_of(house) if house else None)
            return self.bench.export(draft, path, force=force, extras=extras)

        def tell(done: Exported) -> None:
            self.notify(str(done), title="Exported", timeout=12)

        def in_spite(done: Exported) -> None:
            if self.is_attached:  # it was written before it could be stopped
                self.app.call_from_thread(tell, done)

        in_background(self, written, tell, group="export", failed=failed, unwanted=in_spite)

    def _ask_in_spite(self, values: Mapping[str, str], error: OpenFindingsError) -> None:
        from assistant.tui.questions import Question

        def answered(key: str | None) -> None:
            if key == "e":
                self._export(values, force=True)
            elif key == "g":
                self.call_later(self.run_action, "next_finding")

        found = "\n".join(f"● {f.label}: {f.message} (“{f.found}”)" for f in error.findings)
        answers = (("g", "Go to the first one"), ("e", "Export anyway"), ("b", "Back"))
        count = len(error.findings)
        title = f"Not exported: {count} certain finding{'' if count == 1 else 's'} open"
        self.app.push_screen(Question(title, answers, detail=found), answered)

    def action_close(self) -> None:
        """Close the draft and go back to the opening screen."""
        self.leave(then=lambda: None)

    def leave(self, *, then: Callable[[], object]) -> None:
        """Close the draft, after asking what becomes of unsaved changes, and go on."""
        from assistant.tui.questions import Question

        if not self.commit():
            return
        if not self.sitting.desk.dirty or self.sitting.desk.read_only:
            self._go(then)
            return

        def answered(key: str | None) -> None:
            if key == "s":
                if self.save():
                    self._go(then)
            elif key == "k":
                self._go(then)

        answers = (
            ("s", "Save and leave"),
            ("k", "Leave; the changes are kept beside the file and brought back next time"),
            ("b", "Back to the draft"),
        )
        self.app.push_screen(Question("There are unsaved changes", answers), answered)

    def _go(self, then: Callable[[], object]) -> None:
        self.sitting.desk.close()
        self.dismiss(None)
        then()

    def on_unmount(self) -> None:
        """However the screen ends, what was written is kept and the draft is let go."""
        desk = self.sitting.desk
        if self.bench is not getattr(self.app, "bench", None):
            self.bench.close()
        desk.close()

"""Actions on where the words come from: the history of a paragraph, the words that are new, the sources as a file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from assistant.tui.background import in_background, patiently, said
from assistant.tui.drafting.board import Board
from assistant.tui.drafting.history import HistoryPane

Writer: TypeAlias = Callable[[Path], Path]


class HistoryActions(Board):
    """Show and write where the words come from."""

    def action_history(self) -> None:
        """Show the history of the paragraph in hand."""
        if self.commit():
            self.open_tab("tab-history")
            self.call_after_refresh(self.query_one(HistoryPane).begin)

    def on_history_pane_left(self) -> None:
        """Back to the outline."""
        self.set_focus(self.outline)

    def action_new_words(self) -> None:
        """Show, or show no longer, which words of the paragraph are new."""
        self.sitting.shows_departure = not self.sitting.shows_departure
        self.show()

    def action_add_precedents(self) -> None:
        """Ask for earlier texts, and take them into the index."""
        from assistant.tui.opening.adding import ask_for_precedents

        if self.commit():
            ask_for_precedents(self.app, self.bench)

    def action_compare(self) -> None:
        """Ask with which text, and compare the draft as it is now with it."""
        from assistant.tui.comparing import Comparing
        from assistant.tui.forms import Field, Form

        if not self.commit():
            return
        draft, bench = self.sitting.draft, self.bench

        def answered(values: dict[str, str] | None) -> None:
            if values is not None:
                before = values["before"].strip()
                self.app.push_screen(Comparing(lambda: bench.collation(before, draft)))

        fields = (
            Field(
                "before",
                "Compare with",
                "the text that it was rolled forward from, or another: a symbol in the index, a draft, a file",
                draft.base or "",
                example="A/RES/79/194",
            ),
        )
        refusal = lambda v: "" if v["before"].strip() else "name a text: a symbol or a file"  # noqa: E731
        self.app.push_screen(Form("Compare", fields, accept="Compare", refusal=refusal), answered)

    def action_write_sources(self) -> None:
        """Ask where to, and write the table of sources."""
        if not self.commit():
            return
        draft, bench = self.sitting.draft, self.bench

        def write(path: Path) -> Path:
            from assistant.export.ledger import write_ledger

            return write_ledger(patiently(lambda: bench.provenance.ledger(draft)), path)

        self._ask_where("The table of sources", ".docx, .html or .csv", "-sources.docx", write)

    def action_write_gate(self) -> None:
        """Ask where to, and write what is open before the draft is tabled."""
        if not self.commit():
            return
        draft, bench = self.sitting.draft, self.bench

        def write(path: Path) -> Path:
            from assistant.export.gate import write_gate

            return write_gate(patiently(lambda: bench.gate(draft)), path)

        self._ask_where("Before it is tabled", ".html, .json or .txt", "-gate.html", write)

    def action_write_history(self) -> None:
        """Ask where to, and write the history of the paragraph in hand."""
        if not self.commit() or not self.sitting.label:
            return
        draft, label, bench = self.sitting.draft, self.sitting.label, self.bench

        def write(path: Path) -> Path:
            from assistant.chronicle import chronicle
            from assistant.export.history import write_history

            lineage = patiently(lambda: bench.provenance.lineage(draft))
            symbol = str(draft.masthead.symbol or "")
            line = patiently(lambda: bench.provenance.line(lineage, symbol, label))
            return write_history(chronicle(lineage, line), path)

        name = "".join(c for c in label if c.isalnum())
        self._ask_where(f"The history of {label}", ".html or .svg", f"-{name}.html", write)

    def _ask_where(self, title: str, forms: str, ending: str, write: Writer) -> None:
        from assistant.tui.forms import Field, Form
        from assistant.typed import path_of

        path = self.sitting.desk.path
        default = str(path.with_name(f"{path.stem}{ending}"))

        def answered(values: dict[str, str] | None) -> None:
            if values is None:
                return
            target = path_of(values["path"])
            in_background(
                self,
                lambda: write(target),
                lambda written: self.notify(str(written), title="Written", timeout=8),
                group="write",
                failed=lambda error: self.notify(
                    said(error), title="Not written", severity="error", timeout=15
                ),
            )

        fields = (Field("path", "File", f"its ending says in which form: {forms}", default),)
        form = Form(title, fields, accept="Write", refusal=lambda v: str(path_of(v["path"]))[:0])
        self.app.push_screen(form, answered)

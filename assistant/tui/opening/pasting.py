"""A text that is pasted: put in, read, looked at; then added to the index or made a draft."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Footer, Label, Static

from assistant.identifying import identified
from assistant.previewing import Preview, preview
from assistant.tui.actions import Action, bindings
from assistant.tui.background import in_background, said
from assistant.tui.forms import Field, Form, FormError, Values
from assistant.tui.opening import guided
from assistant.tui.textarea_undo import SafeTextArea
from assistant.typed import day_of
from assistant.workbench import Workbench
from precedent.index import Added
from precedent.resolution import Resolution

if TYPE_CHECKING:
    from assistant.storage import Desk
    from assistant.tui.app import Interface


class Pasting(Screen[None]):
    """Where the text is put in."""

    CSS_PATH = "dialogs.tcss"
    actions = (
        Action(
            "read", "ctrl+s,f10", "Read it", "what is understood of it is shown first", "Read", "Paste", "^s"
        ),
        Action("leave", "escape", "Back", "what was pasted is dropped", "Back", "Paste"),
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(actions)
    places = (
        (
            "Paste a text",
            "Paste with the terminal’s own key, often ctrl+shift+v; change it before it is read.",
        ),
        (
            "What is read",
            "Text from Word, web pages, PDFs, e-mail: numbered or not, however its lines are broken.",
        ),
    )

    def __init__(self, bench: Workbench) -> None:
        super().__init__()
        self._bench = bench

    def compose(self) -> ComposeResult:
        """What to do, and room for the text."""
        with Vertical(id="pasting"):
            yield Label("Paste a text", id="pasting-title")
            yield Static(
                "Paste it here, then ^s. Nothing is added before you have seen it.", id="pasting-help"
            )
            yield SafeTextArea("", id="pasting-text", show_line_numbers=False)
            yield Static("", id="pasting-said", markup=False)
        yield Footer()

    def on_mount(self) -> None:
        """The cursor stands where one pastes."""
        self.query_one(SafeTextArea).focus()

    def action_read(self) -> None:
        """Read what was pasted, and show what is understood."""
        text = self.query_one(SafeTextArea).text
        told = self.query_one("#pasting-said", Static)
        if not text.strip():
            told.update("Nothing is pasted yet.")
            return
        told.update("Reading …")

        def done(read: Resolution) -> None:
            told.update("")
            self.app.push_screen(Understood(self._bench, read), answered)

        def answered(used: object) -> None:
            if used:
                self.dismiss(None)

        def failed(error: Exception) -> None:
            told.update(said(error))

        in_background(self, lambda: self._bench.read_pasted(text), done, group="read", failed=failed)

    def action_leave(self) -> None:
        """Back to where one came from."""
        self.dismiss(None)


class Understood(Screen[bool]):
    """What was understood of a text; gives whether it was used, or is to be changed."""

    CSS_PATH = "dialogs.tcss"
    actions = (
        Action("add", "a", "Add it to the index", "as an earlier text that can be found", "Add", "The text"),
        Action(
            "draft", "d", "Start a draft from it", "a new draft file with its paragraphs", "Draft", "The text"
        ),
        Action(
            "change",
            "e,escape",
            "Change what was pasted",
            "back to the text as it was pasted",
            "Change",
            "The text",
        ),
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(actions)
    places = (
        ("What was understood", "The masthead, every paragraph with its label and opening, the notes."),
        ("?", "What the reader was unsure of stands below the paragraph that it is about."),
    )

    def __init__(self, bench: Workbench, text: Resolution) -> None:
        super().__init__()
        self._bench, self._text = bench, text

    def compose(self) -> ComposeResult:
        """Counts above, the text below."""
        shown = preview(self._text)
        with Vertical(id="understood"):
            yield Label("What was understood", id="understood-title")
            yield Static(_counts(shown), id="understood-counts")
            with VerticalScroll(id="understood-text"):
                yield Static(_lines(shown))
            yield Static("", id="understood-said", markup=False)
        yield Footer()

    def on_mount(self) -> None:
        """The arrows scroll the text."""
        self.query_one("#understood-text").focus()

    def action_change(self) -> None:
        """Back to the text as it was pasted."""
        self.dismiss(False)  # noqa: FBT003 - what the screen gives

    def action_add(self) -> None:
        """Ask which document it is, and add it."""
        head = self._text.masthead
        fields = (
            Field("symbol", "Symbol", "under which it is kept", str(head.symbol or ""), example="A/RES/80/7"),
            Field(
                "adopted",
                "Adopted on",
                "newer texts stand first; may be left empty",
                head.adopted.isoformat() if head.adopted else "",
                example="2025-12-01",
            ),
        )

        def known(values: Values) -> Resolution:
            return identified(self._text, values["symbol"], day_of(values["adopted"]))

        def refusal(values: Values) -> str:
            known(values)
            return ""

        def answered(values: dict[str, str] | None) -> None:
            if values is not None:
                text = known(values)
                in_background(
                    self, lambda: self._bench.take(text), self._added, group="take", failed=self._failed
                )

        self.app.push_screen(Form("Add it to the index", fields, accept="Add", refusal=refusal), answered)

    def _added(self, added: Added) -> None:
        if added.failed:
            self._failed(FormError(added.failed[0].reason))
            return
        done = (
            "It was in the index already, or a newer copy of it"
            if added.unchanged
            else "It is in the index now"
        )
        if added.replaced:
            done = "It has replaced the copy that was in the index"
        self.app.notify(f"{done}; {added.paragraphs:,} passages more to find.", title="Added")
        self.dismiss(True)  # noqa: FBT003 - what the screen gives

    def action_draft(self) -> None:
        """Ask for a file, and open a draft of the text."""

        def answered(values: dict[str, str] | None) -> None:
            if values is None:
                return
            path = guided.draft_path(values["file"])
            in_background(
                self,
                lambda: self._bench.create(path, self._bench.import_draft(self._text)),
                self._begun,
                group="begin",
                failed=self._failed,
            )

        fields = (Field("file", "Draft file", "", guided.new_file()),)
        refuse = Form(
            "Start a draft from it",
            fields,
            accept="Begin",
            refusal=lambda v: str(guided.draft_path(v["file"]))[:0],
        )
        self.app.push_screen(refuse, answered)

    def _begun(self, desk: Desk) -> None:
        interface, bench = cast("Interface", self.app), self._bench
        self.dismiss(True)  # noqa: FBT003 - what the screen gives
        interface.call_later(interface.show_desk, desk, bench)

    def _failed(self, error: Exception) -> None:
        self.query_one("#understood-said", Static).update(Content.styled(said(error), "$text-error"))


def _counts(shown: Preview) -> Content:
    doubtful = shown.doubtful
    words = f"{doubtful} doubtful" if doubtful else "nothing doubtful"
    return Content.assemble(shown.counts, "   ", (words, "$text-warning" if doubtful else "$text-success"))


def _lines(shown: Preview) -> Content:
    parts: list[Content | str] = []
    for name, words in shown.head:
        parts += [Content.styled(f"{name:<15}", "$quiet"), f"{words}\n"]
    for doubt in shown.doubts:
        parts += [Content.styled(f"? {doubt}\n", "$text-warning")]
    for line in shown.lines:
        indent = "  " * line.level
        parts += [
            "\n",
            indent,
            Content.styled(f"{line.label}  ", "bold $text-accent"),
            Content.styled(line.opening, "italic"),
            line.words,
        ]
        parts += [Content.styled(f"\n{indent}    ? {doubt}", "$text-warning") for doubt in line.doubts]
    return Content.assemble(*parts)

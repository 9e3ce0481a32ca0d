"""The opening screen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Footer, OptionList, Static
from textual.widgets.option_list import Option

from assistant.tui.actions import Action, bindings
from assistant.tui.background import in_background, said
from assistant.tui.forms import Field, Form
from assistant.tui.opening import guided
from assistant.tui.opening.adding import Adding
from assistant.tui.opening.pasting import Pasting
from assistant.workbench import Workbench
from precedent.index import Counts

if TYPE_CHECKING:
    from assistant.storage import Desk
    from assistant.tui.app import Interface

ACTIONS = (
    Action(
        "roll",
        "r",
        "Roll an earlier text forward",
        "the next edition’s draft, its certain updates made",
        "Roll",
        "Begin",
    ),
    Action(
        "new",
        "n",
        "New draft from templates",
        "guided: organ, committee, session, item, title",
        "New",
        "Begin",
    ),
    Action("open_file", "o", "Open a file", "a draft, or any text that can be read", "Open", "Begin"),
    Action(
        "add",
        "a",
        "Add precedents",
        "files, folders, archives, symbols, for the index",
        "Add",
        "Begin",
    ),
    Action(
        "paste",
        "p",
        "Paste a text",
        "from Word, a page, a mail: read it, look, then add or draft",
        "Paste",
        "Begin",
    ),
    Action("compare", "c", "Compare two texts", "drafts, editions, a draft and its base", "Compare", "Begin"),
    Action(
        "sample", "s", "Look at the sample", "a made-up resolution, to try everything on", "Sample", "Begin"
    ),
)

PLACES = (
    ("Begin", "What one can do. Choose with the arrows and Enter, or press the letter."),
    ("Recent drafts", "The drafts opened lately, the last one first. Tab goes there, Enter opens one."),
    (
        "The index",
        "The line below the name tells how many earlier texts there are. All is on this machine; nothing is sent away.",
    ),
)


class Opening(Screen[None]):
    """What Penholder opens on."""

    CSS_PATH = "opening.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings(ACTIONS)
    actions = ACTIONS
    places = PLACES

    def __init__(self, bench: Workbench) -> None:
        super().__init__()
        self.bench = bench

    @property
    def _interface(self) -> Interface:
        return cast("Interface", self.app)

    def compose(self) -> ComposeResult:
        """Name, state of the index, what to do, the drafts of late."""
        with Vertical(id="opening"):
            yield Static(
                Content.assemble(("Penholder", "bold $primary"), ("   drafting resolutions", "$quiet")),
                id="opening-name",
            )
            yield Static("…", id="opening-index")
            with Container(id="opening-lists"):
                begin = OptionList(*(Option(self._line(a), id=a.name) for a in ACTIONS), id="begin")
                begin.border_title = "Begin"
                yield begin
                recent = OptionList(id="recent")
                recent.border_title = "Recent drafts"
                yield recent
            yield Static("", id="opening-busy", markup=False)
        yield Footer()

    @staticmethod
    def _line(action: Action) -> Content:
        return Content.assemble(
            (f" {action.keys} ", "bold $text-accent"),
            f" {action.title}\n",
            (f"    {action.help}", "$quiet"),
        )

    def on_mount(self) -> None:
        """The cursor stands where one begins."""
        self.query_one("#begin").focus()

    def on_screen_resume(self) -> None:
        """Show what is true now: drafts and texts may have been added since."""
        self._show_recent()
        in_background(
            self, self.bench.index.count, self._show_index, group="count", failed=self._index_failed
        )

    def _show_index(self, counts: Counts) -> None:
        line = (
            f"The index holds {counts.documents:,} earlier texts ({counts.passages:,} passages)."
            if counts.documents
            else "The index holds no texts yet: add some with a, or look at the sample with s."
        )
        self.query_one("#opening-index", Static).update(line)

    def _index_failed(self, error: Exception) -> None:
        self.query_one("#opening-index", Static).update(Content.styled(said(error), "$text-error"))

    def _show_recent(self) -> None:
        recent = self.query_one("#recent", OptionList)
        recent.clear_options()
        paths = self.bench.recent()
        for path in paths:
            recent.add_option(
                Option(Content.assemble(f" {path.name}\n", (f"   {path.parent}", "$quiet")), id=str(path))
            )
        recent.highlighted = 0 if paths else None
        if not paths:
            recent.add_option(Option(Content.styled(" No drafts yet", "$quiet"), disabled=True))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """What was chosen in one of the two lists."""
        event.stop()
        if event.option_list.id == "recent" and event.option.id:
            self._interface.open_draft(Path(event.option.id))
        elif event.option.id:
            self.call_later(self.run_action, event.option.id)

    def _begin(self, words: str, work: Callable[[], Desk]) -> None:
        """Make a draft in the background and show it."""
        busy = self.query_one("#opening-busy", Static)
        busy.update(words)

        def done(desk: Desk) -> None:
            busy.update("")
            self._interface.show_desk(desk, self.bench)

        def failed(error: Exception) -> None:
            busy.update("")
            self.notify(said(error), severity="error", timeout=15)

        in_background(self, work, done, group="begin", failed=failed)

    # Actions

    def action_roll(self, source: str = "") -> None:
        """Ask what to roll forward, and do it."""

        def answered(values: dict[str, str] | None) -> None:
            if values is None:
                return
            self._begin(
                f"Rolling {values['source'].strip()} forward …",
                lambda: self.bench.create(
                    guided.draft_path(values["file"]),
                    self.bench.roll(
                        values["source"].strip(),
                        session=guided.number_of(values["session"]),
                        as_of=guided.day_of(values["as_of"]),
                    ),
                ),
            )

        form = Form(
            "Roll an earlier text forward",
            guided.roll_fields(self.bench, source),
            accept="Roll",
            refusal=guided.roll_refusal,
        )
        self.app.push_screen(form, answered)

    def action_new(self) -> None:
        """Ask for the masthead, and open an empty draft."""

        def answered(values: dict[str, str] | None) -> None:
            if values is not None:
                self._begin(
                    "Making the draft …",
                    lambda: self.bench.create(
                        guided.draft_path(values["file"]), guided.new_draft(self.bench, values)
                    ),
                )

        form = Form("New draft", guided.new_fields(self.bench), accept="Begin", refusal=guided.new_refusal)
        self.app.push_screen(form, answered)

    def action_open_file(self) -> None:
        """Ask for a file, and open it."""

        def answered(values: dict[str, str] | None) -> None:
            if values is not None:
                self._interface.open_draft(guided.path_of(values["file"]))

        fields = (
            Field("file", "File", "a draft (.md), or an earlier text to make a draft of", example="draft.md"),
        )
        form = Form(
            "Open a file", fields, accept="Open", refusal=lambda v: str(guided.path_of(v["file"]))[:0]
        )
        self.app.push_screen(form, answered)

    def action_add(self) -> None:
        """Ask for files and folders, and add them with their progress shown."""

        def answered(values: dict[str, str] | None) -> None:
            if values is not None:
                self.app.push_screen(Adding(self.bench, guided.sources_of(values["paths"])))

        fields = (
            Field(
                "paths",
                "Files, folders or archives; symbols or addresses to be fetched",
                "several are separated by spaces; texts that are there already cost nothing",
                example="~/resolutions session-80.zip A/RES/80/118",
            ),
        )
        form = Form(
            "Add precedents", fields, accept="Add", refusal=lambda v: str(guided.sources_of(v["paths"]))[:0]
        )
        self.app.push_screen(form, answered)

    def action_paste(self) -> None:
        """Take a text that is in no file."""
        self.app.push_screen(Pasting(self.bench))

    def action_compare(self) -> None:
        """Ask for two texts, and compare them."""
        from assistant.tui.comparing import Comparing, comparison_fields

        def answered(values: dict[str, str] | None) -> None:
            if values is not None:
                before, after = values["before"].strip(), values["after"].strip() or None
                self.app.push_screen(Comparing(lambda: self.bench.collation(before, after)))

        form = Form(
            "Compare two texts",
            comparison_fields(),
            accept="Compare",
            refusal=lambda v: "" if v["before"].strip() else "name a text: a symbol or a file",
        )
        self.app.push_screen(form, answered)

    def action_sample(self) -> None:
        """Open the sample."""
        self._interface.open_sample()

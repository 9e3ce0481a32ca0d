"""The opening screen."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from assistant import recent
from assistant.tui import calm
from assistant.tui.actions import Action, bindings, printed_keys
from assistant.tui.background import in_background, said
from assistant.tui.keymap import own_keys
from assistant.tui.keys import Keys
from assistant.tui.opening.beginning import Beginning

if TYPE_CHECKING:
    from assistant.storage import Left
    from precedent.index import Counts, Rebuilt

ACTIONS = (
    Action("new", "n", "Begin a draft", "step by step: from last year’s, or empty", "New", "Begin"),
    Action("roll", "r", "Roll a text forward", "the next edition of a text you name", "Roll", "Begin"),
    Action("open_file", "o", "Open a file", "a draft, or any text that is read", "Open", "Begin"),
    Action("paste", "p", "Paste a text", "from Word, a web page, an e-mail", "Paste", "Begin"),
    Action("compare_texts", "c", "Compare two texts", "drafts, editions, draft and base", "Compare", "Begin"),
    Action("add", "a", "Add precedents", "files, folders, archives, symbols", "Add", "Begin"),
    Action("sample", "s", "Look at the sample", "made up, to try everything on", "Sample", "Begin"),
)
REPAIRS = (
    Action("rebuild", "", "Make the index anew", "after damage, or for a new version", "", "The index"),
    Action(
        "set_aside", "", "Put the index aside", "it keeps another name; a new one is begun", "", "The index"
    ),
)
"""Only in the palette: messages name them where they are needed."""

PLACES = (
    ("Begin", "What one can do. Choose with the arrows and Enter, or press the letter."),
    ("Recent drafts", "The drafts opened lately, the last one first. Tab goes there, Enter opens one."),
    (
        "The index",
        "The line below the name tells how many earlier texts there are. All is on this machine; nothing is sent away.",
    ),
)


TWO_LISTS = 100
"""Cells from which the two lists stand beside each other, as the style sheet has it."""
NO_DRAFTS = " No drafts yet: n begins one,\n s opens a made-up one to try things on"
MOST_OFFERED = 5
"""Drafts that are offered to be brought back."""
_MOST_TOLD = 8


def _left_words(left: Left) -> str:
    """What would be brought back, thing by thing."""
    more = f"… and {len(left.steps) - _MOST_TOLD} before" if len(left.steps) > _MOST_TOLD else ""
    lines = [f"{left.path}", *filter(None, (more,)), *(f"  {step}" for step in left.steps[-_MOST_TOLD:])]
    if left.writing:
        words = " ".join(left.writing.split())
        lines.append(f"  being written: “{words[:160]}{'…' if len(words) > 160 else ''}”")
    return "\n".join(lines)


class Opening(Beginning):
    """What Penholder opens on."""

    CSS_PATH = "opening.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(ACTIONS, settable=True),
        Binding("escape", "stop", show=False),
    ]
    actions = (*ACTIONS, *REPAIRS)
    places = PLACES

    def __init__(self) -> None:
        super().__init__()
        self._left: tuple[Left, ...] = ()
        self._offered = False

    def compose(self) -> ComposeResult:
        """Name, state of the index, what to do, the drafts of late."""
        with Vertical(id="opening"):
            yield Static(
                Content.assemble(("Penholder", "bold $primary"), ("   drafting resolutions", "$quiet")),
                id="opening-name",
            )
            yield Static("…", id="opening-index")
            with Container(id="opening-lists"):
                begin = OptionList(id="begin")
                begin.border_title = "Begin"
                yield begin
                drafts = OptionList(id="recent")
                drafts.border_title = "Recent drafts"
                yield drafts
            yield Static("", id="opening-busy", markup=False)
        yield Keys()

    def _line(self, action: Action) -> Content:
        key = (f" {printed_keys(action, own_keys(self.app))} ", "bold $text-accent")
        if self.size.width < TWO_LISTS:
            return Content.assemble(key, f" {action.title:<21}", (action.help, "$quiet"))
        return Content.assemble(key, f" {action.title}\n", (f"    {action.help}", "$quiet"))

    def on_mount(self) -> None:
        """The cursor stands where one begins."""
        for begin in self.query("#begin"):  # none where the program is left before the screen is there
            begin.focus()

    def on_resize(self) -> None:
        """One line for each thing to do where the lists stand below each other, else two."""
        self._show_begin()

    def _show_begin(self) -> None:
        for begin in self.query("#begin").results(OptionList):
            place = begin.highlighted or 0
            begin.set_options(Option(self._line(action), id=action.name) for action in ACTIONS)
            begin.highlighted = place

    def on_screen_resume(self) -> None:
        """Show what is true now: drafts and texts may have been added since."""
        if self.children:
            self._show_begin()
            self._show_recent()
            self.call_after_refresh(self._look)

    def _look(self) -> None:
        """Once that is painted: what takes longer to tell, and needs more of the program than the picture does."""
        calm.begin()

        def left() -> tuple[Left, ...]:
            return self.bench.left()

        def count() -> Counts:
            return self.bench.index.count()

        in_background(self, left, self._show_left, group="left")
        in_background(self, count, self._show_index, group="count", failed=self._index_failed)

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
        listing = self.query_one("#recent", OptionList)
        place, paths = listing.highlighted or 0, recent.drafts(self._interface.home)
        listing.set_options(Option(self._draft_line(path), id=str(path)) for path in paths)
        listing.highlighted = min(place, len(paths) - 1) if paths else None
        if not paths:
            listing.add_option(Option(Content.styled(NO_DRAFTS, "$quiet"), disabled=True))

    def _draft_line(self, path: Path) -> Content:
        told = next((left.told for left in self._left if left.path == path.resolve()), "")
        mark = (f"   ● not saved: {told}\n", "$text-warning") if told else ""
        return Content.assemble(f" {path.name}\n", mark, (f"   {path.parent}", "$quiet"))

    def _show_left(self, found: tuple[Left, ...]) -> None:
        """Mark what was left unsaved; where the program was cut off, offer it once."""
        self._left = found
        self._show_recent()
        cut_off = [left for left in found if left.cut_off][:MOST_OFFERED]
        if not cut_off or self._offered or not self.is_current or self._interface.opens_a_draft:
            return
        self._offered = True
        from assistant.tui.questions import Question

        def answered(key: str | None) -> None:
            if key and key.isdecimal():
                self._interface.open_draft(cut_off[int(key) - 1].path)

        answers = [(str(n), f"Open {left.path.name}: {left.told}") for n, left in enumerate(cut_off, 1)]
        detail = "\n\n".join(map(_left_words, cut_off))
        title = "Penholder ended before this was saved; nothing is lost"
        self.app.push_screen(
            Question(title, [*answers, ("b", "Later; it stays where it is")], detail=detail), answered
        )

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """What was chosen in one of the two lists."""
        event.stop()
        if event.option_list.id == "recent" and event.option.id:
            self._interface.open_draft(Path(event.option.id))
        elif event.option.id:
            self.call_later(self.run_action, event.option.id)

    # Actions

    def action_open_file(self) -> None:
        """Ask for a file, and open it."""
        from assistant.tui.forms import Field, Form
        from assistant.typed import path_of

        def answered(values: dict[str, str] | None) -> None:
            if values is not None:
                self._interface.open_draft(path_of(values["file"]))

        fields = (
            Field("file", "File", "a draft (.md), or an earlier text to make a draft of", example="draft.md"),
        )
        form = Form("Open a file", fields, accept="Open", refusal=lambda v: str(path_of(v["file"]))[:0])
        self.app.push_screen(form, answered)

    def action_add(self) -> None:
        """Ask for files and folders, and add them with their progress shown."""
        from assistant.tui.opening.adding import ask_for_precedents

        ask_for_precedents(self.app, self.bench)

    def action_paste(self) -> None:
        """Take a text that is in no file."""
        from assistant.tui.opening.pasting import Pasting

        self.app.push_screen(Pasting(self.bench))

    def action_rebuild(self) -> None:
        """Make the index anew from the texts that it keeps."""

        def progress(done: int, total: int) -> None:
            self.app.call_from_thread(self._busy, f"Making the index anew: {done:,} of {total:,} texts")

        def made(rebuilt: Rebuilt) -> None:
            self._busy("")
            lost = f"{len(rebuilt.failed):,} could not be read; " if rebuilt.failed else ""
            aside = f"{lost}the file as it was is now {rebuilt.aside}" if rebuilt.aside else ""
            self._repaired(aside or "Every text is in it", "The index was made anew")

        self._busy("Making the index anew …")
        in_background(
            self, lambda: self.bench.rebuild(progress), made, group="repair", failed=self._not_repaired
        )

    def action_set_aside(self) -> None:
        """Give the index another name, so that a new one can be begun."""
        from assistant.tui.questions import Question

        def answered(key: str | None) -> None:
            if key == "a":
                in_background(self, self.bench.set_aside, put, group="repair", failed=self._not_repaired)

        def put(aside: Path | None) -> None:
            words = f"It is now {aside}; add your texts again" if aside else "There is no index yet"
            self._repaired(words, "The index was put aside")

        answers = (("a", "Put it aside"), ("b", "Back"))
        detail = "The index keeps every text under another name, and an empty one takes its place."
        self.app.push_screen(Question("Put the index aside?", answers, detail=detail), answered)

    def _busy(self, words: str) -> None:
        self.query_one("#opening-busy", Static).update(words)

    def _repaired(self, words: str, title: str) -> None:
        self.notify(words, title=title, timeout=15)
        self.on_screen_resume()

    def _not_repaired(self, error: Exception) -> None:
        self._busy("")
        self.notify(said(error), severity="error", timeout=20)

    def action_compare_texts(self) -> None:
        """Ask for two texts, and compare them."""
        from assistant.tui.comparing import Comparing, comparison_fields
        from assistant.tui.forms import Form

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

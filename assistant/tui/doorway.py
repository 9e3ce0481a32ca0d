"""The way into a draft: what its file shows at a first look, while the drafting screen and all behind it are loaded.

It stands where the drafting screen will stand, line for line, so that nothing moves when that takes its place. Nothing
can be changed here: what is pressed meanwhile is kept, and given to the drafting screen once it is there.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, cast

from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.content import Content
from textual.events import Key
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option
from textual.worker import Worker

from assistant.glance import Glance, Seen, glance
from assistant.tui import calm
from assistant.tui.background import in_background

if TYPE_CHECKING:
    from assistant.storage import Desk
    from assistant.tui.app import Interface
    from assistant.workbench import Workbench

LARGEST = 2_000_000
"""Bytes of a file that is looked at; a draft is smaller."""
WORDS = 80
"""Characters of a paragraph's words in a line of the outline: more than a window shows."""

Opened = tuple["Desk", "Workbench"]


class Doorway(Screen[None]):
    """Shows a draft file at a first look, and opens it."""

    CSS_PATH = "drafting/places.tcss"

    def __init__(
        self, path: Path | None, work: Callable[[], Opened], failed: Callable[[Exception], None]
    ) -> None:
        super().__init__()
        self._path, self._work, self._failed = path, work, failed
        self._held: list[Key] = []
        self._is_open = False
        self._worker: Worker[None] | None = None
        self.seen = _looked_at(path) if path else None

    def compose(self) -> ComposeResult:
        """The places of the drafting screen, without what cannot be told yet."""
        yield Static(self._topline(), id="topline", markup=False)
        with Container(id="board"):
            with Vertical(id="left"):
                outline = OptionList(*map(Option, self._lines()), id="outline", compact=True)
                outline.highlighted = 0 if self.seen and self.seen.paragraphs else None
                outline.border_title = f"Outline · {self.seen.count}" if self.seen else "Outline"
                yield outline
            with Container(id="work"):
                first = next(iter(self.seen.paragraphs if self.seen else ()), None)
                words = _words(first) if first else "" if self.seen else self._opening
                paragraph = Static(words, id="paragraph", classes="glance", markup=False)
                paragraph.border_title = first.label if first else ""
                yield paragraph
                yield Container(id="side")
        yield Static(id="keys")

    def on_mount(self) -> None:
        """Show the first look; what takes longer begins after it is painted."""
        self.set_focus(self.query_one("#outline"))
        self.call_after_refresh(self._open)

    def on_resize(self) -> None:
        """The line above fills the width."""
        self.query_one("#topline", Static).update(self._topline(), layout=False)

    def _topline(self) -> Content:
        front = self.seen.front if self.seen else {}
        item = f"item {front['agenda_item']}" if "agenda_item" in front else ""
        organ = front.get("organ", "")
        about = (
            organ if organ != "General Assembly" else "",
            front.get("session"),
            front.get("committee"),
            item,
        )
        number, title = front.get("symbol", "draft"), front.get("title", "")
        right = Content.assemble(
            ("checking …" if self.seen else "opening …", "$text-success"), ("  saved ", "$quiet")
        )
        return topline(number, about, title, right, self.app.size.width)

    @property
    def _opening(self) -> str:
        return f" Opening {self._path.name if self._path else 'the sample'} …  esc: back"

    def _lines(self) -> list[Content]:
        """What the window shows of the outline, and one line as high as all the others."""
        if self.seen is None:
            return []
        lines = [_line(one) for one in self.seen.paragraphs[: self.app.size.height]]
        below = self.seen.count - len(lines)
        return [*lines, *([Content("\n" * (below - 1))] if below else [])]

    def on_key(self, event: Key) -> None:
        """Keep what is pressed for the drafting screen; leaving works at once, Escape as long as nothing is kept."""
        if event.key == "ctrl+q":
            return
        event.stop()
        event.prevent_default()
        if event.key == "escape" and not self._held and self._worker and not self._is_open:
            self._worker.cancel()
            self._interface.turn_back()
        else:
            self.hold(event)

    def hold(self, event: Key) -> None:
        """Keep a key press."""
        self._held.append(Key(event.key, event.character))

    @property
    def _interface(self) -> Interface:
        return cast("Interface", self.app)

    def on_screen_resume(self) -> None:
        """The program was started on the draft, and that is closed: what else there is to do."""
        if self._is_open:
            self._interface.show_opening()

    def _open(self) -> None:
        calm.begin()
        self._worker = in_background(
            self, self._work, self._opened, group="open", failed=self._failed, unwanted=_let_go
        )

    def _opened(self, found: Opened) -> None:
        drafting = self._interface.show_desk(*found)
        self._is_open = True

        def give() -> None:
            for key in self._held:
                drafting.app.post_message(key)

            self.remove_children()

        drafting.call_after_refresh(give)


def _let_go(opened: Opened) -> None:
    """The draft is open, and nobody waits for it any more."""
    opened[0].close()


def _looked_at(path: Path) -> Glance | None:
    try:
        return glance(path.read_text(encoding="utf-8")) if path.stat().st_size < LARGEST else None
    except (OSError, UnicodeDecodeError):
        return None  # the reading that follows says what is wrong


def _line(seen: Seen) -> Content:
    if not seen.label:
        return Content.assemble("    ", (f"{seen.opening}{seen.rest}", "bold"))
    return Content.assemble(
        "    ",
        (f"{seen.label:<6} ", "" if seen.level else "bold"),
        (seen.opening, "italic"),
        (seen.rest[:WORDS], "$quiet"),
    )


def _words(seen: Seen) -> Content:
    number = f"{seen.number} " if seen.number else ""
    return Content.assemble(number, (seen.opening, "italic"), seen.rest)


def topline(number: str, about: tuple[str | None, ...], title: str, right: Content, width: int) -> Content:
    """The line above a draft: its symbol, where it is considered, its title; at the right how it stands."""
    left = Content.assemble(
        (f" {number}", "bold $primary"), f"  {' · '.join(filter(None, about))}", (f"  {title}", "$quiet")
    )
    room = max(width - right.cell_length - 2, 10)
    return Content.assemble(left.truncate(room, ellipsis=True, pad=True), "  ", right)

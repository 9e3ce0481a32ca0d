"""The editor survives the undo of a long paste in a small window; the plain TextArea of this Textual does not."""

import pytest
from textual.app import App, ComposeResult
from textual.widgets import TextArea

from assistant.tui.textarea_undo import SafeTextArea

LINES = "\n".join(f"line {number}" for number in range(48))


class Page(App[None]):
    def __init__(self, kind: type[TextArea]) -> None:
        super().__init__()
        self.kind = kind

    def compose(self) -> ComposeResult:
        yield self.kind("first\nsecond\n")

    def on_mount(self) -> None:
        self.copy_to_clipboard(LINES)
        self.query_one(TextArea).focus()


async def paste_and_undo(kind: type[TextArea]) -> tuple[int, int, int]:
    app = Page(kind)
    counts = []
    async with app.run_test(size=(40, 8)) as pilot:
        for key in ("ctrl+v", "ctrl+z", "ctrl+y"):
            await pilot.press(key)
            await pilot.pause()
            counts.append(app.query_one(TextArea).document.line_count)
    return counts[0], counts[1], counts[2]


async def test_a_long_paste_is_undone_and_done_again_at_40_by_8() -> None:
    assert await paste_and_undo(SafeTextArea) == (50, 3, 50)


async def test_the_fault_is_still_in_textual() -> None:
    """When this fails the workaround can go."""
    with pytest.raises(Exception):  # noqa: B017, PT011 - whatever it crashes with
        await paste_and_undo(TextArea)

"""A text is pasted, looked at, and then added or made a draft."""

from collections.abc import Callable
from pathlib import Path

from textual.events import Paste
from textual.pilot import Pilot
from textual.widgets import Input, Static, TextArea

from assistant.tui.app import Interface
from assistant.tui.drafting import Drafting
from assistant.tui.forms import Form
from assistant.tui.opening import Opening
from assistant.tui.opening.pasting import Pasting, Understood
from tests.tui.waiting import until

Make = Callable[..., Interface]
TEXT = """From: Oz
Subject: zero draft

Lamps

The General Assembly,

Recalling that lamps burn oil,1

1. Urges keepers to trim every wick;

3. Decides to look again.

1 See A/80/9.
"""


async def paste(pilot: Pilot[None], app: Interface, text: str) -> None:
    await until(pilot, lambda: isinstance(app.screen, Opening))
    await pilot.press("p")
    await until(pilot, lambda: isinstance(app.screen, Pasting) and isinstance(app.focused, TextArea))
    app.post_message(Paste(text))
    await until(pilot, lambda: app.screen.query_one(TextArea).text)
    await pilot.press("ctrl+s")


def shown(app: Interface) -> str:
    return "\n".join(str(widget.visual) for widget in app.screen.query(Static))


async def test_what_was_understood_is_shown_with_its_doubts(interface: Make) -> None:
    app = interface()
    async with app.run_test(size=(80, 24)) as pilot:
        await paste(pilot, app, TEXT)
        await until(pilot, lambda: isinstance(app.screen, Understood))
        words = shown(app)
        assert "1 preambular, 2 operative, 1 note" in words
        assert "2 doubtful" in words
        assert "OP3  Decides to look again." in words
        assert "    ? Number 3 follows number 1." in words
        assert "Subject: zero draft" in words
        await pilot.press("e")
        await until(pilot, lambda: isinstance(app.screen, Pasting))
        assert app.screen.query_one(TextArea).text.startswith("From: Oz")


async def test_is_added_under_a_symbol(interface: Make, tmp_path: Path) -> None:
    app = interface(home=tmp_path / "home")
    async with app.run_test() as pilot:
        await paste(pilot, app, TEXT)
        await until(pilot, lambda: isinstance(app.screen, Understood))
        await pilot.press("a")
        await until(pilot, lambda: isinstance(app.screen, Form))
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "names no document symbol" in shown(app))
        app.screen.query_one("#field-symbol", Input).value = "A/RES/80/7"
        app.screen.query_one("#field-adopted", Input).value = "2025-12-01"
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(app.screen, Opening))
        found = app.bench.index.document("A/RES/80/7")
        assert found is not None
        assert [p.label for p in found.paragraphs] == ["PP1", "OP1", "OP3"]
        card = app.bench.index.card("A/RES/80/7")
        assert card is not None
        assert str(card.adopted) == "2025-12-01"


async def test_becomes_a_draft(interface: Make, tmp_path: Path) -> None:
    app = interface()
    async with app.run_test() as pilot:
        await paste(pilot, app, TEXT)
        await until(pilot, lambda: isinstance(app.screen, Understood))
        await pilot.press("d")
        await until(pilot, lambda: isinstance(app.screen, Form))
        app.screen.query_one("#field-file", Input).value = str(tmp_path / "lamps.md")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(app.screen, Drafting))
        assert (tmp_path / "lamps.md").exists()
        await pilot.press("escape")


async def test_five_hundred_lines_are_taken_and_undone(interface: Make) -> None:
    app = interface()
    lines = "\n".join(f"{number}. Urges keeper {number} to trim wick {number};" for number in range(1, 501))
    async with app.run_test(size=(80, 24)) as pilot:
        await paste(pilot, app, f"The General Assembly,\nNoting lamps,\n{lines}")
        await until(pilot, lambda: isinstance(app.screen, Understood))
        assert "1 preambular, 500 operative" in shown(app)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, Pasting))
        await pilot.press("ctrl+z")
        await until(pilot, lambda: not app.screen.query_one(TextArea).text)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "Nothing is pasted yet" in shown(app))


async def test_what_is_no_text_is_said(interface: Make) -> None:
    app = interface()
    async with app.run_test() as pilot:
        await paste(pilot, app, "<!doctype html><html><body>Lamps</body></html>")
        await until(pilot, lambda: "web page" in shown(app))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, Opening))

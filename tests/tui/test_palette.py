"""The command palette runs what was typed, however fast; messages on the screen name no command of a shell."""

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from assistant.errors import AssistantError
from assistant.tui.app import Interface
from assistant.tui.background import said
from assistant.tui.forms import Form
from assistant.tui.opening import Opening
from tests.tui.waiting import until

ROOT = Path(__file__).resolve().parents[2]
ELSEWHERE = (
    "assistant/cli",
    "assistant/checks/page.py",
    "assistant/serving",
    "assistant/demo.py",
    "assistant/tui",
)
COMMAND = re.compile(r"penholder [a-z]|(?<![-\w])--[a-z]")


async def test_enter_waits_for_what_was_typed(interface: Callable[..., Interface]) -> None:
    app = interface()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, Opening))
        await pilot.press("ctrl+p")
        await until(pilot, lambda: type(app.screen).__name__ == "Palette")
        await pilot.press(*"settings", "enter")
        await until(pilot, lambda: isinstance(app.screen, Form) and "theme" in app.screen.values)


def messages() -> Iterator[str]:
    """Every message that names a command or an option, its parts that are filled in left out."""
    for package in ("assistant", "precedent"):
        for path in (ROOT / package).rglob("*.py"):
            if path.relative_to(ROOT).as_posix().startswith(ELSEWHERE):
                continue
            tree = ast.parse(path.read_bytes())
            told: set[ast.expr] = {n.value for n in ast.walk(tree) if isinstance(n, ast.Expr)}
            told |= {p for n in ast.walk(tree) if isinstance(n, ast.JoinedStr) for p in n.values}
            for node in ast.walk(tree):
                if isinstance(node, ast.JoinedStr):
                    parts = [p.value for p in node.values if isinstance(p, ast.Constant)]
                    yield "…".join(str(part) for part in parts)
                elif isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in told:
                    yield node.value


def test_no_message_on_the_screen_names_a_command_of_a_shell() -> None:
    named = [message for message in messages() if COMMAND.search(message) and " " in message]
    assert len(named) > 10
    left = [message for message in named if COMMAND.search(said(AssistantError(message)))]
    assert not left

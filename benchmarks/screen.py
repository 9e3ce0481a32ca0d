"""How fast the drafting screen is, seen from outside: a terminal of its own, keys pressed, and when that is painted.

    python benchmarks/screen.py [--texts FILE ...] [--presses 200] [--commands 3000]

Without --texts the six sessions of ../shared are indexed (a minute). A draft of about 130 paragraphs is rolled
forward, and while checks and searches run beside it, paragraphs are walked and words are typed. Every typed letter is
one that stands nowhere else, so that its own painting is timed and nothing else's. The start is compared with a bare
Textual app that paints one word, in seconds and in those of the processor. The first paint is the first picture with
the words that one came for: what there is to do, or the draft's outline at a first look at its file. When a draft
answers is told beside it: a key pressed at that first look has moved the highlight on the drafting screen, with the
marks that need no check. The memory is what the process holds after as many commands as a drafter does in an hour.
From the time of a key press is taken off what its thread was ready and got no processor, because other programs had it
(Linux tells).
"""

from __future__ import annotations

import argparse
import random
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from terminal import KEYS, NotPaintedError, Terminal

SHARED = Path(__file__).parents[2] / "shared" / "corpus"
SESSIONS = ("ga-75", "ga-76", "ga-77", "ga-78", "ga-79", "ecosoc-2024")
ROLLED, SESSION = "A/RES/78/132", "80"
PENHOLDER = str(Path(sys.executable).with_name("penholder"))
BARE = (
    "from textual.app import App\n"
    "from textual.widgets import Static\n"
    "class Bare(App):\n"
    "    def compose(self):\n"
    "        yield Static('Bare-app-painted')\n"
    "Bare().run()\n"
)
ROUNDS = 7
_STYLE = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
LETTERS = [chr(code) for code in range(0x1E02, 0x1EF0)]
"""Letters that no resolution has."""


def prepared(home: Path, texts: list[Path]) -> Path:
    """An index, and a draft beside it."""
    if not (home / "precedents.db").exists():
        subprocess.run(
            [PENHOLDER, "--home", str(home), "add", *map(str, texts)], check=True, capture_output=True
        )
    draft = home / "draft.md"
    draft.unlink(missing_ok=True)
    subprocess.run(
        [PENHOLDER, "--home", str(home), "roll", ROLLED, "--session", SESSION, "--to", str(draft)],
        check=False,  # 1: findings are left
        capture_output=True,
    )
    return draft


def started(home: Path, draft: Path) -> None:
    """Print how long it takes from the start to the first paint: a bare app, the opening screen, a draft."""
    shown = {
        "a bare app": ([sys.executable, "-c", BARE], "Bare-app-painted", ""),
        "the opening screen": ([PENHOLDER], "Roll a text", ""),
        "a draft": ([PENHOLDER, str(draft)], "PP1", ""),
        "a draft that answers": ([PENHOLDER, str(draft)], "PP1", "─ PP2 ─"),
    }
    seconds: dict[str, list[tuple[float, float]]] = {name: [] for name in shown}
    for _ in range(ROUNDS):
        for name, (command, words, answer) in shown.items():
            begun = time.perf_counter()
            with Terminal.started(command, home=home) as terminal:
                terminal.until(words)
                if answer:
                    terminal.send(KEYS["down"])
                    terminal.until(lambda text, answer=answer: answer in _STYLE.sub("", text))  # type: ignore[misc]
                seconds[name].append((time.perf_counter() - begun, terminal.processor))
    bare = [min(of[at] for of in seconds["a bare app"]) for at in (0, 1)]
    for name, times in seconds.items():
        best = [min(of[at] for of in times) for at in (0, 1)]
        print(
            f"from the start to {name:<22} {best[0]:.2f} s ({best[0] / bare[0]:.2f} times the bare app's)  "
            f"processor {best[1]:.2f} s ({best[1] / bare[1]:.2f} times)"
        )


def go(terminal: Terminal, label: str) -> None:
    """Go to a paragraph, as one types."""
    for keys in ("g", label, "\r"):
        terminal.send(keys)
        time.sleep(0.2)
    terminal.quiet(1.0, 5.0)


def walked(terminal: Terminal, presses: int) -> list[float]:
    """Seconds from a press of the down key to the paragraph painted."""
    times = []
    go(terminal, "pp1")
    for place in range(2, presses + 2):
        begun, waited = time.perf_counter(), terminal.waited
        terminal.send(KEYS["down"] if place % 100 < 50 else KEYS["up"])
        label = f"PP{place}" if place < 50 else ""
        terminal.until(lambda text, label=label: bool(text) if not label else label in text, 10)  # type: ignore[misc]
        times.append(time.perf_counter() - begun - (terminal.waited - waited))
        time.sleep(random.uniform(0.02, 0.25))  # noqa: S311
        terminal.read()
    return times


def typed(terminal: Terminal, presses: int) -> list[float]:
    """Seconds from a letter typed to the letter painted, over several paragraphs, each checked afterwards."""
    times: list[float] = []
    paragraph = 0
    while len(times) < presses:
        paragraph += 1
        go(terminal, f"pp{paragraph}")
        terminal.send("\r")
        try:
            terminal.until("editing", 10)
        except NotPaintedError:
            terminal.send("\r")
            terminal.until("editing", 10)
        for letter in LETTERS[len(times) % 200 :][:20]:
            begun, waited = time.perf_counter(), terminal.waited
            terminal.send(letter)
            terminal.until(letter, 10)
            times.append(time.perf_counter() - begun - (terminal.waited - waited))
            time.sleep(random.uniform(0.02, 0.2))  # noqa: S311
        terminal.send(KEYS["escape"])
        time.sleep(0.2)
        terminal.read()
    return times


def hour(terminal: Terminal, commands: int) -> None:
    """As many commands as an hour has: walking, writing, taking back, searching, pages, panels."""
    chance = random.Random(81)  # noqa: S311
    for _ in range(commands):
        kind = chance.random()
        if kind < 0.5:
            terminal.send(chance.choice((KEYS["down"], KEYS["up"])) * chance.randint(1, 4))
        elif kind < 0.7:
            terminal.send("\r")
            time.sleep(0.05)
            terminal.send("".join(chance.choice("abcdefgh ") for _ in range(chance.randint(1, 12))))
            time.sleep(0.05)
            terminal.send(KEYS["escape"])
        elif kind < 0.8:
            terminal.send(chance.choice("uns"))
        elif kind < 0.9:
            terminal.send(chance.choice("vl"))
        else:
            terminal.send("\x06" + chance.choice(("digital", "women", "report")))
            time.sleep(0.1)
            terminal.send(KEYS["escape"])
            time.sleep(0.05)
            terminal.send(KEYS["escape"])
        time.sleep(0.06)
        terminal.read()


def told(name: str, times: list[float]) -> str:
    """A line of figures in milliseconds."""
    ordered = sorted(times)
    at = [ordered[min(int(len(ordered) * share), len(ordered) - 1)] * 1000 for share in (0.5, 0.95, 0.99)]
    figures = "  ".join(
        f"{what} {value:4.0f} ms"
        for what, value in zip(("median", "p95", "p99", "worst"), (*at, ordered[-1] * 1000), strict=True)
    )
    return f"{name:<32} {figures}"


def main() -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--texts", type=Path, nargs="*", help="what is indexed")
    parser.add_argument("--home", type=Path, help="a home with an index, used as it is")
    parser.add_argument("--presses", type=int, default=200)
    parser.add_argument("--commands", type=int, default=3000)
    parser.add_argument("--no-start", action="store_true")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        home = arguments.home or Path(folder)
        draft = prepared(home, arguments.texts or [SHARED / f"{name}.tar.xz" for name in SESSIONS])
        if not arguments.no_start:
            started(home, draft)
        with Terminal.started([PENHOLDER, str(draft)], home=home) as terminal:
            terminal.until("PP1")
            terminal.quiet(2.0)
            print(told("paragraph walked to, painted", walked(terminal, arguments.presses)))
            print(told("letter typed, painted", typed(terminal, arguments.presses)))
            held, most = terminal.memory
            print(f"memory at rest: {held} MB, at most {most} MB")
            hour(terminal, arguments.commands)
            terminal.quiet(2.0)
            held, most = terminal.memory
            print(f"memory after {arguments.commands} commands: {held} MB, at most {most} MB")


if __name__ == "__main__":
    main()

"""How the screens look, one picture a state; all text is made up, every day is fixed."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, Static

from assistant.checks import Finding, Report, Severity
from assistant.departing import by_origin
from assistant.provenance import Provenance
from assistant.resources import sample_folder
from assistant.tui.app import Interface
from assistant.tui.comparing import Comparing
from assistant.tui.drafting import Drafting
from assistant.tui.drafting.history import HistoryPane
from assistant.tui.drafting.language import LanguagePane
from assistant.tui.drafting.templates import TemplatesPane
from assistant.tui.forms import Form
from assistant.workbench import Workbench
from precedent.index import Match, Place, Query
from precedent.resolution import Resolution
from tests.tui.waiting import until

Compare = Callable[..., bool]
Make = Callable[..., Interface]


EDITION = "A_RES_114_35.md"
FINDINGS = (
    (
        "PP2",
        "2059/7 of 24 July 2059",
        "2060/9 of 23 July 2060",
        Severity.ERROR,
        "stale-citation",
        "adopted again",
    ),
    ("PP12", "33 per cent", None, Severity.WARNING, "stale-figure", "changed with each edition"),
    ("PP12", "2058", "2059", Severity.WARNING, "stale-year", "changed with each edition"),
    ("FN4", "E/CN.91/2059/11", None, Severity.WARNING, "stale-document", "a later report may be there"),
)


def findings(resolution: Resolution) -> tuple[Finding, ...]:
    """Made-up findings, so that a picture changes with the screen and not with the rules."""
    found = []
    for label, words, suggestion, severity, rule, message in FINDINGS:
        start = (resolution.text_at(label) or "").index(words)
        finding = Finding(
            rule=rule,
            severity=severity,
            label=label,
            start=start,
            end=start + len(words),
            found=words,
            message=message,
            suggestion=suggestion,
            reason="changed in each of the last 2 editions",
            evidence=(f"A/RES/113/28 {label}",),
            authority="counted practice",
        )
        found.append(finding)
    return tuple(found)


def passages(query: Query) -> list[Match]:
    """Made-up passages, so that a picture does not change with the ranking."""
    text = query.text.replace("2059", "2058")
    day = dt.date(2058, 12, 12)
    near: dict[str, Any] = {"title": "Made up", "adopted": day, "vote": "181-2-1"}
    return [
        Match(symbol="A/RES/113/28", label="PP2", text=text, score=0.97, **near),
        Match(
            symbol="A/RES/112/31",
            label="PP3",
            text=f"Noting {text}",
            score=0.84,
            also=(Place("A/RES/111/26", "PP3"),),
            **near,
        ),
    ]


@pytest.fixture
def screen_of(
    interface: Make, stocked: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[[], Interface]:
    bench = Workbench(stocked)
    file = tmp_path / "draft.md"
    bench.create(file, bench.import_draft(sample_folder() / EDITION)).close()
    bench.close()
    monkeypatch.setattr(Workbench, "report", lambda _, draft, **__: Report(findings(draft.resolution)))
    monkeypatch.setattr(Workbench, "find", lambda _, query: passages(query))
    monkeypatch.setattr(Provenance, "departure", lambda _, entry, __: by_origin(entry))
    return lambda: interface(file)


async def settled(pilot: Pilot[None]) -> Drafting:
    """The drafting screen when nothing is at work any more and no notification is shown."""
    app = pilot.app
    await until(pilot, lambda: isinstance(app.screen, Drafting))
    screen = app.screen
    assert isinstance(screen, Drafting)
    await until(pilot, lambda: screen.sitting.checked is not None)
    await until(pilot, lambda: screen.query_one(LanguagePane).matches)
    await until(pilot, lambda: screen.query_one(TemplatesPane).ready)
    await until(pilot, lambda: not screen.measuring.at_work)
    app.clear_notifications()
    await pilot.pause()
    return screen


async def in_pp2(pilot: Pilot[None]) -> None:
    screen = await settled(pilot)
    screen.outline.highlighted = 1
    words = screen.sitting.draft.entries[1].content.text[:40].replace("2059", "2058")
    await until(pilot, lambda: screen.query_one(LanguagePane).matches[0].text.startswith(words))


async def with_a_finding(pilot: Pilot[None]) -> None:
    screen = await settled(pilot)
    await pilot.press("n")
    await until(pilot, lambda: screen.sitting.finding is not None)


async def in_history(pilot: Pilot[None]) -> None:
    screen = await settled(pilot)
    screen.outline.highlighted = 1
    await pilot.press("l")
    pane = screen.query_one(HistoryPane)
    await until(pilot, lambda: pane.told is not None and pane.told.standing[-1].label == "PP2")


async def writing(pilot: Pilot[None]) -> None:
    screen = await settled(pilot)
    await pilot.press("enter")
    await until(pilot, lambda: screen.editing)
    screen.pane.editor.cursor_blink = False


async def masthead(pilot: Pilot[None]) -> None:
    await settled(pilot)
    await pilot.press("h")
    await until(pilot, lambda: isinstance(pilot.app.screen, Form))
    for line in pilot.app.screen.query(Input):
        line.cursor_blink = False
    await until(pilot, lambda: pilot.app.focused)


@pytest.mark.parametrize(
    ("state", "size"),
    [
        (in_pp2, (120, 40)),
        (in_history, (120, 40)),
        (with_a_finding, (80, 24)),
        (with_a_finding, (200, 60)),
        (writing, (80, 24)),
        (masthead, (80, 24)),
    ],
    ids=[
        "agreed-language-120x40",
        "history-120x40",
        "finding-80x24",
        "finding-200x60",
        "writing-80x24",
        "masthead-80x24",
    ],
)
def test_the_drafting_screen(
    snap_compare: Compare, screen_of: Callable[[], Interface], state: Any, size: tuple[int, int]
) -> None:
    assert snap_compare(screen_of(), terminal_size=size, run_before=state)


def test_the_drafting_screen_by_day(snap_compare: Compare, screen_of: Callable[[], Interface]) -> None:
    async def by_day(pilot: Pilot[None]) -> None:
        await with_a_finding(pilot)
        await pilot.press("f2")

    assert snap_compare(screen_of(), terminal_size=(120, 40), run_before=by_day)


def test_the_opening_screen(snap_compare: Compare, interface: Make, tmp_path: Path) -> None:
    async def counted(pilot: Pilot[None]) -> None:
        def told() -> bool:
            return any("no texts yet" in str(line.visual) for line in pilot.app.screen.query(Static))

        await until(pilot, told)

    assert snap_compare(interface(home=tmp_path / "new"), terminal_size=(80, 24), run_before=counted)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])
def test_the_comparing_screen(snap_compare: Compare, interface: Make, size: tuple[int, int]) -> None:
    app = interface()

    async def compared(pilot: Pilot[None]) -> None:
        screen = Comparing(lambda: app.bench.collation("A/RES/113/28", "A/RES/114/35"))
        await app.push_screen(screen)
        await until(pilot, lambda: screen.stretches)
        await pilot.press("n", "n")

    assert snap_compare(app, terminal_size=size, run_before=compared)

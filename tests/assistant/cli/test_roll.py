"""What `penholder roll` says beside its updates."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from assistant import rolling
from assistant.checks import Context, check
from assistant.cli import main
from assistant.cli.diagnostics import ExitStatus
from assistant.facts.loading import parse_facts
from assistant.resources import sample_folder
from assistant.rolling import NothingToRollError, plan
from assistant.workbench import Workbench
from precedent.reading import markdown
from precedent.resolution import DocumentKind, Masthead, Resolution
from precedent.symbol import Symbol
from tests.assistant.editions import AS_OF, edition
from tests.sample_facts import THIRD
from tests.shelf import Shelf, adopted_text

LAST = str(sample_folder() / "A_RES_114_35.md")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--session", "60"], True),
        (["--session", "60", "--as-of", "2005-12-01"], False),
        (["--session", "115"], False),
    ],
)
def test_a_session_that_is_over_asks_for_its_day(
    words: list[str], said: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["--home", str(tmp_path / "home"), "roll", LAST, *words, "--to", str(tmp_path / "draft.md")])
    assert ("sixtieth session is over" in capsys.readouterr().err) is said


def roll(home: Path, *words: str | Path) -> int:
    return main(["--home", str(home), "roll", *map(str, words)])


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("home")
    Workbench(folder).add([sample_folder()])
    return folder


def test_what_is_done_and_left_is_told_in_reading_order(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = roll(home, "A/RES/114/35", "--as-of", "2060-10-01", "--to", tmp_path / "draft.md")
    assert told == ExitStatus.FINDINGS
    captured = capsys.readouterr()
    done, left = captured.out.split("\nLeft to settle\n")
    assert done.startswith("PP1 ")
    left, ahead = left.split("\nStands today, out of date by 11 December 2060\n")
    places = [line.split()[0] for line in left.splitlines() if line[2:3] != " "]
    assert places == sorted(
        places, key=lambda p: (("PP", "OP", "FN", "ma").index(p[:2]), int("0" + p[2:] * p[2:].isdigit()))
    )
    assert ahead.split()[0]
    assert "more by 11 December 2060" in captured.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ["A/RES/113/28", "--as-of", "2060-10-01"],
            "adopted this text already, as A/RES/114/35 on 11 December 2059",
        ),
        (["A/RES/114/35", "--session", "114"], "name a later session, or none"),
        (
            ["A/RES/113/28", "--session", "115", "--as-of", "2060-10-01"],
            "A/RES/114/35 is the last edition of this text",
        ),
        (["A/RES/113/28", "--as-of", "2059-10-01"], ""),
    ],
)
def test_a_session_that_has_adopted_it_is_told(
    words: list[str], said: str, home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status = roll(home, *words, "--to", tmp_path / "draft.md")
    assert said in capsys.readouterr().err
    refused = "already" in said or "later" in said
    assert (status is ExitStatus.UNREADABLE) == refused
    assert (tmp_path / "draft.md").exists() != refused


def test_a_report_says_what_to_roll(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report = Resolution(
        masthead=Masthead(kind=DocumentKind.REPORT, symbol=Symbol.parse("A/114/445")),
        title="Lanterns of the harbour",
    )
    with pytest.raises(NothingToRollError, match="roll the resolution that came of it"):
        plan(report, index=Shelf(), session=None, as_of=None, today=AS_OF)


def every(years: int, count: int) -> list[Resolution]:
    """Editions of the sample's text, so many sessions apart."""
    text = edition(THIRD)
    first = 114 - years * (count - 1)
    return [
        adopted_text(f"A/RES/{session}/9", dt.date(session + 1945, 12, 9), text)
        for session in range(first, 115, years)
    ]


@pytest.mark.parametrize("years", [1, 2, 3])
def test_a_text_counts_on_by_its_own_rhythm(years: int) -> None:
    texts = every(years, 3)
    told = plan(texts[-1], index=Shelf(*texts), session=None, as_of=AS_OF, today=AS_OF)
    assert told.session.number == 114 + years
    assert told.remarks == ()
    other = plan(texts[-1], index=Shelf(*texts), session=114 + years + 1, as_of=AS_OF, today=AS_OF)
    assert bool(other.remarks) == (years > 1)


def plain(text: str) -> Resolution:
    return replace(markdown.parse(text).resolution, title="Ferries")


PAIR = """
*Noting* the {} session of the Commission on Ferries, held in Port Ellery from {} April {},

1. *Decides* to go on.
"""


FERRIES = """
[[series]]
name = "Commission on Ferries"
unit = "session"
meetings = [{ ordinal = 33, year = 2059, source = "a letter" }]
counts = [{ less = 2026, first = 2050, last = 2070, source = "a letter" }]
"""


@pytest.mark.parametrize(
    ("facts", "its_year"),
    [("", ""), (FERRIES, ", that of 2060")],
)
def test_an_ordinal_that_moves_on_leaves_no_old_days_beside_it_unsaid(facts: str, its_year: str) -> None:
    texts = [
        adopted_text(f"A/RES/{n}/7", dt.date(n + 1945, 12, 9), plain(PAIR.format(ordinal, days, n + 1945)))
        for n, ordinal, days in (
            (112, "thirty-first", "3 to 7"),
            (113, "thirty-second", "8 to 12"),
            (114, "thirty-third", "7 to 11"),
        )
    ]
    draft = rolling.roll(texts[-1], index=Shelf(*texts), as_of=AS_OF)
    text = draft.resolution.text_at("PP1") or ""
    assert "thirty-fourth session" in text
    assert "7 to 11 April 2059" in text
    context = Context(Shelf(*texts), AS_OF, facts=parse_facts(facts, "own.toml"))
    (told,) = (f for f in check(draft.resolution, context) if f.found == "7 to 11 April 2059")
    said = "the time of the thirty-third session; the text now says thirty-fourth"
    assert told.message == said + its_year

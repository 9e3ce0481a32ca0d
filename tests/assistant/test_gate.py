"""The gate: what stands against tabling a draft, and what a drafter should know before."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.asked import reports, review_clause
from assistant.checks import RULES, Aside, Context, check
from assistant.cli import main
from assistant.draft import Dismissal, Draft, Status, draft_of
from assistant.editing.decisions import set_status
from assistant.export.errors import ExportError
from assistant.export.gate import gate_page, gate_text, write_gate
from assistant.gate import Gate, Known, State, gate, gate_record
from assistant.storage import parse_draft
from assistant.working_days import deadline, shipped_holidays
from precedent.reading import read
from precedent.resolution import Resolution
from precedent.symbol import Symbol
from tests.shelf import Shelf

READY = """\
---
kind: draft resolution
organ: General Assembly
committee: Second Committee
session: One hundred and fourteenth session
agenda_item: "15"
agenda_title: Ferries
sponsors: [Zambia, Turkey, Iraq (on behalf of the G77)]
title: Ferries across rivers
expected_adoption: 2059-12-02
---

*The General Assembly*,

*Recalling* its resolution 113/28 of 2 December 2058 on ferries,

1. *Recognizes* that ferries carry people;

2. *Requests* the Secretary-General to submit to the General Assembly at its one hundred and fifteenth session a \
report on ferries;

3. *Decides* to include in the provisional agenda of its one hundred and fifteenth session, under the item entitled \
“Crossings”, the sub-item entitled “Ferries”.
"""
MATTERS = frozenset(rule.id for rule in RULES.values() if rule.matter)
TODAY = dt.date(2059, 11, 20)
AS_OF = dt.date(2059, 12, 2)


def passed(text: str, *, known: bool = True, last: Resolution | None = None, today: dt.date = TODAY) -> Gate:
    draft = parse_draft(text)
    return gate(
        draft,
        Known(
            findings=check(draft.resolution, Context(Shelf(), AS_OF, asked=MATTERS)),
            known=lambda _: known,
            last=last,
            deadline=deadline(AS_OF, shipped_holidays()),
            today=today,
        ),
    )


def states(found: Gate) -> dict[str, State]:
    return {point.name: point.state for point in found.points}


def test_a_draft_that_is_ready() -> None:
    found = passed(READY)
    assert not found.open
    assert found.symbol == "A/C.2/114/L.__"
    assert found.point("sponsors").summary == "Iraq,* Türkiye and Zambia: draft resolution"
    assert [item.words for item in found.point("reports").items] == ["the Secretary-General"]
    assert found.point("agenda").items[0].about == "Ferries: Crossings"
    assert found.point("budget").state is State.LOOK
    assert "to be handed in by 24 November 2059 (in 4 days)" in found.point("deadline").summary


@pytest.mark.parametrize(
    ("before", "after", "point"),
    [
        ("carry people", "carry [all] people", "brackets"),
        ("carry people", "carry {++all ++}people", "proposals"),
        ("113/28 of 2 December 2058", "113/28", "dates"),
        ('agenda_item: "15"\n', "", "masthead"),
        ("expected_adoption: 2059-12-02\n", "", "masthead"),
        ("sponsors: [Zambia, Turkey, Iraq (on behalf of the G77)]\n", "", "sponsors"),
        ("Zambia, Turkey, Iraq (on behalf of the G77)", "G77", "sponsors"),
    ],
)
def test_each_thing_that_is_missing_opens_its_point(before: str, after: str, point: str) -> None:
    assert before in READY
    was = states(passed(READY))
    now = passed(READY.replace(before, after))
    assert now.open
    assert was[point] is not State.OPEN
    assert [name for name, state in states(now).items() if state is State.OPEN] == [point]


def test_a_deadline_that_is_over_and_one_that_nobody_knows() -> None:
    late = passed(READY, today=dt.date(2059, 11, 30))
    assert late.point("deadline").state is State.OPEN
    assert "(over)" in late.point("deadline").summary
    nobody = gate(parse_draft(READY), Known(today=TODAY))
    assert nobody.point("deadline").state is State.LOOK


def test_documents_that_are_nowhere_are_named_once() -> None:
    text = READY.replace("carry people", "carry people, as in its resolution 113/28 and in A/113/4")
    found = passed(text, known=False).point("symbols")
    assert found.state is State.LOOK
    assert [(item.words, item.label) for item in found.items] == [
        ("A/RES/113/28", "PP1, OP1"),
        ("A/113/4", "OP1"),
    ]


def test_the_last_edition_is_measured_against() -> None:
    last = parse_draft(READY).resolution
    head = replace(last.masthead, symbol=Symbol.parse("A/RES/113/28"))
    shorter = READY[: READY.index("3. *Decides*")].replace("ferries;\n\n", "ferries.\n").rstrip()
    found = passed(shorter.removesuffix(";") + ".\n", last=replace(last, masthead=head))
    assert found.point("agenda").state is State.LOOK
    assert "the last edition did in OP3" in found.point("agenda").summary
    assert "A/RES/113/28 has" in found.point("length").summary


def test_what_was_put_aside_is_told_with_its_reason() -> None:
    draft = parse_draft(READY)
    cited = Dismissal("stale-citation", "113/28 of 2 december 2058", "it is meant")
    gone = Dismissal("stale-session", "words that are gone", "it was meant")
    blank = Dismissal("masthead-open", "no sponsors", "they come later")
    used = "its rule is switched off"
    asides = (
        Aside(blank, None, None, unheard=used),
        Aside(cited, draft.entries[0].id, None, unheard=used),
        Aside(gone, draft.entries[0].id, None),
    )
    found = gate(draft, Known(today=TODAY, asides=asides)).point("dismissals")
    assert [(item.label, item.words, item.about) for item in found.items] == [
        ("masthead", "no sponsors", "masthead-open: they come later"),
        ("PP1", "113/28 of 2 december 2058", "stale-citation: it is meant"),
    ]


def test_how_far_the_paragraphs_have_come_is_told_where_it_was_set() -> None:
    draft = parse_draft(READY)
    ids = [entry.id for entry in draft.entries]

    def agreed(found: Draft) -> tuple[State, list[tuple[str, str]]]:
        point = gate(found, Known(today=TODAY)).point("agreed")
        return point.state, [(item.label, item.words) for item in point.items]

    assert agreed(draft) == (State.TOLD, [])
    some = set_status(set_status(draft, ids[:1], Status.AGREED), ids[1:2], Status.AD_REF)
    assert agreed(some) == (State.LOOK, [("OP2, OP3", "open"), ("OP1", "agreed ad ref")])
    assert agreed(set_status(draft, ids, Status.AGREED)) == (State.DONE, [])


def test_an_empty_draft_has_a_page() -> None:
    found = gate(Draft(), Known(today=TODAY))
    assert found.open
    assert gate_text(found)
    assert gate_page(found)


def test_every_form_tells_every_item(tmp_path: Path) -> None:
    found = passed(READY.replace("carry people", "carry [all] <people> & *goods*"))
    record = json.loads(write_gate(found, tmp_path / "gate.json").read_text(encoding="utf-8"))
    assert record == gate_record(found)
    page = write_gate(found, tmp_path / "gate.html").read_text(encoding="utf-8")
    plain = write_gate(found, tmp_path / "gate.txt").read_text(encoding="utf-8")
    for point in record["points"]:
        for item in point["items"]:
            assert item["words"] in plain
            assert item["words"].replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") in page
    assert "<script" not in page
    with pytest.raises(ExportError, match=r"use one of \.html, \.json, \.txt"):
        write_gate(found, tmp_path / "gate.odt")


def test_the_command_says_by_its_status_whether_something_is_open(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "draft.md"
    file.write_text(READY.replace("carry people", "carry [all] people"), encoding="utf-8")
    assert main(["gate", str(file), "--format", "json"]) == 1
    record = json.loads(capsys.readouterr().out)
    assert record["open"] is True
    file.write_text(READY, encoding="utf-8")
    assert main(["gate", str(file)]) == 0
    assert "ready to be tabled" in capsys.readouterr().out
    assert main(["gate", str(file), "--to", str(tmp_path / "page.html"), "--meeting", "2020-11-30"]) == 1
    assert "20 November 2020 (over)" in (tmp_path / "page.html").read_text(encoding="utf-8")
    assert main(["gate", str(tmp_path / "nothing.md")]) == 3


def test_takes_a_real_draft_as_it_was_circulated(shared: Path) -> None:
    draft = draft_of(read(shared / "corpus" / "pdf" / "drafts" / "A_C.2_80_L.17.pdf"))
    found = gate(draft, Known(today=TODAY))
    assert found.symbol == "A/C.2/80/L.17"
    assert found.point("sponsors").summary == "Iraq:* draft resolution"
    assert found.point("sponsors").state is State.DONE
    assert "eighty-first session" in found.point("agenda").summary
    assert "the Secretary-General" in [item.words for item in found.point("reports").items]


def asked_for(paragraph: str) -> Resolution:
    return parse_draft(f"*The General Assembly*,\n\n1. {paragraph}\n").resolution


@pytest.mark.parametrize(
    ("paragraph", "who", "when"),
    [
        (
            "*Requests* the Secretary-General to report to the Council at its 2060 session;",
            "the Secretary-General",
            "Economic and Social Council 2060 session",
        ),
        (
            "*Invites* the Committee on Ferries, in consultation, to submit a study to it at its ninth session;",
            "the Committee on Ferries",
            "ninth session",
        ),
        (
            "*Requests* the Secretary-General to keep a report ready;",
            "the Secretary-General",
            "no session is named",
        ),
    ],
)
def test_reports_are_asked_of_somebody_for_a_session(paragraph: str, who: str, when: str) -> None:
    (found,) = reports(asked_for(paragraph))
    assert (found.label, found.who, found.when) == ("OP1", who, when)


@pytest.mark.parametrize(
    ("paragraph", "keeps"),
    [
        ("*Decides* to remain seized of the matter.", True),
        ("*Also decides* to continue its consideration of ferries at its next session.", True),
        ("*Decides* to keep the question of ferries under review.", True),
        ("*Remains* actively seized of the matter.", True),
        ("*Welcomes* the decision to continue the review of ferries.", False),
        ("*Decides* to establish a fund for ferries.", False),
    ],
)
def test_a_review_clause_is_the_organs_own(paragraph: str, keeps: bool) -> None:
    assert bool(review_clause(asked_for(paragraph))) is keeps

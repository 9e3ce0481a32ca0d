"""Words that were adopted so are only noted, and mended only when somebody asks."""

from __future__ import annotations

import datetime as dt
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from assistant.checks import RULES, Context, Severity, check
from assistant.checks.agreed import as_agreed
from assistant.draft import Draft, draft_of
from assistant.editing import replace_words
from assistant.mending import mend
from assistant.workbench import Workbench
from precedent.reading import markdown
from precedent.resolution import DocumentKind
from tests.shelf import Shelf, adopted_text

TEXT = """
*Noting* the report titled “Lights”,

1. *Requests* a report on this resolution

2. *Decides* to go on crossing.
"""
SHELF = Shelf(
    adopted_text("A/RES/113/28", dt.date(2058, 12, 2), markdown.read(TEXT.strip().encode(), "edition"))
)


def taken_over(shelf: Shelf = SHELF) -> Draft:
    source = SHELF.document("A/RES/113/28")
    assert source is not None
    draft = draft_of(source, origin=True)
    head = replace(draft.masthead, kind=DocumentKind.DRAFT, symbol=None, adopted=None)
    return replace(draft, masthead=head)


def severities(draft: Draft, shelf: Shelf = SHELF) -> dict[str, tuple[Severity, str]]:
    found = check(draft.resolution, Context(shelf, dt.date(2059, 10, 1), 114))
    told = as_agreed(draft, found, RULES, shelf)
    return {f.rule: (f.severity, f.agreed) for f in told if f.rule in ("RF07", "RF08", "PU02")}


def test_wording_is_noted_and_what_the_place_asks_for_stays() -> None:
    assert severities(taken_over()) == {
        "RF07": (Severity.INFO, "A/RES/113/28 PP1"),
        "RF08": (Severity.INFO, "A/RES/113/28 OP1"),
        "PU02": (Severity.ERROR, ""),
    }


def test_words_next_to_a_change_are_the_drafter_s() -> None:
    draft = replace_words(taken_over(), "OP1", 0, len("Requests a report on"), "Requests a report about")
    assert severities(draft)["RF08"] == (Severity.ERROR, "")
    assert severities(draft)["RF07"][1] == "A/RES/113/28 PP1"


def test_without_the_source_the_digest_tells() -> None:
    assert severities(taken_over(), Shelf())["RF07"] == (Severity.INFO, "A/RES/113/28 PP1")
    changed = replace_words(taken_over(), "PP1", 0, len("Noting"), "Recalling")
    assert severities(changed, Shelf())["RF07"] == (Severity.WARNING, "")


def test_it_is_mended_only_when_somebody_asks() -> None:
    def found(draft: Draft) -> tuple[object, ...]:
        told = check(draft.resolution, Context(SHELF, dt.date(2059, 10, 1), 114))
        return as_agreed(draft, told, RULES, SHELF)

    kept, mended = mend(taken_over(), found, set(RULES))  # type: ignore[arg-type]
    assert "this resolution;" in kept.resolution.paragraphs[1].text
    assert {f.rule for f in mended} == {"PU02"}
    asked, mended = mend(taken_over(), found, set(RULES), agreed=True)  # type: ignore[arg-type]
    assert "the present resolution;" in asked.resolution.paragraphs[1].text
    assert "entitled" in asked.resolution.paragraphs[0].text
    assert {f.rule for f in mended} == {"PU02", "RF07", "RF08"}


def test_what_the_drafter_set_of_a_rule_goes_before(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text('[rules]\nRF07 = "error"\n', encoding="utf-8")
    with closing(Workbench(tmp_path, today=lambda: dt.date(2059, 10, 1))) as bench:
        found = {
            f.rule: (f.severity, f.agreed) for f in bench.check(taken_over()) if f.rule.startswith("RF0")
        }
    assert found["RF07"] == (Severity.ERROR, "A/RES/113/28 PP1")
    assert found["RF08"] == (Severity.INFO, "A/RES/113/28 OP1")

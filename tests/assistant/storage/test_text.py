"""Draft files that a hand wrote or changed."""

import datetime as dt
from pathlib import Path

from assistant.draft import Change, Dismissal, Filling, Origin
from assistant.storage import draft_text, read_draft
from precedent.resolution import Kind

BY_HAND = """---
organ: General Assembly
title: Lanterns of the harbour
---

*Recalling* its lanterns,[^b]

*Noting* the tides,[^a]

1. *Requests* a report;

    (a) on ferries;

[^a]: On tides.

[^b]: On lanterns.
"""


def test_a_file_written_by_hand_gets_ids_and_its_notes_in_order() -> None:
    opened = read_draft(BY_HAND)
    draft = opened.draft
    assert not opened.as_written
    assert [e.content.kind for e in draft.entries] == [Kind.PREAMBULAR] * 2 + [Kind.OPERATIVE] * 2
    assert len({e.id for e in draft.entries}) == 4
    assert [(n.marker, n.text) for n in draft.footnotes] == [("1", "On lanterns."), ("2", "On tides.")]
    assert read_draft(BY_HAND).draft == draft
    assert read_draft(draft_text(draft)).as_written


def test_what_the_eye_does_not_need_stands_in_the_comment() -> None:
    text = BY_HAND.replace(
        "*Recalling*",
        '<!-- penholder: {"id":"p1","origin":{"symbol":"A/RES/79/1","label":"PP1","digest":"d"},'
        '"filling":{"template":"recall","values":{"year":"2025"}},'
        '"dismissals":[{"rule":"r","words":"w","reason":"because"}],'
        '"changes":[{"rule":"r","before":"a","after":"b","reason":"c","label":"technical"}]} -->\n'
        "*Recalling*",
    )
    entry = read_draft(text).draft.entries[0]
    assert entry.id == "p1"
    assert entry.origin == Origin("A/RES/79/1", "PP1", "d")
    assert entry.filling == Filling("recall", (("year", "2025"),))
    assert entry.dismissals == (Dismissal("r", "w", "because"),)
    assert entry.changes == (Change("r", "a", "b", "c"),)


def test_a_damaged_comment_is_told_and_the_rest_of_it_kept() -> None:
    comment = '<!-- penholder: {"id":"p1","origin":{"symbol":"A"},"dismissals":[["r"]],"colour":"red"} -->'
    opened = read_draft(BY_HAND.replace("*Recalling*", f"{comment}\n*Recalling*"))
    entry = opened.draft.entries[0]
    assert (entry.id, entry.origin, entry.dismissals) == ("p1", None, ())
    said = [r.text for r in opened.remarks if r.label == "PP1"]
    assert [next(k for k in ("origin", "dismissals", "colour") if k in text) for text in said] == [
        "origin",
        "dismissals",
        "colour",
    ]


def test_a_comment_that_is_no_json_is_told_with_its_words() -> None:
    opened = read_draft(BY_HAND.replace("*Recalling*", '<!-- penholder: {"id": p1 -->\n*Recalling*'))
    assert opened.draft.entries[0].content.text == "Recalling its lanterns,"
    assert any('{"id": p1' in remark.text for remark in opened.remarks)


def test_a_paragraph_copied_with_its_id_gets_another() -> None:
    block = '<!-- penholder: {"id":"p1"} -->\n*Recalling* its lanterns,\n\n'
    opened = read_draft(f"---\n---\n\n{block}{block}")
    first, second = opened.draft.entries
    assert first.id == "p1"
    assert second.id != "p1"
    assert any("p1" in remark.text for remark in opened.remarks)


def test_base_and_expected_adoption_stand_in_the_front_matter() -> None:
    front = "base: A/RES/79/1\nexpected_adoption: 2026-12-15\nmood: bright\n"
    opened = read_draft(BY_HAND.replace("---\norgan", f"---\n{front}organ"))
    assert opened.draft.base == "A/RES/79/1"
    assert opened.draft.expected_adoption == dt.date(2026, 12, 15)
    assert any("mood" in remark.text for remark in opened.remarks)
    assert "expected_adoption: '2026-12-15'" in draft_text(opened.draft)


def test_a_day_that_is_none_is_told() -> None:
    opened = read_draft(BY_HAND.replace("---\norgan", "---\nexpected_adoption: soon\norgan"))
    assert opened.draft.expected_adoption is None
    assert any("soon" in remark.text for remark in opened.remarks)


def test_the_file_shown_in_the_documentation_is_as_penholder_writes_it() -> None:
    page = (Path(__file__).parents[3] / "docs" / "draft-file.md").read_text(encoding="utf-8")
    shown = page.split("```markdown\n")[1].split("```")[0]
    opened = read_draft(shown)
    assert draft_text(opened.draft) == shown
    assert opened.as_written
    assert opened.remarks == ()

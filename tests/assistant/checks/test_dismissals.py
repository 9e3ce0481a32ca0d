"""A finding put aside stays aside while other words change, and comes back when its own do."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from assistant import editing
from assistant.checks import Context, Finding, Severity, check, dismissed, standing
from assistant.draft import Draft
from assistant.errors import EditingError
from assistant.storage import draft_text, parse_draft
from precedent.resolution import Kind, Paragraph
from tests.assistant.editions import AS_OF, SESSION, rolled, shelf

WORDS = ("lanterns", "of", "winter", "and", "the", "ropes", "kindly", "1903", "on 4 May 1911")


def findings(draft: Draft) -> tuple[Finding, ...]:
    return check(draft.resolution, Context(shelf(), AS_OF, SESSION))


def put_aside(draft: Draft, finding: Finding) -> Draft:
    entry = draft.at(finding.label)
    assert entry is not None
    return editing.dismiss(draft, entry.id, finding.rule, finding.found, "as agreed")


def words(count: int, choose: random.Random) -> str:
    return " ".join(choose.choice(WORDS) for _ in range(count))


def edited_elsewhere(draft: Draft, kept: set[str], choose: random.Random) -> Draft:
    """One random edit that leaves the words of these paragraphs and their notes alone."""
    others = [e for e in draft.entries if e.id not in kept and e.content.level == 0]
    entry = choose.choice(others)
    text = entry.content.text
    end = choose.choice([place for place, mark in enumerate(text) if mark == " "] or [len(text)])
    label = draft.labels[entry.id]
    match choose.randrange(6):
        case 0:
            return editing.replace_words(draft, label, end, end, f" {words(3, choose)}")
        case 1:
            return editing.replace_words(draft, label, max(0, end - 4), end, words(1, choose))
        case 2:
            new = Paragraph(kind=choose.choice([Kind.PREAMBULAR, Kind.OPERATIVE]), text=words(6, choose))
            return editing.insert(draft, new, after=choose.choice([None, entry.id]))[0]
        case 3:
            return editing.move(draft, {choose.choice(draft.entries).id}, after=entry.id)
        case 4:
            return editing.add_note(draft, entry.id, end, words(4, choose))
        case _:
            return editing.delete(draft, {entry.id}) if len(others) > 12 else draft


def test_it_is_left_out_and_the_others_are_not() -> None:
    draft = rolled()
    finding = next(f for f in findings(draft) if f.label == "OP4")
    aside = put_aside(draft, finding)
    assert dismissed(aside, finding)
    left = standing(aside, findings(aside))
    assert finding not in left
    assert len(left) == len(findings(draft)) - 1


def test_it_stays_aside_through_a_hundred_edits_elsewhere() -> None:
    choose = random.Random(81)
    draft = rolled()
    aside = [f for f in findings(draft) if f.label.startswith(("PP", "OP", "FN"))][::3]
    assert len(aside) >= 6
    for finding in aside:
        draft = put_aside(draft, finding)
    keys = {((draft.at(f.label) or draft.entries[0]).id, f.rule, f.found) for f in aside}
    kept = {identity for identity, _, _ in keys}
    refused = 0
    for count in range(1, 101):
        try:
            draft = edited_elsewhere(draft, kept, choose)
        except EditingError:
            refused += 1
        for finding in () if count % 4 else standing(draft, findings(draft)):
            entry = draft.at(finding.label)
            assert entry is None or (entry.id, finding.rule, finding.found) not in keys
    assert refused < 30
    assert {e.id for e in draft.entries} >= kept
    assert any(dismissed(draft, finding) for finding in findings(draft))


@pytest.mark.parametrize(
    "changed", [" its one hundred and fourteenth session ", " its one hundred and tenth session "]
)
def test_it_comes_back_when_its_words_change(changed: str) -> None:
    draft = rolled()
    text = draft.resolution.text_at("OP21") or ""
    start = text.index(" its one hundred and sixteenth session ")
    stale = " its one hundred and fifteenth session "
    draft = editing.replace_words(
        draft, "OP21", start, start + len(" its one hundred and sixteenth session "), stale
    )
    finding = next(f for f in findings(draft) if f.label == "OP21")
    aside = put_aside(draft, finding)
    assert [f for f in standing(aside, findings(aside)) if f.label == "OP21"] == []
    again = editing.replace_words(aside, "OP21", start, start + len(stale), changed)
    (back,) = (f for f in standing(again, findings(again)) if f.label == "OP21")
    assert back.severity is Severity.ERROR
    assert back.found in changed


def test_it_is_restored() -> None:
    draft = rolled()
    finding = next(f for f in findings(draft) if f.label == "FN5")
    aside = put_aside(draft, finding)
    entry = aside.at("FN5")
    assert entry is not None
    assert standing(aside, (finding,)) == ()
    restored = editing.restore(aside, entry.id, finding.rule, finding.found)
    assert standing(restored, (finding,)) == (finding,)


def test_case_and_marks_do_not_bring_it_back() -> None:
    draft = rolled()
    finding = next(f for f in findings(draft) if f.label == "OP4")
    aside = put_aside(draft, finding)
    assert dismissed(aside, replace(finding, found=finding.found.upper()))
    assert not dismissed(aside, replace(finding, found="59 million United States dollars"))
    assert not dismissed(aside, replace(finding, rule="stale-year"))


def test_it_is_kept_in_the_draft_file() -> None:
    draft = rolled()
    finding = next(f for f in findings(draft) if f.label == "FN5")
    read = parse_draft(draft_text(put_aside(draft, finding)))
    assert dismissed(read, finding)
    entry = read.at("FN5")
    assert entry is not None
    assert [d.reason for d in entry.dismissals] == ["as agreed"]

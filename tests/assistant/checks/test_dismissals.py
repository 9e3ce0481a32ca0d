"""A finding put aside stays aside while other words change, and comes back when its own do."""

from __future__ import annotations

import random
import re
from dataclasses import replace

import pytest

from assistant import editing
from assistant.checks import Context, Finding, Severity, asides, check, put_aside, standing
from assistant.draft import Draft
from assistant.errors import EditingError
from assistant.history import step
from assistant.record import draft_from, draft_record
from assistant.storage import draft_text, parse_draft
from precedent.resolution import Kind, Paragraph
from tests.assistant.editions import AS_OF, SESSION, rolled, shelf

WORDS = ("lanterns", "of", "winter", "and", "the", "ropes", "kindly", "1903", "on 4 May 1911")


def findings(draft: Draft) -> tuple[Finding, ...]:
    return check(draft.resolution, Context(shelf(), AS_OF, SESSION))


def aside_of(draft: Draft, finding: Finding) -> Draft:
    return put_aside(draft, finding, "as agreed", AS_OF)


def dismissed(draft: Draft, finding: Finding) -> bool:
    return standing(draft, (finding,)) == ()


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
    aside = aside_of(draft, finding)
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
        draft = aside_of(draft, finding)
    keys = {((draft.at(f.label) or draft.entries[0]).id, f.rule, f.found, f.start) for f in aside}
    kept = {identity for identity, *_ in keys}
    refused = 0
    for count in range(1, 101):
        try:
            draft = edited_elsewhere(draft, kept, choose)
        except EditingError:
            refused += 1
        for finding in () if count % 4 else standing(draft, findings(draft)):
            entry = draft.at(finding.label)
            assert entry is None or (entry.id, finding.rule, finding.found, finding.start) not in keys
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
    aside = aside_of(draft, finding)
    assert [f for f in standing(aside, findings(aside)) if f.label == "OP21"] == []
    again = editing.replace_words(aside, "OP21", start, start + len(stale), changed)
    (back,) = (f for f in standing(again, findings(again)) if f.label == "OP21")
    assert back.severity is Severity.ERROR
    assert back.found in changed


def test_it_is_restored() -> None:
    draft = rolled()
    finding = next(f for f in findings(draft) if f.label == "FN5")
    aside = aside_of(draft, finding)
    entry = aside.at("FN5")
    assert entry is not None
    assert standing(aside, (finding,)) == ()
    restored = editing.restore(aside, entry.id, entry.dismissals[0])
    assert standing(restored, (finding,)) == (finding,)


def test_capitals_do_not_bring_it_back() -> None:
    draft = rolled()
    finding = next(f for f in findings(draft) if f.label == "OP4")
    aside = aside_of(draft, finding)
    assert dismissed(aside, replace(finding, found=finding.found.upper()))
    assert not dismissed(aside, replace(finding, found="59 million United States dollars"))
    assert not dismissed(aside, replace(finding, rule="stale-year"))


def test_it_is_kept_in_the_draft_file() -> None:
    draft = rolled()
    finding = next(f for f in findings(draft) if f.label == "FN5")
    read = parse_draft(draft_text(aside_of(draft, finding)))
    assert dismissed(read, finding)
    entry = read.at("FN5")
    assert entry is not None
    assert [(d.reason, d.on) for d in entry.dismissals] == [("as agreed", AS_OF.isoformat())]


TWICE = "Recalling resolution 76/189 on lanterns, and reaffirming resolution 76/189 on ropes,"


def two() -> tuple[Draft, list[Finding]]:
    """A paragraph that says the same words twice, and a finding at each."""
    draft = rolled()
    entry = draft.entries[0]
    draft = draft.with_entry(replace(entry, content=replace(entry.content, text=TWICE, italics=(), notes=())))
    return draft, places(draft)


def places(draft: Draft) -> list[Finding]:
    text = draft.entries[0].content.text
    return [
        Finding(
            rule="stale-citation",
            severity=Severity.ERROR,
            label=draft.labels[draft.entries[0].id],
            start=found.start(),
            end=found.end(),
            found=found[0],
            message="made up",
        )
        for found in re.finditer("resolution 76/189", text)
    ]


@pytest.mark.parametrize("which", [0, 1])
def test_it_is_good_for_one_place(which: int) -> None:
    draft, both = two()
    draft = aside_of(draft, both[which])
    assert standing(draft, both) == (both[1 - which],)
    (aside,) = asides(draft, both)
    assert aside.finding is both[which]
    assert standing(aside_of(draft, both[1 - which]), both) == ()


@pytest.mark.parametrize("which", [0, 1])
def test_where_its_place_is_gone_the_other_is_told(which: int) -> None:
    draft, both = two()
    draft = aside_of(draft, both[which])
    gone = ("Recalling resolution 76/189 on lanterns, and ", " and reaffirming resolution 76/189 on ropes,")[
        which
    ]
    start = TWICE.index(gone)
    draft = editing.replace_words(draft, both[0].label, start, start + len(gone), "")
    (left,) = places(draft)
    assert standing(draft, (left,)) == (left,)
    (aside,) = asides(draft, (left,))
    assert aside.finding is None


def test_words_beside_it_may_change() -> None:
    draft, both = two()
    draft = aside_of(draft, both[1])
    start = TWICE.index("on ropes")
    draft = editing.replace_words(draft, both[0].label, start, start + len("on ropes"), "about other things")
    draft = editing.replace_words(draft, both[0].label, 0, len("Recalling"), "Noting")
    assert standing(draft, places(draft)) == (places(draft)[0],)


@pytest.mark.parametrize("label", ["masthead", "title"])
def test_what_is_in_no_paragraph_is_put_aside_too(label: str) -> None:
    draft = rolled()
    finding = Finding(
        rule="masthead-open",
        severity=Severity.WARNING,
        label=label,
        start=0,
        end=0,
        found="",
        message="the sponsors",
    )
    aside = aside_of(draft, finding)
    for kept in (aside, parse_draft(draft_text(aside)), draft_from(draft_record(aside))):
        assert dismissed(kept, finding)
        assert kept == aside
    assert not dismissed(aside, replace(finding, message="the sponsors and the agenda item"))
    taken = step(draft, aside, "Put aside")
    assert taken.back(aside) == draft
    assert taken.forward(draft) == aside


def test_another_mark_brings_it_back() -> None:
    draft = rolled()
    entry = draft.entries[0]
    end = len(entry.content.text) - 1
    mark = Finding(
        rule="PU01",
        severity=Severity.WARNING,
        label=draft.labels[entry.id],
        start=end,
        end=end + 1,
        found=entry.content.text[end],
        message="made up",
    )
    aside = aside_of(draft, mark)
    assert dismissed(aside, mark)
    changed = editing.replace_words(aside, mark.label, end, end + 1, ":")
    assert not dismissed(changed, replace(mark, found=":"))

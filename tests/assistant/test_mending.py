"""A suggestion taken: the words in place, the update recorded, everything else as it was, and all of it undone."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.checks import Context, Finding, Severity, check
from assistant.checks.beside import beside
from assistant.draft import Draft, draft_of
from assistant.history import History
from assistant.mending import NoSuggestionError, NoWayBackError, take, take_all, take_back
from precedent.resolution import Kind, Paragraph, Resolution
from tests.assistant.editions import AS_OF, SESSION, edition, rolled, shelf
from tests.properties.drafts import drafts
from tests.sample_facts import THIRD


def findings(draft: Draft) -> tuple[Finding, ...]:
    return check(draft.resolution, Context(shelf(), AS_OF, SESSION))


def offered(draft: Draft) -> list[Finding]:
    return [finding for finding in findings(draft) if finding.suggestion is not None]


def begun() -> Draft:
    """The last edition's paragraphs as a draft, with nothing updated yet."""
    draft = draft_of(edition(THIRD), origin=True)
    return replace(draft, masthead=rolled().masthead)


def texts(draft: Draft) -> dict[str, str]:
    return dict(draft.resolution.places())


@pytest.mark.parametrize("finding", offered(begun()), ids=lambda f: f"{f.label} {f.found}")
def test_only_the_words_that_it_quotes_change(finding: Finding) -> None:
    draft = begun()
    mended = take(draft, finding)
    before, after = texts(draft), texts(mended)
    text = before.pop(finding.label)
    assert (
        after.pop(finding.label) == text[: finding.start] + (finding.suggestion or "") + text[finding.end :]
    )
    assert after == before


@pytest.mark.parametrize("finding", offered(begun()), ids=lambda f: f"{f.label} {f.found}")
def test_taken_and_undone_gives_the_draft_back(finding: Finding) -> None:
    draft = begun()
    history = History(draft).did(take(draft, finding), "Take")
    assert history.draft != draft
    assert history.undo().draft == draft
    assert history.undo().redo().draft == history.draft


def test_the_update_is_recorded_with_the_paragraph_or_the_one_that_calls_the_note() -> None:
    draft = begun()
    for finding in offered(draft):
        entry = take(draft, finding).at(finding.label)
        assert entry is not None
        (change,) = entry.changes
        assert (change.rule, change.before, change.after) == (
            finding.rule,
            finding.found,
            finding.suggestion,
        )
        assert finding.message in change.reason
    note = next(f for f in offered(draft) if f.label == "FN1")
    assert take(draft, note).labels[(draft.at("FN1") or draft.entries[-1]).id] == "PP1"


def test_without_words_there_is_nothing_to_take() -> None:
    finding = next(f for f in findings(begun()) if f.suggestion is None and f.label == "PP12")
    with pytest.raises(NoSuggestionError, match=r"PP12: .* edit the paragraph"):
        take(begun(), finding)


def test_taking_all_takes_what_offers_words() -> None:
    draft = begun()
    mended = take_all(draft, findings(draft))
    assert len([c for e in mended.entries for c in e.changes]) == len(offered(draft))
    again = [f for f in findings(mended) if f.severity is Severity.ERROR and f.suggestion is not None]
    assert again == []


def test_all_at_once_is_one_after_the_other_from_the_end() -> None:
    draft = begun()
    one_by_one = draft
    for finding in reversed(offered(draft)):
        one_by_one = take(one_by_one, finding)
    assert texts(take_all(draft, findings(draft))) == texts(one_by_one)


def finding_at(label: str, start: int, end: int, text: str, suggestion: str | None) -> Finding:
    return Finding(
        rule="stale-date",
        severity=Severity.ERROR,
        label=label,
        start=start,
        end=end,
        found=text[start:end],
        message="because",
        suggestion=suggestion,
    )


def test_of_two_that_overlap_the_first_is_taken() -> None:
    text = begun().resolution.text_at("OP2") or ""
    wide = finding_at("OP2", 0, 20, text, "WIDE")
    inner = finding_at("OP2", 10, 15, text, "INNER")
    beside = finding_at("OP2", 20, 25, text, "BESIDE")
    found = take_all(begun(), [wide, inner, beside]).resolution.text_at("OP2") or ""
    assert found == "WIDEBESIDE" + text[25:]


@given(drafts, st.data())
def test_any_suggestions_conserve_all_other_words(draft: Draft, data: st.DataObject) -> None:
    """Against the slow way: each place's text cut at the findings that were taken."""
    places = dict(draft.resolution.places())
    chosen: list[Finding] = []
    for label, text in places.items():
        cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=4, unique=True)))
        pairs = list(zip(cuts[::2], cuts[1::2], strict=False))
        chosen += [finding_at(label, start, end, text, "lanterns") for start, end in pairs]
    mended = take_all(draft, chosen)
    for label, text in places.items():
        done, parts = 0, []
        for finding in chosen:
            if finding.label == label:
                parts += [text[done : finding.start], "lanterns"]
                done = finding.end
        assert mended.resolution.text_at(label) == "".join([*parts, text[done:]])
    assert [e.id for e in mended.entries] == [e.id for e in draft.entries]


def stale(start: int, end: int, found: str, suggestion: str) -> Finding:
    return Finding(
        rule="stale-year", severity=Severity.WARNING, label="OP1", start=start, end=end, found=found,
        message="is out of date", suggestion=suggestion,
    )  # fmt: skip


@given(
    words=st.lists(st.sampled_from(["the", "sea", "2058,", "lamp", "of"]), min_size=3, max_size=12),
    data=st.data(),
)
def test_an_update_is_taken_back_at_its_own_place(words: list[str], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(words) - 1))
    text = " ".join([*words[:place], "2057", *words[place:]])
    start = text.index("2057")
    draft = draft_of(Resolution(paragraphs=(Paragraph(kind=Kind.OPERATIVE, text=text),)))
    finding = stale(start, start + 4, "2057", "2058")
    taken = take(draft, finding)
    (change,) = taken.entries[0].changes
    try:
        back = take_back(taken, taken.entries[0].id, change)
    except NoWayBackError:
        # Only where the same neighbours stand around the same words elsewhere can nothing tell which was meant.
        now = taken.entries[0].content.text
        spots = [m.start() for m in re.finditer(r"(?<!\w)2058(?!\w)", now)]
        assert len({beside(now, at, at + 4) for at in spots}) < len(spots)
    else:
        assert back.entries[0].content.text == text


def test_words_that_went_come_back_at_their_place() -> None:
    text = "Notes the sea, the old lamp and the sea;"
    draft = draft_of(Resolution(paragraphs=(Paragraph(kind=Kind.OPERATIVE, text=text),)))
    finding = stale(19, 23, "old ", "")
    taken = take(draft, finding)
    assert taken.entries[0].content.text == "Notes the sea, the lamp and the sea;"
    (change,) = taken.entries[0].changes
    assert take_back(taken, taken.entries[0].id, change).entries[0].content.text == text

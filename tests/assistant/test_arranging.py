"""What is taken out and moved lets the openings behind it follow, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.arranging import deleted, moved, moved_before
from assistant.checks.editor.mechanisms.chains import Verdict, links
from assistant.checks.editor.place import text_of
from assistant.draft import Draft
from assistant.errors import EditingError
from assistant.storage import parse_draft

HEAD = "---\nkind: draft resolution\norgan: General Assembly\n---\n\n"
THREE = (
    "1. *Requests* the Secretary-General to look;",
    "2. *Also requests* the Secretary-General to hear;",
    "3. *Further requests* the Secretary-General to report;",
    "4. *Notes* the sea;",
)


def draft(*paragraphs: str) -> Draft:
    return parse_draft(HEAD + "\n\n".join(paragraphs) + "\n")


def openings(found: Draft) -> list[str]:
    return [entry.content.opening for entry in found.entries]


@pytest.mark.parametrize(
    ("gone", "expected"),
    [
        ((0,), ["Requests", "Also requests", "Notes"]),
        ((1,), ["Requests", "Also requests", "Notes"]),
        ((2,), ["Requests", "Also requests", "Notes"]),
        ((0, 1), ["Requests", "Notes"]),
        ((3,), ["Requests", "Also requests", "Further requests"]),
    ],
)
def test_what_stood_behind_goes_on(gone: tuple[int, ...], expected: list[str]) -> None:
    found = draft(*THREE)
    assert openings(deleted(found, [found.entries[i].id for i in gone])) == expected


def test_what_moves_opens_as_its_new_place_asks_and_back() -> None:
    found = draft(*THREE)
    second = found.entries[1].id
    last = moved(found, [second], after=found.entries[3].id)
    assert openings(last) == ["Requests", "Also requests", "Notes", "Requests"]
    assert moved(last, [second], after=found.entries[0].id) == found
    first = moved_before(found, [second], found.entries[0].id)
    assert openings(first) == ["Requests", "Also requests", "Further requests", "Notes"]
    assert [entry.id for entry in first.entries][:2] == [second, found.entries[0].id]


def test_what_was_out_of_place_before_stays() -> None:
    found = draft("1. *Notes* the sea;", "2. *Notes* the tide;", "3. *Welcomes* the lamp;")
    assert openings(deleted(found, [found.entries[2].id])) == ["Notes", "Notes"]


def test_nothing_goes_before_itself() -> None:
    found = draft(*THREE)
    with pytest.raises(EditingError, match="before itself"):
        moved_before(found, [found.entries[1].id], found.entries[1].id)


@given(
    kept=st.lists(
        st.sampled_from(["Requests the Board to look;", "Notes the sea;", "Welcomes it;"]), max_size=8
    ),
    data=st.data(),
)
def test_a_text_in_sequence_stays_in_sequence(kept: list[str], data: st.DataObject) -> None:
    counts: dict[str, int] = {}
    paragraphs, before = [], ""
    for number, text in enumerate(kept, 1):
        counts[text] = counts.get(text, 0) + 1 if text == before else 0
        verb, rest = text.split(" ", 1)
        adverb = ("", "Also", "Further")[counts[text] % 3]
        opening = f"{adverb} {verb.lower()}" if adverb else verb
        paragraphs.append(f"{number}. *{opening}* {rest}")
        before = text
    found = draft(*paragraphs)
    for _ in range(3):
        if not found.entries:
            return
        one = data.draw(st.sampled_from([entry.id for entry in found.entries]))
        onto = data.draw(st.sampled_from([None, *(e.id for e in found.entries if e.id != one)]))
        found = deleted(found, [one]) if data.draw(st.booleans()) else moved(found, [one], after=onto)
        assert {link.verdict for link in links(text_of(found.resolution))} <= {Verdict.KEPT}

"""References of a draft to its own paragraphs follow them, whatever is done to the order."""

from __future__ import annotations

import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.draft import Draft, draft_of
from assistant.editing import delete, insert, merge, move, set_kind, split
from precedent.reading import markdown
from precedent.resolution import Kind, Paragraph

TEXT = """
*Noting* the tides, as in paragraph 3 below,

1. *Requests* a report;

2. *Decides* to row, as in paragraph 1 above;

3. *Requests* another report on:

    (a) Ferries;

    (b) Rafts;

4. *Decides* to float, as in paragraphs 2 and 3 (b) above and paragraph 4 of its resolution 113/28.
"""


@pytest.fixture
def draft() -> Draft:
    return draft_of(markdown.read(TEXT.strip().encode() + b"\n", "draft"))


def texts(draft: Draft) -> dict[str, str]:
    return {p.label: p.text for p in draft.resolution.paragraphs}


def identity(draft: Draft, label: str) -> str:
    return {own: i for i, own in draft.labels.items()}[label]


def test_one_put_in_before(draft: Draft) -> None:
    new = Paragraph(kind=Kind.OPERATIVE, text="Notes the winds, as in paragraph 2 above;")
    after, _ = insert(draft, new, after=identity(draft, "PP1"))
    found = texts(after)
    assert found["PP1"].endswith("paragraph 4 below,")
    assert found["OP1"] == new.text  # what comes in has its own numbers
    assert found["OP3"].endswith("paragraph 2 above;")
    assert "paragraphs 3 and 4 (b) above and paragraph 4 of its resolution" in found["OP5"]


def test_one_moved_to_the_other_side(draft: Draft) -> None:
    after = move(draft, [identity(draft, "OP1")], after=identity(draft, "OP2"))
    assert texts(after)["OP1"] == "Decides to row, as in paragraph 2 below;"


def test_one_taken_out_is_left_to_be_settled(draft: Draft) -> None:
    after = delete(draft, [identity(draft, "OP1")])
    found = texts(after)
    assert found["OP1"] == "Decides to row, as in paragraph [1] above;"
    assert found["PP1"].endswith("paragraph 2 below,")
    assert "paragraphs 1 and 2 (b) above" in found["OP3"]


def test_letters_follow_too(draft: Draft) -> None:
    after = delete(draft, [identity(draft, "OP3 (a)")])
    assert "paragraphs 2 and 3 (a) above" in texts(after)["OP4"]


def test_words_taken_up_by_the_one_before(draft: Draft) -> None:
    after = merge(draft, identity(draft, "OP2"))
    assert "paragraphs 2 and 2 (b) above" in texts(after)["OP3"]


def test_a_split_and_a_change_of_kind_count_on(draft: Draft) -> None:
    after, _ = split(draft, identity(draft, "OP1"), len("Requests"))
    assert texts(after)["OP3"].endswith("paragraph 1 above;")
    assert texts(after)["PP1"].endswith("paragraph 4 below,")
    headed = set_kind(draft, identity(draft, "OP1"), Kind.HEADING)
    assert texts(headed)["OP1"] == "Decides to row, as in paragraph [1] above;"


@given(seed=st.integers(0, 10_000), edits=st.integers(1, 6))
def test_a_reference_means_the_same_paragraph_after_any_moves(seed: int, edits: int) -> None:
    """Every paragraph says which one it means by words of its own, so that a number can be held against them."""
    choose = random.Random(seed)
    count = 7
    body = "".join(
        f"{n}. *Notes* thing{n} as in paragraph {(m := choose.choice([k for k in range(1, count + 1) if k != n]))} "
        f"{'above' if m < n else 'below'} which is thing{m};\n\n"
        for n in range(1, count + 1)
    )
    draft = draft_of(markdown.read(body.encode(), "draft"))
    for _ in range(edits):
        ids = [e.id for e in draft.entries]
        moving = choose.choice(ids)
        draft = move(draft, [moving], after=choose.choice([None, *(i for i in ids if i != moving)]))
    numbers = {p.text.split()[1]: n for n, p in enumerate(draft.resolution.paragraphs, 1)}
    for n, paragraph in enumerate(draft.resolution.paragraphs, 1):
        said = re.search(r"paragraph (\d) (above|below) which is (thing\d)", paragraph.text)
        assert said is not None, paragraph.text
        assert int(said[1]) == numbers[said[3]]
        assert said[2] == ("above" if numbers[said[3]] < n else "below")

"""Labels as people type them."""

from __future__ import annotations

import pytest
from hypothesis import given

from assistant.draft import Draft
from assistant.labels import NoSuchLabelError, dotted, label_of, named, squeezed
from assistant.storage import parse_draft
from tests.properties.drafts import drafts

HEAD = "---\nkind: draft resolution\norgan: General Assembly\n---\n\n"
DRAFT = parse_draft(
    HEAD
    + "*Recalling* one,\n\n*Noting* two,\n\n1. *Decides*:\n\n   (a) To sail;\n\n   (b) To row;\n\n2. *Requests*.\n"
)


def labels(*typed: str) -> list[str]:
    found = DRAFT.labels
    return [found[identity] for identity in named(DRAFT, typed)]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (("pp2", "PP1"), ["PP1", "PP2"]),
        (("OP1 (a)",), ["OP1 (a)"]),
        (("op1.b",), ["OP1 (b)"]),
        (("OP1a",), ["OP1 (a)"]),
        (("OP1-OP2",), ["OP1", "OP1 (a)", "OP1 (b)", "OP2"]),
        (("op1-2",), ["OP1", "OP1 (a)", "OP1 (b)", "OP2"]),
        (("PP2–OP1",), ["PP2", "OP1", "OP1 (a)", "OP1 (b)"]),
        (("preamble",), ["PP1", "PP2"]),
        (("operative",), ["OP1", "OP1 (a)", "OP1 (b)", "OP2"]),
        (("all",), ["PP1", "PP2", "OP1", "OP1 (a)", "OP1 (b)", "OP2"]),
        ((DRAFT.entries[1].id,), ["PP2"]),
    ],
)
def test_what_is_meant(typed: tuple[str, ...], expected: list[str]) -> None:
    assert labels(*typed) == expected


@pytest.mark.parametrize("typed", ["OP9", "OP2-OP1", "OP1-OP9", "-", "", "1", "everything"])
def test_what_means_nothing_is_said(typed: str) -> None:
    with pytest.raises(NoSuchLabelError, match="its labels go from PP1 to OP2"):
        labels(typed)


@given(draft=drafts)
def test_every_label_means_its_paragraph_also_as_a_shell_lets_it_pass(draft: Draft) -> None:
    for identity, label in draft.labels.items():
        if label and sum(squeezed(label) == squeezed(other) for other in draft.labels.values()) == 1:
            assert named(draft, [label]) == named(draft, [dotted(label)]) == (identity,)
            assert squeezed(label_of(dotted(label))) == squeezed(label)

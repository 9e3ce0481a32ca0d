"""Passages and templates put into a draft: where they go, and what comes along."""

import pytest

from assistant.draft import Draft, digest, draft_of
from assistant.errors import EditingError
from assistant.placing import insert_filled, insert_passage, place_for
from assistant.templating import example, load_templates
from precedent.reading.markdown import parse
from precedent.resolution import Kind, Resolution

EARLIER = """---
kind: resolution
symbol: A/RES/114/90
organ: General Assembly
title: Bells
---

*Aware* of the bell,[^1]

1. *Calls upon* towns to hang bells:

   (a) One at the pier;[^2]

   (b) One at the mole;

2. *Decides* to listen.

[^1]: A/114/1.

[^2]: A/114/2.
"""
DRAFT = """---
kind: draft resolution
organ: General Assembly
title: Lamps
---

*Recalling* the lamp,[^1]

## Lights

1. *Decides* to light it.

[^1]: A/115/1.
"""


@pytest.fixture
def earlier() -> Resolution:
    return parse(EARLIER).resolution


@pytest.fixture
def draft() -> Draft:
    return draft_of(parse(DRAFT).resolution)


def labels(draft: Draft) -> list[str]:
    return list(draft.labels.values())


def test_a_passage_brings_its_sub_paragraphs_notes_and_origin(draft: Draft, earlier: Resolution) -> None:
    new, identity = insert_passage(draft, earlier, "OP1", after=draft.entries[2].id)
    assert labels(new) == ["PP1", "H1", "OP1", "OP2", "OP2 (a)", "OP2 (b)"]
    entry = new.entry(identity)
    assert entry.origin
    assert (entry.origin.symbol, entry.origin.label) == ("A/RES/114/90", "OP1")
    assert entry.origin.digest == digest(entry.content.text)
    assert [(n.marker, n.text) for n in new.footnotes] == [("1", "A/115/1."), ("2", "A/114/2.")]


def test_it_stands_in_its_own_part(draft: Draft, earlier: Resolution) -> None:
    new, identity = insert_passage(draft, earlier, "PP1", after=draft.entries[2].id)
    assert new.labels[identity] == "PP2"
    new, identity = insert_passage(draft, earlier, "OP2", after=draft.entries[0].id)
    assert new.labels[identity] == "OP2"


def test_a_heading_lets_anything_follow(draft: Draft) -> None:
    heading = draft.entries[1].id
    assert place_for(draft, Kind.OPERATIVE, heading) == heading


def test_an_empty_draft_takes_the_first_of_either_part(draft: Draft, earlier: Resolution) -> None:
    empty = draft_of(Resolution())
    assert place_for(empty, Kind.OPERATIVE, None) is None
    new, _ = insert_passage(empty, earlier, "OP2", after=None)
    new, _ = insert_passage(new, earlier, "PP1", after=new.entries[0].id)
    assert [e.content.kind for e in new.entries] == [Kind.PREAMBULAR, Kind.OPERATIVE]


def test_a_paragraph_that_is_not_there_is_said(draft: Draft, earlier: Resolution) -> None:
    with pytest.raises(EditingError, match="A/RES/114/90 has no paragraph OP9"):
        insert_passage(draft, earlier, "OP9", after=None)


def test_a_filled_template_remembers_its_values(draft: Draft) -> None:
    for template in load_templates().templates:
        filled = example(template)
        new, identity = insert_filled(draft, filled, after=draft.entries[0].id)
        assert new.entry(identity).filling == filled.filling
        assert len(new.entries) == len(draft.entries) + len(filled.paragraphs)
        assert {c.marker for e in new.entries for c in e.content.notes} == {n.marker for n in new.footnotes}

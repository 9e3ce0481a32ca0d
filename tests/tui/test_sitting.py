"""One sitting at a draft, without a screen."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant import editing
from assistant.checks import put_aside
from assistant.mending import take
from assistant.tui.drafting.sitting import Sitting
from assistant.workbench import Workbench


@pytest.fixture
def sitting(stocked: Path, draft_file: Path) -> Iterator[Sitting]:
    bench = Workbench(stocked)
    found = Sitting(bench, bench.open(draft_file))
    found.take_findings(found.draft, bench.check(found.draft))
    yield found
    found.desk.close()
    bench.close()


def test_begins_at_the_first_paragraph(sitting: Sitting) -> None:
    assert sitting.label == "PP1"
    assert sitting.up_to_date


def test_what_takes_the_place_of_a_deleted_paragraph_is_in_hand(sitting: Sitting) -> None:
    third, last = sitting.draft.entries[2].id, sitting.draft.entries[-1].id
    sitting.choose(sitting.draft.entries[1].id)
    sitting.do(editing.delete(sitting.draft, [sitting.chosen or ""]), "Delete PP2")
    assert sitting.chosen == third
    sitting.choose(last)
    sitting.do(editing.delete(sitting.draft, [last]), "Delete the last")
    assert sitting.chosen == sitting.draft.entries[-1].id
    sitting.undo()
    assert sitting.chosen == last


def test_an_empty_draft_has_nothing_in_hand(sitting: Sitting) -> None:
    sitting.do(editing.delete(sitting.draft, [e.id for e in sitting.draft.entries]), "Delete all")
    assert (sitting.chosen, sitting.in_hand, sitting.label, sitting.paragraphs) == (None, None, "", [])
    assert sitting.walk(1) is None
    sitting.undo()
    assert sitting.chosen is not None


def test_walks_all_findings_in_order_and_round_both_ways(sitting: Sitting) -> None:
    walked = []
    while (marked := sitting.walk(1)) not in walked:
        assert marked
        assert sitting.chosen == marked.entry
        walked.append(marked)
    assert set(walked) == {m for m in sitting.findings if m.entry}
    assert sitting.walk(-1) == walked[-1]
    order = list(sitting.draft.labels)
    assert [order.index(m.entry or "") for m in walked] == sorted(order.index(m.entry or "") for m in walked)


def test_findings_of_a_former_draft_keep_their_paragraph(sitting: Sitting) -> None:
    before = sitting.within(sitting.draft.entries[1].id)
    assert before
    second = sitting.draft.entries[1].id
    sitting.do(editing.move(sitting.draft, [second], after=sitting.draft.entries[4].id), "Move PP2")
    assert not sitting.up_to_date
    assert sitting.within(second) == before


def test_a_finding_in_hand_stays_in_hand_after_a_new_check(sitting: Sitting) -> None:
    sitting.walk(1)
    chosen = sitting.walk(1)
    assert chosen
    first = next(m for m in sitting.findings if m.finding.suggestion is not None)
    sitting.do(take(sitting.draft, first.finding), "Take")
    sitting.take_findings(sitting.draft, sitting.bench.check(sitting.draft))
    assert first not in sitting.findings
    assert sitting.finding is None or sitting.finding.entry == chosen.entry


def test_a_check_is_told_without_what_was_put_aside(sitting: Sitting) -> None:
    marked = next(m for m in sitting.findings if m.entry)
    found = tuple(m.finding for m in sitting.findings)
    aside = put_aside(sitting.draft, marked.finding, "it stands")
    sitting.do(aside, "Put aside")
    sitting.take_findings(sitting.draft, found)
    assert marked not in sitting.findings

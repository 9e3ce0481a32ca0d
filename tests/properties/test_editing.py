"""What holds of every command, on any draft: words are conserved, notes in order, all undone."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from assistant import editing
from assistant.draft import Draft
from assistant.editing.pieces import Piece
from assistant.errors import EditingError
from assistant.history import History, Step, step
from precedent.resolution import Kind, NoteCall, Span
from tests.properties.drafts import drafts, edited, rough_drafts

randoms = st.randoms(use_true_random=False)


def words(draft: Draft) -> list[str]:
    return [word for entry in draft.entries for word in entry.content.text.split()]


def notes_of(draft: Draft) -> Counter[str]:
    return Counter(note.text for note in draft.footnotes)


def calls(draft: Draft) -> list[str]:
    """Markers in the order of the text, the sponsor line first."""
    sponsors = [call.marker for call in draft.masthead.sponsor_notes]
    return sponsors + [call.marker for entry in draft.entries for call in entry.content.notes]


def called_notes(draft: Draft) -> set[str]:
    return {n.text for n in draft.footnotes if n.marker in calls(draft)}


def in_order(draft: Draft) -> bool:
    """Numbered notes run 1..n as they are first called, then those not called; every call has one."""
    counted = [n.marker for n in draft.footnotes if n.marker.isdigit()]
    first = list(dict.fromkeys(m for m in calls(draft) if m.isdigit()))
    return counted == [str(i + 1) for i in range(len(counted))] and first == counted[: len(first)]


@given(rough_drafts())
def test_tidying_puts_the_notes_in_order_and_loses_none(draft: Draft) -> None:
    tidied = editing.tidy(draft)
    assert in_order(tidied)
    assert not notes_of(draft) - notes_of(tidied)
    assert editing.tidy(tidied) == tidied
    starred = [n for n in draft.footnotes if not any(c.isalnum() for c in n.marker)]
    assert [n for n in tidied.footnotes if not n.marker.isdigit()] == starred


@given(rough_drafts())
def test_tidying_keeps_every_call_at_its_note(draft: Draft) -> None:
    markers = [n.marker for n in draft.footnotes]
    tidied = editing.tidy(draft)
    if len(set(markers)) < len(markers) or any(n.section for n in draft.footnotes):
        return
    before, after = ({n.marker: n.text for n in d.footnotes} for d in (draft, tidied))
    assert [before.get(m, "") for m in calls(draft)] == [after.get(m, "") for m in calls(tidied)]


@given(drafts, randoms)
def test_every_command_leaves_the_notes_in_order(draft: Draft, random: Random) -> None:
    for _ in range(6):
        draft, _ = edited(draft, random)
        assert in_order(draft)
        assert len({e.id for e in draft.entries}) == len(draft.entries)
        assert all(e.content.label == "" for e in draft.entries)
        for entry in draft.entries:
            assert Piece.of(entry.content).settled() == Piece.of(entry.content)


@given(drafts, randoms)
def test_moving_splitting_merging_and_levels_conserve_the_words(draft: Draft, random: Random) -> None:
    if not draft.entries:
        return
    ids = [e.id for e in draft.entries]
    before = Counter("".join(words(draft))), notes_of(draft), called_notes(draft)
    commands: tuple[Callable[[], Draft], ...] = (
        lambda: editing.move(draft, {random.choice(ids)}, after=random.choice([None, *ids])),
        lambda: editing.split(draft, random.choice(ids), random.randint(0, 20))[0],
        lambda: editing.merge(draft, random.choice(ids)),
        lambda: editing.set_level(draft, random.choice(ids), random.randint(0, 3)),
        lambda: editing.set_kind(draft, random.choice(ids), Kind.OPERATIVE),
    )
    for command in commands:
        try:
            after = command()
        except EditingError:
            continue
        assert (Counter("".join(words(after))), notes_of(after), called_notes(after)) == before


@given(drafts, randoms)
def test_splitting_and_merging_give_the_paragraph_back(draft: Draft, random: Random) -> None:
    entry = next((e for e in draft.entries if " " in e.content.text), None)
    if entry is None:
        return
    offset = entry.content.text.index(" ")
    halves, _ = editing.split(draft, entry.id, offset)
    whole = editing.merge(halves, entry.id).entry(entry.id)
    assert whole.content.text == entry.content.text
    assert whole.content.italics == entry.content.italics


@given(drafts, randoms)
def test_what_is_deleted_comes_back_with_its_notes(draft: Draft, random: Random) -> None:
    if not draft.entries:
        return
    history = History(draft).did(editing.delete(draft, {random.choice(draft.entries).id}), "Delete")
    assert set(calls(history.draft)) <= {n.marker for n in history.draft.footnotes}
    assert history.undo().draft == draft


@given(drafts, randoms, st.integers(1, 12))
def test_undoing_gives_the_first_draft_and_redoing_the_last(draft: Draft, random: Random, count: int) -> None:
    history = History(draft)
    states = [draft]
    for _ in range(count):
        new, name = edited(history.draft, random)
        history = history.did(new, name)
        if new != states[-1]:
            states.append(new)
    for state in reversed(states):
        assert history.draft == state
        history = history.undo()
    assert history.undo() is history
    for state in states:
        assert history.draft == state
        history = history.redo()
    assert history.redo() is history


@given(rough_drafts(), rough_drafts())
def test_a_step_read_back_from_json_does_what_it_did(old: Draft, new: Draft) -> None:
    made = step(old, new, "anything", "2026-01-01")
    read = Step.from_record(json.loads(json.dumps(made.as_record())))
    assert read == made
    assert read.forward(old) == new
    assert read.back(new) == old
    assert read.reversed().forward(new) == old


@given(st.text("ab ", max_size=12), st.text("ab ", max_size=6), st.data())
def test_other_words_leave_italics_and_calls_at_theirs(text: str, new: str, data: st.DataObject) -> None:
    places = st.integers(0, len(text))
    start, end = sorted((data.draw(places), data.draw(places)))
    low, high = sorted((data.draw(places), data.draw(places)))
    call = data.draw(places)
    piece = Piece(text, (Span(low, high),), (NoteCall(call, "1"),)).settled()
    found = piece.reworded(start, end, new)
    assert found.text == text[:start] + new + text[end:]
    assert len(found.notes) == 1
    italic = "".join(s.of(found.text) for s in found.italics)
    if high <= start or low >= end > start:
        assert italic == text[low:high]
    if low <= start < end <= high:
        assert len(italic) == high - low + len(new) - (end - start)
    if call <= start:
        assert found.notes[0].offset == call
    elif call >= end:
        assert found.notes[0].offset == call + len(new) - (end - start)

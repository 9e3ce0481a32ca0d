"""Evidence: what is known of a slot, what it weighs, and what is said of it."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest

from assistant.checks import Context, Severity, check
from assistant.checks.evidence import Piece, Scale, gather, scale
from assistant.checks.evidence.piece import held_between, step_of
from assistant.checks.subject import Subject
from tests.assistant.editions import AS_OF, SESSION, edition, rolled, shelf
from tests.sample_facts import FIRST, THIRD

SMALL = Scale("made up", 2, -1.0, 0.3, 0.9, {Piece("a", "x"): 2.0, Piece("b", "y"): -0.5})


def test_weights_are_added() -> None:
    verdict = SMALL.weigh([Piece("b", "y"), Piece("a", "x"), Piece("a", "never seen")])
    assert verdict.likelihood == pytest.approx(1 / (1 + math.exp(-0.5)))
    assert verdict.heaviest(3, speaks_for=True) == [Piece("a", "x")]
    assert verdict.heaviest(3, speaks_for=False) == [Piece("b", "y")]


def test_without_evidence_the_base_stands() -> None:
    assert SMALL.weigh([]).likelihood == pytest.approx(1 / (1 + math.e))


@pytest.mark.parametrize(
    ("number", "told"), [(-9, "-2 or less"), (-1, "-1"), (0, "0"), (1, "+1"), (7, "+3 or more")]
)
def test_numbers_are_held_between_bounds(number: int, told: str) -> None:
    assert held_between(number, -2, 3) == told


def test_steps_cover_every_number() -> None:
    assert [step_of(n, (0, 3)) for n in (-1, 0, 1, 3, 4)] == [
        "up to 0",
        "up to 0",
        "up to 3",
        "up to 3",
        "over 3",
    ]


def test_the_table_is_whole() -> None:
    weights = scale()
    assert 0 < weights.look < weights.sure < 1
    assert weights.counted > 10_000
    assert "GA 74 to 75" in weights.learned_on
    assert all(piece.aspect and piece.value and abs(weight) < 5 for piece, weight in weights.weights.items())


def test_what_is_gathered_is_what_was_weighed() -> None:
    """Every aspect that has weights is still gathered from real editions, under the same name."""
    subject = Subject(edition(THIRD), Context(shelf(), AS_OF, SESSION))
    seen = {piece.aspect for slot in subject.slots for piece in gather(slot, subject)}
    rare = {"quoted", "later edition of the cited text, time", "later edition of the cited text, last fate"}
    assert {piece.aspect for piece in scale().weights} - rare <= seen


def test_a_finding_shows_what_spoke_for_and_against() -> None:
    found = [f for f in check(edition(THIRD), Context(shelf(), AS_OF, SESSION)) if "of 100 cases" in f.reason]
    assert found
    for finding in found:
        told_for, *_, learned = finding.weighed
        assert told_for.startswith("for it: ")
        assert learned.startswith("learned on GA 74 to 75")


def test_on_the_day_of_its_adoption_a_text_is_quiet() -> None:
    text = edition(THIRD)
    adopted = text.masthead.adopted
    assert adopted is not None
    found = check(text, Context(shelf(), adopted, SESSION - 1))
    assert [f for f in found if f.rule.startswith("stale") and f.severity is Severity.ERROR] == []


def test_without_precedent_arithmetic_speaks_alone() -> None:
    from tests.shelf import Shelf

    found = check(edition(FIRST), Context(Shelf(), AS_OF, SESSION))
    assert {f.rule for f in found} >= {"stale-session"}
    assert not [f for f in found if "of 100 cases" in f.reason]


def test_what_the_drafter_changed_is_not_weighed() -> None:
    draft = rolled().resolution
    context = Context(shelf(), AS_OF, SESSION)
    touched = {slot.place for slot in Subject(draft, context).slots if slot.touched}
    assert touched
    weighed = {(f.label, f.start) for f in check(draft, context) if "of 100 cases" in f.reason}
    assert weighed
    assert not weighed & touched


def test_a_day_waits_for_what_was_measured_on_it() -> None:
    found = check(edition(THIRD), Context(shelf(), AS_OF, SESSION))
    day = next(f for f in found if f.found == "30 September 2059")
    assert day.suggestion == "30 September 2060"
    assert not day.words_certain
    assert replace(day, words_certain=True) != day

"""Words that are written in several ways meet; the one spelling is the same however often it is taken."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from precedent.index.spelling import spelled, terms

MEET = [
    ("labour", "labor"), ("programmes", "program"), ("organisations", "organization"), ("centre", "centers"),
    ("defence", "defense"), ("analyse", "analyzed"), ("fulfilment", "fulfillment"), ("ageing", "aging"),
    ("capacity-building", "capacity building"), ("capacity‑building", "capacity—building"),
    ("multi-stakeholder", "multistakeholder"), ("multi stakeholder", "multistakeholders"),
    ("e-commerce", "ecommerce"), ("e commerce", "E‑Commerce"), ("women’s", "womens"), ("women's", "women"),
    ("States’", "state"), ("non-governmental", "nongovernmental"), ("co-operation", "cooperation"),
    ("policymakers", "policy-maker"), ("peacekeeping", "peace-keeping"), ("follow-up", "followup"),
    ("Côte d’Ivoire", "cote d'ivoire"), ("re-establish", "reestablished"), ("licence", "licenses"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), MEET)
def test_ways_to_write_a_word_meet(one: str, other: str) -> None:
    assert terms(one) == terms(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("session", "cessation"),
        ("post office", "postoffice"),
        ("our", "or"),
        ("hour", "hor"),
        ("four", "for"),
    ],
)
def test_other_words_do_not(one: str, other: str) -> None:
    assert terms(one) != terms(other)


def test_a_phrase_keeps_its_endings() -> None:
    assert spelled("Labour programmes") == "labor programs" != spelled("labour programme")


@given(st.text())
def test_any_text_has_a_spelling_that_is_settled(text: str) -> None:
    once = spelled(text)
    assert once == once.lower().strip()
    assert len(terms(text)) == len(once.split())

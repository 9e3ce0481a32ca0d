"""Names of States and subjects, from capitals, former names and lists."""

import pytest

from precedent.names import STATES, listed, spelled, subject


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("CÔTE D'IVOIRE", "Côte d’Ivoire"),
        ("COTE D’IVOIRE", "Côte d’Ivoire"),
        ("TURKEY", "Türkiye"),
        ("TÜRKI\u0307YE", "Türkiye"),
        ("the Comoros", "Comoros"),
        ("BOLIVIA (PLURINATIONAL STATE OF)", "Bolivia (Plurinational State of)"),
        ("UNITED STATES", "United States of America"),
        ("DEMOCRATIC PEOPLE'S REPUBLIC OF KOREA", "Democratic People’s Republic of Korea"),
        ("ATLANTIS AND THE ISLES", "Atlantis and the Isles"),
        ("Atlantis", "Atlantis"),
        ("", ""),
    ],
)
def test_a_state_has_one_name(source: str, name: str) -> None:
    assert spelled(source) == name


@pytest.mark.parametrize("state", STATES)
def test_every_name_is_its_own_and_comes_back_from_capitals(state: str) -> None:
    assert spelled(state) == spelled(state.upper()) == spelled(f"the {state}") == state
    assert listed(f"Atlantis, {state} and Narnia") == ("Atlantis", state, "Narnia")


def test_there_are_as_many_as_there_are() -> None:
    assert len(STATES) == len(set(STATES)) == 193 + 4


def test_who_acts_on_behalf_of_others_is_named_alone() -> None:
    assert listed("IRAQ (ON BEHALF OF THE GROUP OF 77 AND CHINA)", "Oman, on behalf of the Gulf") == (
        "Iraq",
        "Oman",
    )


def test_subjects() -> None:
    assert [subject(words) for words in ("SOUTH SUDAN", "YOUTH", "COVID-19", "Lamp posts")] == [
        "South Sudan",
        "Youth",
        "COVID-19",
        "Lamp posts",
    ]
